/** 交換 whose last page at the bank was not read: what the issuer says of one token leads to the other. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askingBeside, type Beside } from '../../entrypoints/background/beside.ts';
import { askOthers } from '../../entrypoints/background/fresh-clock.ts';
import { type Enrolment, enrolment } from '../../lib/enrolment/enrol.ts';
import { issuerPost } from '../../lib/enrolment/issuer.ts';
import type { InstitutionProfile } from '../../lib/institutions/profile.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { startBank, type MockBank } from '../mock-bank/start.ts';
import { random } from '../lib/vault/builders.ts';
import { openVaultAt } from './vault-at.ts';

const abukuma: InstitutionProfile = profileOf('1188') ?? expect.unreachable();
const kyodo: InstitutionProfile = profileOf('1998') ?? expect.unreachable();
let bank: MockBank;
let vault: Vault;
let client: Enrolment;
/** The paths that were asked for. */
let sent: string[];
let beside: Beside;
/** Tokens of whose state this process is sure. */
let asked: Map<string, number>;
/** Milliseconds of a clock that nobody sets. */
let ticks: number;
/** Questions after so many are not answered. */
let answers: number;

const bug = (failure: unknown): never => {
  throw failure;
};

beforeAll(async () => {
  bank = await startBank({ issuerOrigin: abukuma.issuerOrigin, quiet: true });
});
afterAll(async () => await bank.close());

beforeEach(async () => {
  const made = await openVaultAt(bank.now());
  vault = made.vault;
  sent = [];
  answers = Infinity;
  bank.fault(null);
  const post = issuerPost(async (input, init) => {
    const request = new Request(input, init);
    sent.push(new URL(request.url).pathname);
    if (sent.length > answers) bank.fault({ path: '/v1/status', kind: 'down' });
    return await bank.fetch(request);
  });
  asked = new Map();
  ticks = 0;
  const monotonic = (): number => ticks;
  const around = { vault, post, profileOf, random, now: () => made.on.clock.now, monotonic, version: '0.1.0' };
  client = enrolment({ ...around, asked: (id) => void asked.set(id, ticks), started: (token) => askOthers({ vault, asked, beside }, token) });
  beside = askingBeside({ refresh: (id) => client.refresh(id), tell: async () => undefined, monotonic, bug });
});

/** The ids of the old token, which the vault thinks in use, and of the new one, which it thinks not started. */
async function exchanged(): Promise<{ old: string; fresh: string; freshSerial: string }> {
  const [old, fresh] = [await client.enrol(abukuma), await client.enrol(abukuma)];
  await bank.deskSetsState(old.serial, 'ACTIVE');
  await client.refresh(old.id);
  await bank.deskSetsState(old.serial, 'REPLACED');
  await bank.deskSetsState(fresh.serial, 'ACTIVE');
  sent = [];
  return { old: old.id, fresh: fresh.id, freshSerial: fresh.serial };
}

async function statesOf(...ids: string[]): Promise<unknown[]> {
  const tokens = await vault.tokens();
  return ids.map((id) => tokens.find((token) => token.id === id)?.state);
}

describe('a token that turns out to be started', () => {
  it('has the one asked about whose place it took, and waits for nobody', async () => {
    const { old, fresh } = await exchanged();
    answers = 1;
    expect(await client.refresh(fresh)).toBe('ACTIVE');
    expect(await statesOf(old, fresh)).toEqual(['ACTIVE', 'ACTIVE']);
    answers = Infinity;
    bank.fault(null);
    await beside.settled();
    expect(await statesOf(old, fresh)).toEqual(['REPLACED', 'ACTIVE']);
  });

  it('has it asked about also when it is locked by then', async () => {
    const { old, fresh, freshSerial } = await exchanged();
    await bank.deskSetsState(freshSerial, 'SUSPENDED');
    expect(await client.refresh(fresh)).toBe('SUSPENDED');
    await beside.settled();
    expect(await statesOf(old, fresh)).toEqual(['REPLACED', 'SUSPENDED']);
  });

  it('has the others asked about once, not whenever it is asked about itself', async () => {
    const { fresh } = await exchanged();
    await client.refresh(fresh);
    await beside.settled();
    sent = [];
    await client.refresh(fresh);
    await beside.settled();
    expect(sent).toEqual(['/v1/status']);
  });

  it('leaves the others in doubt until the issuer has answered', async () => {
    const { old, fresh } = await exchanged();
    expect(asked.has(old)).toBe(true);
    answers = 1;
    await client.refresh(fresh);
    await beside.settled();
    expect([asked.has(old), asked.has(fresh), beside.isUnreached(old)]).toEqual([false, true, true]);
    expect(await statesOf(old, fresh)).toEqual(['ACTIVE', 'ACTIVE']);
    answers = Infinity;
    bank.fault(null);
    ticks += 10_000;
    beside.ask(old);
    await beside.settled();
    expect([asked.has(old), await statesOf(old, fresh)]).toEqual([true, ['REPLACED', 'ACTIVE']]);
  });

  it('leaves those alone that are over, not begun, or another institution\'s', async () => {
    const { fresh } = await exchanged();
    await client.enrol(abukuma);
    const far = await client.enrol(kyodo);
    await bank.deskSetsState(far.serial, 'ACTIVE');
    await client.refresh(far.id);
    await client.refresh(fresh);
    await beside.settled();
    sent = [];
    askOthers({ vault, asked, beside }, (await vault.tokens()).find(({ id }) => id === fresh) ?? expect.unreachable());
    await beside.settled();
    expect(sent).toEqual([]);
  });
});
