/** What customers telephone about, at the desk's pages in a plain browser; and a hardware token in the hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBank, type MockBank } from '../../mock-bank/start.ts';
import type { Customer } from '../../mock-bank/customers.ts';
import { button, field, fieldAfter, radio, text } from '../browser/find.ts';
import { BROWSERS } from '../browser/open.ts';
import { openPlain, type PlainBrowser } from '../browser/plain.ts';
import type { View } from '../browser/view.ts';
import { pictures } from '../pictures.ts';
import { answerCard, entry, follow, identify, logIn, standing } from './customer.ts';

const PASSWORD = 'kagi2026fuda';
const HOUR = 3_600_000;

describe.each(BROWSERS)('the desk by hand in %s', (name) => {
  const picture = pictures(`bank-desk-${name}`);
  let bank: MockBank;
  let browser: PlainBrowser;
  let desk: View;
  let page: View;
  let customer: Customer;
  let serial: string;

  beforeAll(async () => {
    bank = await startBank({ quiet: true, now: standing });
    browser = await openPlain(name);
    desk = await browser.newView();
    page = await browser.newView();
    customer = await bank.newCustomer({ institution: '1188', password: PASSWORD });
  });
  afterAll(async () => {
    await browser?.close();
    await bank?.close();
  });

  const atDesk = async (path: string): Promise<void> => {
    await desk.front();
    await desk.go(bank.address('mail.localhost', path));
  };
  const customerPage = (): Promise<void> => atDesk(`/desk/customer?institution=1188&contract=${customer.contract}`);
  const tokenPage = (): Promise<void> => atDesk(`/desk/token?serial=${serial}`);
  const atBank = async (): Promise<void> => {
    await page.front();
    await page.go(entry(bank, '1188'));
  };
  /** What the fob shows when its button is pressed, in the window of the simulated token. */
  const press = async (): Promise<string> => {
    await atDesk(`/tokens?institution=1188&contract=${customer.contract}`);
    await follow(desk, button('ボタンを押して表示'));
    await desk.waitFor('//output');
    return await desk.textOf('//output');
  };

  it('a hardware token is sent, its button is pressed, and it is registered', async () => {
    await customerPage();
    await follow(desk, button('ハードウェアトークンの発送'));
    await follow(desk, button('処理する'));
    const code = await press();
    await picture(desk, '1-hardware-token');
    serial = /SKTS\d{8}/.exec(await desk.textOf('//main'))?.[0] ?? '';
    await atBank();
    await follow(page, `//a[normalize-space(.)='利用開始']`);
    await identify(page, customer, PASSWORD);
    await page.type(fieldAfter('シリアル番号(半角英数字)'), serial);
    await page.type(fieldAfter('ワンタイムパスワード(半角数字)'), code);
    await page.click(radio('認証する'));
    await answerCard(page, customer);
    await follow(page, button('登録'));
    await page.waitFor(text('ワンタイムパスワードの利用開始が完了しました。'));
  });

  it('ten wrong codes lock the token; the desk unlocks it', async () => {
    await follow(page, button('ログイン画面'));
    await logIn(page, customer, PASSWORD);
    for (let wrong = 0; wrong < 10; wrong++) {
      const right = await Promise.all([-2, -1, 0, 1, 2].map((ahead) => bank.codeOf(serial, ahead)));
      await page.type(fieldAfter('ワンタイムパスワード(半角数字)'), ['000000', '111111', '222222', '333333'].find((one) => !right.includes(one)) ?? '');
      await follow(page, button('ログイン'));
      await page.waitFor(`//*[@role='alert']`);
      // The pauses grow; each is over before the next try, and the visit is not.
      bank.passTime(wrong < 4 ? 0 : Math.min(590_000, 60_000 * 2 ** (wrong - 4)));
      if (wrong < 7) continue;
      // The last pauses are longer than a visit may be idle.
      bank.passTime(HOUR);
      await atBank();
      await logIn(page, customer, PASSWORD);
    }
    expect(await bank.tokenState(serial)).toBe('SUSPENDED');
    await tokenPage();
    await picture(desk, '2-locked');
    await follow(desk, button('ロック解除'));
    await follow(desk, button('処理する'));
    await desk.waitFor(text('処理しました'));
    expect(await bank.tokenState(serial)).toBe('ACTIVE');
  });

  it('a token half an hour off is refused, and right again after two codes told on the telephone', async () => {
    const ahead = 60;
    await atBank();
    await logIn(page, customer, PASSWORD);
    await page.type(fieldAfter('ワンタイムパスワード(半角数字)'), await bank.codeOf(serial, ahead));
    await follow(page, button('ログイン'));
    await page.waitFor(text('ワンタイムパスワードに誤りがあります'));
    await tokenPage();
    await follow(desk, button('再同期'));
    await desk.type(field('1つ目'), await bank.codeOf(serial, ahead));
    await desk.type(field('2つ目'), await bank.codeOf(serial, ahead + 1));
    await picture(desk, '3-resync');
    await follow(desk, button('処理する'));
    await desk.waitFor(text('処理しました'));
    await page.front();
    await page.type(fieldAfter('ワンタイムパスワード(半角数字)'), await bank.codeOf(serial, ahead + 2));
    await follow(page, button('ログイン'));
    await page.waitFor(text('いつもご利用いただきありがとうございます'));
  });

  it('a loss report makes the token 失効, and everything is in the audit log', async () => {
    await tokenPage();
    await follow(desk, button('紛失'));
    await picture(desk, '4-loss');
    await follow(desk, button('処理する'));
    await desk.waitFor(text('処理しました'));
    expect(await bank.tokenState(serial)).toBe('REVOKED');
    await atBank();
    await logIn(page, customer, PASSWORD);
    await page.type(fieldAfter('ワンタイムパスワード(半角数字)'), await bank.codeOf(serial, 63));
    await follow(page, button('ログイン'));
    await page.waitFor(text('このトークンはご利用いただけません'));
    await atDesk('/desk/audit');
    await picture(desk, '5-audit');
    const log = await desk.textOf('//main');
    for (const act of ['発送', 'ロック解除', '再同期', '紛失']) expect(log).toContain(act);
  });
});
