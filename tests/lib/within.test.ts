import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { within } from '../../lib/within.ts';

const after = (milliseconds: number): Promise<string> => new Promise((resolve) => setTimeout(() => resolve('answer'), milliseconds));

describe('an answer that is waited for so long', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is given where it comes in time, and no timer is left', async () => {
    const answer = within(after(99), 100, null);
    await vi.advanceTimersByTimeAsync(99);
    expect(await answer).toBe('answer');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is gone on without where it does not', async () => {
    const answer = within(after(101), 100, null);
    await vi.advanceTimersByTimeAsync(100);
    expect(await answer).toBeNull();
  });

  it('fails as the work does, and no timer is left', async () => {
    await expect(within(Promise.reject(new Error('no')), 100, null)).rejects.toThrow('no');
    expect(vi.getTimerCount()).toBe(0);
  });
});
