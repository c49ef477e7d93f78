import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activate, activationOf, confirmActivation, issueActivation, TAKE_WITHIN, type Issued } from '../mock-bank/activations.ts';
import { openContract } from '../mock-bank/customers.ts';
import type { Owner } from '../mock-bank/devices.ts';
import { mailsFor } from '../mock-bank/mails.ts';
import { sealKeyFrom, sealUnder } from '../mock-bank/secrets/seal.ts';
import type { Store } from '../mock-bank/store.ts';
import { setState, tokenOf } from '../mock-bank/tokens.ts';
import type { BankEvent } from '../mock-bank/world.ts';
import { openStore } from './bank.ts';

const NOON = Date.UTC(2026, 10, 21, 3);
const PASSWORD = '471108';
const WRONG = '118047';
const key = sealUnder(sealKeyFrom(undefined));

let store: Store;
let now = NOON;
/** How often a 利用開始パスワード was taken out of its seal to be compared. */
let looked = 0;
let notes: Omit<BankEvent, 'at'>[] = [];

const seal = {
  ...key,
  open(owner: string, sealed: Uint8Array) {
    if (owner.startsWith('activation ')) looked++;
    return key.open(owner, sealed);
  },
};
const world = (): Parameters<typeof activate>[0] => ({ store, seal, now: () => now, note: (event) => void notes.push(event) });

beforeAll(async () => {
  store = await openStore();
}, 60_000);
afterAll(() => store.close());

const customer = async (): Promise<Owner> => openContract({ store, seal }, { institution: '2143' });

const issue = (owner: Owner, password = PASSWORD): Promise<Issued> =>
  store.transaction((tables) => issueActivation(world(), tables, owner, { password, mail: `${owner.contract}@mail.localhost` }));

const sealedOf = async ({ userId }: Issued): Promise<unknown> => {
  const [row] = await store.rows<{ sealed: unknown }>('SELECT sealed FROM activations WHERE user_id = $1', [userId]);
  return row?.sealed;
};

const tokensOf = (owner: Owner): Promise<{ serial: string; state: string }[]> =>
  store.rows('SELECT serial, state FROM tokens WHERE contract = $1 ORDER BY generation', [owner.contract]);

describe('an issue', () => {
  it('has IDs that are easily read off, counts its generations and mails them without the password', async () => {
    const owner = await customer();
    const first = await issue(owner);
    expect(first).toMatchObject({ serviceId: 'IB21430001', generation: 1 });
    expect(first.userId).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
    const second = await issue(owner);
    expect(second.generation).toBe(2);
    expect(second.userId).not.toBe(first.userId);
    const mails = await mailsFor(store, `${owner.contract}@mail.localhost`);
    expect(mails).toHaveLength(2);
    expect(mails[0]?.subject).toBe('トークン発行のご案内');
    expect(mails[0]?.body).toContain(`サービスID：${second.serviceId}\nユーザーID：${second.userId}`);
    expect(JSON.stringify(mails)).not.toContain(PASSWORD);
  });

  it('keeps its password sealed, and only until it is started, replaced or out of date', async () => {
    const owner = await customer();
    const [replaced, started] = [await issue(owner), await issue(owner)];
    expect(await sealedOf(replaced)).toBeNull();
    expect(Buffer.from(await sealedOf(started) as Uint8Array).includes(PASSWORD)).toBe(false);
    const token = await activate(world(), { ...started, password: PASSWORD });
    expect(await sealedOf(started)).not.toBeNull();
    await confirmActivation(store, token?.serial ?? '');
    expect(await sealedOf(started)).toBeNull();
    const late = await issue(await customer());
    now += TAKE_WITHIN;
    await activate(world(), { serviceId: 'IB21430001', userId: 'NOBODY2345', password: '9999' });
    expect(await sealedOf(late)).toBeNull();
    now = NOON;
  });

  it('is one of many at the same moment: the last generation lives, the others are ended', async () => {
    const owner = await customer();
    const issued = await Promise.all(Array.from({ length: 12 }, () => issue(owner)));
    expect(issued.map(({ generation }) => generation).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_none, index) => index + 1));
    const taken = await Promise.all(issued.map((one) => activate(world(), { ...one, password: PASSWORD })));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(await activationOf(store, owner)).toMatchObject({ generation: 12, state: 'TAKEN' });
  });

  it('is refused for a customer whose token is in use and for nobody', async () => {
    const owner = await customer();
    const token = await activate(world(), { ...(await issue(owner)), password: PASSWORD });
    await store.rows('UPDATE customers SET serial = $2 WHERE contract = $1', [owner.contract, token?.serial]);
    await expect(issue(owner)).rejects.toThrow('no activation');
    await expect(issue({ institution: '2143', contract: 'nobody1' })).rejects.toThrow('no activation');
    expect(await activationOf(store, owner)).toMatchObject({ generation: 1, state: 'TAKEN' });
  });
});

