/** Every screen in every state: WCAG 2.2 AA, text of twice the size in a window of 320 px, the keyboard, forced colours and still pictures. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from './browser/build.ts';
import { type ChromiumStage, openChromium } from './browser/chromium.ts';
import { BROWSERS } from './browser/open.ts';
import { windowSize } from '../../entrypoints/popup/window-size.ts';
import { TEXT_SIZES } from '../../lib/messages/appearance.ts';
import { SCREENS } from './screens/all.ts';
import { callJudges, type Judges } from './screens/judge.ts';
import { openStand, type Stand } from './screens/stand.ts';
import { windowScreens } from './screens/windows.ts';

/** Nobody answers on it: the background behind these screens is never asked. */
const PORT = 8790;
const POPUP = { width: 400, height: 600 };
const PAGE = { width: 900, height: 900 };
/** WCAG 1.4.10. */
const NARROW = { width: 320, height: 640 };
/** What a small laptop has, beside its task bar. */
const SMALL_SCREEN = { width: 1366, height: 728 };
/** Title bar and address of a window in Firefox, which has the higher ones. */
const FRAME = 86;

describe.runIf(BROWSERS.includes('chromium'))('every screen', () => {
  let stage: ChromiumStage;
  let stand: Stand;
  let judges: Judges;

  beforeAll(async () => {
    judges = await callJudges();
    stage = await openChromium(await buildExtension('chrome', PORT), { timeZone: 'Asia/Tokyo' });
    stand = await openStand(stage.context, stage.ownOrigin);
  });
  afterAll(async () => await stage?.close());

  it('each has a name of its own', () => {
    expect(new Set(SCREENS.map(({ name }) => name)).size).toBe(SCREENS.length);
  });

  it.each(SCREENS)('$name meets WCAG 2.2 AA, is walked by Tab, and loses nothing at 320 px with text of twice the size', async (screen) => {
    const { page } = stand;
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'none' });
    await page.setViewportSize(/^\/(popup|sidepanel)/.test(screen.address) ? POPUP : PAGE);
    await stand.show(screen, 'ja');
    await judges.come(page);
    const plain = { wcag: await judges.axe(page), focus: await judges.walk(page), size: await judges.measure(page) };
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await judges.axe(page, 'colours');
    await page.emulateMedia({ forcedColors: 'active' });
    const forced = await judges.measureForced(page);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await page.setViewportSize(NARROW);
    await stand.textSize(200);
    const large = await judges.measure(page);
    const faults = Object.entries({ ...plain, dark, forced, large }).flatMap(([kind, lines]) => lines.map((line) => `${kind}: ${line}`));
    expect(faults).toEqual([]);
  });

  describe.each(TEXT_SIZES)('with text of %i percent', (textSize) => {
    it.each(windowScreens)('$name shows its button without scrolling in the window that is opened for it', async (screen) => {
      const { page } = stand;
      const { width, height } = windowSize({ textSize }, SMALL_SCREEN);
      await page.setViewportSize({ width, height: height - FRAME });
      await stand.show(screen, 'ja');
      await stand.textSize(textSize);
      const buttons = await page.evaluate(() => [...document.querySelectorAll('button.primary')].map((button) => button.getBoundingClientRect().bottom));
      expect(buttons.filter((bottom) => bottom > height - FRAME)).toEqual([]);
    });
  });

  it.each(SCREENS)('$name loses nothing in English either', async (screen) => {
    const { page } = stand;
    await page.setViewportSize(NARROW);
    await stand.show(screen, 'en');
    await judges.come(page);
    await stand.textSize(200);
    expect(await judges.measure(page)).toEqual([]);
  });
});
