/** 利用開始パスワード in the database: sealed while it is of use, and then nowhere. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseExpired } from '../mock-bank/activations.ts';
import type { Ids } from '../mock-bank/attempts.ts';
import { choose, issueToken, logIn, setUpPhone, unionVisitor } from './parasol-visitor.ts';
import { enrolUnion, post, startUnion, type TestToken, type Typed } from './token-client.ts';
import type { Visitor } from './visitor.ts';
import { FINISH, issued, type Issued, PASSWORD, wrong } from './union-customer.ts';
import { openWatched, type Watched } from './watched.ts';

const HOUR = 3_600_000;
/** One for each test: the whole database is looked through. */
let bank: Watched;

beforeEach(async () => {
  bank = await openWatched();
}, 60_000);
afterEach(() => bank.store.close());

const guessWrong = async (typed: Typed): Promise<void> => {
  const { m3 } = await startUnion(bank, wrong(typed));
  expect((await post(bank, FINISH, m3)).status).toBe(403);
};

/** What was sealed of a password or made of one and is still there; and the password itself, in the clear, nowhere ever. */
async function kept(): Promise<string[]> {
  const dump = await bank.dump();
  expect(dump).toContain('"institution": "2143"');
  expect(dump).not.toContain(PASSWORD);
  const of = bank.sealed.filter(({ owner }) => /^(activation|issue|attempt) /.test(owner));
  return of.filter(({ bytes }) => dump.includes(bytes.toString('hex')) || dump.includes(bytes.toString('base64'))).map(({ owner }) => owner.split(' ')[0] ?? '');
}

/** Issued through the bank's own screens, where it lies in the session between two pages. */
async function throughScreens(): Promise<Issued & { who: Visitor }> {
  const customer = await bank.customer();
  const who = unionVisitor(bank);
  await logIn(who, customer);
  await issueToken(who, customer, PASSWORD);
  const ids: Ids[] = [];
  await setUpPhone(who, (read) => {
    ids.push(read);
    return Promise.resolve(null);
  });
  return { customer, who, password: PASSWORD, ...(ids[0] ?? expect.unreachable()) };
}

/** With one attempt more that stays open, and a wrong one. */
async function withToken(): Promise<Issued & { who: Visitor; token: TestToken }> {
  const one = await throughScreens();
  await startUnion(bank, one);
  await guessWrong(one);
  const token = await enrolUnion(bank, one);
  expect((await kept()).toSorted()).toEqual(['activation', 'attempt']);
  return { ...one, token };
}

describe('the password', { timeout: 60_000 }, () => {
  it('is nowhere in the database after the acknowledgement', async () => {
    const { token } = await withToken();
    expect((await token.acknowledge()).status).toBe(200);
    expect(await kept()).toEqual([]);
  });

  it('is nowhere in the database after 利用開始, and neither are the replies', async () => {
    const { token, who } = await withToken();
    await choose(who, 'start');
    await who.send({ BPW0010: token.code() });
    expect(who.text()).toContain('利用を開始しました');
    expect(await kept()).toEqual([]);
    expect(await bank.store.rows(`SELECT sid FROM attempts WHERE fourth IS NOT NULL OR state = 'COMMITTED'`)).toEqual([]);
    expect(await token.status()).toBe('ACTIVE');
  });

  it('is nowhere in the database after the lock, a new issue, a loss, a re-issue at the desk, and 72 hours', async () => {
    const [locked, replaced, outdated, lost] = [await issued(bank), await issued(bank), await issued(bank), await issued(bank)];
    const token = await enrolUnion(bank, lost);
    for (const one of [locked, replaced, outdated, lost]) await startUnion(bank, one);
    expect(await kept()).toHaveLength(8);
    for (let trial = 0; trial < 5; trial++) await guessWrong(locked);
    expect(await kept()).toHaveLength(6);
    const act = (fields: Record<string, string>): Promise<Response> =>
      bank.fetch(new Request(bank.address('mail.localhost', '/desk/act'), { method: 'POST', body: new URLSearchParams(fields) }));
    expect((await act({ act: 'reissue', institution: '2143', contract: replaced.customer.contract })).status).toBe(303);
    expect(await kept()).toHaveLength(4);
    expect((await act({ act: 'loss', serial: token.serial })).status).toBe(303);
    expect(await kept()).toHaveLength(2);
    bank.pass(72 * HOUR);
    await eraseExpired(bank.world);
    expect(await kept()).toEqual([]);
    const again = await bank.issue(lost.customer, PASSWORD);
    await startUnion(bank, { ...again, password: PASSWORD });
    expect(await kept()).toHaveLength(2);
    await bank.issue(lost.customer, '80264917');
    expect(await kept()).toEqual(['activation']);
  });

  it('leaves with the five minutes of an attempt what was made of it', async () => {
    await startUnion(bank, await issued(bank));
    bank.pass(300_000);
    await eraseExpired(bank.world);
    expect(await kept()).toEqual(['activation']);
    expect(await bank.store.rows('SELECT state, second, sealed, slot FROM attempts')).toEqual([{ state: 'ENDED', second: null, sealed: null, slot: null }]);
  });
});
