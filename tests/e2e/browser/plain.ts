/** A browser as it comes, without the extension: for what the bank's own pages do to a person. */
import { chromium, type Browser as Chromium } from 'playwright';
import puppeteer, { type Browser as Firefox } from 'puppeteer-core';
import { CHROMIUM, findBrowser } from '../../../scripts/browsers.mjs';
import { viewOf as chromiumView } from './chromium.ts';
import { viewOf as firefoxView } from './firefox.ts';
import { firefoxProgram, profileForOnce } from './firefox-profile.ts';
import type { BrowserName } from './open.ts';
import type { View } from './view.ts';

export interface PlainView extends View {
  /** In the page and in each of its frames, of any origin; the page comes first. A frame that is going away gives null. */
  runInFrames<T>(script: () => T): Promise<(T | null)[]>;
  /** What the page and all its frames say, of any origin, one after the other. */
  textOfFrames(): Promise<string>;
}

export interface PlainBrowser {
  readonly name: BrowserName;
  newView(): Promise<PlainView>;
  close(): Promise<void>;
}

export interface PlainOptions {
  /** A telephone's size and User-Agent. */
  mobile?: boolean;
}

const DESK = { width: 1100, height: 900 };
const PHONE = { width: 390, height: 844 };
const PATIENCE = 15_000;
/** The bank chooses its layout by the word Mobile. */
const PHONES: Record<BrowserName, string> = {
  chromium: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  firefox: 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
};

/** A page of either driver. */
interface Framed {
  frames(): { evaluate<T>(script: () => T): Promise<T> }[];
}

function withFrames(view: View, page: Framed): PlainView {
  const runInFrames = <T>(script: () => T): Promise<(T | null)[]> =>
    Promise.all(page.frames().map((frame) => frame.evaluate(script).catch(() => null)));
  const textOfFrames = async (): Promise<string> => (await runInFrames(() => document.body.innerText)).join('\n');
  return { ...view, runInFrames, textOfFrames };
}

function chromiumProgram(): string {
  const path = findBrowser(CHROMIUM);
  if (path === undefined) throw new Error('No Chromium: run `node scripts/setup.mjs test`.');
  return path;
}

async function openChromium(mobile: boolean): Promise<PlainBrowser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser: Chromium = await chromium.launch({ executablePath: chromiumProgram(), args: ['--lang=ja', ...asRoot] });
  const phone = mobile ? { userAgent: PHONES.chromium, isMobile: true, hasTouch: true } : {};
  const context = await browser.newContext({ locale: 'ja-JP', viewport: mobile ? PHONE : DESK, ...phone });
  context.setDefaultTimeout(PATIENCE);
  return {
    name: 'chromium',
    async newView() {
      const page = await context.newPage();
      return withFrames(chromiumView(page), page);
    },
    close: () => browser.close(),
  };
}

async function openFirefox(mobile: boolean): Promise<PlainBrowser> {
  const profile = profileForOnce();
  const browser: Firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxProgram(),
    headless: true,
    userDataDir: profile.path,
    args: [`--width=${DESK.width}`, `--height=${DESK.height}`],
    defaultViewport: null,
    // Not by the driver: every release of Firefox knows the preference.
    extraPrefsFirefox: { 'intl.accept_languages': 'ja', ...(mobile ? { 'general.useragent.override': PHONES.firefox } : {}) },
  });
  return {
    name: 'firefox',
    async newView() {
      const page = await browser.newPage();
      if (mobile) await page.setViewport(PHONE);
      return withFrames(firefoxView(page), page);
    },
    async close() {
      await browser.close();
      profile.remove();
    },
  };
}

/** Cookies and storage belong to this browser alone and end with it. Throws when the program is not installed. */
export function openPlain(name: BrowserName, { mobile = false }: PlainOptions = {}): Promise<PlainBrowser> {
  return name === 'firefox' ? openFirefox(mobile) : openChromium(mobile);
}
