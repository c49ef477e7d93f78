import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsSoonAt, givesCodes, isFree, isLive, MOST_GIVEN, stateAt, type Token, TOKEN_STATES, withGiven, withoutAhead, withStepsSpent } from '../../lib/token.ts';
import { localRecord, NOON, token } from './vault/builders.ts';

describe('a state', () => {
  it('of a token that waits for its start ends with the time for it', () => {
    expect(stateAt(token({ startBy: NOON }), NOON)).toBe('UNBOUND');
    expect(stateAt(token({ startBy: NOON }), NOON + 1)).toBe('EXPIRED');
    expect(stateAt(token({ startBy: NOON, state: 'ACTIVE' }), NOON + 1)).toBe('ACTIVE');
  });
  it('that could give codes ends where the institution states an end; one that is over stays what it is', () => {
    for (const state of TOKEN_STATES) {
      const ends = state === 'UNBOUND' || state === 'ACTIVE' || state === 'SUSPENDED';
      expect(stateAt(token({ state, endsAt: NOON }), NOON - 1)).toBe(state);
      expect(stateAt(token({ state, endsAt: NOON }), NOON)).toBe(ends ? 'EXPIRED' : state);
    }
  });
});

describe('an end that the institution states', () => {
  const DAY = 86_400_000;
  it('is announced from 30 days before, for tokens that give codes', () => {
    const endsAt = NOON + 30 * DAY;
    for (const state of TOKEN_STATES) {
      expect(endsSoonAt(token({ state, endsAt, startBy: NOON + 90 * DAY }), NOON - 1)).toBeNull();
      expect(endsSoonAt(token({ state, endsAt, startBy: NOON + 90 * DAY }), NOON)).toBe(givesCodes(state) ? endsAt : null);
      expect(endsSoonAt(token({ state, endsAt, startBy: NOON + 90 * DAY }), endsAt)).toBeNull();
      expect(endsSoonAt(token({ state, endsAt: null }), NOON)).toBeNull();
    }
  });
});

describe('an imported token', () => {
  it('means nothing to a bank: it gives no code to one, is at no issuer, and never ends by itself', () => {
    const { token: imported } = localRecord('local-1');
    expect([givesCodes('LOCAL'), isLive('LOCAL')]).toEqual([false, false]);
    expect(stateAt(imported, NOON + 50 * 365 * 86_400_000)).toBe('LOCAL');
    expect(endsSoonAt({ ...imported, endsAt: NOON }, NOON)).toBeNull();
  });
});

describe('a token of which nobody knows what it gave last', () => {
  it('has given everything up to the step after the present one, and takes nothing back', () => {
    fc.assert(fc.property(fc.integer({ min: -1, max: 200 }), fc.integer({ min: -1, max: 200 }), fc.nat({ max: 100 }), (spentStep, copiedStep, step) => {
      const kept = token({ spentStep, copiedStep, givenSteps: [150] });
      const spent = withStepsSpent(kept, step);
      for (let at = 0; at <= step + 1; at++) expect(isFree(spent, at)).toBe(false);
      for (const at of [step + 2, 150, 201]) expect(isFree(spent, at)).toBe(isFree(kept, at));
      expect({ ...spent, spentStep, givenSteps: kept.givenSteps }).toEqual(kept);
    }));
  });
  it('has given the present and the next step also once a clock that ran ahead is right again', () => {
    const restored = withStepsSpent(token({ spentStep: 900, givenSteps: [900] }), 20);
    expect([20, 21, 22, 900].map((step) => isFree(withoutAhead(restored, 20), step))).toEqual([false, false, true, false]);
  });
  it('has given one value of its counter', () => {
    expect(withStepsSpent(localRecord('a', { counter: 41 }).token, 5).local).toMatchObject({ counter: 42 });
    expect(withStepsSpent(localRecord('a').token, 5).local).toMatchObject({ counter: null });
  });
});

/** As whoever gives codes does it. */
function give(kept: Token, step: number, by: 'spentStep' | 'copiedStep'): Token | null {
  const present = withoutAhead(kept, step);
  return isFree(present, step) ? { ...withGiven(present, step), [by]: step } : null;
}

describe('a step that was given ahead of its time', () => {
  it('holds nothing up, and stays given when its time has come', () => {
    const kept = token({ spentStep: 900, copiedStep: 901, givenSteps: [900, 901] });
    const present = withoutAhead(kept, 20);
    expect([19, 20, 21, 900, 901, 902].map((step) => isFree(present, step))).toEqual([false, true, true, false, false, true]);
  });
  it('is the next one only after a restore or a clock that moved a little: it is waited for', () => {
    const kept = token({ spentStep: 21 });
    expect(withoutAhead(kept, 20)).toBe(kept);
  });
  it('is never given again, however the clock jumps and however many are given', () => {
    const asks = fc.array(fc.tuple(fc.nat({ max: 150 }), fc.constantFrom('spentStep' as const, 'copiedStep' as const)), { maxLength: 150, size: 'max' });
    fc.assert(fc.property(asks, (jumps) => {
      let kept = token();
      const given: number[] = [];
      for (const [step, by] of jumps) {
        const next = give(kept, step, by);
        if (next) given.push(step);
        kept = next ?? kept;
        expect(kept.givenSteps.length).toBeLessThanOrEqual(MOST_GIVEN);
      }
      expect(new Set(given).size).toBe(given.length);
    }), { numRuns: 200 });
  });
});
