import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPair, REACH } from '../mock-bank/desk/resync.ts';
import { hotp } from '../mock-bank/secrets/otp.ts';

const SETTINGS = { algorithm: 'SHA-1', digits: 6, period: 30, T0: 0 } as const;
const seeds = fc.uint8Array({ minLength: 20, maxLength: 20 });
const middles = fc.integer({ min: 1000, max: 100_000_000 });
const within = fc.integer({ min: -REACH, max: REACH - 1 });
const beyond = fc.oneof(fc.integer({ min: -600, max: -REACH - 1 }), fc.integer({ min: REACH, max: 600 }));

describe('the search for two consecutive codes', () => {
  it('finds the second one’s step wherever both lie within the reach and are unspent', () => {
    fc.assert(fc.property(seeds, middles, within, fc.integer({ min: 1, max: 500 }), (seed, middle, offset, since) => {
      const step = middle + offset;
      const [first, second] = [hotp(seed, step, SETTINGS), hotp(seed, step + 1, SETTINGS)];
      expect(findPair(seed, SETTINGS, { first, second, middle, lastStep: step - since })).toBe(step + 1);
    }));
  });

  it('reaches an hour to either side at 30 seconds, and no step further', () => {
    fc.assert(fc.property(seeds, middles, beyond, (seed, middle, offset) => {
      const [first, second] = [hotp(seed, middle + offset, SETTINGS), hotp(seed, middle + offset + 1, SETTINGS)];
      expect(findPair(seed, SETTINGS, { first, second, middle, lastStep: -1 })).toBeNull();
    }));
    expect(REACH * SETTINGS.period).toBe(3600);
  });

  it('finds nothing in swapped codes, in the same code twice, or in codes with one between them', () => {
    fc.assert(fc.property(seeds, middles, within, fc.constantFrom(-3, -2, -1, 0, 2, 3), (seed, middle, offset, gap) => {
      const step = middle + offset;
      const [first, second] = [hotp(seed, step, SETTINGS), hotp(seed, step + gap, SETTINGS)];
      // One pair in a million consecutive codes is the same code twice; then it is right.
      fc.pre(hotp(seed, step + 1, SETTINGS) !== second && (gap !== 0 || hotp(seed, step - 1, SETTINGS) !== first));
      expect(findPair(seed, SETTINGS, { first, second, middle, lastStep: -1 })).toBeNull();
    }));
  });

  it('finds nothing whose first step is not greater than the last accepted one', () => {
    fc.assert(fc.property(seeds, middles, within, fc.nat(50), (seed, middle, offset, ahead) => {
      const step = middle + offset;
      const [first, second] = [hotp(seed, step, SETTINGS), hotp(seed, step + 1, SETTINGS)];
      expect(findPair(seed, SETTINGS, { first, second, middle, lastStep: step + ahead })).toBeNull();
    }));
  });

  it('does not look before the first step of all', () => {
    const seed = Buffer.from('12345678901234567890');
    expect(findPair(seed, SETTINGS, { first: hotp(seed, 0, SETTINGS), second: hotp(seed, 1, SETTINGS), middle: 5, lastStep: -1 })).toBe(1);
    expect(findPair(seed, SETTINGS, { first: '', second: '', middle: 5, lastStep: -1 })).toBeNull();
  });
});
