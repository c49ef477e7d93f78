/** The main journey without a mouse: first run, enrolment, the bank's registration filled, 利用中, and a code copied. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { entry } from './bank/customer.ts';
import { journey } from './bank/steps.ts';
import { button, checkbox, field, radio, rowField, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { placesAsked } from './journeys/bank-pages.ts';
import { pressAt, tabTo, write, writeInto } from './journeys/keyboard.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { OFFER, untilItCounts } from './journeys/offer.ts';
import { pictures } from './pictures.ts';

const PASSWORD = 'kagi2026fuda';
const SERIAL = rowField('シリアル番号');
const CODE = rowField('ワンタイムパスワード(半角数字)');

describe.each(BROWSERS)('the main journey by keyboard alone in %s', (name) => {
  const step = journey();
  const picture = pictures(`keyboard-${name}`);
  let scene: Scene;
  let customer: Customer;
  let own: View;
  let page: View;
  let serial = '';

  beforeAll(async () => {
    scene = await openScene(name);
    customer = await scene.bank.newCustomer({ institution: '1188', password: PASSWORD });
  });
  afterAll(async () => await scene?.close());

  step('a passphrase is chosen', async () => {
    own = await scene.stage.ownPage('/enrol.html');
    await writeInto(own, field('パスフレーズ'), PASSPHRASE);
    await writeInto(own, field('パスフレーズ（確認）'), PASSPHRASE);
    await own.press('Enter');
    await own.waitFor(text('金融機関をさがす'));
  });

  step('the institution is found and chosen: the field has the focus by itself', async () => {
    await write(own, 'abukuma');
    await own.waitFor(text('あぶくま信用金庫'));
    await own.press('Enter');
    await own.waitFor(text('ご用意いただくもの'));
  });

  step('both consents are given, and the token is issued', async () => {
    await pressAt(own, checkbox('ご利用にあたっての内容に同意する'), ' ');
    await pressAt(own, checkbox('同じパソコンで使うときの注意を理解した'), ' ');
    await picture(own, '1-consent');
    await pressAt(own, button('同意して発行する'));
    await own.waitFor(text('トークンを発行しました'));
    serial = /SKTS\d{8}/.exec(await own.textOf('//main'))?.[0] ?? '';
    expect(await scene.bank.tokenState(serial)).toBe('UNBOUND');
  });

  step('the bank is opened, and its registration reached', async () => {
    page = await scene.stage.opened(() => pressAt(own, button('あぶくま信用金庫のログイン画面を開く')));
    expect(new URL(await page.address()).origin).toBe(new URL(entry(scene.bank, '1188')).origin);
    await pressAt(page, `//a[normalize-space(.)='利用開始']`);
    await page.waitFor(rowField('ログインパスワード'));
    await writeInto(page, rowField('契約者ID'), customer.contract);
    await writeInto(page, rowField('ログインパスワード'), PASSWORD);
    await pressAt(page, button('次へ'));
    await page.waitFor(SERIAL);
  });

  step('serial number and code are filled from the offer: Tab to the field, arrow down, Enter; in Firefox Enter in our own window, too', async () => {
    await tabTo(page, CODE);
    await page.waitFor(OFFER);
    await untilItCounts(page);
    await page.press('ArrowDown');
    await picture(page, '2-offer');
    if (name === 'chromium') await page.press('Enter');
    else await pressAt(await scene.stage.opened(() => page.press('Enter')), button('の番号を入力する'));
    await expect.poll(() => page.value(CODE), { timeout: 45_000 }).toMatch(/^\d{6}$/);
    expect(await page.value(SERIAL)).toBe(serial);
  });

  step('the bank accepts the registration, and the token is in use', async () => {
    // In Firefox our own window may still stand before it.
    await page.front();
    await pressAt(page, radio('認証する'), ' ');
    const [first, second] = await placesAsked(page, customer);
    await writeInto(page, `//input[@name='BPW0020']`, first);
    await writeInto(page, `//input[@name='BPW0030']`, second);
    await pressAt(page, button('登録'));
    await page.waitFor(text('ワンタイムパスワードの利用開始が完了しました。'));
    expect(await scene.bank.tokenState(serial)).toBe('ACTIVE');
  });

  step('in the popup Enter on the card copies the code', async () => {
    await own.front();
    await own.go(`${scene.stage.ownOrigin}/popup.html`);
    await own.waitFor(text('利用中'));
    await own.until(() => /\d/.test(document.querySelector('.code-fresh .digits')?.textContent ?? ''), 45);
    await pressAt(own, `//article[contains(@aria-label, '${serial}')]`);
    await own.waitFor(text('あぶくま信用金庫の番号をコピーしました。'));
    await picture(own, '3-copied');
  });
});
