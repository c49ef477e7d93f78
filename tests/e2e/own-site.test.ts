/** An imported token on the site that its owner bound it to: offered there by the same rules, and nowhere else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, field, text } from './browser/find.ts';
import { BROWSERS } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { lockNow } from './journeys/lock-pages.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { acceptOffer, OFFER } from './journeys/offer.ts';
import { changesOf, watchChanges } from './journeys/untouched.ts';
import { startShop } from '../mock-bank/shop/start.ts';
import { answerYesTo, isGranted, untilWaitingAt, waitingAt } from './own-site/browser-leave.ts';
import { type Customer, openCustomer } from './own-site/customer.ts';
import { pictures } from './pictures.ts';
import { inCard } from './transfer/own-pages.ts';
import { codeAt } from './transfer/standard.ts';

const CODE = field('Authentication code');
/** サイトのアドレス, the only field of a card that is not being renamed. */
const ADDRESS = '//form//input';
const PATTERN = 'http://shop.localhost/*';
/** Firefox then grants what is asked for at once; it still asks for a click of a person's. */
const YES = { 'extensions.webextOptionalPermissionPrompts': false };

const isFilled = (page: View): Promise<void> =>
  page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);

describe.each(BROWSERS)('the site of an imported token in %s', (name) => {
  const picture = pictures(`own-site-${name}`);
  let customer: Customer;
  let page: View;

  beforeAll(async () => {
    customer = await openCustomer(name, YES);
    await answerYesTo(customer.stage, PATTERN);
    page = await customer.stage.newView();
    await watchChanges(page);
  });
  afterAll(async () => await customer?.close());

  const toShop = async (host?: string): Promise<void> => {
    await page.front();
    await page.go(customer.shop.address(host));
  };
  const toPopup = async (): Promise<void> => {
    await customer.own.front();
    await customer.own.go(`${customer.stage.ownOrigin}/popup.html`);
    await customer.own.waitFor(text(customer.timed.issuer));
  };
  /** Where it means nothing, Firefox opens a window of ours, which the click on the toolbar then takes for the browser's. */
  const pressShortcut = async (): Promise<void> => {
    if (name === 'chromium') await customer.stage.command('fill-code');
  };
  const send = async (): Promise<void> => {
    const before = customer.shop.tries().length;
    await page.click(button('Continue'));
    await page.waitFor(text('Welcome back.'));
    expect(customer.shop.tries()).toHaveLength(before + 1);
  };

  it('gets nothing before it is bound, not even a script of ours', async () => {
    await toShop();
    await page.click(CODE);
    expect(await waitingAt(customer.own)).toEqual([]);
    expect(await changesOf(page)).toEqual([]);
    await pressShortcut();
    expect(await page.value(CODE)).toBe('');
  });

  it('is bound by its address, with the leave of the browser, and the open page gets the offer', async () => {
    const { own, timed, tokenOf, shop } = customer;
    await toPopup();
    await own.click(inCard(timed.issuer, '//summary'));
    await own.type(inCard(timed.issuer, ADDRESS), 'ｈｔｔｐ：／／user@shop.localhost');
    await own.click(inCard(timed.issuer, button('このアドレスのサイトで使う')));
    await own.waitFor(text('サイトのアドレスとして読み取れません'));
    await picture(own, '1-garbled');
    await own.type(inCard(timed.issuer, ADDRESS), `http://ＳＨＯＰ.localhost:${shop.port}/login?next=1`);
    await own.click(inCard(timed.issuer, button('このアドレスのサイトで使う')));
    await own.waitFor(text('このサイトの入力欄に案内を出します'));
    await picture(own, '2-bound');
    expect((await tokenOf(timed.issuer)).site).toEqual({ origin: `http://shop.localhost:${shop.port}`, inPage: true });
    expect(await waitingAt(own)).toEqual([PATTERN]);
    // The page that was open before, without loading it again.
    await acceptOffer(customer.stage, page, CODE, (view) => picture(view, '3-offer'));
    await isFilled(page);
    await send();
  });

  it('gets an offer in a page that is opened later, and no code twice', async () => {
    await toShop();
    expect(await changesOf(page)).toEqual([]);
    await acceptOffer(customer.stage, page, CODE, async () => undefined);
    await isFilled(page);
    await send();
    const codes = customer.shop.tries().map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('is the exact origin: another port of the host, and another host, get nothing', async () => {
    const other = await startShop({ isRight: () => true, areConsecutive: () => false });
    try {
      for (const address of [other.address(), customer.shop.address('shop.localhost.localhost'), customer.shop.address('sh0p.localhost')]) {
        await page.front();
        await page.go(address);
        await page.click(CODE);
        await pressShortcut();
        expect(await page.isThere(OFFER), address).toBe(false);
        expect(await changesOf(page), address).toEqual([]);
      }
    } finally {
      await other.close();
    }
  });

  it('offers both of two tokens; one that counts moves on by one with each fill', async () => {
    const { counting, timed, bind, shop, ask, tokenOf } = customer;
    await bind(counting.issuer, `http://shop.localhost:${shop.port}`);
    const { id: tokenId } = await tokenOf(counting.issuer);
    const both = [(await tokenOf(timed.issuer)).id, tokenId];
    for (const counter of [41, 42]) {
      await toShop();
      expect((await ask('look', {})).site).toMatchObject({ kind: 'own', roles: ['current'], tokenIds: both });
      // What the popup's button sends.
      await ask('fillActiveTab', { tokenId });
      expect(await page.value(CODE)).toBe(codeAt(counting, counter));
    }
    await send();
    await bind(counting.issuer, null);
    expect(await isGranted(customer.own, PATTERN)).toBe(true);
  });

  it('gives two codes in a row where they are asked for, a gesture for each', async () => {
    const { ask, bind, shop, tokenOf, unused } = customer;
    await bind(unused.issuer, `http://shop.localhost:${shop.port}`);
    const { id: tokenId } = await tokenOf(unused.issuer);
    await page.front();
    await page.go(shop.syncAddress());
    await ask('fillActiveTab', { tokenId });
    await isFilled(page);
    const first = await page.value(field('First code'));
    await ask('fillActiveTab', { tokenId });
    await picture(page, '6-second-awaited');
    await page.until(() => [...document.querySelectorAll('input')].every(({ value }) => /^\d{6}$/.test(value)), 45);
    // Meanwhile it ran out.
    expect(await page.value(field('First code'))).toBe(first);
    await page.click(button('Synchronise'));
    await page.waitFor(text('Your authenticator is synchronised.'));
    await bind(unused.issuer, null);
  });

  it('is offered while locked, and the fill goes on after unlocking', async () => {
    await toPopup();
    await lockNow(customer.own);
    await toShop();
    const unlock = await customer.stage.opened(() => acceptOffer(customer.stage, page, CODE, (view) => picture(view, '4-locked'), 'ロックを解除'));
    await unlock.type(field('パスフレーズ'), PASSPHRASE);
    await unlock.click(button('ロックを解除'));
    await unlock.waitFor(text('shop.localhost'));
    await picture(unlock, '5-confirm');
    await unlock.click(button('の番号を入力する'));
    await isFilled(page);
    await send();
  });

  it('is left with the token that is deleted, and comes back with it', async () => {
    const { own, ask, tokenOf, timed } = customer;
    await toPopup();
    const { id } = await tokenOf(timed.issuer);
    await ask('removeToken', { tokenId: id });
    expect(await waitingAt(own)).toEqual([]);
    await toShop();
    await page.click(CODE);
    expect(await changesOf(page)).toEqual([]);
    await ask('restoreToken', { tokenId: id });
    expect(await waitingAt(own)).toEqual([PATTERN]);
    await acceptOffer(customer.stage, page, CODE, async () => undefined);
    await isFilled(page);
  });

  it('is taken away again: no script, no permission, no offer', async () => {
    const { own, timed } = customer;
    await toPopup();
    await own.click(inCard(timed.issuer, '//summary'));
    await own.click(inCard(timed.issuer, button('このサイトで使うのをやめる')));
    await own.waitFor(inCard(timed.issuer, ADDRESS));
    await untilWaitingAt(own, 0);
    expect(await isGranted(own, PATTERN)).toBe(false);
    await toShop();
    await page.click(CODE);
    expect(await changesOf(page)).toEqual([]);
  });
});

describe.each(BROWSERS)('without the browser’s leave in %s', (name) => {
  const picture = pictures(`own-site-${name}`);
  let customer: Customer;
  let page: View;

  beforeAll(async () => {
    customer = await openCustomer(name);
    page = await customer.stage.newView();
    await watchChanges(page);
    await page.go(customer.shop.address());
    await page.front();
  });
  afterAll(async () => await customer?.close());

  it('nothing comes into the page by itself', async () => {
    const { bind, timed, shop, own, tokenOf } = customer;
    await bind(timed.issuer, `http://shop.localhost:${shop.port}`);
    expect((await tokenOf(timed.issuer)).site).toMatchObject({ inPage: false });
    expect(await waitingAt(own)).toEqual([]);
    await page.click(CODE);
    expect(await page.isThere(OFFER)).toBe(false);
    expect(await changesOf(page)).toEqual([]);
  });

  it('a click on the toolbar fills the token of this very site, and offers no other', async () => {
    const panel = await customer.stage.clickToolbar();
    await panel.waitFor(text('取り込んだトークンを登録したサイトです'));
    await panel.waitFor(text('ページの中には案内を出しません'));
    await panel.waitFor(`//section[@aria-label='開いているページ'][count(.//button)=1]`);
    await panel.click(button('このページに入力'));
    await isFilled(page);
    await panel.close();
    await page.click(button('Continue'));
    await page.waitFor(text('Welcome back.'));
    await picture(page, '6-filled-by-toolbar');
  });

  it('the popup of an ordinary site offers to use the token there, and the browser is asked in the click', async () => {
    const { stage, bind, timed, shop, tokenOf, counting } = customer;
    await bind(timed.issuer, null);
    await page.front();
    const panel = await stage.clickToolbar();
    await panel.click(inCard(counting.issuer, '//summary'));
    // The question stays without an answer, and the popup goes when it comes, perhaps before the driver hears of its click.
    void panel.click(inCard(counting.issuer, button(`いま開いているサイト（shop.localhost:${shop.port}）で使う`))).catch(() => undefined);
    const bound = { origin: `http://shop.localhost:${shop.port}`, inPage: false };
    await expect.poll(async () => (await tokenOf(counting.issuer)).site, { timeout: 15_000 }).toEqual(bound);
  });
});
