// @vitest-environment jsdom
import { act } from '@testing-library/preact';
import { render } from 'preact';
import type { JSX } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appear, COPY, readCopy, writeCopy } from '../../components/appearance.ts';
import { useKeepAppearance } from '../../components/appearing.tsx';
import { useWords } from '../../components/language.ts';
import { mount } from '../../components/mount.tsx';
import { settingsWords } from '../../components/words-settings.ts';
import { type Appearance, AS_THE_BROWSER, languageFor } from '../../lib/messages/appearance.ts';
import { settle } from './builders.tsx';

const LARGE: Appearance = { language: 'en', theme: 'dark', textSize: 150 };
const SMALL: Appearance = { language: 'ja', theme: 'light', textSize: 100 };
const TITLE = { ja: '設定 鍵札', en: 'Settings - Kagifuda' };
const never = (): Promise<Appearance> => new Promise(() => undefined);

function Screen(): JSX.Element {
  const keep = useKeepAppearance();
  return (
    <button type="button" onClick={() => keep(SMALL)}>
      {useWords(settingsWords).title}
    </button>
  );
}

const root = document.documentElement;
const seen = () => ({ language: root.lang, theme: root.style.colorScheme, textSize: root.dataset['textSize'], title: document.title, said: document.body.textContent.trim() });
const asLarge = { language: 'en', theme: 'dark', textSize: '150', title: TITLE.en, said: 'Settings' };
const asSmall = { language: 'ja', theme: 'light', textSize: '100', title: TITLE.ja, said: '設定' };

const put = (stored: () => Promise<Appearance>): void => mount(document, 'ja-JP', <Screen />, stored);

/** As another page of ours does it. */
async function chosenElsewhere(appearance: Appearance): Promise<void> {
  writeCopy(window, appearance);
  await act(() => void window.dispatchEvent(new StorageEvent('storage', { key: COPY })));
}

beforeEach(() => {
  const old = document.getElementById('app');
  if (old) render(null, old);
  localStorage.clear();
  document.body.innerHTML = '<div id="app">鍵札</div>';
  document.title = '';
  history.replaceState(null, '', '/settings.html');
});

describe('the copy of the appearance', () => {
  it('gives back what was written, and nothing more of the settings', () => {
    const settings = { ...LARGE, hidesDigits: true };
    writeCopy(window, settings);
    expect(readCopy(window)).toEqual(LARGE);
  });

  it.each(['', 'null', '{', '{"language":"fr","theme":"dark","textSize":100}', '{"language":"en"}'])('that says %j counts as none', (kept) => {
    localStorage.setItem(COPY, kept);
    expect(readCopy(window)).toEqual(AS_THE_BROWSER);
  });

  it('is none where the browser has switched storage off, and nothing breaks', () => {
    const without = Object.create(window, { localStorage: { get: () => expect.unreachable() } });
    expect(readCopy(without)).toEqual(AS_THE_BROWSER);
    expect(() => writeCopy(without, LARGE)).not.toThrow();
  });
});

describe('a page', () => {
  it('is Japanese in a Japanese browser and English in any other, unless the customer chose', () => {
    expect([languageFor(AS_THE_BROWSER, 'ja-JP'), languageFor(AS_THE_BROWSER, 'de'), languageFor(SMALL, 'de'), languageFor(LARGE, 'ja')]).toEqual(['ja', 'en', 'ja', 'en']);
  });

  it('has the chosen appearance before its screen is there', () => {
    appear(document, LARGE, 'ja-JP');
    expect(seen()).toMatchObject({ language: 'en', theme: 'dark', textSize: '150', title: TITLE.en });
    appear(document, AS_THE_BROWSER, 'ja-JP');
    expect(seen()).toMatchObject({ language: 'ja', theme: '', textSize: '100', title: TITLE.ja });
  });

  it('is in the chosen language at once, without an answer of the background', () => {
    writeCopy(window, LARGE);
    put(never);
    expect(seen()).toEqual(asLarge);
  });

  it('follows the true settings where the copy differs, and puts the copy right', async () => {
    writeCopy(window, LARGE);
    put(async () => SMALL);
    await settle();
    expect(seen()).toEqual(asSmall);
    expect(readCopy(window)).toEqual(SMALL);
  });

  it('stays as the copy says when the background does not answer', async () => {
    writeCopy(window, LARGE);
    put(async () => await Promise.reject(new Error('no answer')));
    await settle();
    expect(seen()).toEqual(asLarge);
  });

  it('changes while it is open, when another page is told', async () => {
    put(never);
    await settle();
    await chosenElsewhere(LARGE);
    expect(seen()).toEqual(asLarge);
  });

  it('does not go back to an older answer after that', async () => {
    const { promise, resolve } = Promise.withResolvers<Appearance>();
    put(() => promise);
    await settle();
    await chosenElsewhere(LARGE);
    resolve(SMALL);
    await settle();
    expect(seen()).toEqual(asLarge);
  });

  it('changes at once where the choice was made, and leaves it for the next page', async () => {
    put(async () => AS_THE_BROWSER);
    await settle();
    await act(() => document.querySelector('button')?.click());
    expect(seen()).toEqual(asSmall);
    expect(readCopy(window)).toEqual(SMALL);
  });

  describe('that listens once it is idle', () => {
    let whenIdle: IdleRequestCallback | undefined;
    const becomeIdle = (): Promise<void> => act(() => whenIdle?.({ didTimeout: false, timeRemaining: () => 1 }));
    beforeEach(() => {
      vi.stubGlobal('requestIdleCallback', (work: IdleRequestCallback) => ((whenIdle = work), 1));
      vi.stubGlobal('cancelIdleCallback', () => undefined);
    });
    afterEach(() => {
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
    });

    it('has by then what another page chose before', async () => {
      put(never);
      await settle();
      await chosenElsewhere(LARGE);
      expect(seen()).not.toEqual(asLarge);
      await becomeIdle();
      expect(seen()).toEqual(asLarge);
      await chosenElsewhere(SMALL);
      expect(seen()).toEqual(asSmall);
    });

    it('does not go back to an older answer after that', async () => {
      const { promise, resolve } = Promise.withResolvers<Appearance>();
      put(() => promise);
      await settle();
      await chosenElsewhere(LARGE);
      await becomeIdle();
      resolve(SMALL);
      await settle();
      expect(seen()).toEqual(asLarge);
    });

    it('keeps the true settings where no copy can be kept', async () => {
      vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError');
      });
      put(async () => LARGE);
      await settle();
      expect(seen()).toEqual(asLarge);
      await becomeIdle();
      expect(seen()).toEqual(asLarge);
    });
  });
});
