/** Every screen in every state: WCAG 2.2 AA, text of twice the size in a window of 320 px, the keyboard, forced colours and still pictures. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Display, Size } from './browser/display.ts';
import { text } from './browser/find.ts';
import { BROWSERS } from './browser/open.ts';
import type { Language } from '../../components/language.ts';
import { windowSize } from '../../entrypoints/pages/window-size.ts';
import { TEXT_SIZES } from '../../lib/messages/appearance.ts';
import { SCREENS } from './screens/all.ts';
import { axe, judgesCode, measure, measureForced, walk } from './screens/judge.ts';
import { openStandStage, type Stand, type StandStage, windowOf } from './screens/stand.ts';
import { windowScreens } from './screens/windows.ts';

/** WCAG 1.4.10. */
const NARROW: Size = { width: 320, height: 640 };
/** The largest that can be chosen in our settings. */
const LARGEST = 200;
/** What a small laptop has, beside its task bar. */
const SMALL_SCREEN: Size = { width: 1366, height: 728 };
/** Title bar and address of a window in Firefox, which has the higher ones. */
const FRAME = 86;

/** Faults by the kind of look at the screen, one line each. */
type Faults = Record<string, string[]>;

async function judgeColours({ view, colours }: Display): Promise<Faults> {
  const light = await axe(view);
  await colours('dark');
  const dark = await axe(view, 'colours');
  await colours('forced');
  const forced = await measureForced(view);
  await colours('light');
  return { light, dark, forced };
}

/** Our own text size in the window that the screen has, then both kinds of large text in a narrow one; each window once. */
async function judgeLargeText({ display, appear }: Stand, show: (language: Language) => Promise<void>): Promise<Faults> {
  const { view, resize, textSize } = display;
  const faults: Faults = {};
  await appear({ language: 'ja', textSize: LARGEST });
  faults['ja large'] = await measure(view);
  await show('en');
  await appear({ language: 'en', textSize: LARGEST });
  faults['en large'] = await measure(view);
  await resize(NARROW);
  faults['en large and narrow'] = await measure(view);
  await appear({ language: 'en' });
  await textSize(200);
  faults['en large by the browser, and narrow'] = await measure(view);
  await show('ja');
  faults['ja large by the browser, and narrow'] = await measure(view);
  await textSize(100);
  await appear({ language: 'ja', textSize: LARGEST });
  faults['ja large and narrow'] = await measure(view);
  await appear({ language: 'ja' });
  return faults;
}

describe('every screen', () => {
  it('has a name of its own', () => {
    expect(new Set(SCREENS.map(({ name }) => name)).size).toBe(SCREENS.length);
  });
});

describe.each(BROWSERS)('every screen in %s', (name) => {
  let stage: StandStage;
  let stand: Stand;

  beforeAll(async () => {
    stage = await openStandStage(name, await judgesCode());
    stand = await stage.openStand();
  });
  afterAll(async () => await stage?.close());

  // Opened once for all of it; the language changes as the settings change it, in the state that the screen is in.
  it.each(SCREENS)('$name meets WCAG 2.2 AA, loses nothing with large text in both languages, and is walked by Tab', async (screen) => {
    const { display, show, appear } = stand;
    const { view, resize, colours } = display;
    const speak = async (language: Language): Promise<void> => {
      await appear({ language });
      await view.waitFor(text(screen.shows(language)));
    };
    await colours('light');
    await resize(windowOf(screen));
    await show(screen, 'ja');
    const faults = { ...(await judgeColours(display)), plain: await measure(view), ...(await judgeLargeText(stand, speak)) };
    // Last: some buttons take no press in their first half second, and no focus.
    await resize(windowOf(screen));
    const all = { ...faults, focus: await walk(display) };
    expect(Object.entries(all).flatMap(([kind, lines]) => lines.map((line) => `${kind}: ${line}`))).toEqual([]);
  });

  describe.each(TEXT_SIZES)('with text of %i percent', (textSize) => {
    it.each(windowScreens)('$name shows its button without scrolling in the window that is opened for it', async (screen) => {
      const { display, show, appear } = stand;
      const { width, height } = windowSize({ textSize }, SMALL_SCREEN);
      await display.colours('light');
      await display.resize({ width, height: height - FRAME });
      await show(screen, 'ja');
      await appear({ language: 'ja', textSize });
      const ends = await display.view.run(() => [...document.querySelectorAll('button.primary')].map((button) => button.getBoundingClientRect().bottom));
      expect(ends.filter((bottom) => bottom > height - FRAME)).toEqual([]);
      await appear({ language: 'ja' });
    });
  });
});
