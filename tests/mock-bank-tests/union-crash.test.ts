/** The database or the process dies in the middle: the same M3 again ends in exactly one token, and was one try. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownBy } from '../mock-bank/devices.ts';
import { hotp } from '../mock-bank/secrets/otp.ts';
import { begin, concludeUnion, enrolUnion, finishUnion, post, startUnion, type UnionReply } from './token-client.ts';
import { FINISH, issued, live, START, wrong } from './union-customer.ts';
import { openWatched, type Watched } from './watched.ts';

let bank: Watched;

beforeAll(async () => {
  bank = await openWatched();
}, 60_000);
afterAll(() => bank.store.close());

/** Does `round` with the store failing at its first point, its second … until one goes through without a failure; how many failed. */
async function atEveryPoint(round: (failAt: () => void) => Promise<void>): Promise<number> {
  for (let point = 1; ; point++) {
    await round(() => bank.failAt(point));
    if (!bank.mend()) return point - 1;
  }
}

describe('a failure at any point', () => {
  it('of M3 leaves it to be sent again: one live serial, its keys on both sides, no try too many', async () => {
    const points = await atEveryPoint(async (failAt) => {
      const one = await issued(bank);
      const proof = await startUnion(bank, one);
      failAt();
      const first = await post(bank, FINISH, proof.m3);
      expect(first.status).toBe(bank.mend() ? 503 : 200);
      // Whatever was counted is this one try.
      expect((await bank.activation(one.customer))?.fails).toBeLessThanOrEqual(1);
      const again = await post(bank, FINISH, proof.m3);
      const reply: UnionReply = await again.json();
      const { seed } = concludeUnion(proof, reply);
      expect(await live(bank, one)).toEqual([reply.serial]);
      expect(await bank.tokens(one.customer)).toHaveLength(1);
      expect(await bank.activation(one.customer)).toMatchObject({ fails: 0, state: 'TAKEN', serial: reply.serial });
      expect(await shownBy(bank.world, bank.store, reply.serial)).toBe(hotp(seed, Math.floor(bank.now() / 60_000), { algorithm: 'SHA-1', digits: 6 }));
      expect(await (await finishUnion(bank, proof)).status()).toBe('UNBOUND');
    });
    // Two transactions with their statements.
    expect(points).toBeGreaterThan(12);
  }, 60_000);

  it('of an M3 that takes the token over leaves the old one or the new one, never both and never none', async () => {
    const points = await atEveryPoint(async (failAt) => {
      const one = await issued(bank);
      const former = await enrolUnion(bank, one);
      const proof = await startUnion(bank, one);
      failAt();
      await post(bank, FINISH, proof.m3);
      bank.mend();
      expect(await live(bank, one)).toHaveLength(1);
      const token = await finishUnion(bank, proof);
      expect(await live(bank, one)).toEqual([token.serial]);
      expect(await former.status()).toBe('REVOKED');
    });
    expect(points).toBeGreaterThan(14);
  }, 60_000);

  it('of a wrong M3 counts it once, however often it comes, and five of them lock', async () => {
    const points = await atEveryPoint(async (failAt) => {
      const one = await issued(bank);
      const { m3 } = await startUnion(bank, wrong(one));
      failAt();
      await post(bank, FINISH, m3);
      bank.mend();
      for (let time = 0; time < 2; time++) expect((await post(bank, FINISH, m3)).status).toBe(403);
      expect(await bank.activation(one.customer)).toMatchObject({ fails: 1, state: 'ISSUED' });
    });
    expect(points).toBeGreaterThan(8);
  }, 60_000);

  it('between counting and looking costs the try and gives no other: with five such nobody is let in, until their own M3 come again', async () => {
    const one = await issued(bank);
    const proofs = [];
    for (let trial = 0; trial < 5; trial++) {
      const proof = await startUnion(bank, trial === 3 ? one : wrong(one));
      proofs.push(proof);
      // The first transaction has five statements and its COMMIT: the failure is right after it.
      bank.failAt(7);
      expect((await post(bank, FINISH, proof.m3)).status).toBe(503);
      bank.mend();
      expect(await bank.activation(one.customer)).toMatchObject({ fails: trial + 1, state: 'ISSUED' });
    }
    const before = bank.opened('attempt');
    const sixth = await startUnion(bank, one);
    expect((await post(bank, FINISH, sixth.m3)).status).toBe(403);
    expect(bank.opened('attempt')).toBe(before);
    // Each is what it was: four wrong ones and a right one, which still may come.
    const statuses = [];
    for (const { m3 } of proofs) statuses.push((await post(bank, FINISH, m3)).status);
    expect(statuses).toEqual([403, 403, 403, 200, 403]);
    expect(await live(bank, one)).toHaveLength(1);
  });

  it('between counting and looking locks, when the five never come again, at the end of their five minutes', async () => {
    const [one, other] = [await issued(bank), await issued(bank)];
    const proofs = [];
    for (let trial = 0; trial < 5; trial++) {
      const proof = await startUnion(bank, wrong(one));
      proofs.push(proof);
      bank.failAt(7);
      await post(bank, FINISH, proof.m3);
      bank.mend();
    }
    bank.pass(300_001);
    await startUnion(bank, other);
    expect(await bank.activation(one.customer)).toMatchObject({ fails: 5, state: 'LOCKED' });
    const [row] = await bank.store.rows<{ sealed: unknown }>('SELECT sealed FROM activations WHERE user_id = $1', [one.userId]);
    expect(row?.sealed).toBeNull();
    for (const { m3 } of proofs) expect((await post(bank, FINISH, m3)).status).toBe(410);
    expect((await enrolUnion(bank, other)).serial).toMatch(/^AKGS/);
  });

  it('of M1 leaves it to be sent again: one attempt, which leads on', async () => {
    const points = await atEveryPoint(async (failAt) => {
      const one = await issued(bank);
      const attempt = begin(bank, one);
      failAt();
      await post(bank, START, attempt.m1);
      bank.mend();
      const [first, second] = [await post(bank, START, attempt.m1), await post(bank, START, attempt.m1)];
      expect([first.status, await first.text()]).toEqual([200, await second.text()]);
      expect(await bank.store.rows('SELECT slot FROM attempts WHERE user_id = $1', [one.userId])).toEqual([{ slot: 0 }]);
    });
    expect(points).toBeGreaterThan(4);
  }, 60_000);

  it('of the acknowledgement leaves it to be sent again: the password is erased with it, not before and not after', async () => {
    const points = await atEveryPoint(async (failAt) => {
      const one = await issued(bank);
      const proof = await startUnion(bank, one);
      const token = await finishUnion(bank, proof);
      failAt();
      await token.acknowledge();
      bank.mend();
      const [row] = await bank.store.rows<{ acknowledged: boolean; erased: boolean; ended: boolean }>(
        `SELECT t.acknowledged_at IS NOT NULL AS acknowledged, a.sealed IS NULL AS erased, e.state = 'ENDED' AS ended
         FROM tokens t JOIN activations a ON a.serial = t.serial JOIN attempts e ON e.serial = t.serial WHERE t.serial = $1`, [token.serial]);
      expect([row?.erased, row?.ended]).toEqual([row?.acknowledged, row?.acknowledged]);
      expect((await token.acknowledge()).status).toBe(200);
      expect((await post(bank, FINISH, proof.m3)).status).toBe(410);
      expect(await live(bank, one)).toEqual([token.serial]);
    });
    expect(points).toBeGreaterThan(5);
  }, 60_000);
});
