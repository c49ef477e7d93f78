/** One fixed run of each flow, and every single bit of every message changed: one of the two sides refuses each of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { equalBytes, utf8 } from '../../../lib/bytes.ts';
import { beginProvision, finishProvision } from '../../../lib/enrolment/provision.ts';
import { beginUnion, finishUnion, proveUnion } from '../../../lib/enrolment/union.ts';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import { Refusal } from '../../../lib/refusal.ts';
import type { UnionPending } from '../../../lib/vault/pending.ts';
import { Refused } from '../../mock-bank/issuer/answers.ts';
import { answerFirst, commit, isProven, readFirst, readThird } from '../../mock-bank/issuer/union-handshake.ts';
import { NOON } from '../vault/builders.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { type Issuer, newIssuer } from './model/issuer.ts';

const abukuma = profileOf('1188') ?? expect.unreachable();
const akagi = profileOf('2143') ?? expect.unreachable();
const PASSWORD = '471108';
/** The same bytes in each run. */
const from = () => fromChance(chanceOf('bits'));
const fromChance = (chance: Chance) => ({ now: NOON, random: (length: number) => chance.bytes(length), app: 'kagifuda', version: '0.1.0' });

/** The message with one bit changed, for each of its bits. */
function* withOneBitChanged(message: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
  for (let bit = 0; bit < message.length * 8; bit++) {
    const changed = Uint8Array.from(message);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield changed;
  }
}

/** Which of the changed messages are taken, as text; a failure that is no refusal is a bug. */
function taken(message: Uint8Array, take: (changed: Uint8Array<ArrayBuffer>) => boolean): string[] {
  const accepted: string[] = [];
  for (const changed of withOneBitChanged(message)) {
    try {
      if (take(changed)) accepted.push(new TextDecoder().decode(changed));
    } catch (failure) {
      if (!(failure instanceof Refusal) && !(failure instanceof Refused)) throw failure;
    }
  }
  return accepted;
}

const begin = () => beginProvision(abukuma, from(), { ephemeral: new Uint8Array(32).fill(3) });

describe('at a credit union', () => {
  const own = { origin: akagi.issuerOrigin, password: PASSWORD, yb: 2n ** 251n + 12_345n, serverNonce: new Uint8Array(16).fill(9), t1: NOON + 30, t2: NOON + 32 };
  const promised = {
    serial: 'AKGS00012345', t1: NOON + 60, t2: NOON + 62,
    profile: { algorithm: 'SHA-1', digits: 6, period: 60, T0: 0, name: 'あかぎ信用組合', generation: 1 } as const,
  };
  const attempt = beginUnion(akagi, { serviceId: 'IB21430001', userId: 'K7M2QX9BCD', password: PASSWORD }, from());
  const answered = answerFirst(readFirst(attempt.request), own);
  const pending: UnionPending = proveUnion(attempt, utf8(answered.m2));
  const m4 = utf8(commit(answered, promised).m4);

  /** M3 is the right proof of the attempt that it names. */
  function isRight(third: { sid: Uint8Array; Ta: Uint8Array }): boolean {
    return equalBytes(third.sid, attempt.sid) && isProven(answered, third.Ta);
  }

  it('the run as it is succeeds', () => {
    expect(isRight(readThird(pending.request))).toBe(true);
    expect(finishUnion(pending, akagi, m4).token.serial).toBe('AKGS00012345');
  });

  it('no changed M1 leads to a proof that the issuer takes', { timeout: 120_000 }, () => {
    let wellFormed = 0;
    expect(taken(attempt.request, (m1) => {
      const other = answerFirst(readFirst(m1), own);
      wellFormed++;
      return isProven(other, readThird(proveUnion(attempt, utf8(other.m2)).request).Ta);
    })).toEqual([]);
    // Many are messages all the same: it is the proof that they lack.
    expect(wellFormed).toBeGreaterThan(200);
  });

  it('no changed M2 leads to a proof that the issuer takes', { timeout: 120_000 }, () => {
    expect(taken(utf8(answered.m2), (m2) => isRight(readThird(proveUnion(attempt, m2).request)))).toEqual([]);
  });

  it('no changed M3 is a proof', () => {
    expect(taken(pending.request, (m3) => isRight(readThird(m3)))).toEqual([]);
  });

  it('no changed M4 becomes a token', () => {
    expect(taken(m4, (changed) => finishUnion(pending, akagi, changed).token.serial !== '')).toEqual([]);
  });
});

describe('at a shinkin', () => {
  let issuer: Issuer;
  beforeAll(async () => {
    issuer = await newIssuer({ origin: abukuma.issuerOrigin, now: () => NOON, note: () => undefined, committed: async () => undefined });
  }, 60_000);
  afterAll(async () => await issuer.close());

  async function post(body: Uint8Array<ArrayBuffer>): Promise<{ status: number; body: string }> {
    const request = new Request(`${abukuma.issuerOrigin}/v1/sk/provision`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    return (await issuer.serve(request)) ?? expect.unreachable();
  }

  it('no changed M1 gets a token', { timeout: 120_000 }, async () => {
    const { request } = await begin();
    const statuses = new Set<number>();
    for (const changed of withOneBitChanged(request)) statuses.add((await post(changed)).status);
    expect([...statuses].toSorted((a, b) => a - b)).toEqual([400, 404]);
    expect(await issuer.tables.rows('SELECT serial FROM tokens')).toEqual([]);
    expect((await post(request)).status).toBe(200);
  });

  it('no changed M2 becomes a token', async () => {
    const pending = await begin();
    const m2 = utf8((await post(pending.request)).body);
    expect(finishProvision(pending, abukuma, m2).token.serial).toMatch(/^SKTS/);
    expect(taken(m2, (changed) => finishProvision(pending, abukuma, changed).token.serial !== '')).toEqual([]);
  });
});
