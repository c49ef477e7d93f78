/** A code goes to its own bank's page only, after the customer's own act, and never twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { button, field, rowField, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { toRegistration } from './journeys/bank-pages.ts';
import { enrol, makeVault } from './journeys/first-steps.ts';
import { nextStep } from './journeys/next-step.ts';
import { acceptOffer, OFFER } from './journeys/offer.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { changesOf, untilBadge, watchChanges } from './journeys/untouched.ts';
import { pictures } from './pictures.ts';

const CODE = rowField('ワンタイムパスワード(半角数字)');
const SERIAL = rowField('シリアル番号');

/** The extension's API in one of its own pages. */
declare const chrome: {
  storage: { session: { get(key: string): Promise<Record<string, object>>; set(items: object): Promise<void> } };
};

describe.each(BROWSERS)('the right page in %s', (name) => {
  const picture = pictures(`right-page-${name}`);
  let scene: Scene;
  let own: View;
  let page: View;
  let abukuma: Customer;
  let kitaise: Customer;
  let serial: string;

  beforeAll(async () => {
    scene = await openScene(name);
    abukuma = await scene.bank.newCustomer({ institution: '1188', password: 'kagi2026fuda' });
    kitaise = await scene.bank.newCustomer({ institution: '1581', password: 'kagi2026fuda' });
    own = await makeVault(scene.stage);
    serial = await enrol(own, '1188');
    page = await scene.stage.newView();
  });
  afterAll(async () => await scene?.close());

  const popup = async (): Promise<void> => await own.go(`${scene.stage.ownOrigin}/popup.html`);
  const entry = (code: string): string =>
    scene.bank.address('ib.shinkin.localhost', `/webbk/login/b-prelogin.do?bankcode=${encodeURIComponent(btoa(code))}`);

  it('another institution of the same origin gets no offer, and the shortcut fills nothing', async () => {
    await page.front();
    await watchChanges(page);
    await page.go(entry('1581'));
    await toRegistration(page, kitaise);
    await untilBadge(own);
    await page.click(CODE);
    await scene.stage.command('fill-code');
    await popup();
    await own.waitFor(text('この金融機関のトークンは、まだ発行されていません'));
    await picture(own, 'other-institution');
    expect(await page.value(CODE)).toBe('');
    expect(await changesOf(page)).toEqual([]);
  });

  it('a page whose entry was not seen gets no offer; the popup asks whose it is, and fills on the answer', async () => {
    await page.go(entry('1188'));
    await toRegistration(page, abukuma);
    const address = await page.address();
    const copy = await scene.stage.newView();
    await copy.front();
    await copy.go(address);
    await copy.click(CODE);
    expect(await copy.isThere(OFFER)).toBe(false);
    const panel = await scene.stage.openPopup();
    await panel.waitFor(text('どの金融機関のページか確認できません'));
    await panel.click(button('あぶくま信用金庫のページとして入力'));
    await copy.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);
    expect(await copy.value(SERIAL)).toBe(serial);
    await panel.close();
    await copy.close();
  });

  it('a phishing copy gets nothing: no badge, no node, no code by any gesture', async () => {
    const phish = await scene.stage.newView();
    await phish.front();
    await watchChanges(phish);
    await phish.go(scene.bank.address('ib-shinkin.localhost', '/webbk/login/b-otp.do?bankcode=MTE4OA%3D%3D'));
    await phish.click(CODE);
    const panel = await scene.stage.openPopup();
    await panel.waitFor(text(serial));
    await panel.close();
    await scene.stage.command('fill-code');
    expect(await phish.value(CODE)).toBe('');
    expect(await changesOf(phish)).toEqual([]);
    await phish.close();
  });

  it('a copied code is marked, and a fill then takes the next one', async () => {
    await own.front();
    await popup();
    await nextStep(scene.bank, own);
    await own.waitFor(`//button[normalize-space(.)='コピー' and not(@aria-disabled='true')]`, 45);
    await own.click(button('コピー'));
    await own.waitFor(text('コピー済み'));
    await picture(own, 'copied');
    const copied = await own.run(() => document.querySelector('.digits')?.textContent ?? '');
    expect(copied).toMatch(/^\d{6}$/);
    await page.go(entry('1188'));
    await toRegistration(page, abukuma);
    await acceptOffer(scene.stage, page, CODE, (view) => picture(view, 'offer'));
    await page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);
    expect(await page.value(CODE)).not.toBe(copied);
  });

  it('a deadline that has passed locks at the next use; the offer unlocks, and the fill goes on', async () => {
    await own.front();
    await popup();
    await nextStep(scene.bank, own);
    await own.run(async () => {
      const { vaultSession } = await chrome.storage.session.get('vaultSession');
      await chrome.storage.session.set({ vaultSession: { ...vaultSession, deadline: Date.now() - 1 } });
    });
    await page.go(entry('1188'));
    await toRegistration(page, abukuma);
    const unlock = await scene.stage.opened(() => acceptOffer(scene.stage, page, CODE, (view) => picture(view, 'locked-offer'), 'ロックを解除'));
    await picture(unlock, 'unlock-window');
    await unlock.type(field('パスフレーズ'), PASSPHRASE);
    await unlock.click(button('ロックを解除'));
    await unlock.click(button('の番号を入力する'));
    await page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);
    expect(await page.value(SERIAL)).toBe(serial);
  });
});
