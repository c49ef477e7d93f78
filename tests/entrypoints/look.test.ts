/** A look that is refused says so to whoever asked, and to nobody else. */
import { setImmediate as settled } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { NO_POLICY, type Policy } from '../../lib/managed.ts';
import { Refusal } from '../../lib/refusal.ts';
import { reasonOf } from '../lib/vault/builders.ts';

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
