/** A customer at a plain browser, without the extension: reads the card, types the code that the bank's oracle tells. */
import type { Customer } from '../../mock-bank/customers.ts';
import type { MockBank } from '../../mock-bank/start.ts';
import { button, fieldAfter, text } from '../browser/find.ts';
import type { View } from '../browser/view.ts';

const STEP = 30_000;
/** The bank's clock stands still but for `passTime`: no step of a token ends between two acts of a test. */
const MORNING = Date.UTC(2026, 10, 20, 1);
export const standing = (): number => MORNING;

export const entry = (bank: MockBank, institution: string): string =>
  bank.address('ib.shinkin.localhost', `/webbk/login/b-prelogin.do?bankcode=${encodeURIComponent(btoa(institution))}`);

/** The bank's clock goes on by a step, so that the next code is another. */
export async function nextCode(bank: MockBank, serial: string, period = STEP): Promise<string> {
  bank.passTime(period);
  return await bank.codeOf(serial);
}

/**
 * A click that leads to another page, until that page is there. A driver may come back from the click sooner, and the
 * next act would still find the old page's fields.
 */
export async function follow(page: View, place: string): Promise<void> {
  await page.run(() => void Reflect.set(window, 'stillHere', true));
  await page.click(place);
  await page.until(() => !Reflect.has(window, 'stillHere') && document.readyState !== 'loading');
}

/** The two cells or positions asked for, from the card. */
export async function answerCard(page: View, { card, transferPassword }: Customer): Promise<void> {
  const words = await page.textOf('//main');
  const cells = [...words.matchAll(/\([12]\)\s*\(([ア-ク])\)/g)].map(([, cell = '']) => card?.[cell] ?? '');
  const positions = /左から(\d+)、(\d+)桁目/.exec(words)?.slice(1).map((at) => transferPassword?.[Number(at) - 1] ?? '') ?? [];
  const [first = '', second = ''] = card ? cells : positions;
  await page.type(`//input[@name='BPW0020']`, first);
  await page.type(`//input[@name='BPW0030']`, second);
}

export async function logIn(page: View, { contract }: Customer, password: string): Promise<void> {
  await page.type(fieldAfter('契約者ID（利用者番号）'), contract);
  await page.type(`(//input[@type='password'])[1]`, password);
  await follow(page, `//button[starts-with(normalize-space(.), 'ログイン')]`);
}

/** 利用者認証 before 利用開始 and 交換. */
export async function identify(page: View, { contract }: Customer, password: string): Promise<void> {
  await page.type(fieldAfter('契約者ID（利用者番号）'), contract);
  await page.type(`(//input[@type='password'])[1]`, password);
  await follow(page, button('次へ'));
}

/** 受付番号 and 受付時刻 as the completion page shows them. */
export async function receipt(page: View, sentence: string): Promise<{ number: string; time: string }> {
  await page.waitFor(text(sentence));
  const words = await page.textOf('//main');
  const [, number = '', time = ''] = /受付番号：\s*([0-9A-Z]{12})\s*受付時刻：\s*(\d{4}年\d{2}月\d{2}日\d{2}時\d{2}分\d{2}秒)/.exec(words) ?? [];
  return { number, time };
}
