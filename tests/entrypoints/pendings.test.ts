/** What was cut off is tried again ever more rarely, also when the worker has ended in between. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { notes } from '../../entrypoints/background/notes.ts';
import type { Reason } from '../../lib/refusal.ts';
import { madeVault, NOON, pending } from '../lib/vault/builders.ts';

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
  const desk: Desk = Object.assign(Object.create(null), { vault, notes: kept, now: () => NOON, jumpedAt: () => null, policy: { read: async () => ({}) }, enrolment: { goOn } });
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