describe('activating', () => {
  it('makes an unbound token of one minute for this customer, and gives the same serial when asked again', async () => {
    const owner = await customer();
    const issued = await issue(owner);
    const first = await activate(world(), { ...issued, password: PASSWORD });
    expect(first?.serial).toMatch(/^AKGS\d{8}$/);
    expect(await activate(world(), { ...issued, password: PASSWORD })).toEqual(first);
    expect(await tokenOf(store, first?.serial ?? '')).toMatchObject({
      state: 'UNBOUND', kind: 'activation', period: 60, digits: 6, generation: 1, institution: '2143', contract: owner.contract,
    });
  });

  it('reads what is typed on a telephone: small letters, full-width digits, spaces around', async () => {
    const issued = await issue(await customer());
    const typed = { serviceId: ` ${issued.serviceId.toLowerCase()} `, userId: issued.userId.toLowerCase(), password: '４７１１０８' };
    expect(await activate(world(), typed)).not.toBeNull();
  });

  it('makes one token when it is asked many times at once', async () => {
    const owner = await customer();
    const issued = await issue(owner);
    const answers = await Promise.all(Array.from({ length: 20 }, () => activate(world(), { ...issued, password: PASSWORD })));
    expect(new Set(answers.map((answer) => answer?.serial)).size).toBe(1);
    expect(await tokensOf(owner)).toHaveLength(1);
  });

  it('looks at five wrong passwords of sixty sent at once, never at a sixth, and is locked', async () => {
    const owner = await customer();
    const issued = await issue(owner);
    [looked, notes] = [0, []];
    const answers = await Promise.all(Array.from({ length: 60 }, () => activate(world(), { ...issued, password: WRONG })));
    expect(answers.every((answer) => answer === null)).toBe(true);
    expect(looked).toBe(5);
    expect(notes.filter(({ reason }) => reason === 'wrong')).toHaveLength(4);
    expect(notes.filter(({ reason }) => reason === 'locked')).toHaveLength(1);
    expect(await activationOf(store, owner)).toMatchObject({ state: 'LOCKED', fails: 5, serial: null });
    expect(await activate(world(), { ...issued, password: PASSWORD })).toBeNull();
    expect(looked).toBe(5);
    expect(await sealedOf(issued)).toBeNull();
  });

  it('counts wrong passwords between two right ones anew', async () => {
    const issued = await issue(await customer());
    for (let round = 0; round < 3; round++) {
      for (let wrong = 0; wrong < 4; wrong++) expect(await activate(world(), { ...issued, password: WRONG })).toBeNull();
      expect(await activate(world(), { ...issued, password: PASSWORD })).not.toBeNull();
    }
  });

  it('leaves a token that was already made alone when its password is locked afterwards', async () => {
    const owner = await customer();
    const issued = await issue(owner);
    const token = await activate(world(), { ...issued, password: PASSWORD });
    for (let wrong = 0; wrong < 5; wrong++) await activate(world(), { ...issued, password: WRONG });
    expect(await activate(world(), { ...issued, password: PASSWORD })).toBeNull();
    expect(await activationOf(store, owner)).toMatchObject({ state: 'TAKEN', serial: token?.serial });
    expect(await tokensOf(owner)).toMatchObject([{ state: 'UNBOUND' }]);
  });

  it('ends 72 hours after the issue, to the millisecond', async () => {
    const [inTime, late] = [await issue(await customer()), await issue(await customer())];
    now += TAKE_WITHIN - 1;
    expect(await activate(world(), { ...inTime, password: PASSWORD })).not.toBeNull();
    now += 1;
    expect(await activate(world(), { ...late, password: PASSWORD })).toBeNull();
    now = NOON;
  });

  it('answers null to what was never issued, whatever it is', async () => {
    const { serviceId, userId } = await issue(await customer());
    const strange: [string, string, string][] = [
      [serviceId, 'NOBODY2345', PASSWORD], ['IB21430002', userId, PASSWORD], ['', '', ''], [serviceId, userId, '123'], [serviceId, userId, '123456789'],
      [serviceId, userId, 'abcdef'], [serviceId, `${userId}' OR '1'='1`, PASSWORD], [`${serviceId}\0`, userId, PASSWORD], [serviceId, '\0'.repeat(10), PASSWORD],
    ];
    looked = 0;
    for (const [service, user, password] of strange)
      expect(await activate(world(), { serviceId: service, userId: user, password }), `${service} ${user}`).toBeNull();
    expect(looked).toBe(0);
  });
});

describe('a new issue', () => {
  it('replaces one that is locked, and revokes a token that was made and not started', async () => {
    const owner = await customer();
    const locked = await issue(owner);
    for (let wrong = 0; wrong < 5; wrong++) await activate(world(), { ...locked, password: WRONG });
    const second = await issue(owner);
    const made = await activate(world(), { ...second, password: PASSWORD });
    const third = await issue(owner, '8352');
    expect(await activate(world(), { ...second, password: PASSWORD })).toBeNull();
    const last = await activate(world(), { ...third, password: '8352' });
    expect(await tokensOf(owner)).toEqual([{ serial: made?.serial, state: 'REVOKED' }, { serial: last?.serial, state: 'UNBOUND' }]);
    const states = await store.rows<{ state: string }>('SELECT state FROM activations WHERE contract = $1 ORDER BY generation', [owner.contract]);
    expect(states.map(({ state }) => state)).toEqual(['ENDED', 'ENDED', 'TAKEN']);
  });

  it('leaves the states of tokens alone that were used before', async () => {
    const owner = await customer();
    const token = await activate(world(), { ...(await issue(owner)), password: PASSWORD });
    await setState(store, token?.serial ?? '', 'STOPPED');
    await issue(owner);
    expect(await tokensOf(owner)).toMatchObject([{ state: 'STOPPED' }]);
  });
});
