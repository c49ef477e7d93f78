/** Guessing 利用開始パスワード at the issuer: what counts, what is looked at, what a guesser can tell. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, enrolUnion, finishUnion, post, startUnion, type Proof, type Typed } from './token-client.ts';
import { FINISH, issued, type Issued, PASSWORD, phone, START, wrong } from './union-customer.ts';
import { openWatched, type Watched } from './watched.ts';

const HOUR = 3_600_000;
let bank: Watched;

beforeAll(async () => {
  bank = await openWatched();
}, 60_000);
afterAll(() => bank.store.close());

const statusOf = async ({ m3 }: Proof): Promise<number> => (await post(bank, FINISH, m3)).status;
const guess = async (typed: Typed): Promise<number> => statusOf(await startUnion(bank, typed));
const reasons = (): (string | undefined)[] => bank.events.filter(({ kind }) => kind === 'activate').map(({ reason }) => reason);

/** Five were looked at, never a sixth. */
async function expectLocked(one: Issued, before: number): Promise<void> {
  expect(bank.opened('attempt') - before).toBe(5);
  expect(reasons().filter((reason) => reason === 'wrong')).toHaveLength(4);
  expect(reasons().filter((reason) => reason === 'locked')).toHaveLength(1);
  expect(await bank.activation(one.customer)).toMatchObject({ state: 'LOCKED', fails: 5 });
}

describe('wrong passwords', { timeout: 60_000 }, () => {
  it('are counted by every M3; the fifth locks for good, so that the right one is refused', async () => {
    const one = await issued(bank);
    bank.events.length = 0;
    for (let trial = 1; trial <= 5; trial++) {
      expect(await guess(wrong(one))).toBe(403);
      expect(await bank.activation(one.customer)).toMatchObject({ fails: trial, state: trial < 5 ? 'ISSUED' : 'LOCKED' });
    }
    expect(await guess(one)).toBe(403);
    expect(reasons()).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked', 'unusable']);
    expect(await bank.tokens(one.customer)).toEqual([]);
    expect(await phone(bank, one)).toBeNull();
  });

  it('are forgotten after a right one', async () => {
    const one = await issued(bank);
    for (let round = 0; round < 2; round++) {
      for (let trial = 0; trial < 4; trial++) expect(await guess(wrong(one))).toBe(403);
      expect(await guess(one)).toBe(200);
      expect(await bank.activation(one.customer)).toMatchObject({ fails: 0, state: 'TAKEN' });
    }
  });

  it('share their count with the telephone’s', async () => {
    const [one, two] = [await issued(bank), await issued(bank)];
    for (let trial = 0; trial < 2; trial++) expect(await phone(bank, wrong(one))).toBeNull();
    for (let trial = 0; trial < 2; trial++) expect(await guess(wrong(one))).toBe(403);
    expect(await bank.activation(one.customer)).toMatchObject({ fails: 4, state: 'ISSUED' });
    expect(await phone(bank, wrong(one))).toBeNull();
    expect([await bank.activation(one.customer), await guess(one)]).toMatchObject([{ state: 'LOCKED' }, 403]);
    for (let trial = 0; trial < 4; trial++) expect(await phone(bank, wrong(two))).toBeNull();
    expect(await guess(wrong(two))).toBe(403);
    expect([await bank.activation(two.customer), await phone(bank, two)]).toMatchObject([{ state: 'LOCKED' }, null]);
  });

  it('leave a token alone that was already made, and give it to nobody else', async () => {
    const one = await issued(bank);
    const proof = await startUnion(bank, one);
    const token = await finishUnion(bank, proof);
    for (let trial = 0; trial < 5; trial++) expect(await guess(wrong(one))).toBe(403);
    expect(await guess(one)).toBe(403);
    expect(await token.status()).toBe('UNBOUND');
    // Its own client may still fetch it.
    expect((await finishUnion(bank, proof)).serial).toBe(token.serial);
  });

  it('cost nothing before their M3, and an attempt that was opened before the lock is refused after it unseen', async () => {
    const one = await issued(bank);
    const early = await startUnion(bank, one);
    for (let trial = 0; trial < 5; trial++) expect(await guess(wrong(one))).toBe(403);
    const before = bank.opened('attempt');
    expect(await statusOf(early)).toBe(403);
    expect(bank.opened('attempt')).toBe(before);
  });

  it('two hundred at once, each its M1 and then its M3: five are looked at, never a sixth', async () => {
    const one = await issued(bank);
    const before = bank.opened('attempt');
    bank.events.length = 0;
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => guess(wrong(one)).catch((error: unknown) => String(error))));
    expect(outcomes.filter((outcome) => outcome !== 403 && outcome !== 'Error: /v1/cu/start: 429')).toEqual([]);
    await expectLocked(one, before);
  });

  it('two hundred at once, first every M1 and then every M3: ten get in, five are looked at', async () => {
    const one = await issued(bank);
    const before = bank.opened('attempt');
    bank.events.length = 0;
    const begun = await Promise.all(Array.from({ length: 200 }, () => startUnion(bank, wrong(one)).catch(() => null)));
    const proofs = begun.filter((proof) => proof !== null);
    expect(proofs).toHaveLength(10);
    expect(await Promise.all(proofs.map(statusOf))).toEqual(proofs.map(() => 403));
    await expectLocked(one, before);
  });

  it('with a right one among them at the same moment never lead to more than one live token', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await issued(bank);
      const proofs = await Promise.all([wrong(one), wrong(one), one, wrong(one), wrong(one), wrong(one), one, wrong(one)].map((typed) => startUnion(bank, typed)));
      const before = bank.opened('attempt');
      const statuses = await Promise.all(proofs.map(statusOf));
      expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(2);
      expect(bank.opened('attempt') - before).toBeLessThanOrEqual(8);
      expect((await bank.tokens(one.customer)).filter(({ state }) => state === 'UNBOUND').length).toBe(statuses.includes(200) ? 1 : 0);
    }
  });
});

