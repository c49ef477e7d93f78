/**
 * While a code ticks, comes to its last seconds, is followed by the next one, is copied and used, nothing on any card moves, and a screen
 * reader hears of the last ten seconds and the new code only.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spaced } from '../../components/countdown.ts';
import { tokenWords } from '../../components/words-token.ts';
import type { Language } from '../../components/language.ts';
import type { CodeLook, Look } from '../../lib/messages/looks.ts';
import { text } from './browser/find.ts';
import { BROWSERS } from './browser/open.ts';
import { code, localToken, look, NOW, token, unionToken } from './screens/looks.ts';
import { openStandStage, type Stand, type StandStage } from './screens/stand.ts';

interface Moment {
  of: string;
  code: Partial<CodeLook>;
  /** Milliseconds after the first. */
  after?: number;
  /** Words that only the first card shows then. */
  shows: (language: Language) => string;
}

/** Digits of every width, if they had one of their own. */
const following = { digits: '111111', step: 8, endsAt: NOW + 30_000 };
const LAST = { endsAt: NOW + 9000, next: { digits: '111111', step: 8 } };
const LAST_AGAIN = { ...following, endsAt: NOW + 9000, next: { digits: '777888', step: 9 } };

const MOMENTS: Moment[] = [
  { of: 'a second later', code: {}, after: 1000, shows: () => '17' },
  { of: 'in the last ten seconds', code: LAST, shows: () => '111' },
  { of: 'in the last five', code: { ...LAST, endsAt: NOW + 4000 }, shows: () => '111' },
  { of: 'in the last five, with nothing to come', code: { endsAt: NOW + 4000 }, shows: (language) => tokenWords[language].soon },
  { of: 'when it has ended and the next one is late', code: { endsAt: NOW - 1000 }, shows: (language) => tokenWords[language].ended },
  { of: 'when the code has changed', code: following, shows: () => '111' },
  { of: 'copied', code: { ...following, use: 'copied' }, shows: (language) => tokenWords[language].copiedMark },
  { of: 'copied, in the last ten seconds', code: { ...LAST_AGAIN, use: 'copied' }, shows: () => '777' },
  { of: 'used, in the last ten seconds', code: { ...LAST_AGAIN, use: 'filled', digits: '' }, shows: () => '777' },
  { of: 'used', code: { ...following, endsAt: NOW + 9000, use: 'filled', digits: '' }, shows: (language) => tokenWords[language].usedMark },
  { of: 'while the time is asked for', code: { ...following, endsAt: NOW + 9000, timed: false, digits: '' }, shows: (language) => tokenWords[language].timing },
];

/** All that a screen reader is told meanwhile. */
const heardIn = (language: Language): string[] => {
  const { tenLeft, newCode } = tokenWords[language];
  return ['', tenLeft, newCode(spaced(following.digits)), tenLeft];
};

interface Setting {
  of: string;
  language: Language;
  width: number;
  /** Percent, of the browser's own text. */
  text?: number;
  /** Percent, as chosen in our settings. */
  own?: 200;
  hides?: boolean;
}

const SETTINGS: Setting[] = [
  { of: 'in the popup', language: 'ja', width: 400 },
  { of: 'in the popup in English', language: 'en', width: 400 },
  { of: 'in a narrow side panel', language: 'ja', width: 320 },
  { of: 'in a narrow side panel in English', language: 'en', width: 320 },
  { of: 'in a wide side panel', language: 'ja', width: 620 },
  { of: 'with text of twice the size by the browser', language: 'ja', width: 320, text: 200 },
  { of: 'with text of twice the size by our settings', language: 'ja', width: 400, own: 200 },
  { of: 'with text of twice the size in English', language: 'en', width: 400, own: 200 },
  { of: 'with hidden digits', language: 'ja', width: 400, hides: true },
  { of: 'with hidden digits in English', language: 'en', width: 320, hides: true },
];

