import { describe, expect, it, vi } from 'vitest';
import type { Token } from '../../../lib/token.ts';
import type { Means } from '../../../lib/vault/means.ts';
import { openStore } from '../../../lib/vault/store.ts';
import { openVault } from '../../../lib/vault/vault.ts';
import { enrolled, loss, madeVault, NOON, pending, reasonOf, secrets, token } from './builders.ts';
import { wipedBy } from '../wiped.ts';
import { contentOf } from './disk.ts';

/** Windows that do not wait for each other: only the transaction stands between them. */
const noLocks: Pick<Means, 'locks'> = { locks: { request: (_, work) => work() } };

describe('a loan', () => {
  it('gives secrets and token, and the result back', async () => {
    const { vault } = await madeVault();
    const kept = await enrolled(vault);
    const seen = await vault.lend('token-1', ({ otp, device }, lent) => ({ otp: [...otp], device: [...device], lent }));
    expect(seen).toEqual({ otp: [...secrets().otp], device: [...secrets().device], lent: kept });
  });

  it('wipes the secrets when it is over', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    const lent = await vault.lend('token-1', (one) => one);
    expect([...lent.otp, ...lent.device].every((byte) => byte === 0)).toBe(true);
  });

  it('wipes the secrets when the use fails', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    const seen: Uint8Array[] = [];
    const failing = vault.lend('token-1', ({ otp, device }) => {
      seen.push(otp, device);
      throw new RangeError('use failed');
    });
    await expect(failing).rejects.toThrow('use failed');
    expect(seen.map(({ length }) => length)).toEqual([20, 32]);
    expect(seen.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('is not for work that goes on afterwards', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    await expect(vault.lend('token-1', async () => 'late')).rejects.toThrow('synchronous');
  });

  it('refuses a token that is not here', async () => {
    const { vault } = await madeVault();
    expect(await reasonOf(vault.lend('token-9', () => 0))).toBe('token-unknown');
    expect(await reasonOf(vault.change('token-9', (one) => one))).toBe('token-unknown');
    expect(await reasonOf(vault.spend('token-9', 1))).toBe('token-unknown');
  });
});

describe('one token', () => {
  it('is the one that the list has, and the only one opened', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    const kept = await enrolled(vault, { id: 'token-2', serial: 'SKTS00000002' }, 0x22);
    const opened = vi.spyOn(crypto.subtle, 'decrypt');
    const wiped = await wipedBy(async () => expect(await vault.token('token-2')).toEqual(kept));
    expect(opened).toHaveBeenCalledTimes(1);
    opened.mockRestore();
    expect(wiped).toContain(Buffer.from(secrets(0x22).otp).toString('hex'));
    expect(wiped).toContain(Buffer.from(secrets(0x22).device).toString('hex'));
  });

  it('is refused when it is not here, and when the customer deleted it', async () => {
    const { vault } = await madeVault();
    await enrolled(vault, { removedAt: NOON });
    expect(await reasonOf(vault.token('token-1'))).toBe('token-unknown');
    expect(await reasonOf(vault.token('token-9'))).toBe('token-unknown');
  });
});

describe('a change', () => {
  it('is kept, and the secrets with it', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    const clock = { offset: -1234.5, error: 12.25, measuredAt: NOON };
    const receipt = { number: '123-456', time: '2026年4月1日 12時00分' };
    const changed = await vault.change('token-1', (one) => ({ ...one, state: 'ACTIVE', clock, receipt }));
    expect(changed).toEqual(token({ state: 'ACTIVE', clock, receipt }));
    expect(await openVault(on).tokens()).toEqual([changed]);
    expect(await vault.lend('token-1', ({ otp }) => [...otp])).toEqual([...secrets().otp]);
  });

  it.each<[string, Partial<Token>]>([
    ['another id', { id: 'token-2' }],
    ['another serial', { serial: 'SKTS00000000' }],
    ['another issuer', { issuerOrigin: 'https://other.example' }],
    ['a spent step taken back', { spentStep: 4 }],
    ['a state that does not exist', { state: JSON.parse('"LOST"') }],
    ['a key that does not exist', JSON.parse('{"note":"x"}')],
  ])('with %s is a bug and changes nothing', async (_, over) => {
    const { on, vault } = await madeVault();
    await enrolled(vault, { spentStep: 5 });
    const before = await contentOf(on.name);
    await expect(vault.change('token-1', (one) => ({ ...one, ...over }))).rejects.not.toHaveProperty('reason');
    expect(await contentOf(on.name)).toEqual(before);
  });

  it('may take a spent step back where that step is known as given, for a clock that was set', async () => {
    const { vault } = await madeVault();
    await enrolled(vault, { spentStep: 5 });
    expect(await vault.change('token-1', (one) => ({ ...one, spentStep: 4, givenSteps: [5] }))).toMatchObject({ spentStep: 4, givenSteps: [5] });
    await expect(vault.change('token-1', (one) => ({ ...one, spentStep: 3, givenSteps: [5] }))).rejects.toThrow('stays spent');
  });

  it('loses no other change made at the same time, even without locks', async () => {
    const { on, vault } = await madeVault(noLocks);
    await enrolled(vault);
    await enrolled(vault, { id: 'token-2', serial: 'SKTS00000002' });
    const other = openVault({ ...on, store: openStore(on.name) });
    await Promise.all([
      vault.change('token-1', (one) => ({ ...one, acknowledged: true })),
      other.change('token-1', (one) => ({ ...one, copiedStep: 77 })),
      other.change('token-2', (one) => ({ ...one, state: 'ACTIVE' })),
    ]);
    expect(await vault.tokens()).toEqual([
      token({ acknowledged: true, copiedStep: 77 }),
      token({ id: 'token-2', serial: 'SKTS00000002', state: 'ACTIVE' }),
    ]);
  });
});

describe('the end of an enrolment', () => {
  it('takes no other token\'s place, and leaves the enrolment as it is', async () => {
    const { vault } = await madeVault();
    const kept = await enrolled(vault);
    await vault.keepPending(pending());
    await expect(vault.commit('token-1', token({ serial: 'SKTS00000002' }), secrets(0x22), loss())).rejects.toThrow('another token already');
    expect(await vault.tokens()).toEqual([kept]);
    expect(await vault.pendings()).toHaveLength(1);
  });

  it('of the same serial at another issuer is another token', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    await enrolled(vault, { id: 'token-2', issuerOrigin: 'https://other.example' }, 0x22);
    expect((await vault.tokens()).map(({ id }) => id)).toEqual(['token-1', 'token-2']);
  });
});
