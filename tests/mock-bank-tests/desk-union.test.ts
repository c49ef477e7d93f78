import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activate, issueActivation } from '../mock-bank/activations.ts';
import { customerOf, openContract, type Customer, type CustomerRow } from '../mock-bank/customers.ts';
import { perform } from '../mock-bank/desk/perform.ts';
import { setState, tokenOf } from '../mock-bank/tokens.ts';
import { openAround, type Around } from './around.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
let around: Around;
let customer: Customer;

beforeAll(async () => {
  around = await openAround(NOON);
}, 60_000);
afterAll(() => around.world.store.close());
beforeEach(async () => {
  customer = await openContract(around.world, { institution: '2143' });
});

const issue = (): Promise<{ serviceId: string; userId: string }> => around.world.store.transaction((tables) =>
  issueActivation(around.world, tables, customer, { password: '1357', mail: 'a@mail.localhost' }));

async function row(): Promise<CustomerRow> {
  const found = await customerOf(around.world.store, '2143', customer.contract);
  if (!found) throw new Error('no customer');
  return found;
}

/** Issued, set up on a phone and in use. */
async function inUse(): Promise<string> {
  const made = await activate(around.world, { ...(await issue()), password: '1357' });
  const serial = made?.serial ?? '';
  await setState(around.world.store, serial, 'ACTIVE');
  await around.world.store.rows('UPDATE customers SET serial = $2, code_at_login = true WHERE contract = $1', [customer.contract, serial]);
  return serial;
}

const reissue = (): ReturnType<typeof perform> => perform(around.world, { act: 'reissue', institution: '2143', contract: customer.contract });
const stateOf = async (serial: string): Promise<string | undefined> => (await tokenOf(around.world.store, serial))?.state;

describe('the desk for a credit union', () => {
  it('ends the token on a re-issue, so that login asks no code and トークン発行 is possible at once', async () => {
    const serial = await inUse();
    expect((await reissue()).kind).toBe('done');
    expect(await stateOf(serial)).toBe('REPLACED');
    expect(await row()).toMatchObject({ serial: null, code_at_login: false, released_on: null });
    const again = await issue();
    expect(await activate(around.world, { ...again, password: '1357' })).not.toBeNull();
  });

  it('lifts the day that a 利用解除 has to wait for', async () => {
    await around.world.store.rows('UPDATE customers SET released_on = $2 WHERE contract = $1', [customer.contract, '2026-11-21']);
    expect((await reissue()).kind).toBe('done');
    expect((await row()).released_on).toBeNull();
  });

  it('ends an issue that no phone has taken up, and has nothing to do a second time', async () => {
    const { serviceId, userId } = await issue();
    expect((await reissue()).kind).toBe('done');
    expect(await activate(around.world, { serviceId, userId, password: '1357' })).toBeNull();
    expect(await reissue()).toMatchObject({ kind: 'refused', why: 'state' });
  });

  it('keeps login closed after a loss until the re-issue', async () => {
    const serial = await inUse();
    await perform(around.world, { act: 'loss', serial });
    expect(await stateOf(serial)).toBe('REVOKED');
    expect(await row()).toMatchObject({ serial, code_at_login: true });
    expect((await reissue()).kind).toBe('done');
    expect(await stateOf(serial)).toBe('REVOKED');
    expect((await row()).serial).toBeNull();
  });

  it('revokes a token that was lost before 利用開始, and its password gives it to nobody again', async () => {
    const asked = { ...(await issue()), password: '1357' };
    const serial = (await activate(around.world, asked))?.serial ?? '';
    await perform(around.world, { act: 'loss', serial });
    expect(await stateOf(serial)).toBe('REVOKED');
    expect(await activate(around.world, asked)).toBeNull();
    expect(around.events.findLast(({ kind }) => kind === 'desk')).toMatchObject({ reason: 'loss', serial, contract: customer.contract });
  });
});
