/**
 * Ten thousand forged messages from the world of our own scripts in the bank's page, and some from the page's own:
 * no code, no crash, and what the customer has is as before. Firefox lets no driver into that world; what
 * answers there is the same code (`tests/lib/messages/`).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entry } from './bank/customer.ts';
import { rowField, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { forged } from './forged/messages.ts';
import { toRegistration } from './journeys/bank-pages.ts';
import { enrol, makeVault } from './journeys/first-steps.ts';
import { clickOffer } from './journeys/offer.ts';
import { untilBadge } from './journeys/untouched.ts';

const LOTS = 10;
const LOT = 1_000;
const PASSWORD = 'kagi2026fuda';
const CODE = rowField('ワンタイムパスワード(半角数字)');

/** The extension's API, in its own pages and among its own scripts. */
declare const chrome: {
  runtime: { id?: string; sendMessage(message: unknown): Promise<unknown> };
  storage: { local: { get(keys: null): Promise<object> } };
};

/** In the page: the names of what is kept in the area on the disk, or what the browser says instead. */
const kept = (): Promise<string[] | string> => chrome.storage.local.get(null).then(Object.keys, String);

/** In the page: sends all, tells how each kind of answer was given, and whatever looks like a secret or a code. */
async function sendAll(given: string): Promise<{ reasons: Record<string, number>; told: string[] }> {
  const messages: unknown = JSON.parse(given);
  const replies = await Promise.all((Array.isArray(messages) ? messages : []).map((message: unknown) => chrome.runtime.sendMessage(message)));
  const reasons: Record<string, number> = {};
  const told: string[] = [];
  for (const reply of replies) {
    const reason = String(Reflect.get(Object(reply), 'reason') ?? 'answered');
    reasons[reason] = (reasons[reason] ?? 0) + 1;
    const empty = JSON.stringify(Reflect.get(Object(reply), 'answer')) === '{}';
    if (reason === 'answered' && !empty) told.push(JSON.stringify(reply));
  }
  return { reasons, told };
}

describe.runIf(BROWSERS.includes('chromium'))('forged messages in a page of the bank', () => {
  let scene: Scene;
  let own: View;
  let page: View;
  let serial: string;
  let tokenId: string;

  beforeAll(async () => {
    scene = await openScene('chromium');
    const customer = await scene.bank.newCustomer({ institution: '1188', password: PASSWORD });
    own = await makeVault(scene.stage);
    serial = await enrol(own, '1188');
    tokenId = await own.run(async () => {
      const reply = await chrome.runtime.sendMessage({ name: 'look', ask: {} });
      return String(Reflect.get(Object(Reflect.get(Object(Reflect.get(Object(reply), 'answer')), 'tokens')), '0')?.['id']);
    });
    page = await scene.stage.newView();
    await page.front();
    await page.go(entry(scene.bank, '1188'));
    await toRegistration(page, customer);
    await untilBadge(own);
  });
  afterAll(async () => await scene?.close());

  const digits = (): Promise<string> => own.run(() => document.querySelector('.digits')?.textContent?.replaceAll(/\D/g, '') ?? '');

  it('are refused, all ten thousand of them, and tell nothing', async () => {
    const reasons: Record<string, number> = {};
    for (let lot = 0; lot < LOTS; lot++) {
      const sent: unknown = await page.runInOurWorld(sendAll, JSON.stringify(forged(LOT, 20_261_121 + lot, tokenId)));
      // An empty answer only says that a script of ours was brought.
      expect(Reflect.get(Object(sent), 'told')).toEqual([]);
      for (const [reason, count] of Object.entries(Object(Reflect.get(Object(sent), 'reasons')))) reasons[reason] = (reasons[reason] ?? 0) + Number(count);
    }
    expect(Object.values(reasons).reduce((sum, count) => sum + count, 0)).toBe(LOTS * LOT);
    expect(Object.keys(reasons).toSorted()).toEqual(expect.arrayContaining(['message-garbled', 'not-allowed', 'token-unknown']));
    expect(Object.keys(reasons).filter((reason) => !/^(message-garbled|not-allowed|token-unknown|answered)$/.test(reason))).toEqual([]);
    expect(reasons['not-allowed']).toBeGreaterThan(1000);
  });

  it('come from where nothing of the vault, the settings or the policy can be read', async () => {
    expect(await own.run(kept)).toContain('vaultCopy');
    expect(await page.runInOurWorld(kept)).toEqual(expect.stringMatching(/not allowed from this context/));
  });

  it('leave the page empty, the token as it was, and its code unspent', async () => {
    expect(await page.value(CODE)).toBe('');
    await own.go(`${scene.stage.ownOrigin}/popup.html`);
    await own.waitFor(text('利用開始前'));
    expect([await digits(), await own.isThere(text('使用済み'))]).toEqual([expect.stringMatching(/^\d{6}$/), false]);
  });

  it('of the page’s own world reach nobody', async () => {
    const heard = await page.run(async (id) => {
      const forgeries = [{ name: 'fillNow', ask: { tokenId: id } }, { name: 'take', ask: { tokenId: id, roles: ['current'], field: 'a-1' } }];
      for (const message of forgeries) {
        window.postMessage(message, '*');
        window.dispatchEvent(new CustomEvent('message', { detail: message }));
        document.dispatchEvent(new CustomEvent('kagifuda', { detail: message }));
      }
      const api: unknown = Reflect.get(window, 'chrome');
      return { runtime: typeof Reflect.get(Object(api), 'runtime'), ours: ['kagifudaReader', 'kagifudaHand'].filter((name) => name in window) };
    }, tokenId);
    expect(heard).toEqual({ runtime: 'undefined', ours: [] });
    expect(await page.value(CODE)).toBe('');
  });

  it('change nothing for the customer, whose own click fills', async () => {
    await page.front();
    await page.click(CODE);
    await clickOffer(page);
    await page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);
    expect(await page.value(rowField('シリアル番号'))).toBe(serial);
  });
});
