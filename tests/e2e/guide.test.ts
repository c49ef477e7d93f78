/** J2 by the guide beside a real bank page: it knows where the customer is, leads back there, and ends with the receipt. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { button, radio, rowField, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { answerPlaces, toRegistration } from './journeys/bank-pages.ts';
import { enrol, makeVault } from './journeys/first-steps.ts';
import { pictures } from './pictures.ts';

const here = (words: string): string => `//li[@aria-current='step'][contains(., '${words}')]`;

describe.each(BROWSERS)('the guide of 利用開始 in %s', (name) => {
  const picture = pictures(`guide-${name}`);
  let scene: Scene;
  let customer: Customer;
  let guide: View;
  let page: View;

  beforeAll(async () => {
    scene = await openScene(name);
    customer = await scene.bank.newCustomer({ institution: '1188', password: 'kagi2026fuda' });
    const own = await makeVault(scene.stage);
    await enrol(own, '1188');
    guide = await scene.stage.opened(() => own.click(button('絵つきの案内で進める')));
  });
  afterAll(async () => await scene?.close());

  it('begins at the login page, and marks the step once that is open', async () => {
    await guide.waitFor(here('金融機関のログイン画面を開きます'));
    page = await scene.stage.opened(() => guide.click(button('あぶくま信用金庫のログイン画面を開く')));
    await page.waitFor(text('利用開始'));
    await guide.waitFor(here('いまここ（手順2～3）'));
  });

  it('goes on with the form, and leads back to the page that stands open', async () => {
    await toRegistration(page, customer);
    await guide.waitFor(here('「このページに入力」を押すと'));
    await guide.front();
    await picture(guide, 'form');
    await guide.click(button('開いている金融機関の画面に戻る'));
    await page.until(() => document.visibilityState === 'visible');
    expect(await page.isThere(rowField('シリアル番号'))).toBe(true);
  });

  it('shows the same place when it is loaded again', async () => {
    await guide.run(() => {
      document.body.dataset['before'] = '';
      location.reload();
    });
    await guide.until(() => document.body?.dataset['before'] === undefined && document.querySelector('[aria-current=step]') !== null);
    expect(await guide.isThere(here('「このページに入力」を押すと'))).toBe(true);
  });

  it('sees the fill, and says the receipt when the issuer has said ACTIVE', async () => {
    await page.front();
    await scene.stage.command('fill-code');
    await page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);
    await guide.waitFor(here('「認証する」を選択します'));
    await page.click(radio('認証する'));
    await answerPlaces(page, customer);
    await page.click(button('登録'));
    await page.waitFor(text('ワンタイムパスワードの利用開始が完了しました。'));
    const number = await page.run(() => /受付番号：\s*(\w{12})/.exec(document.body.innerText)?.[1] ?? 'none');
    await guide.waitFor(text('お手続きは終わりました'));
    await guide.waitFor(text(number));
    await guide.front();
    await picture(guide, 'finished');
  });
});
