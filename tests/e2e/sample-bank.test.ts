/** 見本信用金庫 with the extension: the smartphone's layout, serials of another series, a login that always asks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { answerCard, entry, follow, identify, logIn, receipt } from './bank/customer.ts';
import { button, fieldAfter, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { enrol, makeVault } from './journeys/first-steps.ts';
import { nextStep } from './journeys/next-step.ts';
import { acceptOffer } from './journeys/offer.ts';
import { pictures } from './pictures.ts';

const CODE = fieldAfter('ワンタイムパスワード(半角数字)');
const SERIAL = fieldAfter('シリアル番号(半角英数字)');
const PASSWORD = 'kagi2026fuda';

describe.each(BROWSERS)('the sample bank in %s', (name) => {
  const picture = pictures(`sample-bank-${name}`);
  let scene: Scene;
  let own: View;
  let page: View;
  let customer: Customer;
  let serial: string;

  const untilCode = (): Promise<void> => page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);

  beforeAll(async () => {
    scene = await openScene(name);
    customer = await scene.bank.newCustomer({ institution: '1999', password: PASSWORD });
    own = await makeVault(scene.stage);
    page = await scene.stage.newView();
  });
  afterAll(async () => await scene?.close());

  it('issues a token of its own series', async () => {
    serial = await enrol(own, 'みほん');
    expect(serial).toMatch(/^SKOH\d{8}$/);
    expect(await scene.bank.tokenState(serial)).toBe('UNBOUND');
  });

  it('serial and code are filled where each label stands above its field, and the token becomes 利用中', async () => {
    await page.front();
    await page.go(entry(scene.bank, '1999'));
    await follow(page, `//a[normalize-space(.)='利用開始']`);
    await identify(page, customer, PASSWORD);
    await acceptOffer(scene.stage, page, CODE, (view) => picture(view, 'offer'));
    await untilCode();
    expect(await page.value(SERIAL)).toBe(serial);
    await answerCard(page, customer);
    await follow(page, button('登録'));
    expect((await receipt(page, 'ワンタイムパスワードの利用開始が完了しました。')).number).toMatch(/^0[0-9A-Z]{11}$/);
    await own.front();
    await own.go(`${scene.stage.ownOrigin}/popup.html`);
    await own.waitFor(text('利用中'));
    await picture(own, 'active');
  });

  it('login asks for the code though nobody chose that, and the next code is filled', async () => {
    await nextStep(scene.bank, own);
    await page.front();
    await follow(page, button('ログイン画面に戻る'));
    await logIn(page, customer, PASSWORD);
    await page.waitFor(CODE);
    await scene.stage.command('fill-code');
    await untilCode();
    await follow(page, button('ログイン'));
    await page.waitFor(text('いつもご利用いただきありがとうございます'));
  });
});
