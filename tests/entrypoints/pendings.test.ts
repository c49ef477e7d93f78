/** What was cut off is tried again ever more rarely, and what was deleted goes in its time, also when the worker has ended in between. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { notes } from '../../entrypoints/background/notes.ts';
import type { Reason } from '../../lib/refusal.ts';
import { lastLook } from '../../entrypoints/background/removed-tokens.ts';
import { enrolled, madeVault, memoryArea, NOON, pending, removedIn } from '../lib/vault/builders.ts';

/** What outlives a worker. */
let session: Record<string, unknown>;
/** Minutes until the alarm that stands; null for none. */
let alarm: number | null;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  session = {};
  alarm = null;
  const alarms = {
    create: async (_name: string, { delayInMinutes }: { delayInMinutes: number }) => void (alarm = delayInMinutes),
    clear: async () => void (alarm = null),
  };
  vi.stubGlobal('browser', { runtime: { id: 'kagifuda', sendMessage: async () => undefined }, alarms });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A worker that has just started, beside an issuer that answers unless `failure` says why not. */
async function worker(failure: Reason | null) {
  vi.resetModules();
  // The refusal that this worker's modules know.
  const { Refusal } = await import('../../lib/refusal.ts');
  const goOn = async (): Promise<void> => {
    if (failure) throw new Refusal(failure);
  };
  const { goOnNow } = await import('../../entrypoints/background/pendings.ts');
  const { vault } = await madeVault();
  await vault.keepPending(pending());
  const kept = notes({ get: async (key) => ({ [key]: session[key] }), set: async (items) => void Object.assign(session, items) });
  const desk: Desk = Object.assign(Object.create(null), { vault, notes: kept, now: () => NOON, removedLookedAt: lastLook(memoryArea()), policy: { read: async () => ({}) }, enrolment: { goOn } });
  return { goOn: () => goOnNow(desk), waits: () => vi.getTimerCount() };
}

describe('what was cut off', () => {
  it('is tried again ever more rarely, though each worker dies before its second try, and as at first once it went well', async () => {
    const seen: [number | null, boolean][] = [];
    for (let tries = 0; tries < 10; tries++) {
      const { goOn, waits } = await worker('issuer-unreachable');
      await goOn();
      seen.push([alarm, waits() > 0]);
      vi.clearAllTimers();
    }
    // While a worker lives it tries again after seconds, five times; then the alarm alone comes back for it.
    expect(seen).toEqual([...Array.from({ length: 5 }, () => [0.5, true]), [0.5, false], [1, false], [2, false], [5, false], [5, false]]);
    await (await worker(null)).goOn();
    expect(alarm).toBeNull();
    await (await worker('issuer-slow')).goOn();
    expect(alarm).toBe(0.5);
    expect(vi.getTimerCount()).toBe(1);
  });
});

describe('what was deleted by a slow clock', () => {
  it('is still there when that was set, for the workers to come', async () => {
    const { goOnNow } = await import('../../entrypoints/background/pendings.ts');
    const { vault } = await madeVault();
    await enrolled(vault, { state: 'ACTIVE', acknowledged: true, clock: { offset: 0, error: 1, measuredAt: NOON } });
    await vault.change('token-1', (one) => ({ ...one, removedAt: Date.UTC(2020, 0, 1) }));
    const kept = notes(memoryArea());
    const lasting = { removedLookedAt: lastLook(memoryArea()), notes: kept, policy: { read: async () => ({}) } };
    // What one worker has seen of the clock, the next one knows nothing of.
    for (const [minutes, jumpedAt] of [[0, 5], [1, null], [23 * 60, null], [24 * 60, null]] as const) {
      await goOnNow(Object.assign(Object.create(null), { ...lasting, vault, now: () => NOON + minutes * 60_000, jumpedAt: () => jumpedAt }));
      expect(await removedIn(vault)).toHaveLength(1);
    }
  });
});
