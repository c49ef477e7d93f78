// @vitest-environment jsdom
/** What fails in a page and is no refusal is told to the browser's console; the person reads a sentence. */
import { screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sentences } from '../../components/sentences.ts';
import type { Reason } from '../../lib/refusal.ts';
import { refuse } from './builders.tsx';
import { press as pressHere, settings } from './settings-builder.tsx';
import { GITHUB, read, transfer } from './transfer-builder.tsx';

const told = vi.fn<(bug: unknown) => void>();
beforeEach(() => void vi.stubGlobal('reportError', told));
afterEach(() => {
  told.mockReset();
  vi.unstubAllGlobals();
});

/** Where a page asks the background, with what it is answered there. */
const PLACES: [string, (fails: () => never) => Promise<unknown>][] = [
  ['the list of ways to unlock', (fails) => settings({ ways: fails })],
  ['the settings', (fails) => settings({ settings: fails })],
  ['a text to import', async (fails) => {
    await transfer({ readImport: fails });
    await read(GITHUB);
  }],
  ['a press', async (fails) => {
    await transfer({ importTokens: fails });
    await read(GITHUB);
    await pressHere('1件を追加する');
  }],
];

const shows = (reason: Reason): boolean => (document.body.textContent ?? '').includes(sentences.ja[reason]);

describe.each(PLACES)('a failure at %s', (_place, at) => {
  it('is told and said, when it is a bug', async () => {
    const bug = new TypeError('a bug');
    await at(() => {
      throw bug;
    });
    expect(told.mock.calls).toEqual([[bug]]);
    expect(shows('internal')).toBe(true);
  });

  it.each(['store-full', 'internal'] as const)('is said alone, when the background refuses (%s)', async (reason) => {
    await at(() => refuse(reason));
    expect(told).not.toHaveBeenCalled();
    expect(shows(reason)).toBe(true);
    expect(screen.queryAllByRole('alert').length).toBeGreaterThan(0);
  });
});
