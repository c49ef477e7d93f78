import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFar, issuerTime, jumpWatch, trustIn } from '../../lib/clock.ts';
import { NOON } from './vault/builders.ts';

const HOUR = 3_600_000;
const measure = (measuredAt: number) => ({ offset: 0, error: 1, measuredAt });
const known = (jumpedAt: number | null = null, here = true) => ({ jumpedAt, here });

describe('a measure of the clock', () => {
  it('is good for an hour, then old', () => {
    expect(trustIn(measure(NOON), NOON + HOUR, known())).toBe('good');
    expect(trustIn(measure(NOON), NOON + HOUR + 1, known())).toBe('old');
  });
  it('that was never made is to be made', () => {
    expect(trustIn(null, NOON, known())).toBe('old');
  });
  it('from the future is wrong: the clock was set back', () => {
    expect(trustIn(measure(NOON + 10_000), NOON, known())).toBe('wrong');
  });
  it('of an earlier process is old: nobody watched the clock in between', () => {
    expect(trustIn(measure(NOON), NOON + 1, known(null, false))).toBe('old');
    expect(trustIn(measure(NOON + 10_000), NOON, known(null, false))).toBe('wrong');
  });
  it('from before a jump is wrong, from after it good', () => {
    expect(trustIn(measure(NOON), NOON + 1000, known(NOON + 500))).toBe('wrong');
    expect(trustIn(measure(NOON + 600), NOON + 1000, known(NOON + 500))).toBe('good');
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

const DAY = 24 * HOUR;
const by = (offset: number, acceptedOffset: number | null = null) => ({ clock: { offset, error: 1, measuredAt: NOON }, acceptedOffset });

describe('an offset', () => {
  it('makes the issuer\'s time of this PC\'s; without a measure they are the same', () => {
    expect(issuerTime(by(-5_000), NOON)).toBe(NOON - 5_000);
    expect(issuerTime({ clock: null }, NOON)).toBe(NOON);
  });
  it('of up to a day either way is applied, a larger one only after a yes', () => {
    for (const offset of [0, DAY, -DAY, DAY - 1]) expect(isFar(by(offset))).toBe(false);
    for (const offset of [DAY + 1, -DAY - 1, 400 * DAY]) expect(isFar(by(offset))).toBe(true);
    expect(isFar({ clock: null, acceptedOffset: null })).toBe(false);
  });
  it('that was said yes to counts while it stays about as large', () => {
    expect(isFar(by(3 * DAY, 3 * DAY))).toBe(false);
    expect(isFar(by(3 * DAY + HOUR, 3 * DAY))).toBe(false);
    expect(isFar(by(3 * DAY + HOUR + 1, 3 * DAY))).toBe(true);
    expect(isFar(by(-3 * DAY, 3 * DAY))).toBe(true);
  });
});
