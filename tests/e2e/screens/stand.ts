/** Screens in Chromium, each with its answers standing behind it; colours, text and width as a person may have set them. */
import type { BrowserContext, CDPSession, Page } from 'playwright';
import type { Language } from '../../../components/language.ts';
import { viewOf } from '../browser/chromium.ts';
import { text } from '../browser/find.ts';
import { ordinary, standIn } from './answers.ts';
import { NOW } from './looks.ts';
import type { Screen } from './screen.ts';

/** CSS pixels that a browser gives text unless it is told otherwise. */
const PLAIN_TEXT = 16;

export interface Stand {
  page: Page;
  /** Opens the screen, leads it to its state and sees that it is there. Rejects when it asked for something that nobody answers. */
  show: (screen: Screen, language: Language) => Promise<void>;
  /**
   * Percent of the browser's own text size, as if set in its settings: our rem grow with it, and so do breakpoints in em. (A zoom is another
   * thing: it makes the window narrower.) Holds until the next screen, or until a picture of the whole page is taken.
   */
  textSize: (percent: number) => Promise<void>;
}

async function setTextSize(session: CDPSession, percent: number): Promise<void> {
  const size = Math.round((PLAIN_TEXT * percent) / 100);
  await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
}

/** One page for all of them, one after the other. */
export async function openStand(context: BrowserContext, ownOrigin: string): Promise<Stand> {
  const page = await context.newPage();
  const view = viewOf(page);
  const session = await context.newCDPSession(page);
  return {
    page,
    textSize: (percent) => setTextSize(session, percent),
    async show({ name, address, answers, passkeys = false, reach, shows }, language) {
      const given = { answers: { ...ordinary, ...answers }, language, now: NOW, passkeys };
      await using _ = await page.addInitScript(standIn, given);
      await setTextSize(session, 100);
      await page.goto(ownOrigin + address);
      await reach?.(view, language);
      await view.waitFor(text(shows(language)));
      const unanswered = await page.evaluate(() => String(Reflect.get(globalThis, 'unansweredHere')));
      if (unanswered !== '') throw new Error(`${name} asked for ${unanswered}, and nothing is given for it`);
    },
  };
}
