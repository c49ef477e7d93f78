import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstSeen } from '../../entrypoints/pages/first-seen.ts';
import type { Asking } from '../../components/asking.ts';
import { background, look } from '../components/builders.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A background that says when something changed, and whoever listens now. */
function changes() {
  const listening = new Set<() => void>();
  const listen = (act: () => void): (() => void) => {
    listening.add(act);
    return () => void listening.delete(act);
  };
  return { listen, listening, happen: () => [...listening].forEach((act) => act()) };
}

/** Answers after so many milliseconds. */
function after(milliseconds: number): Asking {
  const { ask } = background({ look: () => look() });
  return async (name, words) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return await ask(name, words);
  };
}

const refusing: Asking = () => Promise.reject(new Error('no'));

describe('the first look of the popup', () => {
  it('is the screen’s first', async () => {
    const { listen, listening } = changes();
    const coming = firstSeen(after(50), listen);
    await vi.advanceTimersByTimeAsync(60);
    const { seen, onTokensChanged } = await coming;
    expect(seen?.tokens).toHaveLength(look().tokens.length);
    const heard = vi.fn<() => void>();
    const end = onTokensChanged(heard);
    expect([heard.mock.calls.length, listening.size]).toEqual([0, 1]);
    end();
    expect(listening.size).toBe(0);
  });

  it('is not waited for longer than 300 ms', async () => {
    const coming = firstSeen(after(5000), changes().listen);
    await vi.advanceTimersByTimeAsync(301);
    expect((await coming).seen).toBeNull();
  });

  it('is none where it is refused', async () => {
    expect((await firstSeen(refusing, changes().listen)).seen).toBeNull();
  });

  it('is followed by another where something changed before the screen listened', async () => {
    const { listen, happen } = changes();
    const coming = firstSeen(after(50), listen);
    await vi.advanceTimersByTimeAsync(60);
    const { onTokensChanged } = await coming;
    happen();
    const heard = vi.fn<() => void>();
    onTokensChanged(heard);
    expect(heard).toHaveBeenCalledTimes(1);
    happen();
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('is followed by another where it was answered before anybody listened', async () => {
    const coming = firstSeen(background({ look: () => look() }).ask, changes().listen);
    const { onTokensChanged } = await coming;
    await vi.advanceTimersByTimeAsync(1);
    const heard = vi.fn<() => void>();
    onTokensChanged(heard);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
