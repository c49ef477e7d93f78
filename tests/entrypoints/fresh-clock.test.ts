/** What may be said of a token's code, and whether it may be used, by what this process knows of the clock. */
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { surenessOf } from '../../entrypoints/background/fresh-clock.ts';
import type { Token } from '../../lib/token.ts';
import { localRecord, NOON, token } from '../lib/vault/builders.ts';

const MINUTE = 60_000;

/** A desk of which no more is there than what says how sure a code is. */
function deskOf(over: { isAsking?: boolean; hasFailed?: boolean; jumpedAt?: number | null; askedAt?: number } = {}): Desk {
  const { isAsking = false, hasFailed = false, jumpedAt = null, askedAt } = over;
  const asked = new Map(askedAt === undefined ? [] : [['token-1', askedAt]]);
  const beside = { isAsking: () => isAsking, hasFailed: () => hasFailed };
  return Object.assign(Object.create(null), { now: () => NOON, jumpedAt: () => jumpedAt, asked, beside });
}

const measuredBefore = (age: number): Token => token({ clock: { offset: 0, error: 1, measuredAt: NOON - age } });

describe('the code of a token', () => {
  it('whose measure is old is hidden while the issuer is asked for the first time, and not again when it is asked once more', () => {
    const old = measuredBefore(10 * MINUTE + 1);
    expect(surenessOf(deskOf({ isAsking: true }), old)).toBe('hidden');
    expect(surenessOf(deskOf({ hasFailed: true }), old)).toBe('unsure');
    expect(surenessOf(deskOf({ isAsking: true, hasFailed: true }), old)).toBe('unsure');
  });
  it('whose measure is recent, or was never made, is marked while the issuer is asked', () => {
    expect(surenessOf(deskOf({ isAsking: true }), measuredBefore(10 * MINUTE))).toBe('unsure');
    expect(surenessOf(deskOf({ isAsking: true }), token())).toBe('unsure');
  });
  it('by a clock that was set is hidden until the issuer has answered a question of after that', () => {
    const failing = { isAsking: true, hasFailed: true };
    expect(surenessOf(deskOf({ ...failing, jumpedAt: 5 }), measuredBefore(MINUTE))).toBe('hidden');
    expect(surenessOf(deskOf({ ...failing, jumpedAt: 5, askedAt: 5 }), measuredBefore(MINUTE))).toBe('hidden');
    expect(surenessOf(deskOf({ jumpedAt: 5, askedAt: 6 }), measuredBefore(MINUTE))).toBe('sure');
  });
  it('that was imported is sure: there is nobody to ask', () => {
    expect(surenessOf(deskOf({ jumpedAt: 5 }), localRecord('token-1').token)).toBe('sure');
  });
});