/** Below and beside it stand others, which nothing has happened to. */
function lookAt(overrides: Partial<CodeLook>, hidesDigits: boolean): Look {
  return look({ hidesDigits, tokens: [token({ code: code(overrides) }), unionToken({ suffix: '家計用' }), localToken()] });
}

/** In the page: each place of the cards, once the screen has looked again and has drawn what it saw. */
async function placesOnCards(): Promise<string[]> {
  const PLACES = '.card, .card-head, .seal, .code-row, .digits, .ring, .copy-row, .copy, .show-digits, .code-status, .next, .card summary';
  for (let waits = 0; Number(Reflect.get(globalThis, 'looksHere')) === 0; waits++) {
    if (waits > 1000) throw new Error('the screen did not look again');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return [...document.querySelectorAll(PLACES)].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.getAttribute('class') ?? element.tagName}: ${[x + scrollX, y + scrollY, width, height].map((length) => length.toFixed(1)).join(' ')}`;
  });
}

/**
 * In the page: from now on what the browser itself sees move. Firefox does not watch for it. In the ring and in the line beside the button
 * words of another length take the place of others; those boxes themselves stand still.
 */
function watchShifts(): void {
  const seen: string[] = [];
  const note = (entries: PerformanceEntryList): void => {
    const sources: { node: Node | null }[] = entries.flatMap((entry) => Reflect.get(entry, 'sources'));
    for (const source of sources) {
      const element = source.node instanceof Element ? source.node : source.node?.parentElement;
      if (!element?.closest('.ring, .code-status')) seen.push(JSON.stringify(source));
    }
  };
  const watch = new PerformanceObserver((list) => note(list.getEntries()));
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) watch.observe({ type: 'layout-shift' });
  Reflect.set(globalThis, 'shiftsHere', () => {
    note(watch.takeRecords());
    return seen.splice(0);
  });
}

/** In the page: what stands in the regions that are read out by themselves. */
const told = (): string => [...document.querySelectorAll('[aria-live], [role=status], [role=alert]')].map((region) => region.textContent).join('');

const shifts = (): string[] => Reflect.apply(Reflect.get(globalThis, 'shiftsHere'), undefined, []);

describe.each(BROWSERS)('a card in %s', (name) => {
  let stage: StandStage;
  let stand: Stand;

  beforeAll(async () => {
    stage = await openStandStage(name);
    stand = await stage.openStand();
  });
  afterAll(async () => await stage?.close());

  it.each(SETTINGS)('stands still, whatever becomes of its code, $of', async ({ language, width, text: percent = 100, own = 100 as const, hides = false }) => {
    const { display, show, answer, appear } = stand;
    const { view, resize, textSize } = display;
    await resize({ width, height: 900 });
    const answers = { look: lookAt({}, hides) };
    await show({ name: 'still', address: '/popup.html', answers, shows: () => 'AKGS00012345' }, language);
    await textSize(percent);
    await appear({ textSize: own });
    await answer(answers, NOW);
    const before = await view.run(placesOnCards);
    await view.run(watchShifts);
    const moved: string[] = [];
    const heard = [await view.run(told)];
    for (const moment of MOMENTS) {
      await answer({ look: lookAt(moment.code, hides) }, NOW + (moment.after ?? 0));
      if (!hides) await view.waitFor(text(moment.shows(language)));
      const now = await view.run(placesOnCards);
      const seen = await view.run(shifts);
      moved.push(...now.flatMap((place, at) => (place === before[at] ? [] : [`${moment.of}: ${place}, before ${before[at]}`])));
      moved.push(...seen.map((shift) => `${moment.of}: ${shift}`));
      heard.push(await view.run(told));
    }
    if (!hides) expect(heard.filter((words, at) => words !== heard[at - 1])).toEqual(heardIn(language));
    expect(before.length).toBeGreaterThan(20);
    expect(moved).toEqual([]);
  });
});
