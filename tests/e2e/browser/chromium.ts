/** Chromium by Playwright, with the unpacked extension. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright';
import { CHROMIUM, findBrowser } from '../../../scripts/browsers.mjs';
import { bubbleSays, clickWithin } from './chromium-closed.ts';
import { displayOf } from './chromium-display.ts';
import { handOf } from './chromium-hand.ts';
import { clickToolbar, openBeside, openPanel } from './chromium-panel.ts';
import { giveReaders } from './chromium-passkeys.ts';
import { runInOurWorld } from './chromium-world.ts';
import { lookedInVain } from './looked-in-vain.ts';
import type { Stage, View } from './view.ts';

/** A background worker's `chrome`, as far as the tests call it. */
declare const chrome: {
  action: { openPopup(of: { windowId: number }): Promise<void> };
  commands: { onCommand: { dispatch(name: string): void } };
  contextMenus: { onClicked: { dispatch(choice: object, tab: object | undefined): void } };
  tabs: { query(of: { active: boolean; windowId: number }): Promise<object[]> };
  windows: { getLastFocused(of: { windowTypes: string[] }): Promise<{ id: number }> };
  idle: { onStateChanged: { dispatch(state: string): void } };
};

export interface ChromiumOptions {
  /** Kept over restarts of the browser when given. */
  profile?: string;
  headless?: boolean;
  dark?: boolean;
  viewport?: { width: number; height: number };
  /** IANA name; of the worker too. */
  timeZone?: string;
}

/** The driver takes a promise for true before it is settled: what it gives in the end is looked at, too. */
async function isTrueWithin(page: Page, script: () => boolean | Promise<boolean>, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  const said = async (): Promise<boolean> =>
    await (await page.waitForFunction(script, undefined, { polling: 100, timeout: Math.max(1, deadline - Date.now()) })).jsonValue();
  while (!(await said())) {
    if (Date.now() > deadline) return false;
    await page.waitForTimeout(100);
  }
  return true;
}

/** With what our bubble says, which is not in the page's text. */
const textOf = async (page: Page): Promise<string> => {
  const said = await bubbleSays(page).catch(() => '');
  const text = await page.evaluate(() => document.body?.innerText ?? '');
  return said === '' ? text : `[${said}]\n${text}`;
};

async function untilTrue(page: Page, script: () => boolean | Promise<boolean>, patience: number): Promise<void> {
  const vain = (failure?: unknown): Promise<Error> => lookedInVain(script.toString(), { address: page.url(), text: textOf(page) }, failure);
  const isTrue = await isTrueWithin(page, script, patience).catch(async (failure: unknown) => {
    throw await vain(failure);
  });
  if (!isTrue) throw await vain();
}

export function viewOf(page: Page): View {
  const at = (place: string) => page.locator(`xpath=${place}`).first();
  return {
    go: async (address) => void (await page.goto(address)),
    address: async () => page.url(),
    front: () => page.bringToFront(),
    click: (place) => at(place).click(),
    rightClick: (place) => at(place).click({ button: 'right' }),
    type: async (place, text) => {
      await at(place).click();
      await at(place).fill('');
      await page.keyboard.type(text);
    },
    press: (key) => page.keyboard.press(key),
    paste: () => page.keyboard.press('Control+v'),
    choose: (place, files) => at(place).setInputFiles(files),
    waitFor: (place, seconds = 15) =>
      at(place).waitFor({ state: 'visible', timeout: seconds * 1000 }).catch(async (failure: unknown) => {
        throw await lookedInVain(place, { address: page.url(), text: textOf(page) }, failure);
      }),
    waitGone: (place) => at(place).waitFor({ state: 'hidden' }),
    isThere: (place) => at(place).isVisible(),
    value: (place) => at(place).inputValue(),
    textOf: (place) => at(place).innerText(),
    run: (script, given = '') => page.evaluate(script, given),
    runInOurWorld: (script, given = '') => runInOurWorld(page, script, given),
    expose: async (name, listen) => void (await page.exposeFunction(name, listen)),
    until: (script, seconds = 15) => untilTrue(page, script, seconds * 1000),
    beforeEveryPage: async (script) => void (await page.addInitScript(script)),
    clickWithin: (host, name, again) => clickWithin(page, host, name, again),
    holdKey: async (key, repeats) => {
      // Held down, a key goes down again and again before it is up.
      for (let time = 0; time < repeats; time++) {
        await page.keyboard.down(key);
        await page.waitForTimeout(30);
      }
      await page.keyboard.up(key);
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    picture: async (file) => void (await page.screenshot({ path: file })),
    close: () => page.close(),
  };
}

/** The toolbar popup is no page of Playwright's: its language comes from the profile. */
async function speakJapanese(profile: string): Promise<void> {
  const preferences = join(profile, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(preferences, JSON.stringify({ intl: { accept_languages: 'ja', selected_languages: 'ja' } }));
}

/** Without the names that have no value. */
function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

async function launch(extension: string, profile: string, options: ChromiumOptions): Promise<BrowserContext> {
  const executablePath = findBrowser(CHROMIUM);
  if (!executablePath) throw new Error('No Chromium: run `node scripts/setup.mjs test`.');
  await speakJapanese(profile);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    locale: 'ja-JP',
    colorScheme: options.dark ? 'dark' : 'light',
    ...(options.timeZone === undefined ? {} : { env: { ...environment(), TZ: options.timeZone } }),
    viewport: options.headless === false ? null : (options.viewport ?? { width: 1100, height: 900 }),
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--lang=ja',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Lets the driver click the toolbar's button; a person who watches has a mouse.
      ...(options.headless === false ? [] : ['--enable-unsafe-extension-debugging']),
      ...asRoot,
    ],
  });
}

