/** The issuer's time on this PC, and whether the measure of it can still be believed. Pure, but for one watch that remembers. */
import { timeStep } from './otp/totp.ts';
import { type ClockMeasure, type Token, withoutAhead } from './token.ts';

/** A measure older than this is made again before a code is used. Milliseconds. */
const OLD = 60 * 60 * 1000;
/** The PC's clock moved by more than this against one that nobody sets: it was set. Milliseconds. */
const JUMP = 2_000;

const DAY = 24 * 60 * 60 * 1000;
/** A yes to an offset counts for offsets about as large. Milliseconds. */
const ABOUT = 60 * 60 * 1000;

/** The issuer's time as this PC knows it, milliseconds. */
export function issuerTime({ clock }: Pick<Token, 'clock'>, now: number): number {
  return now + (clock?.offset ?? 0);
}

/** The time step by the token's own clock; before its first one, that. */
export function stepNow({ clock, profile }: Pick<Token, 'clock' | 'profile'>, now: number): number {
  return timeStep(Math.max(issuerTime({ clock }, now), profile.T0 * 1000), profile);
}

/** More than a day off: more likely a mistake of somebody's than a slow clock. The customer is asked before it is applied. */
export function isFar({ clock, acceptedOffset }: Pick<Token, 'clock' | 'acceptedOffset'>): boolean {
  if (clock === null || Math.abs(clock.offset) <= DAY) return false;
  return acceptedOffset === null || Math.abs(clock.offset - acceptedOffset) > ABOUT;
}

/** `good`; `old`: measure again if the issuer can be reached; `wrong`: the clock was set since, no code by it. */
export type Trust = 'good' | 'old' | 'wrong';

/** What this process knows of a measure. */
export interface Known {
  /** It made the measure itself. Between two processes nobody watched the PC's clock. */
  here: boolean;
  /** The PC's clock was seen to be set since this process made it, or since it began. */
  jumped: boolean;
}

export function trustIn(measure: ClockMeasure | null, now: number, { here, jumped }: Known): Trust {
  if (measure === null) return 'old';
  // Measured in the future: the clock was set back since.
  if (jumped || measure.measuredAt > now + JUMP) return 'wrong';
  return !here || now - measure.measuredAt > OLD ? 'old' : 'good';
}

/**
 * Compares the PC's clock with one that nobody sets; only within one process. When it was last seen to be set,
 * by the clock that nobody sets; null if never.
 */
export function jumpWatch(now: () => number, monotonic: () => number): () => number | null {
  let apart = now() - monotonic();
  let jumpedAt: number | null = null;
  return () => {
    const at = monotonic();
    const apartNow = now() - at;
    if (Math.abs(apartNow - apart) > JUMP) {
      apart = apartNow;
      jumpedAt = at;
    }
    return jumpedAt;
  };
}

/** The token by a new measure; by one that is far only after the customer's yes. */
export function measured(token: Token, clock: ClockMeasure): Token {
  const next = { ...token, clock };
  return isFar(next) ? next : withoutAhead(next, stepNow(next, clock.measuredAt));
}
