import { describe, expect, it } from 'vitest';
import { endsSoonAt, givesCodes, stateAt, TOKEN_STATES } from '../../lib/token.ts';
import { NOON, token } from './vault/builders.ts';

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
