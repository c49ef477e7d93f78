/** Stock Firefox over WebDriver BiDi, with the unpacked extension as a temporary add-on. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { FIREFOX, findBrowser } from '../../../scripts/browsers.mjs';
import { openPanel } from './firefox-panel.ts';
import { chromeScript } from './firefox-scripts.ts';
import type { Stage, View } from './view.ts';

const GECKO_ID = 'kagifuda@kagifuda.example';
/** Fixed beforehand, so that the tests know the extension's address. */
const UUID = '6b616769-6675-4461-8a5f-000000000001';
const PATIENCE = 15_000;

const selector = (place: string): string => `::-p-xpath(${place})`;

export function viewOf(page: Page): View {
  page.setDefaultTimeout(PATIENCE);
  const handle = async (place: string) => {
    const found = await page.waitForSelector(selector(place), { visible: true });
    if (!found) throw new Error(`nothing at ${place}`);
    return found;
  };
  return {
    go: (address) => goTo(page, address),
    address: async () => page.url(),
    front: () => page.bringToFront(),
    click: async (place) => await (await handle(place)).click(),
    type: async (place, text) => {
      const input = await handle(place);
      await input.click({ count: 3 });
      await page.keyboard.press('Backspace');
      await page.keyboard.type(text);
    },
    press: async (key) => await page.keyboard.press(key as Parameters<typeof page.keyboard.press>[0]),
    waitFor: async (place, seconds = 15) => void (await page.waitForSelector(selector(place), { visible: true, timeout: seconds * 1000 })),
    waitGone: async (place) => void (await page.waitForSelector(selector(place), { hidden: true })),
    isThere: async (place) => (await page.$(selector(place)))?.isVisible() ?? false,
    value: async (place) => await (await handle(place)).evaluate((element) => (element instanceof HTMLInputElement ? element.value : '')),
    textOf: async (place) => await (await handle(place)).evaluate((element) => (element instanceof HTMLElement ? element.innerText : '')),
    run: (script) => page.evaluate(script),
    until: async (script, seconds = 15) => void (await page.waitForFunction(script, { polling: 100, timeout: seconds * 1000 })),
    beforeEveryPage: async (script) => void (await page.evaluateOnNewDocument(script)),
    clickWithin: () => Promise.reject(new Error('closed shadow roots are reached by keyboard in Firefox')),
    clickAt: (x, y) => page.mouse.click(x, y),
    picture: async (file) => void (await page.screenshot({ path: file })),
    close: () => page.close(),
  };
}

async function goTo(page: Page, address: string): Promise<void> {
  if (!address.startsWith('moz-extension:')) return void (await page.goto(address));
  // Waiting for `load` of an extension page never ends over BiDi; the new document's first element does as well.
  await page.evaluate(() => document.querySelector('main')?.remove()).catch(() => undefined);
  await page.goto(address, { waitUntil: [] });
  await page.waitForSelector('main, [role=main]');
}

async function openOwnPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  await goTo(page, `moz-extension://${UUID}${path}`);
  return page;
}

/** The page that was not there before; a new window's first page is about:blank until it is ours. */
async function pageOpenedBy(browser: Browser, act: () => Promise<void>): Promise<Page> {
  const before = new Set(await browser.pages());
  await act();
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const fresh = (await browser.pages()).find((page) => !before.has(page));
    if (fresh) {
      await fresh.waitForSelector('main, [role=main]');
      return fresh;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('no page was opened');
}

export interface FirefoxOptions {
  /** What a person may have set in about:config. */
  prefs?: Record<string, unknown>;
  /** IANA name. */
  timeZone?: string;
}

export async function openFirefox(extension: string, { prefs = {}, timeZone }: FirefoxOptions = {}): Promise<Stage> {
  const executablePath = findBrowser(FIREFOX);
  if (!executablePath) throw new Error('No Firefox: run `node scripts/setup.mjs test`.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    ...(timeZone === undefined ? {} : { env: { ...process.env, TZ: timeZone } }),
    args: ['--remote-allow-system-access', '--width=1100', '--height=900'],
    defaultViewport: null,
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      'extensions.openPopupWithoutUserGesture.enabled': true,
      'intl.accept_languages': 'ja',
      ...prefs,
    },
  });
  await browser.installExtension(extension);
  const inBrowser = chromeScript(browser);
  // Opened first, so that it never is the tab in front later.
  const helper = await openOwnPage(browser, '/loss.html');

  return {
    name: 'firefox',
    ownOrigin: `moz-extension://${UUID}`,
    newView: async () => viewOf(await browser.newPage()),
    ownPage: async (path) => viewOf(await openOwnPage(browser, path)),
    openPopup: () => openPanel(helper),
    opened: async (act) => viewOf(await pageOpenedBy(browser, act)),
    // The real <key> that the browser made of the manifest's command.
    command: async (name) =>
      void (await inBrowser(`
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
        const { shortcut } = (await extension.shortcuts.allCommands()).find(({ name }) => name === ${JSON.stringify(name)});
        const letter = shortcut.split('+').at(-1);
        const key = [...document.querySelectorAll('keyset[id*="ext-keyset"] key')].find((one) => one.getAttribute('key') === letter);
        key.doCommand();
      `)),
    killWorker: async () =>
      void (await inBrowser(`
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
        await extension.terminateBackground();
      `)),
    setClock: () => Promise.reject(new Error('no driver reaches the background of Firefox')),
    close: () => browser.close(),
  };
}
