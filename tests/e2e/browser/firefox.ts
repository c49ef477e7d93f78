/** Stock Firefox over WebDriver BiDi, with the extension as a temporary add-on, or for good in a profile that is kept. */
import { once } from 'node:events';
import puppeteer, { type Browser, type Page, type Target, TargetType } from 'puppeteer-core';
import { installForGood, installForNow, keepPreferences, untilStarted } from './firefox-install.ts';
import { displayOf } from './firefox-display.ts';
import { handOf } from './firefox-hand.ts';
import { openPanel, openSidebar } from './firefox-panel.ts';
import { firefoxProgram, type Profile, profileForOnce } from './firefox-profile.ts';
import { chromeScript } from './firefox-scripts.ts';
import { selector, shown, untilGone, untilStill } from './firefox-waits.ts';
import type { Stage, View } from './view.ts';

const GECKO_ID = 'kagifuda@kagifuda.example';
/** Fixed beforehand, so that the tests know the extension's address. */
const UUID = '6b616769-6675-4461-8a5f-000000000001';
const PATIENCE = 15_000;

/** As a person does: the puzzle piece, then our line in its list. Both are the browser's own buttons. */
const CLICK_TOOLBAR = `
  document.getElementById('unified-extensions-button').click();
  const deadline = Date.now() + ${PATIENCE};
  while (Date.now() < deadline) {
    const line = document.querySelector('#unified-extensions-panel [data-extensionid="${GECKO_ID}"] .unified-extensions-item-action-button');
    if (line && line.getClientRects().length > 0) return line.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the extension is not in the list of the toolbar');
`;

/** The menu that a right click opened, once it is drawn: its line of the extension. */
const CHOOSE_IN_MENU = `
  const menu = document.getElementById('contentAreaContextMenu');
  const deadline = Date.now() + ${PATIENCE};
  while (Date.now() < deadline) {
    const line = [...menu.querySelectorAll('menuitem')].find((one) => one.label.startsWith('鍵札'));
    if (menu.state === 'open' && line) return menu.activateItem(line);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('our line is not in the menu, which is ' + menu.state);
`;


export function viewOf(page: Page): View {
  page.setDefaultTimeout(PATIENCE);
  const handle = async (place: string) => await shown(page, place, PATIENCE);
  return {
    go: (address) => goTo(page, address),
    address: async () => page.url(),
    front: () => page.bringToFront(),
    click: async (place) => {
      const found = await handle(place);
      await found.evaluate(untilStill);
      await found.click();
    },
    rightClick: async (place) => await (await handle(place)).click({ button: 'right' }),
    type: async (place, text) => {
      const input = await handle(place);
      await input.evaluate(untilStill);
      await input.click({ count: 3 });
      await page.keyboard.press('Backspace');
      await page.keyboard.type(text);
    },
    press: async (key) => await page.keyboard.press(key as Parameters<typeof page.keyboard.press>[0]),
    async paste() {
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
    },
    async choose(place, files) {
      const input = await (await handle(place)).toElement('input');
      await input.uploadFile(...files);
    },
    waitFor: async (place, seconds = 15) =>
      void (await shown(page, place, seconds * 1000)),
    waitGone: (place) => untilGone(page, place, PATIENCE),
    isThere: async (place) => (await page.$(selector(place)))?.isVisible() ?? false,
    value: async (place) => await (await handle(place)).evaluate((element) => (element instanceof HTMLInputElement ? element.value : '')),
    textOf: async (place) => await (await handle(place)).evaluate((element) => (element instanceof HTMLElement ? element.innerText : '')),
    run: (script, given = '') => page.evaluate(script, given),
    runInOurWorld: () => Promise.reject(new Error('no driver reaches our scripts in a page of Firefox')),
    expose: (name, listen) => page.exposeFunction(name, listen),
    until: async (script, seconds = 15) => void (await page.waitForFunction(script, { polling: 100, timeout: seconds * 1000 })),
    beforeEveryPage: async (script) => void (await page.evaluateOnNewDocument(script)),
    clickWithin: () => Promise.reject(new Error('closed shadow roots are reached by keyboard in Firefox')),
    holdKey: () => Promise.reject(new Error('a key that repeats is known to the driver of Chromium only')),
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
  const before = new Set(browser.targets());
  const isNew = (target: Target): boolean => target.type() === TargetType.PAGE && !before.has(target);
  const [target] = await Promise.all([browser.waitForTarget(isNew, { timeout: PATIENCE }), act()]);
  const page = await target.page();
  if (!page) throw new Error('what was opened is no page');
  await page.waitForSelector('main, [role=main]');
  return page;
}

export interface FirefoxOptions {
  /** Kept over restarts of the browser when given; the extension is installed for good then. ESR or a build without signing. */
  profile?: string;
  /** What a person may have set in about:config. */
  prefs?: Record<string, unknown>;
  /** IANA name. */
  timeZone?: string;
  /** The home folder that it finds its user's files in. */
  home?: string;
  /** Takes a certificate that nobody vouches for. */
  anyCertificate?: boolean;
  /** Set to keep no history: every window is a private one, and the extension is allowed there. */
  keepsNothing?: boolean;
}

async function launch(userDataDir: string, { profile, prefs = {}, timeZone, home, anyCertificate = false, keepsNothing = false }: FirefoxOptions): Promise<Browser> {
  return await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxProgram(),
    headless: true,
    userDataDir,
    env: { ...process.env, ...(timeZone === undefined ? {} : { TZ: timeZone }), ...(home === undefined ? {} : { HOME: home }) },
    acceptInsecureCerts: anyCertificate,
    args: ['--remote-allow-system-access', '--width=1100', '--height=900'],
    defaultViewport: null,
    extraPrefsFirefox: {
      // What is saved would open a list of downloads, which takes the keyboard when it comes.
      'browser.download.alwaysOpenPanel': false,
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      'extensions.openPopupWithoutUserGesture.enabled': true,
      'intl.accept_languages': 'ja',
      'browser.privatebrowsing.autostart': keepsNothing,
      ...(profile === undefined ? {} : { 'xpinstall.signatures.required': false }),
      ...prefs,
    },
  });
}