/** In the worker. Of a window with a toolbar: the one in front may be a small one of ours. */
async function openPopup(): Promise<void> {
  const { id: windowId } = await chrome.windows.getLastFocused({ windowTypes: ['normal'] });
  await chrome.action.openPopup({ windowId });
}

/** Stops every service worker the way the browser does when one is idle. */
async function stopWorkers(context: BrowserContext, ownOrigin: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${ownOrigin}/loss.html`);
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.close();
}

export interface ChromiumStage extends Stage {
  readonly context: BrowserContext;
  worker(): Promise<Worker>;
}

/** Of the browser's main process. Asked beforehand, so that a kill need not wait for an answer. */
async function processOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  await session?.detach();
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('the browser does not tell its process');
  return main.id;
}

/** SIGKILL for the process group that the driver made: storage and renderer processes must write nothing any more either. */
async function crash(context: BrowserContext, main: number): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve));
  process.kill(-main, 'SIGKILL');
  await gone;
}

export async function openChromium(extension: string, options: ChromiumOptions = {}): Promise<ChromiumStage> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'kagifuda-')));
  const context = await launch(extension, profile, options);
  context.setDefaultTimeout(15_000);
  const main = await processOf(context);
  const worker = async (): Promise<Worker> => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const ownOrigin = (await worker()).url().split('/').slice(0, 3).join('/');

  async function opened(act: () => Promise<void>): Promise<View> {
    const [page] = await Promise.all([context.waitForEvent('page'), act()]);
    return viewOf(page);
  }

  const awake = async (): Promise<Worker> => {
    // A worker that was stopped starts again on the next message from a page.
    if (context.serviceWorkers().length === 0) await (await ownPage('/loss.html')).close();
    return await worker();
  };

  async function ownPage(path: string): Promise<View> {
    const page = await context.newPage();
    await page.goto(ownOrigin + path);
    return viewOf(page);
  }

  return {
    name: 'chromium',
    context,
    ownOrigin,
    worker,
    opened,
    ownPage,
    newView: async () => viewOf(await context.newPage()),
    async newDisplay() {
      const page = await context.newPage();
      return await displayOf(page, viewOf(page));
    },
    openPopup: () => openPanel(context, `${ownOrigin}/popup.html`, async () => await (await awake()).evaluate(openPopup)),
    openBeside: () => openBeside(context, ownOrigin),
    clickToolbar: () => openPanel(context, `${ownOrigin}/popup.html`, () => clickToolbar(context, ownOrigin)),
    hand: handOf(context, ownOrigin),
    command: async (name) => await (await awake()).evaluate((it) => chrome.commands.onCommand.dispatch(it), name),
    chooseInMenu: async () =>
      await (await awake()).evaluate(async () => {
        const { id: windowId } = await chrome.windows.getLastFocused({ windowTypes: ['normal'] });
        const [tab] = await chrome.tabs.query({ active: true, windowId });
        chrome.contextMenus.onClicked.dispatch({ menuItemId: 'fill-code', editable: true }, tab);
      }),
    killWorker: () => stopWorkers(context, ownOrigin),
    setClock: async (by) =>
      await (await awake()).evaluate((shift) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + shift;
      }, by),
    givePasskeys: () => giveReaders(context),
    lockScreen: async () => await (await awake()).evaluate(() => chrome.idle.onStateChanged.dispatch('locked')),
    crash: () => crash(context, main),
    async close() {
      await context.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}
