/** 交換 whose last page at the bank was not read: what the issuer says of one token leads to the other. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Enrolment, enrolment } from '../../../lib/enrolment/enrol.ts';
import { issuerPost } from '../../../lib/enrolment/issuer.ts';
import type { InstitutionProfile } from '../../../lib/institutions/profile.ts';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { startBank, type MockBank } from '../../mock-bank/start.ts';
import { madeVault, random, STRETCHED } from '../vault/builders.ts';

const abukuma: InstitutionProfile = profileOf('1188') ?? expect.unreachable();
let bank: MockBank;
let vault: Vault;
let client: Enrolment;
/** The paths that were asked for. */
let sent: string[];
/** What is sent after so many questions is not answered. */
let answers: number;

beforeAll(async () => {
  bank = await startBank({ issuerOrigin: abukuma.issuerOrigin, quiet: true });
});
afterAll(async () => await bank.close());

beforeEach(async () => {
  const made = await madeVault();
  vault = made.vault;
  made.on.clock.now = bank.now();
  await vault.unlock((await vault.ways())?.passphrases[0]?.slotId ?? '', STRETCHED);
  sent = [];
  answers = Infinity;
  bank.fault(null);
  const post = issuerPost(async (input, init) => {
    const request = new Request(input, init);
    sent.push(new URL(request.url).pathname);
    if (sent.length > answers) bank.fault({ path: '/v1/status', kind: 'down' });
    return await bank.fetch(request);
  });
  client = enrolment({ vault, post, profileOf, random, now: () => made.on.clock.now, monotonic: () => 0, version: '0.1.0' });
});

/** The ids of the old token, which the vault thinks in use, and of the new one, which it thinks not started. */
async function exchanged(): Promise<{ old: string; fresh: string }> {
  const [old, fresh] = [await client.enrol(abukuma), await client.enrol(abukuma)];
  await bank.deskSetsState(old.serial, 'ACTIVE');
  await client.refresh(old.id);
  await bank.deskSetsState(old.serial, 'REPLACED');
  await bank.deskSetsState(fresh.serial, 'ACTIVE');
  sent = [];
  return { old: old.id, fresh: fresh.id };
}

async function statesOf(...ids: string[]): Promise<unknown[]> {
  const tokens = await vault.tokens();
  return ids.map((id) => tokens.find((token) => token.id === id)?.state);
}

describe('a token that turns out to be started', () => {
  it('has the one asked about whose place it took', async () => {
    const { old, fresh } = await exchanged();
    expect(await client.refresh(fresh)).toBe('ACTIVE');
    expect(await statesOf(old, fresh)).toEqual(['REPLACED', 'ACTIVE']);
  });

  it('has the others asked about once, not whenever it is asked about itself', async () => {
    const { old, fresh } = await exchanged();
    await client.refresh(fresh);
    await bank.deskSetsState((await vault.tokens()).find(({ id }) => id === old)?.serial ?? '', 'ACTIVE');
    await client.refresh(old);
    sent = [];
    await client.refresh(fresh);
    expect(sent).toEqual(['/v1/status']);
  });

  it('stays so when the issuer says nothing of the others: they are asked about in their turn', async () => {
    const { old, fresh } = await exchanged();
    answers = 1;
    expect(await client.refresh(fresh)).toBe('ACTIVE');
    expect([sent, await statesOf(old, fresh)]).toEqual([['/v1/status', '/v1/status'], ['ACTIVE', 'ACTIVE']]);
    answers = Infinity;
    bank.fault(null);
    expect(await client.refresh(old)).toBe('REPLACED');
  });
});
