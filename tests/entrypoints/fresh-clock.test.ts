/** What may be said of a token's code, and whether it may be used, by what this process knows of the clock. */
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { surenessOf, withFreshClock } from '../../entrypoints/background/fresh-clock.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Token } from '../../lib/token.ts';
import { enrolled, localRecord, madeVault, NOON, reasonOf, token } from '../lib/vault/builders.ts';

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

/** Of a vault; while the issuer is asked, `during` happens. */
async function ground(during: (desk: { jumpedAt: () => number | null; asked: Map<string, number> }) => Promise<void>) {
  const { vault } = await madeVault();
  const kept = await enrolled(vault, { clock: { offset: 0, error: 1, measuredAt: NOON - 61 * MINUTE } });
  const desk = Object.assign(deskOf(), { vault });
  return { kept, desk: Object.assign(desk, { enrolment: { refresh: () => during(desk) } }) };
}

describe('a token that is to be used', () => {
  it('goes by the measure that the issuer just gave', async () => {
    const { desk, kept } = await ground(async ({ asked }) => void asked.set('token-1', 3));
    expect(await withFreshClock(desk, kept)).toEqual(kept);
  });
  it('goes by an old measure where the issuer is away', async () => {
    const { desk, kept } = await ground(async () => Promise.reject(new Refusal('issuer-unreachable')));
    expect(await withFreshClock(desk, kept)).toEqual(kept);
  });
  it('is refused when the clock was set while the issuer was asked, whether it answered or not', async () => {
    const answered = await ground(async (desk) => {
      desk.jumpedAt = () => 4;
      desk.asked.set('token-1', 3);
    });
    expect(await reasonOf(withFreshClock(answered.desk, answered.kept))).toBe('clock-uncertain');
    const away = await ground(async (desk) => {
      desk.jumpedAt = () => 4;
      throw new Refusal('issuer-unreachable');
    });
    expect(await reasonOf(withFreshClock(away.desk, away.kept))).toBe('clock-uncertain');
  });
});
