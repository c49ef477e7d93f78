/** Reads 処理結果, the bank's completion page, by its labels. What it says is a reason to ask the issuer, never proof. */
import { type Errand, ERRANDS } from '../errand.ts';
import { LINK, textOf } from './text.ts';

interface ReadReceipt {
  errand: Errand;
  /** 受付番号: 12 letters and digits on the platforms known; '' where the page has none. */
  number: string;
  /** 受付時刻, as written: 2018年07月24日12時28分32秒; '' where the page has none. */
  time: string;
  /** '' where the page masks it. */
  serial: string;
}

/** What each platform says at the end of an errand about a token. */
const DONE: Record<Errand, RegExp> = {
  start: /利用開始が完了しました|ワンタイムパスワードの利用を開始しました/,
  exchange: /ワンタイムパスワードの交換が完了しました/,
  stop: /ワンタイムパスワードの利用中止が完了しました/,
  release: /ワンタイムパスワードの利用を解除しました/,
};
/** In every one of these, as the page writes it: most pages are done with after this look. */
const HINT = /(完\s*了|開\s*始|解\s*除)\s*し\s*ま\s*し\s*た/;
const NUMBER = /^[0-9A-Z]{6,20}$/;
const TIME = /^\d{4}年\d{1,2}月\d{1,2}日\d{1,2}時\d{1,2}分(\d{1,2}秒)?$/;
const SERIAL = /^[A-Z]{4}\d{8}$/;

const clean = (text: string): string => text.replaceAll(LINK, '').normalize('NFKC').replace(/\s+/g, '');

/** The page as lines: blocks are apart, and so is what a single `<br>` parts. */
const lines = (body: Element): string[] => textOf(body, '。').split('。').map(clean).filter(Boolean);

/** What stands after the label on its line, or else on the next one. */
function valueOf(all: string[], label: RegExp, value: RegExp): string | null {
  for (const [index, line] of all.entries()) {
    const match = label.exec(line);
    if (!match || match.index > 0) continue;
    const rest = line.slice(match[0].length) || (all[index + 1] ?? '');
    const found = rest.replace(/^[:：]/, '');
    if (value.test(found)) return found;
  }
  return null;
}

const saidIn = (words: string): Errand | undefined => ERRANDS.find((errand) => DONE[errand].test(words));

/** @returns null unless the page says that an errand is complete; 利用開始 must carry 受付番号 and 受付時刻 too. */
export function readReceipt(document: Document): ReadReceipt | null {
  const { body } = document;
  const raw = body?.textContent ?? '';
  if (!body || !HINT.test(raw) || !saidIn(clean(raw))) return null;
  const all = lines(body);
  const errand = ERRANDS.find((one) => all.some((line) => DONE[one].test(line)));
  if (!errand) return null;
  const number = valueOf(all, /^受付番号[:：]?/, NUMBER);
  const time = valueOf(all, /^受付時刻[:：]?/, TIME);
  if (errand === 'start' && (number === null || time === null)) return null;
  const serial = valueOf(all, /^シリアル番号(\([^)]*\))?[:：]?/, SERIAL) ?? '';
  return { errand, number: number ?? '', time: time ?? '', serial };
}
