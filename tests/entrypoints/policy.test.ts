/** When the organisation's policy is known, and what those who cannot wait are told. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mayEnrol } from '../../lib/institutions/profiles.ts';
import { NO_POLICY } from '../../lib/managed.ts';

const DECIDED = { institutions: ['1001'], autoLockMinutes: 5 };

/** The browser's managed area: it answers when it is told to, and its changes are told. */
let answer: { with: (stored: unknown) => void; fail: () => void };
let tell: (area: string) => void;
let reads: number;
/** `storage.local`, and what was written to it. */
let local: Record<string, unknown>;
let written: unknown[];
let localArea: { get: (key: string) => Promise<object>; set: (items: object) => Promise<void> };

/** A fresh process. */
async function follow(changed: () => void = () => undefined, keeps = true) {
  vi.resetModules();
  const { followPolicy } = await import('../../entrypoints/managed/policy.ts');
  return followPolicy({ changed, keeps });
}

const passed = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

/** Whether a token of this institution may be had, in the latest process. */
async function allows(code: string): Promise<boolean> {
  const { mayEnrol: now } = await import('../../lib/institutions/profiles.ts');
  return now(code);
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
  local = {};
  written = [];
  localArea = {
    get: async (key: string) => (key in local ? { [key]: local[key] } : {}),
    set: async (items: object) => {
      written.push(items);
      Object.assign(local, items);
    },
  };
  vi.stubGlobal('browser', { runtime: { id: 'kagifuda' }, storage: { managed: { get }, local: localArea, onChanged } });
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

describe('what the browser said last time', () => {
  it('holds until it is said anew, for whoever does not need the browser itself', async () => {
    local = { policySaid: JSON.stringify(DECIDED) };
    const policy = await follow();
    expect(await policy.known()).toMatchObject({ autoLockMinutes: 5 });
    expect(await policy.soon()).toMatchObject({ autoLockMinutes: 5 });
    expect([await allows('1001'), await allows('1003')]).toEqual([true, false]);
  });

  it('does not decide what waits for the browser itself', async () => {
    local = { policySaid: JSON.stringify(DECIDED) };
    const policy = await follow();
    const read = vi.fn();
    void policy.read().then(read);
    await vi.advanceTimersByTimeAsync(180_000);
    expect(read).not.toHaveBeenCalled();
    answer.with({});
    await passed();
    expect(read).toHaveBeenCalledWith(NO_POLICY);
    expect(await allows('1003')).toBe(true);
  });

  it('gives way to another one, which is told of and kept', async () => {
    local = { policySaid: JSON.stringify(DECIDED) };
    const changed = vi.fn();
    const policy = await follow(changed);
    await policy.known();
    answer.with({ institutions: ['1003'] });
    await passed();
    expect(changed).toHaveBeenCalledOnce();
    expect(await policy.known()).toMatchObject({ autoLockMinutes: null });
    expect([await allows('1001'), await allows('1003')]).toEqual([false, true]);
    expect(local).toEqual({ policySaid: '{"institutions":["1003"]}' });
  });

  it('is neither told of nor written again where it is the same', async () => {
    local = { policySaid: JSON.stringify(DECIDED) };
    const changed = vi.fn();
    const policy = await follow(changed);
    await policy.known();
    answer.with(DECIDED);
    await policy.read();
    await passed();
    expect([changed.mock.calls, written]).toEqual([[], []]);
  });

  it('is kept, also that there is none, and anew when it changes', async () => {
    const policy = await follow();
    answer.fail();
    await policy.read();
    await passed();
    expect(local).toEqual({ policySaid: '{}' });
    tell('managed');
    await passed();
    answer.with(DECIDED);
    await policy.read();
    await passed();
    tell('managed');
    await passed();
    answer.with({});
    await policy.read();
    await passed();
    expect(written).toEqual([{ policySaid: '{}' }, { policySaid: JSON.stringify(DECIDED) }, { policySaid: '{}' }]);
  });

  it('is written down by one process only', async () => {
    const policy = await follow(undefined, false);
    answer.with(DECIDED);
    await policy.read();
    await passed();
    expect(written).toEqual([]);
  });

  it('comes too late where the browser was quicker', async () => {
    const late = Promise.withResolvers<object>();
    localArea.get = () => late.promise;
    const changed = vi.fn();
    const policy = await follow(changed);
    answer.with({});
    expect(await policy.known()).toEqual(NO_POLICY);
    late.resolve({ policySaid: JSON.stringify(DECIDED) });
    await passed();
    expect(await policy.known()).toEqual(NO_POLICY);
    expect(changed).not.toHaveBeenCalled();
    expect(local).toEqual({ policySaid: '{}' });
  });

  it.each([
    ['of another kind', { institutions: ['1001'] }],
    ['no text of JSON', '{"institutions":'],
  ])('is nothing where it is damaged: %s', async (_name, kept) => {
    local = { policySaid: kept };
    const policy = await follow();
    const known = vi.fn();
    void policy.known().then(known);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(known).not.toHaveBeenCalled();
    answer.with(DECIDED);
    await passed();
    expect(known).toHaveBeenCalledOnce();
    expect(local).toEqual({ policySaid: JSON.stringify(DECIDED) });
  });

  it('is nothing where the area cannot be read or written, and nobody is the worse for it', async () => {
    localArea.get = () => Promise.reject(new Error('damaged'));
    localArea.set = () => Promise.reject(new Error('full'));
    const policy = await follow();
    answer.with(DECIDED);
    expect(await policy.known()).toMatchObject({ autoLockMinutes: 5 });
    expect(await policy.read()).toMatchObject({ autoLockMinutes: 5 });
    await passed();
  });
});

describe('which institutions there are', () => {
  it('is decided before a policy is said to be read', async () => {
    const policy = await follow();
    answer.with(DECIDED);
    await policy.read();
    expect([await allows('1001'), await allows('1003')]).toEqual([true, false]);
    expect(mayEnrol('1003')).toBe(true);
  });
});
