/** Two bank processes, one PostgreSQL: whatever arrives at the same moment, each thing happens once. */
import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContract, type Customer } from '../../mock-bank/customers.ts';
import { makeToken, shownBy } from '../../mock-bank/devices.ts';
import { sealKeyFrom, sealUnder } from '../../mock-bank/secrets/seal.ts';
import { beginSession } from '../../mock-bank/session.ts';
import { openStore, type Store } from '../../mock-bank/store.ts';
import { tokenOf } from '../../mock-bank/tokens.ts';
import { freshDatabase } from '../bank.ts';
import { ask, enrol, post, type Reply } from '../token-client.ts';
import { cardAnswers, startRegistration, visitor } from '../visitor.ts';
import { startProcess, type BankProcess } from './processes.ts';

const LOGIN_CODE = '/webbk/login/b-otp.do';
const REPEATED = '同じパスワードは連続して使用できません';
const WRONG = 'ワンタイムパスワードに誤りがあります';
const PAUSED = '一時的に受付を停止しています';

const seal = sealUnder(sealKeyFrom(undefined));
const world = { seal, now: Date.now };

interface Holder extends Customer {
  serial: string;
}

let url: string;
let store: Store;
let banks: BankProcess[];

/** A customer with a token in use, who must give a code at login. */
async function holder(): Promise<Holder> {
  const customer = await openContract({ store, seal }, { institution: '1188', password: 'kagi2026fuda' });
  const { institution, contract } = customer;
  const serial = await makeToken(world, store, { prefix: 'SKTS', kind: 'software', period: 30, generation: 1, startBy: 0, owner: customer });
  await store.rows(`UPDATE tokens SET state = 'ACTIVE' WHERE serial = $1`, [serial]);
  await store.rows('UPDATE customers SET serial = $3, code_at_login = true WHERE institution = $1 AND contract = $2', [institution, contract, serial]);
  return { ...customer, serial };
}

/** A browser of that customer that has just given the right password. */
async function cookieOf({ institution, contract }: Customer): Promise<string> {
  return (await beginSession(store, Date.now(), { institution, contract, stage: 'login-code' })).cookie;
}

type Outcome = 'accepted' | 'repeated' | 'wrong' | 'paused' | 'other' | 'cut';

