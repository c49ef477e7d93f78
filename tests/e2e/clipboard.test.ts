/** J5, after the copy: the code on the clipboard of the system: cleared when its time is over, where the browser lets us; never anything else. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from './browser/build.ts';
import { openChromium } from './browser/chromium.ts';
import { button, text } from './browser/find.ts';
import { openFirefox } from './browser/firefox.ts';
import { grantedBuild } from './browser/granted.ts';
import { BROWSERS, type BrowserName } from './browser/open.ts';
import { freePort } from './browser/port.ts';
import type { Stage, View } from './browser/view.ts';
import { makeVault } from './journeys/first-steps.ts';
import { asking, lockNow } from './journeys/lock-pages.ts';
import { pictures } from './pictures.ts';
import { card, inCard } from './transfer/own-pages.ts';
import { codeAt, standard, uriOf } from './transfer/standard.ts';

/** The extension's API in one of its own pages. */
declare const chrome: { storage: { session: { get(key: string): Promise<Record<string, unknown>> } } };

const LEAVE = ['clipboardRead', 'clipboardWrite'];
/** Firefox then grants what is asked for at once; it still asks for a click of a person's. */
const YES = { 'extensions.webextOptionalPermissionPrompts': false };
const CLEARED = '残り時間が終わると、クリップボードから自動で消します';
const STAYS = 'コピーした番号はクリップボードに残ります';
const ASK = button('自動で消すようにする');

const timed = standard({ issuer: 'Cedar Street Books' });
const counting = standard({ issuer: '杉通り書店', counter: 41 });

interface Copying {
  stage: Stage;
  own: View;
  toPopup: () => Promise<void>;
  close(): Promise<void>;
}

async function openCopying(name: BrowserName, isGranted: boolean): Promise<Copying> {
  const built = await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', await freePort());
  const given = isGranted && name === 'chromium' ? grantedBuild(built, LEAVE) : null;
  const stage = name === 'firefox' ? await openFirefox(built, { prefs: isGranted ? YES : {} }) : await openChromium(given ?? built);
  const own = await makeVault(stage);
  const sources = [timed, counting].map((token) => ({ text: uriOf(token), stretched: null }));
  await asking(own)('importTokens', { sources, chosen: [0, 1] });
  return {
    stage,
    own,
    async toPopup() {
      await own.front();
      await own.go(`${stage.ownOrigin}/popup.html`);
      await own.waitFor(card(timed.issuer));
    },
    async close() {
      await stage.close();
      if (given !== null) await rm(given, { recursive: true, force: true });
    },
  };
}

const copyTimed = (own: View): Promise<void> => own.click(inCard(timed.issuer, button('コピー')));
const clipboard = (own: View): Promise<string> => own.run(() => navigator.clipboard.readText());
/** A code's time, and half a minute in which Chromium lets no alarm come. */
const untilEmpty = (own: View, seconds = 65): Promise<void> => own.until(async () => (await navigator.clipboard.readText()) === '', seconds);
const untilForgotten = (own: View): Promise<void> => own.until(async () => (await chrome.storage.session.get('copied'))['copied'] === null, 65);

describe.each(BROWSERS)('a copied code in %s', (name) => {
  const picture = pictures(`clipboard-${name}`);
  let copying: Copying;

  beforeAll(async () => void (copying = await openCopying(name, true)));
  afterAll(async () => await copying?.close());

  it('is cleared when its time is over, though the background has ended meanwhile', async () => {
    const { own, stage, toPopup } = copying;
    await toPopup();
    await copyTimed(own);
    if (name === 'firefox') {
      await own.waitFor(text(STAYS));
      await own.click(ASK);
    }
    await own.waitFor(text(CLEARED));
    await picture(own, '1-cleared');
    expect(await clipboard(own)).toMatch(/^\d{6}$/);
    await stage.killWorker();
    await untilEmpty(own);
  });

  it('leaves alone what was copied after it', async () => {
    const { own, stage, toPopup } = copying;
    await toPopup();
    await own.waitFor(inCard(timed.issuer, button('コピー')));
    await copyTimed(own);
    await own.waitFor(text(CLEARED));
    await stage.hand.copyText('振込先の口座番号');
    await own.front();
    await untilForgotten(own);
    expect(await clipboard(own)).toBe('振込先の口座番号');
  });

  it('of a counter stays no longer than until the lock', async () => {
    const { own, toPopup } = copying;
    await toPopup();
    await own.click(inCard(counting.issuer, button('次の番号を出す')));
    await own.click(inCard(counting.issuer, button('コピー')));
    await own.waitFor(text('コピーから1分たつと'));
    expect(await clipboard(own)).toBe(codeAt(counting, 41));
    await lockNow(own);
    await untilEmpty(own, 20);
  });
});

describe.each(BROWSERS)('without the browser’s leave in %s', (name) => {
  const picture = pictures(`clipboard-${name}`);
  let copying: Copying;

  beforeAll(async () => void (copying = await openCopying(name, false)));
  afterAll(async () => await copying?.close());

  it('a copied code stays, the popup says so, and nothing fails', async () => {
    const { own, stage, toPopup } = copying;
    await toPopup();
    await copyTimed(own);
    await own.waitFor(text(STAYS));
    expect(await own.isThere(ASK)).toBe(true);
    await picture(own, '2-stays');
    await untilForgotten(own);
    await own.go(`${stage.ownOrigin}/transfer.html`);
    await own.click('//textarea');
    await own.paste();
    expect(await own.run(() => document.querySelector('textarea')?.value)).toMatch(/^\d{6}$/);
  });

  it('the settings say so, too', async () => {
    const { own, stage } = copying;
    await own.go(`${stage.ownOrigin}/settings.html`);
    await own.waitFor(text('今は、自動で消しません'));
    await own.waitFor(button('許可する'));
  });
});
