/** Reads 処理結果, the bank's completion page, by its labels. What it says is a reason to ask the issuer, never proof. */
import { textOf } from './text.ts';

export interface ReadReceipt {
  /** 受付番号: 12 letters and digits on the platforms known. */
  number: string;
  /** 受付時刻, as written: 2018年07月24日12時28分32秒. */
  time: string;
  /** '' where the page masks it. */
  serial: string;
}

const DONE = /利用開始が完了しました/;
const NUMBER = /^[0-9A-Z]{6,20}$/;
const TIME = /^\d{4}年\d{1,2}月\d{1,2}日\d{1,2}時\d{1,2}分(\d{1,2}秒)?$/;
const SERIAL = /^[A-Z]{4}\d{8}$/;

const clean = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

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

/** @returns null unless the page says that 利用開始 is complete and carries both 受付番号 and 受付時刻. */
export function readReceipt(document: Document): ReadReceipt | null {
  const { body } = document;
  if (!body || !DONE.test(clean(body.textContent ?? ''))) return null;
  const all = lines(body);
  if (!all.some((line) => DONE.test(line))) return null;
  const number = valueOf(all, /^受付番号[:：]?/, NUMBER);
  const time = valueOf(all, /^受付時刻[:：]?/, TIME);
  if (number === null || time === null) return null;
  return { number, time, serial: valueOf(all, /^シリアル番号(\([^)]*\))?[:：]?/, SERIAL) ?? '' };
}
