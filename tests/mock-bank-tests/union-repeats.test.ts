/** Messages of the credit union's handshake that come again, come late, or are too many. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, enrol, finishUnion, post, prove, startUnion, type UnionReply } from './token-client.ts';
import { CONFLICT, EXPIRED, FINISH, issued, live, PASSWORD, REFUSED, START, told, wrong } from './union-customer.ts';
import { openWatched, type Watched } from './watched.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let bank: Watched;

beforeAll(async () => {
  bank = await openWatched();
}, 60_000);
afterAll(() => bank.store.close());

describe('repeats', { timeout: 60_000 }, () => {
  it('of M1 get the same M2, and of M3 the same M4, however often and however late', async () => {
    const one = await issued(bank);
    const attempt = begin(bank, one);
    const m2 = await (await post(bank, START, attempt.m1)).text();
    bank.pass(4 * MINUTE);
    expect(await (await post(bank, START, attempt.m1)).text()).toBe(m2);
    const { m3 } = prove(bank, attempt, m2);
    const m4 = await (await post(bank, FINISH, m3)).text();
    for (const later of [1000, 10 * MINUTE, 48 * HOUR]) {
      bank.pass(later);
      expect(await (await post(bank, FINISH, m3)).text()).toBe(m4);
    }
    expect(await bank.tokens(one.customer)).toHaveLength(1);
    expect(await bank.activation(one.customer)).toMatchObject({ fails: 0 });
  });

  it('at the same moment make one attempt and one token', async () => {
    const one = await issued(bank);
    const attempt = begin(bank, one);
    const seconds = await Promise.all(Array.from({ length: 6 }, async () => (await post(bank, START, attempt.m1)).text()));
    expect(new Set(seconds).size).toBe(1);
    const { m3 } = prove(bank, attempt, seconds[0] ?? '');
    const fourths = await Promise.all(Array.from({ length: 12 }, async () => (await post(bank, FINISH, m3)).text()));
    expect(new Set(fourths).size).toBe(1);
    expect(await bank.tokens(one.customer)).toHaveLength(1);
  });

  it('with other bytes under the same sid are a conflict at every stage', async () => {
    const one = await issued(bank);
    const attempt = begin(bank, one);
    const proof = prove(bank, attempt, await (await post(bank, START, attempt.m1)).text());
    expect(await told(await post(bank, START, `${attempt.m1} `))).toEqual(CONFLICT);
    const m4: UnionReply = await (await post(bank, FINISH, proof.m3)).json();
    expect(await told(await post(bank, FINISH, `${proof.m3} `))).toEqual(CONFLICT);
    await (await finishUnion(bank, proof)).acknowledge();
    expect(await told(await post(bank, FINISH, `${proof.m3} `))).toEqual(CONFLICT);
    expect(await told(await post(bank, START, `${attempt.m1} `))).toEqual(CONFLICT);
    expect(await live(bank, one)).toEqual([m4.serial]);
  });

  it('of a refused M3 stay refused, and its sid takes no second guess', async () => {
    const one = await issued(bank);
    const attempt = begin(bank, wrong(one));
    const m2 = await (await post(bank, START, attempt.m1)).text();
    const { m3 } = prove(bank, attempt, m2);
    for (let time = 0; time < 3; time++) expect(await told(await post(bank, FINISH, m3))).toEqual(REFUSED);
    const second = { ...JSON.parse(m3), Ta: Buffer.alloc(64, 1).toString('base64url') };
    expect(await told(await post(bank, FINISH, second))).toEqual(CONFLICT);
    expect(await told(await post(bank, START, attempt.m1))).toEqual(EXPIRED);
    expect(await bank.activation(one.customer)).toMatchObject({ fails: 1 });
    expect(await bank.store.rows('SELECT sealed, second, fourth FROM attempts WHERE user_id = $1', [one.userId])).toEqual([{ sealed: null, second: null, fourth: null }]);
  });

  it('of an acknowledged M3 and of its M1 get 410', async () => {
    const one = await issued(bank);
    const attempt = begin(bank, one);
    const proof = prove(bank, attempt, await (await post(bank, START, attempt.m1)).text());
    const token = await finishUnion(bank, proof);
    for (let time = 0; time < 2; time++) expect(await told(await token.acknowledge())).toEqual([200, { v: 1, state: 'CONFIRMED' }]);
    expect(await told(await post(bank, FINISH, proof.m3))).toEqual(EXPIRED);
    expect(await told(await post(bank, START, attempt.m1))).toEqual(EXPIRED);
    expect(await token.status()).toBe('UNBOUND');
  });

  it('of an M3 whose token has ended meanwhile get 410: nothing is left to take', async () => {
    const [late, lost] = [await issued(bank), await issued(bank)];
    const proofs = [await startUnion(bank, late), await startUnion(bank, lost)] as const;
    const [, token] = [await finishUnion(bank, proofs[0]), await finishUnion(bank, proofs[1])];
    await bank.store.rows(`UPDATE tokens SET state = 'REVOKED' WHERE serial = $1`, [token.serial]);
    expect(await told(await post(bank, FINISH, proofs[1].m3))).toEqual(EXPIRED);
    bank.pass(72 * HOUR);
    expect(await told(await post(bank, FINISH, proofs[0].m3))).toEqual(EXPIRED);
  });
});

describe('an open attempt', { timeout: 60_000 }, () => {
  it('ends after five minutes, to the millisecond', async () => {
    const [inTime, late] = [await issued(bank), await issued(bank)];
    const attempt = begin(bank, late);
    const proofs = [await startUnion(bank, inTime), prove(bank, attempt, await (await post(bank, START, attempt.m1)).text())] as const;
    bank.pass(5 * MINUTE - 1);
    expect((await post(bank, FINISH, proofs[0].m3)).status).toBe(200);
    bank.pass(1);
    expect(await told(await post(bank, FINISH, proofs[1].m3))).toEqual(EXPIRED);
    expect(await told(await post(bank, START, attempt.m1))).toEqual(EXPIRED);
    expect(await bank.activation(late.customer)).toMatchObject({ fails: 0, state: 'ISSUED' });
  });

  it('is one of ten of a user, known or not: above that 429, until one has ended', async () => {
    const one = await issued(bank);
    for (const typed of [one, { ...one, userId: 'NOBODY2345' }]) {
      for (let open = 0; open < 10; open++) expect((await post(bank, START, begin(bank, typed).m1)).status).toBe(200);
      bank.pass(MINUTE);
      const full = await post(bank, START, begin(bank, typed).m1);
      expect([full.headers.get('retry-after'), ...(await told(full))]).toEqual(['240', 429, { v: 1, error: 'busy' }]);
      // Somebody else's is another count.
      expect((await post(bank, START, begin(bank, { ...typed, serviceId: 'IB21430002' }).m1)).status).toBe(200);
      bank.pass(4 * MINUTE);
      expect((await post(bank, START, begin(bank, typed).m1)).status).toBe(200);
    }
  });

  it('is none any more with its M3, right or wrong', async () => {
    const one = await issued(bank);
    const proofs = await Promise.all(Array.from({ length: 10 }, () => startUnion(bank, one)));
    expect((await post(bank, START, begin(bank, one).m1)).status).toBe(429);
    for (const proof of proofs.slice(0, 2)) expect((await post(bank, FINISH, proof.m3)).status).toBe(200);
    for (let open = 0; open < 2; open++) expect((await post(bank, START, begin(bank, one).m1)).status).toBe(200);
    expect((await post(bank, START, begin(bank, one).m1)).status).toBe(429);
  });

  it('is one of ten also when forty come at once', async () => {
    const one = await issued(bank);
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await post(bank, START, begin(bank, one).m1)).status));
    expect([statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 429).length]).toEqual([10, 30]);
  });

  it('counts against the hour of its address, apart from the shinkin banks’ tokens', async () => {
    const tight = await openWatched({ noon: 1_800_000_000_000, limit: 2 });
    await enrol(tight);
    const customer = await tight.customer();
    const one = { ...(await tight.issue(customer, PASSWORD)), password: PASSWORD };
    const attempt = begin(tight, one);
    const m2 = await (await post(tight, START, attempt.m1)).text();
    expect((await post(tight, START, begin(tight, one).m1)).status).toBe(200);
    const refused = await post(tight, START, begin(tight, one).m1);
    expect([refused.headers.get('retry-after'), ...(await told(refused))]).toEqual(['3600', 429, { v: 1, error: 'busy' }]);
    // What was begun goes on.
    expect(await (await post(tight, START, attempt.m1)).text()).toBe(m2);
    expect((await post(tight, FINISH, prove(tight, attempt, m2).m3)).status).toBe(200);
    await enrol(tight);
    tight.pass(HOUR);
    expect((await post(tight, START, begin(tight, one).m1)).status).toBe(200);
    await tight.store.close();
  }, 60_000);
});
