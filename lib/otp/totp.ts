/** TOTP: a time → a time step → digits (RFC 6238). Times in milliseconds, `period` and `T0` in seconds. */
import { hotp, type Settings } from './hotp.ts';

interface Steps {
  period: number;
  T0: number;
}

function expectSteps({ period, T0 }: Steps): void {
  if (!Number.isSafeInteger(period) || period <= 0) throw new RangeError('period must be a positive integer');
  if (!Number.isSafeInteger(T0) || T0 < 0) throw new RangeError('T0 must be a non-negative integer');
}

/** RFC 6238 section 4.2: T = floor((now − T0) / X). RangeError before T0 or when it is no time at all. */
export function timeStep(milliseconds: number, steps: Steps): number {
  expectSteps(steps);
  const step = Math.floor((milliseconds - steps.T0 * 1000) / (steps.period * 1000));
  if (!Number.isSafeInteger(step) || step < 0) throw new RangeError('time out of range');
  return step;
}

/** When the step begins, in milliseconds; its code is valid from here on. */
export function stepStartsAt(step: number, steps: Steps): number {
  expectSteps(steps);
  if (!Number.isSafeInteger(step) || step < 0) throw new RangeError('step out of range');
  return (steps.T0 + step * steps.period) * 1000;
}

/** The first millisecond that is no longer in the step. */
export function stepEndsAt(step: number, steps: Steps): number {
  return stepStartsAt(step, steps) + steps.period * 1000;
}

/** The code at this time. RangeError as for `hotp` and `timeStep`. */
export function totp(secret: Uint8Array, milliseconds: number, profile: Settings & Steps): string {
  return hotp(secret, timeStep(milliseconds, profile), profile);
}
