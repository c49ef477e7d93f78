/** When the organisation's policy is known, and what those who cannot wait are told. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mayEnrol } from '../../lib/institutions/profiles.ts';
import { NO_POLICY } from '../../lib/managed.ts';

const DECIDED = { institutions: ['1001'], autoLockMinutes: 5 };

/** The browser's managed area: it answers when it is told to, and its changes are told. */
let answer: { with: (stored: unknown) => void; fail: () => void };
let tell: (area: string) => void;
let reads: number;

/** A fresh process. */
async function follow(changed?: () => void) {
  vi.resetModules();
  const { followPolicy } = await import('../../entrypoints/managed/policy.ts');
  return followPolicy(changed);
}

beforeEach(() => {
  vi.useFakeTimers();
  reads = 0;
  const get = (): Promise<unknown> => {
    reads++;
    return new Promise((resolve, reject) => {
      answer = { with: resolve, fail: () => reject(new Error('no managed storage manifest found')) };
    });
  };
  const onChanged = { addListener: (listen: (changes: object, area: string) => void) => void (tell = (area) => listen({}, area)) };
  vi.stubGlobal('browser', { runtime: { id: 'kagifuda' }, storage: { managed: { get }, onChanged } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a policy that the browser tells late', () => {
  it('keeps nobody at a screen waiting for more than a tenth of a second, and is told of when it comes', async () => {
    const changed = vi.fn();
    const policy = await follow(changed);
    const soon = policy.soon();
    await vi.advanceTimersByTimeAsync(100);
    expect(await soon).toEqual(NO_POLICY);
    expect(changed).not.toHaveBeenCalled();
    answer.with(DECIDED);
    await vi.advanceTimersByTimeAsync(0);
    expect(changed).toHaveBeenCalledOnce();
    expect(await policy.soon()).toMatchObject({ autoLockMinutes: 5 });
  });

  it('is told of once, however many could not wait', async () => {
    const changed = vi.fn();
    const policy = await follow(changed);
    const asked = [policy.soon(), policy.soon(), policy.soon()];
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all(asked);
    answer.with(DECIDED);
    await vi.advanceTimersByTimeAsync(0);
    expect(changed).toHaveBeenCalledOnce();
  });

  it('is waited for by whatever depends on it', async () => {
    const policy = await follow();
    const read = policy.read();
    await vi.advanceTimersByTimeAsync(60_000);
    answer.with(DECIDED);
    expect(await read).toMatchObject({ autoLockMinutes: 5, institutions: new Set(['1001']) });
  });
});

describe('a policy that is there', () => {
  it('is known at once, and nobody is told of a change', async () => {
    const changed = vi.fn();
    const policy = await follow(changed);
    answer.with(DECIDED);
    expect(await policy.soon()).toMatchObject({ autoLockMinutes: 5 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(changed).not.toHaveBeenCalled();
  });

  it('is none where the browser refuses to tell', async () => {
    const policy = await follow();
    answer.fail();
    expect(await policy.read()).toEqual(NO_POLICY);
  });

  it('is read again when it changes, and told of; other areas mean nothing', async () => {
    const changed = vi.fn();
    const policy = await follow(changed);
    answer.with({});
    expect(await policy.read()).toEqual(NO_POLICY);
    tell('local');
    expect(reads).toBe(1);
    tell('managed');
    await vi.advanceTimersByTimeAsync(0);
    answer.with(DECIDED);
    expect(await policy.read()).toMatchObject({ autoLockMinutes: 5 });
    await vi.advanceTimersByTimeAsync(0);
    expect([changed.mock.calls.length, reads]).toEqual([1, 2]);
  });
});

describe('which institutions there are', () => {
  it('is decided before a policy is said to be read', async () => {
    const policy = await follow();
    answer.with(DECIDED);
    await policy.read();
    const { mayEnrol: now } = await import('../../lib/institutions/profiles.ts');
    expect([now('1001'), now('1003')]).toEqual([true, false]);
    expect(mayEnrol('1003')).toBe(true);
  });
});