async function submit(bank: BankProcess, cookie: string, code: string): Promise<Outcome> {
  const headers = { cookie: `JSESSIONID=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' };
  const sent = new Request(bank.address('ib.shinkin.localhost', LOGIN_CODE), { method: 'POST', headers, body: `BPW0010=${code}`, redirect: 'manual' });
  const reply = await bank.fetch(sent).catch(() => null);
  if (reply === null) return 'cut';
  if (reply.status === 303 && reply.headers.get('location') === '/webbk/top.do') return 'accepted';
  const [, alert = ''] = /role="alert">([^<]*)/.exec(await reply.text()) ?? [];
  return alert.includes(REPEATED) ? 'repeated' : alert.includes(WRONG) ? 'wrong' : alert.includes(PAUSED) ? 'paused' : 'other';
}

/** Six digits that are the code of no step near now. */
async function wrongCode({ serial }: Holder): Promise<string> {
  const near = await Promise.all([-2, -1, 0, 1, 2, 3].map((ahead) => shownBy(world, store, serial, ahead)));
  return ['000000', '111111', '222222', '333333', '444444', '555555', '666666'].find((code) => !near.includes(code)) ?? expect.unreachable();
}

const nth = (index: number): BankProcess => banks[index % banks.length] ?? expect.unreachable();

function shuffled<T>(list: T[]): T[] {
  const all = [...list];
  for (let last = all.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [all[last], all[other]] = [all[other] as T, all[last] as T];
  }
  return all;
}

const count = (outcomes: Outcome[]): Partial<Record<Outcome, number>> =>
  Object.fromEntries(Object.entries(Object.groupBy(outcomes, (outcome) => outcome)).map(([name, list]) => [name, list?.length ?? 0]));

const failsOf = async (serial: string): Promise<number> =>
  (await store.rows<{ fails: number }>('SELECT fails FROM tries WHERE subject = $1', [`token ${serial}`]))[0]?.fails ?? 0;

beforeAll(async () => {
  url = (await freshDatabase()) ?? expect.unreachable('this test needs the PostgreSQL of the project `postgres`');
  // Both start on an empty database at once: the tables are made once.
  banks = await Promise.all([startProcess(url), startProcess(url)]);
  store = await openStore({ url });
});
afterAll(async () => {
  await store?.close();
  await Promise.all(banks?.map((bank) => bank.close()) ?? []);
});

describe('two processes on one PostgreSQL', () => {
  it('are on a PostgreSQL server indeed, and made its tables once', async () => {
    const [{ version } = { version: '' }] = await store.rows<{ version: string }>('SELECT version()');
    expect(version).toMatch(/^PostgreSQL \d+\.\d+ .*(gcc|clang)/);
    expect(await store.rows('SELECT number FROM migrations ORDER BY number')).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
    expect(await store.rows(`SELECT 1 FROM customers WHERE contract = '1188000017'`)).toHaveLength(1);
  });

  it('accept each of 40 codes once, of 1,040 submissions at the same time', async () => {
    const holders = await Promise.all(Array.from({ length: 40 }, holder));
    const codes = new Map(await Promise.all(holders.map(async ({ serial }) => [serial, (await shownBy(world, store, serial)) ?? ''] as const)));
    const visits = await Promise.all(holders.flatMap((one) => Array.from({ length: 26 }, async () => ({ serial: one.serial, cookie: await cookieOf(one) }))));
    const results = await Promise.all(shuffled(visits).map(async ({ serial, cookie }, index) =>
      ({ serial, outcome: await submit(nth(index), cookie, codes.get(serial) ?? '') })));
    for (const { serial } of holders) {
      const outcomes = results.filter((result) => result.serial === serial).map(({ outcome }) => outcome);
      expect(count(outcomes)).toEqual({ accepted: 1, repeated: 25 });
      expect(await failsOf(serial)).toBe(0);
    }
  });

  it('count each of four wrong codes at the same time, at each of 25 tokens', async () => {
    const holders = await Promise.all(Array.from({ length: 25 }, holder));
    const visits = await Promise.all(holders.flatMap((one) => Array.from({ length: 4 }, async () => ({ cookie: await cookieOf(one), wrong: await wrongCode(one) }))));
    const outcomes = await Promise.all(shuffled(visits).map(({ cookie, wrong }, index) => submit(nth(index), cookie, wrong)));
    expect(count(outcomes)).toEqual({ wrong: 100 });
    expect(await Promise.all(holders.map(({ serial }) => failsOf(serial)))).toEqual(holders.map(() => 4));
  });

  it('look at no more than five of 200 wrong codes before the pause', async () => {
    const one = await holder();
    const cookies = await Promise.all(Array.from({ length: 200 }, () => cookieOf(one)));
    const wrong = await wrongCode(one);
    const outcomes = await Promise.all(cookies.map((cookie, index) => submit(nth(index), cookie, wrong)));
    expect(count(outcomes)).toEqual({ wrong: 5, paused: 195 });
    expect(await failsOf(one.serial)).toBe(5);
  });

  it('issue one serial for the same request sent 40 times to both, and 60 different ones for 60 requests', async () => {
    const asked = await ask(nth(0));
    const replies = await Promise.all(Array.from({ length: 40 }, async (_none, index) => (await post(nth(index), '/v1/sk/provision', asked.body)).text()));
    expect(new Set(replies).size).toBe(1);
    const { serial }: Reply = JSON.parse(replies[0] ?? '');
    const tokens = await Promise.all(Array.from({ length: 60 }, (_none, index) => enrol(nth(index))));
    expect(new Set([serial, ...tokens.map((token) => token.serial)]).size).toBe(61);
    expect(await store.rows('SELECT 1 FROM provisionings')).toHaveLength(61);
  });

  it('give a token to one of twelve customers who register it at the same moment', async () => {
    const token = await enrol(nth(0));
    const customers = await Promise.all(Array.from({ length: 12 }, () => openContract({ store, seal }, { institution: '1581', password: 'kagi2026fuda' })));
    const visitors = await Promise.all(customers.map(async (customer, index) => {
      const who = visitor(nth(index));
      await startRegistration(who, customer);
      return { who, answers: cardAnswers(who, customer) };
    }));
    const code = token.code();
    await Promise.all(visitors.map(({ who, answers }) => who.send({ BTX0010: token.serial, BPW0010: code, BRD0010: '0', ...answers })));
    const done = visitors.filter(({ who }) => who.text().includes('ワンタイムパスワードの利用開始が完了しました。'));
    expect(done).toHaveLength(1);
    expect(await store.rows('SELECT contract FROM customers WHERE serial = $1', [token.serial])).toHaveLength(1);
  });

  it('accept no code twice when one of them is killed in the middle', async () => {
    const third = await startProcess(url);
    const holders = await Promise.all(Array.from({ length: 10 }, holder));
    const before = new Map(await Promise.all(holders.map(async ({ serial }) => [serial, (await shownBy(world, store, serial)) ?? ''] as const)));
    const visits = await Promise.all(holders.flatMap((one) => Array.from({ length: 20 }, async () => ({ serial: one.serial, cookie: await cookieOf(one) }))));
    let answers = 0;
    const results = await Promise.all(shuffled(visits).map(async ({ serial, cookie }, index) => {
      const outcome = await submit(index % 2 === 0 ? third : nth(0), cookie, before.get(serial) ?? '');
      if (++answers === 20) await third.kill();
      return { serial, outcome };
    }));
    expect(results.some(({ outcome }) => outcome === 'cut')).toBe(true);
    for (const { serial } of holders) {
      const outcomes = count(results.filter((result) => result.serial === serial).map(({ outcome }) => outcome));
      expect(outcomes.accepted ?? 0).toBeLessThanOrEqual(1);
      expect(Object.keys(outcomes).every((outcome) => ['accepted', 'repeated', 'cut'].includes(outcome))).toBe(true);
      // Spent all the same, by the one who was told or by the one whose line was cut.
      expect((await tokenOf(store, serial))?.last_step).toBeGreaterThan(0);
    }
  });
});
