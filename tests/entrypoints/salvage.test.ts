/** A damaged vault that its key brings back lies open: what waited for that goes on, as after unlocking. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import type { OwnPage } from '../../entrypoints/background/popup-requests.ts';
import { reasonOf, slotKey } from '../lib/vault/builders.ts';
import { later, threeTokens, withoutToken1 } from '../lib/vault/damaged-vaults.ts';

const PAGE: OwnPage = { kind: 'own-page', windowId: 1 };

beforeEach(() => void vi.stubGlobal('browser', { runtime: { id: 'kagifuda', sendMessage: async () => undefined } }));
afterEach(() => void vi.unstubAllGlobals());

describe('what follows opening', () => {
  it('follows what was brought back, and not a try that is refused', async () => {
    const { healthRequests } = await import('../../entrypoints/background/health-requests.ts');
    const opened = await threeTokens();
    await withoutToken1(opened);
    const vault = later(opened);
    const desk: Desk = Object.assign(Object.create(null), { vault });
    const states: Promise<string>[] = [];
    const { salvage } = healthRequests(desk, () => void states.push(vault.state()));
    const wrong = slotKey(opened.wayIn, new Uint8Array(32).fill(8));
    expect(await reasonOf(Promise.resolve(salvage(wrong, PAGE)))).toBe('wrong-passphrase');
    expect(states).toEqual([]);
    expect(await salvage(slotKey(opened.wayIn), PAGE)).toMatchObject({ kept: 2 });
    expect(await Promise.all(states)).toEqual(['open']);
  });
});
