/** Two bank processes, one PostgreSQL: the credit union's handshake, guessed at and repeated in both at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activationOf, issueActivation } from '../../mock-bank/activations.ts';
import { openContract, type Customer } from '../../mock-bank/customers.ts';
import { sealKeyFrom, sealUnder } from '../../mock-bank/secrets/seal.ts';
import { openStore, type Store } from '../../mock-bank/store.ts';
import { freshDatabase } from '../bank.ts';
import { begin, finishUnion, post, prove, startUnion, type Typed } from '../token-client.ts';
import { startProcess, type BankProcess } from './processes.ts';

const FINISH = '/v1/cu/finish';
const PASSWORD = '47110835';
const seal = sealUnder(sealKeyFrom(undefined));
let store: Store;
let url: string;
let banks: BankProcess[];

const nth = (index: number): BankProcess => banks[index % banks.length] ?? expect.unreachable();

beforeAll(async () => {
  url = (await freshDatabase()) ?? expect.unreachable('this test needs the PostgreSQL of the project `postgres`');
  banks = await Promise.all([startProcess(url), startProcess(url)]);
  store = await openStore({ url });
});
afterAll(async () => {
  await Promise.all(banks.map((bank) => bank.close()));
  await store.close();
});

async function issued(): Promise<Typed & { customer: Customer }> {
  const customer = await openContract({ store, seal }, { institution: '2143' });
  const ids = await store.transaction((tables) => issueActivation({ seal, now: Date.now }, tables, customer, { password: PASSWORD, mail: 'a@mail.localhost' }));
  return { ...ids, customer, password: PASSWORD };
}

const tokens = ({ contract }: Customer): Promise<{ serial: string; state: string }[]> => store.rows('SELECT serial, state FROM tokens WHERE contract = $1', [contract]);

describe('two processes', () => {
  it('count two hundred wrong passwords to five and lock; the tries of both are one count', async () => {
    const one = await issued();
    const typed = { ...one, password: '11804753' };
    const outcomes = await Promise.all(Array.from({ length: 200 }, async (_none, index) => {
      const { m3 } = await startUnion(nth(index), typed).catch((error: unknown) => ({ m3: String(error) }));
      return m3.endsWith('429') ? 429 : (await post(nth(index + 1), FINISH, m3)).status;
    }));
    expect([...new Set(outcomes)].filter((status) => status !== 403 && status !== 429)).toEqual([]);
    expect(await activationOf(store, one.customer)).toMatchObject({ state: 'LOCKED', fails: 5 });
    const { m3 } = await startUnion(nth(0), one);
    expect((await post(nth(1), FINISH, m3)).status).toBe(403);
    expect(await tokens(one.customer)).toEqual([]);
  });

  it('let ten attempts of a user in, whichever of them is asked', async () => {
    const one = await issued();
    const statuses = await Promise.all(Array.from({ length: 60 }, async (_none, index) => (await post(nth(index), '/v1/cu/start', begin(nth(index), one).m1)).status));
    expect([statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 429).length]).toEqual([10, 50]);
  });

  it('make one token of one M3 that reaches both many times at once', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await issued();
      const attempt = begin(nth(0), one);
      const seconds = await Promise.all([0, 1, 2, 3].map(async (index) => (await post(nth(index), '/v1/cu/start', attempt.m1)).text()));
      expect(new Set(seconds).size).toBe(1);
      const { m3 } = prove(nth(0), attempt, seconds[0] ?? '');
      const replies = await Promise.all(Array.from({ length: 12 }, async (_none, index) => (await post(nth(index), FINISH, m3)).text()));
      expect(new Set(replies).size).toBe(1);
      expect(await tokens(one.customer)).toHaveLength(1);
      expect(await activationOf(store, one.customer)).toMatchObject({ fails: 0, state: 'TAKEN' });
    }
  });

  it('leave one live serial of four devices with the right password, and of an acknowledgement among them', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await issued();
      const first = await finishUnion(nth(0), await startUnion(nth(1), one));
      const proofs = await Promise.all([0, 1, 2].map((index) => startUnion(nth(index), one)));
      const work = proofs.map(({ m3 }, index) => post(nth(index), FINISH, m3));
      const [acknowledged, ...statuses] = (await Promise.all([first.acknowledge(), ...work])).map(({ status }) => status);
      expect(acknowledged).toBe(200);
      expect(statuses.every((status) => status === 200 || status === 403)).toBe(true);
      const all = await tokens(one.customer);
      expect(all.filter(({ state }) => state === 'UNBOUND')).toHaveLength(1);
      expect(all).toHaveLength(1 + statuses.filter((status) => status === 200).length);
    }
  });

  it('lose no token and double none when one of them is killed in the middle; the other answers the same M3', async () => {
    const doomed = await startProcess(url);
    const holders = await Promise.all(Array.from({ length: 12 }, issued));
    const proofs = await Promise.all(holders.map((one, index) => startUnion(index % 2 === 0 ? doomed : nth(0), one)));
    const cut = proofs.map(({ m3 }) => post(doomed, FINISH, m3).then(({ status }) => status, () => 0));
    await Promise.race(cut);
    await doomed.kill();
    await Promise.all(cut);
    for (const [index, proof] of proofs.entries()) {
      const token = await finishUnion(nth(index), proof);
      const { customer } = holders[index] ?? expect.unreachable();
      expect(await tokens(customer)).toEqual([{ serial: token.serial, state: 'UNBOUND' }]);
      expect(await activationOf(store, customer)).toMatchObject({ fails: 0, state: 'TAKEN', serial: token.serial });
      expect(await token.status()).toBe('UNBOUND');
    }
  });
});
