import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFar, issuerTime, jumpWatch, type Known, measured, stepNow, trustIn } from '../../lib/clock.ts';
import { isFree } from '../../lib/token.ts';
import { NOON, token } from './vault/builders.ts';

const HOUR = 3_600_000;
const measure = (measuredAt: number) => ({ offset: 0, error: 1, measuredAt });
const known = (over: Partial<Known> = {}): Known => ({ here: true, jumped: false, ...over });

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
    expect(trustIn(measure(NOON), NOON + 1, known({ here: false }))).toBe('old');
    expect(trustIn(measure(NOON + 10_000), NOON, known({ here: false }))).toBe('wrong');
  });
  it('from before the clock was seen to be set is wrong, and stays so however long it takes', () => {
    for (const later of [0, 1000, 26_000, HOUR]) expect(trustIn(measure(NOON), NOON + later, known({ jumped: true }))).toBe('wrong');
    expect(trustIn(measure(NOON), NOON + 1000, known({ jumped: true, here: false }))).toBe('wrong');
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
      const noticed = Math.abs(jump) > 2000 ? steady : null;
      expect(jumpedAt()).toBe(noticed);
      // Once: the same jump is not noticed anew.
      wall += 5;
      steady += 5;
      expect(jumpedAt()).toBe(noticed);
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
  it('moves the time step, which never stands before the first one', () => {
    const { profile } = token();
    expect(stepNow({ clock: null, profile }, NOON)).toBe(NOON / 30_000);
    expect(stepNow({ ...by(-30_000), profile }, NOON)).toBe(NOON / 30_000 - 1);
    expect(stepNow({ ...by(-2 * NOON), profile }, NOON)).toBe(0);
    expect(stepNow({ clock: null, profile: { ...profile, T0: NOON / 1000 + 60 } }, NOON)).toBe(0);
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

describe('a new measure', () => {
  const STEP = 30_000;
  const now = NOON / STEP;
  const right = { offset: 0, error: 5, measuredAt: NOON };

  it('changes nothing of steps that were given in their time', () => {
    const kept = token({ spentStep: now, copiedStep: now + 1, givenSteps: [now, now + 1] });
    expect(measured(kept, right)).toEqual({ ...kept, clock: right });
  });
  it('frees a token that a clock a year ahead had silenced; the very steps that it gave stay given', () => {
    const [ahead, copied] = [now + 1_051_200, now + 1_051_201];
    const healed = measured(token({ spentStep: ahead, copiedStep: copied, givenSteps: [ahead, copied] }), right);
    expect(healed).toMatchObject({ spentStep: now - 1, copiedStep: now - 1 });
    expect([now - 1, now, now + 1, ahead, copied, copied + 1].map((step) => isFree(healed, step))).toEqual([false, true, true, false, false, true]);
  });
  it('remembers a step of which only the mark is known', () => {
    const healed = measured(token({ spentStep: now + 500, copiedStep: -1 }), right);
    expect(healed).toMatchObject({ spentStep: now - 1, copiedStep: -1, givenSteps: [now + 500] });
  });
  it('from before the first time step is kept like any other', () => {
    const early = token({ profile: { ...token().profile, T0: NOON / 1000 + 60 } });
    expect(measured(early, right)).toEqual({ ...early, clock: right });
  });
  it('that is far, and that nobody said yes to, frees nothing', () => {
    const kept = token({ spentStep: now + 500 });
    const far = { ...right, offset: -3 * DAY };
    expect(measured(kept, far)).toEqual({ ...kept, clock: far });
  });
});
