/** What our own pages are shown of deleted tokens; a look that is refused says so to whoever asked, and to nobody else. */
import { setImmediate as settled } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { NO_POLICY, type Policy } from '../../lib/managed.ts';
import { Refusal } from '../../lib/refusal.ts';
import { enrolled, localRecord, madeVault, NOON, reasonOf } from '../lib/vault/builders.ts';

/** What nobody listened to: the worker's console would show it as a bug. */
const unheard: unknown[] = [];
const hear = (failure: unknown): void => void unheard.push(failure);

const nothing = async (): Promise<never[]> => [];

beforeEach(() => {
  unheard.length = 0;
  process.on('unhandledRejection', hear);
  vi.stubGlobal('browser', { runtime: { id: 'kagifuda' }, commands: { getAll: nothing }, tabs: { query: nothing }, windows: { getLastFocused: nothing } });
});
afterEach(() => {
  process.off('unhandledRejection', hear);
  vi.unstubAllGlobals();
});

describe('a look into a store that can\'t be opened', () => {
  it('is refused once, also where the policy is known later', async () => {
    const { look } = await import('../../entrypoints/background/look.ts');
    const policy = Promise.withResolvers<Policy>();
    const view = vi.fn(async (): Promise<never> => Promise.reject(new Refusal('store-unavailable')));
    const desk: Desk = Object.assign(Object.create(null), {
      vault: { view }, policy: { soon: () => policy.promise }, settings: { read: async () => ({}) }, now: () => 0,
    });
    const refused = reasonOf(look(desk));
    await settled();
    policy.resolve(NO_POLICY);
    expect(await refused).toBe('store-unavailable');
    await settled();
    expect(unheard).toEqual([]);
    expect(view).toHaveBeenCalledOnce();
  });
});

describe('a deleted token', () => {
  it('is called by each of its names once, and by none where it has none', async () => {
    const { look } = await import('../../entrypoints/background/look.ts');
    const { vault } = await madeVault();
    const locals = [localRecord('both'), localRecord('account', { issuer: '' }), localRecord('issuer', { account: '' }), localRecord('none', { issuer: '', account: '' })];
    await vault.addLocals(locals);
    await enrolled(vault);
    for (const { id } of await vault.tokens()) await vault.change(id, (token) => ({ ...token, removedAt: NOON }));
    const desk: Desk = Object.assign(Object.create(null), {
      vault, policy: { soon: async () => NO_POLICY }, settings: { read: async () => ({}) }, now: () => NOON,
    });
    const { removed } = await look(desk);
    expect(Object.fromEntries(removed.map(({ id, institution, serial }) => [id, [institution, serial]]))).toEqual({
      both: ['Example', 'alice@example.jp'],
      account: ['alice@example.jp', ''],
      issuer: ['Example', ''],
      none: ['', ''],
      'token-1': ['あぶくま信用金庫', 'SKTS00012345'],
    });
  });
});
