/** Whether the measure of the issuer's clock can still be believed. Pure, but for one watch that remembers. */
import type { ClockMeasure } from './token.ts';

/** A measure older than this is made again before a code is used. Milliseconds. */
const OLD = 60 * 60 * 1000;
/** The PC's clock moved by more than this against one that nobody sets: it was set. Milliseconds. */
const JUMP = 2_000;

/** `good`; `old`: measure again if the issuer can be reached; `wrong`: the clock was set since, no code by it. */
export type Trust = 'good' | 'old' | 'wrong';

/** `jumpedAt`: when this process last noticed that the clock was set, epoch milliseconds after the jump; null if never. */
export function trustIn(measure: ClockMeasure | null, now: number, jumpedAt: number | null): Trust {
  if (measure === null) return 'old';
  // Measured in the future: the clock was set back since.
  if (measure.measuredAt > now + JUMP) return 'wrong';
  if (jumpedAt !== null && measure.measuredAt < jumpedAt) return 'wrong';
  return now - measure.measuredAt > OLD ? 'old' : 'good';
}

/** Compares the PC's clock with one that nobody sets; only within one process. */
export function jumpWatch(now: () => number, monotonic: () => number): () => number | null {
  let apart = now() - monotonic();
  let jumpedAt: number | null = null;
  return () => {
    const at = now();
    const apartNow = at - monotonic();
    if (Math.abs(apartNow - apart) > JUMP) {
      apart = apartNow;
      jumpedAt = at;
    }
    return jumpedAt;
  };
}
