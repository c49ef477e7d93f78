/** J3, J4 and J8 at あかぎ信用組合: 初期設定 with interruptions, 利用開始, login, 利用解除, and a second token from the next day. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { follow } from './bank/customer.ts';
import { journey } from './bank/steps.ts';
import { button, field, fieldAfter, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { makeVault } from './journeys/first-steps.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { nextStep } from './journeys/next-step.ts';
import { acceptOffer } from './journeys/offer.ts';
import { chooseUnion, type Ids, issueToken, logIn, releaseToken, screen, sendActivation, toChoice } from './journeys/union-pages.ts';
import { pictures } from './pictures.ts';

const PASSWORD = '284913';
/** As an input method in full-width mode types it. */
const wide = (plain: string): string => plain.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

const serialOf = (words: string): string => /AKGS\d{8}/.exec(words)?.[0] ?? '';

describe.each(BROWSERS)('the credit union in %s', (name) => {
  const picture = pictures(`union-${name}`);
  const step = journey();
  let scene: Scene;
  let own: View;
  let page: View;
  let customer: Customer;
  let ids: Ids;
  let serial: string;

  beforeAll(async () => {
    scene = await openScene(name);
    customer = await scene.bank.newCustomer({ institution: '2143', password: 'kagi2026fuda' });
    own = await makeVault(scene.stage);
    page = await scene.stage.newView();
  });
  afterAll(async () => await scene?.close());

  const popup = async (): Promise<void> => {
    await own.front();
    await own.go(`${scene.stage.ownOrigin}/popup.html`);
  };
  const unlock = async (): Promise<void> => {
    await own.type(field('パスフレーズ'), PASSPHRASE);
    await own.click(button('ロックを解除'));
  };
  const untilCode = (): Promise<void> => page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 75);

  step('トークン発行 at the bank shows サービスID and ユーザーID; BOP001 stays open', async () => {
    await logIn(page, scene.bank, customer);
    await toChoice(page);
    ids = await issueToken(page, customer, PASSWORD);
    expect(ids.serviceId).toBe('IB21430001');
  });

  step('a wrong 利用開始パスワード is told in a sentence; the IDs stay, the password does not', async () => {
    await own.front();
    await chooseUnion(own);
    await picture(own, '1-form');
    await sendActivation(own, ids, '999999');
    await own.waitFor(text('5回続けて間違えると'));
    expect(await own.value(field('ユーザーID'))).toBe(ids.userId);
    expect(await own.value(field('利用開始パスワード'))).toBe('');
    await picture(own, '2-refused');
  });

  step('what can be no password and no ID is said at its field, and nothing is sent', async () => {
    const before = scene.bank.seen().length;
    await sendActivation(own, ids, '12ab');
    await own.waitFor(text('4～8桁の数字です'));
    await sendActivation(own, { ...ids, userId: 'あいう' }, PASSWORD);
    await own.waitFor(text('ユーザーIDを、英字と数字だけで入力してください'));
    expect(scene.bank.seen()).toHaveLength(before);
    await picture(own, '3-garbled');
  });

  step('full-width and spaced input is understood; a reply that is lost leaves 発行手続き中', async () => {
    scene.bank.fault({ path: '/v1/cu/finish', kind: 'drop-reply' });
    await sendActivation(own, { serviceId: wide(ids.serviceId), userId: `${ids.userId.slice(0, 5)} ${ids.userId.slice(5)}` }, wide(PASSWORD));
    await own.waitFor(text('発行元に接続できません'));
    await picture(own, '4-cut');
    await popup();
    await own.waitFor(text('発行手続き中'));
    await picture(own, '5-pending');
  });

  step('locked and unlocked it goes on by itself, without the password, to the same token', async () => {
    await own.click(button('今すぐロック'));
    await own.waitFor(button('ロックを解除'));
    scene.bank.fault(null);
    await unlock();
    await own.waitFor(button('初期設定の続き'), 40);
    const made = scene.bank.seen().flatMap((event) => (event.kind === 'activate' && event.outcome === 'accepted' ? [event.serial] : []));
    expect(new Set(made).size).toBe(1);
    await picture(own, '6-to-be-continued');
    expect(await own.run(() => document.querySelector('.digits') === null)).toBe(true);
  });

  step('初期設定の続き: the name with its suffix, the caution, then the code that the issuer expects', async () => {
    own = await scene.stage.opened(() => own.click(button('初期設定の続き')));
    await own.type(field('変更後の追加文言'), '本店用');
    await picture(own, '7-name');
    await own.click(button('登録'));
    await own.waitFor(button('OK'));
    await picture(own, '8-caution');
    await own.click(button('OK'));
    await own.waitFor(text('ワンタイムパスワード利用開始'));
    await picture(own, '9-next');
    await popup();
    await own.waitFor(text('あかぎ信用組合 本店用'));
    await own.waitFor(text('利用開始前'));
    serial = serialOf(await own.textOf('//main'));
    await own.waitFor(`//*[contains(@class, 'digits')]`);
    await picture(own, '10-code');
    expect(await scene.bank.tokenState(serial)).toBe('UNBOUND');
  });

  step('the password is spent: nobody gets another token by it', async () => {
    await own.go(`${scene.stage.ownOrigin}/enrol.html`);
    await chooseUnion(own);
    await sendActivation(own, ids, PASSWORD);
    await own.waitFor(text('5回続けて間違えると'));
    expect(await scene.bank.tokenState(serial)).toBe('UNBOUND');
  });

  step('利用開始 on BOP001 with one filled code; the issuer says 利用中', async () => {
    await page.front();
    await follow(page, button('ワンタイムパスワード利用開始'));
    await screen(page, 'BOS001');
    await acceptOffer(scene.stage, page, `(//main//input[@type='password'])[1]`, (view) => picture(view, '11-offer'));
    await untilCode();
    await follow(page, button('利用開始する'));
    await screen(page, 'BOS002');
    await popup();
    await own.waitFor(text('利用中'));
    await picture(own, '12-active');
  });

  step('login asks BLI023: the next code is filled', async () => {
    await nextStep(scene.bank, own, 60_000);
    await page.front();
    await logIn(page, scene.bank, customer);
    await screen(page, 'BLI023');
    await page.waitFor(fieldAfter('ワンタイムパスワードの入力'));
    await scene.stage.command('fill-code');
    await untilCode();
    await follow(page, button('次へ'));
    await screen(page, 'BTP001');
    const steps = scene.bank.seen().flatMap((event) => (event.serial === serial && event.outcome === 'accepted' && event.step !== undefined ? [event.step] : []));
    expect(new Set(steps).size).toBe(2);
  });

  step('利用解除: the card says so and names the next day; the code is gone', async () => {
    await toChoice(page);
    await releaseToken(page, customer);
    await popup();
    await own.waitFor(text('利用解除'));
    await own.waitFor(text('翌日以降'));
    expect(await own.run(() => document.querySelector('.digits') === null)).toBe(true);
    await picture(own, '13-released');
  });

  step('from the next day a new トークン発行 gives a second token (トークン追加)', async () => {
    await page.front();
    await follow(page, button('ワンタイムパスワード申請内容選択へ'));
    await follow(page, button('トークン発行'));
    await page.waitFor(text('翌日'));
    await scene.bank.nextDay();
    ids = await issueToken(page, customer, '7305');
    await own.front();
    await own.go(`${scene.stage.ownOrigin}/enrol.html`);
    await chooseUnion(own);
    await sendActivation(own, ids, '7305');
    await own.waitFor(text('トークン追加が正常に完了しました。'));
    await picture(own, '14-added');
    await own.click(button('次へ'));
    await own.waitFor(text('変更前の追加文言'));
    await own.click(button('登録'));
    await own.click(button('OK'));
    await popup();
    await own.waitFor('(//article)[2]');
    const serials = await own.run(() => [...document.querySelectorAll('.serial-number')].map((one) => one.textContent ?? ''));
    expect(new Set(serials).size).toBe(2);
    const fresh = serials.find((one) => one !== serial) ?? '';
    expect([await scene.bank.tokenState(serial), await scene.bank.tokenState(fresh)]).toEqual(['STOPPED', 'UNBOUND']);
    await picture(own, '15-two');
  });
});
