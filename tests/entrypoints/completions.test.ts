/** The bank's last page was read: its receipt is kept when the issuer says that the token is in use, and waits until that was asked. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepCompletions } from '../../entrypoints/background/completions.ts';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { type Completion, type Notes, notes } from '../../entrypoints/background/notes.ts';
import { type Enrolment, enrolment } from '../../lib/enrolment/enrol.ts';
import { issuerPost } from '../../lib/enrolment/issuer.ts';
import type { InstitutionProfile } from '../../lib/institutions/profile.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { Token } from '../../lib/token.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { random, STRETCHED } from '../lib/vault/builders.ts';
import { type MockBank, startBank } from '../mock-bank/start.ts';
import { openVaultAt } from './vault-at.ts';

const abukuma: InstitutionProfile = profileOf('1188') ?? expect.unreachable();
let bank: MockBank;
let vault: Vault;
let client: Enrolment;
let desk: Desk;
let kept: Notes;
/** Before each answer of the issuer. */
let before: () => Promise<void>;

const open = async (): Promise<unknown> => await vault.unlock((await vault.ways())?.passphrases[0]?.slotId ?? '', STRETCHED);

beforeAll(async () => {
  bank = await startBank({ issuerOrigin: abukuma.issuerOrigin, quiet: true });
});
afterAll(async () => await bank.close());

beforeEach(async () => {
  const made = await openVaultAt(bank.now());
  vault = made.vault;
  before = async () => undefined;
  bank.fault(null);
  const post = issuerPost(async (input, init) => {
    const answer = await bank.fetch(new Request(input, init));
    await before();
    return answer;
  });
  client = enrolment({ vault, post, profileOf, random, now: () => made.on.clock.now, monotonic: () => 0, version: '0.1.0' });
  const held: Record<string, unknown> = {};
  kept = notes({ get: async (key) => ({ [key]: held[key] }), set: async (items) => void Object.assign(held, items) });
  desk = Object.assign(Object.create(null), { vault, enrolment: client, notes: kept });
});

const RECEIPT = { number: '20261122-0001', time: '2026年11月22日 10時00分' };

/** A token that was started at the bank, whose last page was read. */
async function started(): Promise<Token> {
  const token = await client.enrol(abukuma);
  await bank.deskSetsState(token.serial, 'ACTIVE');
  const page: Completion = { errand: 'start', institutionCode: '1188', serial: token.serial, ...RECEIPT };
  await kept.completions.change((all) => [...all, page]);
  return token;
}

const tokenNow = async ({ id }: Token): Promise<Token | undefined> => (await vault.tokens()).find((one) => one.id === id);

describe('the receipt of a completion page', () => {
  it('is kept with the token that the issuer says is in use, and the page is seen to', async () => {
    const token = await started();
    expect(await keepCompletions(desk)).toBe(true);
    expect(await tokenNow(token)).toMatchObject({ state: 'ACTIVE', receipt: RECEIPT });
    expect(await kept.completions.read()).toEqual([]);
  });

  it('waits while the issuer cannot be reached', async () => {
    const token = await started();
    bank.fault({ path: '/v1/status', kind: 'down' });
    expect(await keepCompletions(desk)).toBe(false);
    expect(await tokenNow(token)).toMatchObject({ state: 'UNBOUND', receipt: null });
    bank.fault(null);
    expect(await keepCompletions(desk)).toBe(true);
    expect(await tokenNow(token)).toMatchObject({ state: 'ACTIVE', receipt: RECEIPT });
  });

  it('waits when the vault is locked while the issuer is asked', async () => {
    const token = await started();
    before = async () => await vault.lock();
    expect(await keepCompletions(desk)).toBe(false);
    before = async () => undefined;
    await open();
    expect(await keepCompletions(desk)).toBe(true);
    expect(await tokenNow(token)).toMatchObject({ state: 'ACTIVE', receipt: RECEIPT });
  });

  it('waits in a locked vault, where nobody is asked', async () => {
    await started();
    await vault.lock();
    expect(await keepCompletions(desk)).toBe(true);
    expect(await kept.completions.read()).toHaveLength(1);
  });

  it('is not kept where the issuer says that the token is not in use; that is an answer', async () => {
    const token = await started();
    await bank.deskSetsState(token.serial, 'UNBOUND');
    expect(await keepCompletions(desk)).toBe(true);
    expect(await tokenNow(token)).toMatchObject({ state: 'UNBOUND', receipt: null });
    expect(await kept.completions.read()).toEqual([]);
  });
});
