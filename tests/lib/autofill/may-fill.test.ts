import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayFill, patience, type Conditions } from '../../../lib/autofill/may-fill.ts';

const GOOD: Conditions = {
  trusted: true,
  topFrame: true,
  focused: true,
  inPlace: true,
  open: true,
  stillFor: 500,
  visibleFor: 500,
  viewTransition: false,
  fullScreen: false,
};

describe('a click on the offer', () => {
  it('fills when everything holds', () => {
    expect(mayFill(GOOD)).toBe(true);
  });

  it.each<Partial<Conditions>>([
    { trusted: false },
    { topFrame: false },
    { focused: false },
    { inPlace: false },
    { open: false },
    { stillFor: 499 },
    { visibleFor: 499 },
    { viewTransition: true },
    { fullScreen: true },
  ])('does not fill with %o', (bad) => {
    expect(mayFill({ ...GOOD, ...bad })).toBe(false);
  });
});

describe('patience', () => {
  it('ends with the fourth refusal within ten seconds', () => {
    const nerves = patience();
    for (const at of [0, 1000, 2000]) nerves.refused(at);
    expect(nerves.isOver()).toBe(false);
    nerves.refused(9999);
    expect(nerves.isOver()).toBe(true);
  });

  it('forgets a refusal after ten seconds', () => {
    const nerves = patience();
    for (const at of [0, 1, 2, 10_000]) nerves.refused(at);
    expect(nerves.isOver()).toBe(false);
    nerves.refused(10_000);
    expect(nerves.isOver()).toBe(true);
  });

  it('does not end when refusals are far apart, and never returns once it ended', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 3334, max: 60_000 }), { maxLength: 30 }), (gaps) => {
        const nerves = patience();
        let at = 0;
        for (const gap of gaps) nerves.refused((at += gap));
        return !nerves.isOver();
      }),
    );
  });
});
