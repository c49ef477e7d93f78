/** Screens in a real browser, each with its answers standing behind it. */
import { COPY } from '../../../components/appearance.ts';
import type { Language } from '../../../components/language.ts';
import type { Appearance } from '../../../lib/messages/appearance.ts';
import { TOKENS_CHANGED } from '../../../lib/messages/protocol.ts';
import { buildExtension } from '../browser/build.ts';
import { openChromium } from '../browser/chromium.ts';
import type { Display, Size } from '../browser/display.ts';
import { text } from '../browser/find.ts';
import { openFirefox } from '../browser/firefox.ts';
import type { BrowserName } from '../browser/open.ts';
import type { Stage } from '../browser/view.ts';
import { type Answers, ordinary } from './answers.ts';
import { NOW } from './looks.ts';
import type { Screen } from './screen.ts';
import { GIVEN, standBuild } from './stand-build.ts';

/** Nobody answers on it: the background behind these screens is never asked. */
const PORT = 8790;

/** The extension's API in one of its own pages. */
declare const chrome: { runtime: { sendMessage(message: string): Promise<unknown> } };

export interface Stand {
  display: Display;
  /** Opens the screen, leads it to its state and sees that it is there. Rejects when it asked for something that nobody answers. */
  show: (screen: Screen, language: Language) => Promise<void>;
  /** As if chosen in the settings, in another page: the screen that is there follows at once. */
  appear: (chosen: Partial<Appearance>) => Promise<void>;
  /** From now on these are the answers, and the background calls that something changed. */
  answer: (answers: Answers, now: number) => Promise<void>;
}

export interface StandStage {
  openStand: () => Promise<Stand>;
  close: () => Promise<void>;
}

/** In the page: resolves when it has it. A page listens once its screen is there, and then sees what was chosen until then. */
async function takeAppearance(given: string): Promise<void> {
  const { key, copy } = JSON.parse(given);
  const { language, textSize } = JSON.parse(copy);
  localStorage.setItem(key, copy);
  dispatchEvent(new StorageEvent('storage', { key }));
  const { documentElement: root } = document;
  const isThere = (): boolean => root.dataset['textSize'] === String(textSize) && (language === 'auto' || root.lang === language);
  for (let looks = 0; looks < 300 && !isThere(); looks++) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!isThere()) throw new Error(`the page does not take ${copy}`);
}

/** In the page. */
function takeAnswers(given: string): void {
  Reflect.apply(Reflect.get(globalThis, 'standsHere'), undefined, [JSON.parse(given)]);
}

/** One page for all of them, one after the other. */
async function standOn(stage: Stage, display: Display): Promise<Stand> {
  const { view } = display;
  // A page of the extension without answers: from here on each gives the next one its own.
  const caller = await stage.ownPage('/loss.html');
  await view.front();
  await view.go(`${stage.ownOrigin}/loss.html`);
  return {
    display,
    async show({ name, address, answers, passkeys = false, privately = false, reach, shows }, language) {
      const given = { answers: { ...ordinary, ...answers }, language, now: NOW, passkeys, privately };
      await display.textSize(100);
      await view.run((words) => sessionStorage.setItem(JSON.parse(words).key, JSON.parse(words).given), JSON.stringify({ key: GIVEN, given: JSON.stringify(given) }));
      await view.go(stage.ownOrigin + address);
      await reach?.(view, language);
      await view.waitFor(text(shows(language)));
      const unanswered = await view.run(() => String(Reflect.get(globalThis, 'unansweredHere')));
      if (unanswered !== '') throw new Error(`${name} asked for ${unanswered}, and nothing is given for it`);
    },
    async appear(chosen) {
      const copy = JSON.stringify({ language: 'auto', theme: 'auto', textSize: 100, ...chosen });
      await view.run(takeAppearance, JSON.stringify({ key: COPY, copy }));
    },
    async answer(answers, now) {
      await view.run(takeAnswers, JSON.stringify({ answers: { ...ordinary, ...answers }, now }));
      await caller.run((message) => chrome.runtime.sendMessage(message).catch(() => undefined), TOKENS_CHANGED);
    },
  };
}

/** `more`: code that every page has besides. */
export async function openStandStage(name: BrowserName, more = ''): Promise<StandStage> {
  const build = await standBuild(await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', PORT), more);
  const options = { timeZone: 'Asia/Tokyo' };
  const stage = name === 'firefox' ? await openFirefox(build.folder, options) : await openChromium(build.folder, options);
  return {
    openStand: async () => await standOn(stage, await stage.newDisplay()),
    async close() {
      await stage.close();
      await build.remove();
    },
  };
}

const POPUP: Size = { width: 400, height: 600 };
const SMALL: Size = { width: 440, height: 560 };
const PAGE: Size = { width: 900, height: 700 };

/** As wide as the browser opens it. */
export function windowOf({ address }: Screen): Size {
  if (/^\/(popup|sidepanel)/.test(address)) return POPUP;
  return /^\/(unlock|confirm)/.test(address) ? SMALL : PAGE;
}
