/** J6 by the four gestures of the customer, what may stand in their way, and what the toolbar says meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { entry, follow, identify } from './bank/customer.ts';
import { button, checkbox, field, fieldAfter, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { makeVault } from './journeys/first-steps.ts';
import { asking } from './journeys/lock-pages.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { nextStep } from './journeys/next-step.ts';
import { acceptOffer, clickOffer, OFFER } from './journeys/offer.ts';
import { badgeOf, untilBadge } from './journeys/untouched.ts';
import { pictures } from './pictures.ts';

const PASSWORD = 'kagi2026fuda';
const STEP = 30_000;
const CODE = fieldAfter('ワンタイムパスワード(半角数字)');
const SERIAL = fieldAfter('シリアル番号(半角英数字)');
const OVER = text('このページでは入力の案内を止めています');

/** The extension's API in one of its own pages. */
declare const chrome: { extension: { getViews(of: { type: 'popup' }): Window[] } };

interface Held {
  tokenId: string;
  serial: string;
}

describe.each(BROWSERS)('the gestures in %s', (name) => {
  const picture = pictures(`gestures-${name}`);
  let scene: Scene;
  let own: View;
  let page: View;
  let abukuma: Customer;
  let kitaise: Customer;
  /** One token of あぶくま, two of 北伊勢上野. */
  let only: Held;
  let pair: Held[];

  const token = async (institutionCode: string): Promise<Held> =>
    await asking(own)('enrolShinkin', { institutionCode, termsAccepted: true, samePcAccepted: true });

  beforeAll(async () => {
    scene = await openScene(name);
    abukuma = await scene.bank.newCustomer({ institution: '1188', password: PASSWORD });
    kitaise = await scene.bank.newCustomer({ institution: '1581', password: PASSWORD });
    own = await makeVault(scene.stage);
    only = await token('1188');
    pair = [await token('1581'), await token('1581')];
    page = await scene.stage.newView();
  });
  afterAll(async () => await scene?.close());

  /** 利用開始, with both fields empty, at the beginning of a step whose codes nobody has had. */
  const toRegistration = async (customer: Customer): Promise<void> => {
    await nextStep(scene.bank, own);
    await page.front();
    await page.go(entry(scene.bank, customer.institution));
    await follow(page, `//a[normalize-space(.)='利用開始']`);
    await identify(page, customer, PASSWORD);
    await page.waitFor(CODE);
    await untilBadge(own);
  };
  const filledWith = async ({ serial }: Held): Promise<void> => {
    await expect.poll(() => page.value(CODE), { timeout: 10_000 }).toBe(await scene.bank.codeOf(serial));
    expect(await page.value(SERIAL)).toBe(serial);
  };
  const isEmpty = async (): Promise<void> => expect([await page.value(SERIAL), await page.value(CODE)]).toEqual(['', '']);
  /** The page has answered the background once more, and the background the page. */
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) await asking(own)('look', {});
  };
  const offersAt = async (bank: string): Promise<void> => {
    await own.front();
    await own.go(`${scene.stage.ownOrigin}/settings.html`);
    await own.click(checkbox(`${bank}のページに案内を出す`));
    await own.waitFor(text('保存しました'));
  };

  it('the button in the toolbar popup fills', async () => {
    await toRegistration(abukuma);
    const popup = await scene.stage.openPopup();
    await popup.click(button('このページに入力'));
    await filledWith(only);
    await popup.close();
  });

  it('the keyboard command fills', async () => {
    await toRegistration(abukuma);
    await scene.stage.command('fill-code');
    await filledWith(only);
  });

  it('the line in the menu of the field fills', async () => {
    await toRegistration(abukuma);
    await page.rightClick(CODE);
    await scene.stage.chooseInMenu();
    await filledWith(only);
  });

  it('the offer beside the field fills', async () => {
    await toRegistration(abukuma);
    await acceptOffer(scene.stage, page, CODE, (view) => picture(view, 'offer'));
    await filledWith(only);
  });

  it('an institution that is switched off gets no offer in its page, but badge and command; another one still gets its offer', async () => {
    await offersAt('あぶくま信用金庫');
    await toRegistration(abukuma);
    await page.click(CODE);
    await settled();
    expect(await page.isThere(OFFER)).toBe(false);
    await scene.stage.command('fill-code');
    await filledWith(only);
    await toRegistration(kitaise);
    await page.click(CODE);
    await page.waitFor(OFFER);
    await offersAt('あぶくま信用金庫');
    await toRegistration(abukuma);
    await page.click(CODE);
    await page.waitFor(OFFER);
  });

  it('the badge stands still while a field is there, over the end of a code too, and goes with the field', async () => {
    await toRegistration(abukuma);
    scene.bank.passTime(STEP - (scene.bank.now() % STEP) - 1000);
    await asking(own)('refreshStatus', { tokenId: only.tokenId });
    // The step ends after the first second of these, by the page's clock.
    const clock = (): Promise<number> => page.run(() => performance.now());
    const since = await clock();
    const seen: string[] = [];
    while ((await clock()) - since < 2500) seen.push(await badgeOf(own));
    expect(seen.length).toBeGreaterThan(10);
    expect(new Set(seen)).toEqual(new Set(['●']));
    await page.run(() => document.querySelector('main form')?.remove());
    await expect.poll(() => badgeOf(own)).toBe('');
    await toRegistration(abukuma);
    await follow(page, `//a[contains(@class, 'back')]`);
    await expect.poll(() => badgeOf(own)).toBe('');
  });

  it('with two tokens of one bank the command fills nothing and opens the popup, which asks', async () => {
    await toRegistration(kitaise);
    await scene.stage.command('fill-code');
    await own.until(() => chrome.extension.getViews({ type: 'popup' }).length > 0);
    await isEmpty();
    await own.run(() => chrome.extension.getViews({ type: 'popup' }).forEach((view) => view.close()));
    await own.until(() => chrome.extension.getViews({ type: 'popup' }).length === 0);
    const popup = await scene.stage.openPopup();
    await popup.waitFor(button(`${pair[0]?.serial}（利用開始前）の番号をこのページに入力`));
    await popup.click(button(`${pair[1]?.serial}（利用開始前）の番号をこのページに入力`));
    await filledWith(pair[1] ?? only);
    await popup.close();
  });

  it('with two tokens of one bank the offer has a button for each', async () => {
    await toRegistration(kitaise);
    const [, second = only] = pair;
    await page.click(CODE);
    if (name === 'chromium') await clickOffer(page, second.serial, (view) => picture(view, 'two-tokens'));
    else {
      await page.waitFor(OFFER);
      await picture(page, 'two-tokens');
      // The arrow goes to the first button, Tab on to the second.
      const confirm = await scene.stage.opened(async () => {
        for (const key of ['ArrowDown', 'Tab', 'Enter']) await page.press(key);
      });
      await confirm.waitFor(button(second.serial));
      await picture(confirm, 'two-tokens-window');
      // Whoever has chosen in the page is not asked which a second time.
      expect(await confirm.isThere(button(only.serial))).toBe(false);
      await confirm.click(button(second.serial));
    }
    await filledWith(second);
  });

  it('locked, the command and the menu open a window that unlocks, then fills', async () => {
    for (const gesture of ['command', 'menu']) {
      await toRegistration(abukuma);
      await asking(own)('lock', {});
      if (gesture === 'menu') await page.rightClick(CODE);
      const unlock = await scene.stage.opened(() => (gesture === 'menu' ? scene.stage.chooseInMenu() : scene.stage.command('fill-code')));
      await isEmpty();
      await unlock.type(field('パスフレーズ'), PASSPHRASE);
      await unlock.click(button('ロックを解除'));
      await unlock.click(button('の番号を入力する'));
      await filledWith(only);
      // It would close by itself, after a while; until then it is the window in front.
      await unlock.close();
    }
  });

  // In Firefox no click in the page fills: there is nothing to refuse.
  it.runIf(name === 'chromium')('after four clicks on a moving offer the page gets none any more, and the popup says so and still fills', async () => {
    await toRegistration(abukuma);
    await page.run(() => {
      const style = document.body.style;
      const move = (at: number): void => {
        style.paddingLeft = `${Math.floor(at) % 2}px`;
        Reflect.set(window, 'moving', requestAnimationFrame(move));
      };
      requestAnimationFrame(move);
    });
    for (let refused = 1; refused <= 4; refused++) {
      await page.click(CODE);
      await page.waitFor(OFFER);
      await page.clickWithin(OFFER, '入力');
      if (refused === 1) await picture(page, 'refused');
      await page.press('Escape');
      await page.waitGone(OFFER);
    }
    await isEmpty();
    await page.run(() => cancelAnimationFrame(Reflect.get(window, 'moving')));
    await page.click(CODE);
    await settled();
    expect(await page.isThere(OFFER)).toBe(false);
    const popup = await scene.stage.openPopup();
    await popup.waitFor(OVER);
    await popup.click(button('このページに入力'));
    await filledWith(only);
    await popup.close();
    await toRegistration(abukuma);
    await page.click(CODE);
    await page.waitFor(OFFER);
  });
});
