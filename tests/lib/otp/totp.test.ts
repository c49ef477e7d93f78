import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hotp } from '../../../lib/otp/hotp.ts';
import { stepEndsAt, stepStartsAt, timeStep, totp } from '../../../lib/otp/totp.ts';
import type { Algorithm } from '../../../lib/token.ts';

const repeated = (length: number): Uint8Array =>
  new TextEncoder().encode('1234567890'.repeat(7).slice(0, length));

// RFC 6238 Appendix B; the seeds as in its reference implementation: 20, 32 and 64 bytes.
const SEEDS: Record<Algorithm, Uint8Array> = { 'SHA-1': repeated(20), 'SHA-256': repeated(32), 'SHA-512': repeated(64) };
const VECTORS: [seconds: number, step: number, sha1: string, sha256: string, sha512: string][] = [
  [59, 0x1, '94287082', '46119246', '90693936'],
  [1111111109, 0x23523ec, '07081804', '68084774', '25091201'],
  [1111111111, 0x23523ed, '14050471', '67062674', '99943326'],
  [1234567890, 0x273ef07, '89005924', '91819424', '93441116'],
  [2000000000, 0x3f940aa, '69279037', '90698825', '38618901'],
  [20000000000, 0x27bc86aa, '65353130', '77737706', '47863826'],
];

describe('TOTP', () => {
  it.each(VECTORS)('gives the codes of RFC 6238 Appendix B at %i s', (seconds, step, sha1, sha256, sha512) => {
    const code = (algorithm: Algorithm): string =>
      totp(SEEDS[algorithm], seconds * 1000, { algorithm, digits: 8, period: 30, T0: 0 });
    expect(timeStep(seconds * 1000, { period: 30, T0: 0 })).toBe(step);
    expect([code('SHA-1'), code('SHA-256'), code('SHA-512')]).toEqual([sha1, sha256, sha512]);
  });

  const steps = fc.record({ period: fc.integer({ min: 1, max: 3600 }), T0: fc.integer({ min: 0, max: 2 ** 33 }) });

  it('puts every moment into exactly one step', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 2 ** 31 - 1 }), fc.nat({ max: 3_600_000 }), (profile, step, into) => {
        const within = into % (profile.period * 1000);
        const start = stepStartsAt(step, profile);
        expect(timeStep(start + within, profile)).toBe(step);
        expect(timeStep(stepEndsAt(step, profile) - 1, profile)).toBe(step);
        expect(timeStep(stepEndsAt(step, profile), profile)).toBe(step + 1);
        expect(stepEndsAt(step, profile)).toBe(stepStartsAt(step + 1, profile));
      }),
    );
  });

  it('is HOTP over the time step', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 2 ** 31 - 1 }), fc.uint8Array({ minLength: 1, maxLength: 64 }), (profile, step, secret) => {
        const settings = { algorithm: 'SHA-256' as const, digits: 6 };
        expect(totp(secret, stepStartsAt(step, profile), { ...settings, ...profile })).toBe(hotp(secret, step, settings));
      }),
    );
  });

  it('takes a time with a fraction, as a measured clock gives it', () => {
    expect(timeStep(29_999.5, { period: 30, T0: 0 })).toBe(0);
    expect(timeStep(30_000.5, { period: 30, T0: 0 })).toBe(1);
  });

  it('refuses a time before T0', () => {
    expect(timeStep(1_000_000, { period: 30, T0: 1000 })).toBe(0);
    expect(() => timeStep(999_999, { period: 30, T0: 1000 })).toThrow(new RangeError('time out of range'));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1])('refuses the time %s', (milliseconds) => {
    expect(() => timeStep(milliseconds, { period: 30, T0: 0 })).toThrow(new RangeError('time out of range'));
  });

  it.each([
    { profile: { period: 0, T0: 0 }, reason: 'period must be a positive integer' },
    { profile: { period: -30, T0: 0 }, reason: 'period must be a positive integer' },
    { profile: { period: 0.5, T0: 0 }, reason: 'period must be a positive integer' },
    { profile: { period: 30, T0: -1 }, reason: 'T0 must be a non-negative integer' },
    { profile: { period: 30, T0: Number.NaN }, reason: 'T0 must be a non-negative integer' },
  ])('refuses the profile $profile', ({ profile, reason }) => {
    expect(() => timeStep(60_000, profile)).toThrow(new RangeError(reason));
    expect(() => stepEndsAt(1, profile)).toThrow(new RangeError(reason));
  });

  it.each([-1, 0.5, Number.NaN])('refuses the step %s', (step) => {
    expect(() => stepEndsAt(step, { period: 30, T0: 0 })).toThrow(new RangeError('step out of range'));
  });
});
