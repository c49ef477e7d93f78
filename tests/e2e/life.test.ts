/** J4, J7, J8 and J9 at あぶくま信用金庫: 交換 as the old token, as the new one and with both here; 利用中止; 失効; deleting. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { entry, follow, identify, receipt } from './bank/customer.ts';
import { journey } from './bank/steps.ts';
import { button, fieldAfter, radio } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { answerPlaces } from './journeys/bank-pages.ts';
import { enrol, makeVault } from './journeys/first-steps.ts';
import { nextStep } from './journeys/next-step.ts';
import { acceptOffer } from './journeys/offer.ts';
import { pictures } from './pictures.ts';

const PASSWORD = 'kagi2026fuda';
const SERIAL = fieldAfter('シリアル番号(半角英数字)');
const CODE = fieldAfter('ワンタイムパスワード(半角数字)');
const OLD_CODE = fieldAfter('旧トークンのワンタイムパスワード(半角数字)');

/** The card of this token. */
const card = (serial: string): string => `//article[contains(., '${serial}')]`;
const within = (serial: string, place: string): string => `(${card(serial)}${place})[1]`;

describe.each(BROWSERS)('the life of a token in %s', (name) => {
  const picture = pictures(`life-${name}`);
  const step = journey();
  let scene: Scene;
  let own: View;
  let page: View;
  let customer: Customer;
  /** In use at the bank. */
  let current: string;

  beforeAll(async () => {
    scene = await openScene(name);
    customer = await scene.bank.newCustomer({ institution: '1188', password: PASSWORD });
    own = await makeVault(scene.stage);
    page = await scene.stage.newView();
  });
  afterAll(async () => await scene?.close());

  const untilCode = (): Promise<void> => page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);
  const popup = async (): Promise<void> => {
    await own.front();
    await own.go(`${scene.stage.ownOrigin}/popup.html`);
    await own.waitFor('//article');
  };
  const another = async (): Promise<string> => {
    await own.front();
    await own.go(`${scene.stage.ownOrigin}/enrol.html`);
    return await enrol(own, '1188');
  };
  const shows = async (serial: string, state: string): Promise<void> => await own.waitFor(`${card(serial)}//*[contains(@class, 'seal') and normalize-space(.)='${state}']`);
  const details = async (serial: string): Promise<void> => await own.click(`${card(serial)}//summary`);

  const toErrand = async (errand: string): Promise<void> => {
    await page.front();
    await page.go(entry(scene.bank, '1188'));
    await follow(page, `//a[normalize-space(.)='${errand}']`);
  };
  const toExchange = async (): Promise<void> => {
    await toErrand('交換');
    await identify(page, customer, PASSWORD);
    await page.waitFor(OLD_CODE);
  };
  const exchanged = async (old: string, fresh: string): Promise<void> => {
    await follow(page, button('登録'));
    await receipt(page, 'ワンタイムパスワードの交換が完了しました。');
    expect([await scene.bank.tokenState(old), await scene.bank.tokenState(fresh)]).toEqual(['REPLACED', 'ACTIVE']);
  };

  step('利用開始: serial and code by one gesture', async () => {
    current = await enrol(own, '1188');
    await toErrand('利用開始');
    await identify(page, customer, PASSWORD);
    await page.waitFor(SERIAL);
    await acceptOffer(scene.stage, page, CODE, async () => undefined);
    await untilCode();
    await page.click(radio('認証する'));
    await answerPlaces(page, customer);
    await follow(page, button('登録'));
    await receipt(page, 'ワンタイムパスワードの利用開始が完了しました。');
    await popup();
    await shows(current, '利用中');
    await picture(own, '1-active');
  });

  step('交換 with this as the old token: its code is filled, the new one is typed from elsewhere, and it becomes 交換済み', async () => {
    const elsewhere = await scene.bank.newAppToken('1188');
    await nextStep(scene.bank, own);
    await toExchange();
    await acceptOffer(scene.stage, page, OLD_CODE, (view) => picture(view, '2-old'));
    await untilCode();
    await follow(page, button('次へ'));
    await page.waitFor(SERIAL);
    expect([await page.value(SERIAL), await page.value(CODE)]).toEqual(['', '']);
    await page.type(SERIAL, elsewhere);
    await page.type(CODE, await scene.bank.codeOf(elsewhere));
    await exchanged(current, elsewhere);
    await popup();
    await shows(current, '交換済み');
    expect(await own.isThere(within(current, `//*[contains(@class, 'digits')]`))).toBe(false);
    await picture(own, '3-replaced');
    current = elsewhere;
  });

  step('交換 with this as the new token: the old code is typed from elsewhere, serial and code are filled', async () => {
    const fresh = await another();
    await nextStep(scene.bank, own);
    await toExchange();
    await page.type(OLD_CODE, await scene.bank.codeOf(current));
    await follow(page, button('次へ'));
    await page.waitFor(SERIAL);
    await acceptOffer(scene.stage, page, CODE, (view) => picture(view, '4-new'));
    await untilCode();
    expect(await page.value(SERIAL)).toBe(fresh);
    await exchanged(current, fresh);
    await popup();
    await shows(fresh, '利用中');
    current = fresh;
  });

  step('with both here the old one cannot be deleted before the issuer says 交換済み', async () => {
    await another();
    await popup();
    await details(current);
    await own.waitFor(within(current, `//button[contains(., '削除') and @aria-disabled='true']`));
    await picture(own, '5-undeletable');
  });

  step('交換 with both here: the old code from the one in use, serial and code from the other, never swapped', async () => {
    const serials = await own.run(() => [...document.querySelectorAll('.serial-number')].map((one) => one.textContent ?? ''));
    const states = await Promise.all(serials.map((serial) => scene.bank.tokenState(serial)));
    const fresh = serials[states.indexOf('UNBOUND')] ?? '';
    await nextStep(scene.bank, own);
    await toExchange();
    await acceptOffer(scene.stage, page, OLD_CODE, async () => undefined);
    await untilCode();
    await follow(page, button('次へ'));
    await page.waitFor(SERIAL);
    await acceptOffer(scene.stage, page, CODE, async () => undefined);
    await untilCode();
    expect(await page.value(SERIAL)).toBe(fresh);
    await exchanged(current, fresh);
    await popup();
    await shows(current, '交換済み');
    await shows(fresh, '利用中');
    await picture(own, '6-both');
    [current] = [fresh];
  });

  step('a replaced token is deleted after a question, and brought back', async () => {
    const replaced = (await own.textOf('//main')).match(/SKTS\d{8}/g)?.find((serial) => serial !== current) ?? '';
    const before = await own.run(() => document.querySelectorAll('article').length);
    await details(replaced);
    await own.click(within(replaced, `//button[contains(., '削除')]`));
    await picture(own, '7-delete');
    await own.click(within(replaced, `//button[contains(., '削除する')]`));
    await own.waitGone(card(replaced));
    await own.waitFor(button('元に戻す'));
    await picture(own, '8-deleted');
    expect(await own.run(() => document.querySelectorAll('article').length)).toBe(before - 1);
    await own.click(button('元に戻す'));
    await own.waitFor(card(replaced));
  });

  step('利用中止 with one filled code: the card says so, and offers the way on', async () => {
    await nextStep(scene.bank, own);
    await toErrand('利用中止');
    await page.type(fieldAfter('契約者ID（利用者番号）'), customer.contract);
    await page.type(`(//input[@type='password'])[1]`, PASSWORD);
    await acceptOffer(scene.stage, page, CODE, async () => undefined);
    await untilCode();
    await follow(page, button('利用中止'));
    await receipt(page, 'ワンタイムパスワードの利用中止が完了しました。');
    expect(await scene.bank.tokenState(current)).toBe('STOPPED');
    await popup();
    await shows(current, '利用中止');
    await picture(own, '9-stopped');
  });

  step('a loss report at the desk: 失効, no code, the telephone', async () => {
    const lost = await another();
    await scene.bank.deskSetsState(lost, 'REVOKED');
    await popup();
    await details(lost);
    await own.click(within(lost, `//button[contains(., '状態を確認する')]`));
    await shows(lost, '失効');
    expect(await own.isThere(within(lost, `//*[contains(@class, 'digits')]`))).toBe(false);
    await own.waitFor(within(lost, `//*[contains(., 'お取引店')]`));
    await picture(own, '10-revoked');
  });
});