/** What a piece of work asks of the database. */
const statements = async (work: () => Promise<unknown>): Promise<string[]> => {
  const said: string[] = [];
  const { store } = bank.world;
  bank.world.store = {
    ...store,
    rows: (sql, values) => {
      said.push(sql);
      return store.rows(sql, values);
    },
    transaction: (inner) => store.transaction((tables) => inner({
      rows: (sql, values) => {
        said.push(sql);
        return tables.rows(sql, values);
      },
    })),
  };
  await work();
  bank.world.store = store;
  return said;
};

interface Heard {
  status: number;
  headers: [string, string][];
  keys: string[];
  length: number;
  /** Of a refusal: every byte. */
  body: string | null;
}

async function heard(response: Response): Promise<Heard> {
  const text = await response.text();
  const body: object = JSON.parse(text);
  return { status: response.status, headers: [...response.headers], keys: Object.keys(body), length: text.length, body: response.ok ? null : text };
}

describe('an unknown user, a wrong password, a locked, a used and an outdated activation', { timeout: 60_000 }, () => {
  it('are answered alike, at M1 and at M3', async () => {
    const outdated = await issued(bank);
    bank.pass(72 * HOUR);
    const [good, locked, used, replaced, taken] = [await issued(bank), await issued(bank), await issued(bank), await issued(bank), await issued(bank)];
    for (let trial = 0; trial < 5; trial++) await guess(wrong(locked));
    await (await enrolUnion(bank, used)).acknowledge();
    await bank.issue(replaced.customer, PASSWORD);
    await enrolUnion(bank, taken);
    const cases: [string, Typed][] = [
      ['wrong', wrong(good)], ['unknown user', { ...good, userId: 'NOBODY2345' }], ['unknown service', { ...good, serviceId: 'IB21430002' }],
      ['locked', locked], ['used', used], ['outdated', outdated], ['replaced', replaced], ['taken, wrong', wrong(taken)],
    ];
    const answers = await Promise.all(cases.map(async ([, typed]) => {
      const m2 = await heard(await post(bank, START, begin(bank, typed).m1));
      const { m3 } = await startUnion(bank, typed);
      return [m2, await heard(await post(bank, FINISH, m3)), await heard(await post(bank, FINISH, m3)), await heard(await post(bank, FINISH, `${m3} `))];
    }));
    for (const [index, answer] of answers.entries()) expect(answer, cases[index]?.[0]).toEqual(answers[0]);
    expect(answers[0]?.map(({ status }) => status)).toEqual([200, 403, 403, 409]);
    expect(answers[0]?.[1]?.body).toBe('{"v":1,"error":"refused"}');
  });

  it('are asked of the database in the same statements', async () => {
    const [one, locked] = [await issued(bank), await issued(bank)];
    for (let trial = 0; trial < 5; trial++) await guess(wrong(locked));
    const of = async (typed: Typed): Promise<string[][]> => {
      const proofs: Proof[] = [];
      return [await statements(async () => proofs.push(await startUnion(bank, typed))), await statements(() => statusOf(proofs[0] ?? expect.unreachable()))];
    };
    const expected = await of(wrong(one));
    expect(expected.map((list) => list.length > 4)).toEqual([true, true]);
    expect(await of({ ...one, userId: 'NOBODY2345' })).toEqual(expected);
    expect(await of(locked)).toEqual(expected);
  });
});