async function install(browser: Browser, extension: string, { profile, keepsNothing = false }: FirefoxOptions): Promise<void> {
  if (profile === undefined) return await installForNow(browser, extension, keepsNothing);
  await keepPreferences(profile);
  await installForGood(browser, { extension, profile, id: GECKO_ID });
  await untilStarted(browser, GECKO_ID);
}

/** SIGKILL for the whole process group: content processes must write nothing any more either. */
async function crash(browser: Browser): Promise<void> {
  const main = browser.process();
  if (main?.pid === undefined) throw new Error('Firefox has no process of its own');
  const gone = once(main, 'exit');
  process.kill(-main.pid, 'SIGKILL');
  await gone;
}

export async function openFirefox(extension: string, options: FirefoxOptions = {}): Promise<Stage> {
  const profile: Profile = options.profile === undefined ? profileForOnce() : { path: options.profile, remove: () => undefined };
  const browser = await launch(profile.path, options);
  await install(browser, extension, options);
  const inBrowser = chromeScript(browser);
  // Opened first, so that it never is the tab in front later.
  const helper = await openOwnPage(browser, '/loss.html');

  return {
    name: 'firefox',
    ownOrigin: `moz-extension://${UUID}`,
    newView: async () => viewOf(await browser.newPage()),
    async newDisplay() {
      const page = await browser.newPage();
      return await displayOf(page, viewOf(page), inBrowser);
    },
    ownPage: async (path) => viewOf(await openOwnPage(browser, path)),
    openPopup: () => openPanel(helper),
    clickToolbar: () => openPanel(helper, async () => void (await inBrowser(CLICK_TOOLBAR))),
    openBeside: () => openSidebar(helper, inBrowser, GECKO_ID),
    hand: handOf(inBrowser),
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
    chooseInMenu: async () => void (await inBrowser(CHOOSE_IN_MENU)),
    killWorker: async () =>
      void (await inBrowser(`
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
        await extension.terminateBackground();
      `)),
    setClock: () => Promise.reject(new Error('no driver reaches the background of Firefox')),
    givePasskeys: () => Promise.reject(new Error('Firefox gives extension pages no RP ID')),
    lockScreen: () => Promise.reject(new Error('Firefox tells extensions nothing of the screen')),
    async crash() {
      await crash(browser);
      profile.remove();
    },
    async close() {
      await browser.close();
      profile.remove();
    },
  };
}
