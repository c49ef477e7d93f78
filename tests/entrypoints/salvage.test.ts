/** A damaged vault that its key brings back lies open: what waited for that goes on, as after unlocking. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import type { OwnPage } from '../../lib/messages/caller.ts';
import { Refusal } from '../../lib/refusal.ts';
import { reasonOf, slotKey } from '../lib/vault/builders.ts';
import { later, threeTokens, withoutToken1 } from '../lib/vault/damaged-vaults.ts';

const PAGE: OwnPage = { kind: 'own-page', windowId: 1 };

const refused = async (): Promise<never> => Promise.reject(new Refusal('store-unavailable'));

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

  it('does not take its answer along when it fails', async () => {
    const { completeLossKit } = await import('../../entrypoints/background/loss-kit.ts');
    const { healthRequests } = await import('../../entrypoints/background/health-requests.ts');
    const opened = await threeTokens();
    await withoutToken1(opened);
    const desk: Desk = Object.assign(Object.create(null), { vault: { ...later(opened), view: refused }, policy: { soon: async () => ({}) } });
    const failed: Promise<string>[] = [];
    const { salvage } = healthRequests(desk, () => void failed.push(reasonOf(completeLossKit(desk))));
    expect(await salvage(slotKey(opened.wayIn), PAGE)).toMatchObject({ kept: 2, lost: [{ serial: 'SKTS00012345' }] });
    expect(await Promise.all(failed)).toEqual(['store-unavailable']);
  });
});
