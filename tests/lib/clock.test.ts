import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jumpWatch, trustIn } from '../../lib/clock.ts';
import { NOON } from './vault/builders.ts';

const HOUR = 3_600_000;
const measure = (measuredAt: number) => ({ offset: 0, error: 1, measuredAt });

describe('a measure of the clock', () => {
  it('is good for an hour, then old', () => {
    expect(trustIn(measure(NOON), NOON + HOUR, null)).toBe('good');
    expect(trustIn(measure(NOON), NOON + HOUR + 1, null)).toBe('old');
  });
  it('that was never made is to be made', () => {
    expect(trustIn(null, NOON, null)).toBe('old');
  });
  it('from the future is wrong: the clock was set back', () => {
    expect(trustIn(measure(NOON + 10_000), NOON, null)).toBe('wrong');
  });
  it('from before a jump is wrong, from after it good', () => {
    expect(trustIn(measure(NOON), NOON + 1000, NOON + 500)).toBe('wrong');
    expect(trustIn(measure(NOON + 600), NOON + 1000, NOON + 500)).toBe('good');
  });
});

describe('the watch for jumps', () => {
  it('notices any change of the clock over two seconds, and no passing of time', () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(1e9), (jump, passed) => {
      let wall = NOON;
      let steady = 0;
      const jumpedAt = jumpWatch(() => wall, () => steady);
      wall += passed;
      steady += passed;
      expect(jumpedAt()).toBeNull();
      wall += jump;
      expect(jumpedAt()).toBe(Math.abs(jump) > 2000 ? wall : null);
      expect(jumpedAt()).toBe(Math.abs(jump) > 2000 ? wall : null);
    }));
  });
});
