import { describe, expect, it } from 'vitest';
import type { Means } from '../../../lib/vault/means.ts';
import { openStore } from '../../../lib/vault/store.ts';
import { openVault } from '../../../lib/vault/vault.ts';
import { enrolled, loss, madeVault, NOON, pending, reasonOf, secrets, token, unionPending } from './builders.ts';
import { contentOf, rawHeader } from './disk.ts';

/** Windows that do not wait for each other: only the transaction stands between them. */
const noLocks: Pick<Means, 'locks'> = { locks: { request: (_, work) => work() } };

describe('a pending enrolment', () => {
  it('is kept, listed without its secret, lent whole and dropped', async () => {
    const { on, vault } = await madeVault();
    await vault.keepPending(pending());
    const later = openVault(on);
    expect(await later.pendings()).toEqual([{ id: 'token-1', institutionCode: '1188', issuerOrigin: 'https://issuer.example', startedAt: NOON }]);
    await later.lendPending('token-1', async (one) => expect(one).toEqual(pending()));
    await later.dropPending('token-1');
    await later.dropPending('token-1');
    expect(await later.pendings()).toEqual([]);
    expect(await reasonOf(later.lendPending('token-1', async () => 0))).toBe('pending-expired');
  });

  it('is wiped after its loan, but not before', async () => {
    const { vault } = await madeVault();
    await vault.keepPending(pending());
    const z = await vault.lendPending('token-1', async (one) => {
      await vault.tokens();
      const secret = one.flow === 'sk' ? one.z : one.prk;
      expect(secret).toEqual(pending().z);
      return secret;
    });
    expect(z.every((byte) => byte === 0)).toBe(true);
  });

  it('of a credit union keeps what goes on without the password, and is wiped as well', async () => {
    const { on, vault } = await madeVault();
    await vault.keepPending(unionPending());
    const later = openVault(on);
    expect(await later.pendings()).toEqual([{ id: 'token-2', institutionCode: '2143', issuerOrigin: 'https://issuer.example', startedAt: NOON }]);
    const prk = await later.lendPending('token-2', async (one) => {
      expect(one).toEqual(unionPending());
      return one.flow === 'cu' ? one.prk : null;
    });
    expect(prk?.every((byte) => byte === 0)).toBe(true);
    await expect(vault.keepPending(unionPending({ id: 'x', prk: new Uint8Array(63) }))).rejects.toThrow(TypeError);
    await expect(vault.keepPending(unionPending({ id: 'x', th: new Uint8Array(65) }))).rejects.toThrow(TypeError);
    expect(await vault.pendings()).toHaveLength(1);
  });

  it('is kept again without a change, and never replaced by another', async () => {
    const { on, vault } = await madeVault();
    await vault.keepPending(pending());
    const before = await contentOf(on.name);
    await vault.keepPending(pending());
    await expect(vault.keepPending(pending({ z: new Uint8Array(32).fill(9) }))).rejects.toThrow('another pending');
    expect(await contentOf(on.name)).toEqual(before);
  });

  it('may bear the id of a token', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    await vault.keepPending(pending({ id: 'token-1' }));
    expect(await vault.tokens()).toEqual([token()]);
    expect(await vault.pendings()).toHaveLength(1);
  });

  it('is not kept when it could not be read again', async () => {
    const { vault } = await madeVault();
    await expect(vault.keepPending(pending({ z: new Uint8Array(31) }))).rejects.toThrow(TypeError);
    await expect(vault.keepPending(pending({ issuerOrigin: 'issuer' }))).rejects.toThrow(TypeError);
    expect(await vault.pendings()).toEqual([]);
  });
});

describe('a commit', () => {
  it('puts the token in and takes the pending out', async () => {
    const { vault } = await madeVault();
    await vault.keepPending(pending());
    expect(await vault.commit('token-1', token(), secrets(), loss())).toEqual(token());
    expect(await vault.tokens()).toEqual([token()]);
    expect(await vault.pendings()).toEqual([]);
    expect((await vault.lossKit()).lines).toEqual([loss()]);
  });

  it('is made within the loan of its pending', async () => {
    const { vault } = await madeVault();
    await vault.keepPending(pending());
    await vault.lendPending('token-1', async () => vault.commit('token-1', token(), secrets(), loss()));
    expect(await vault.tokens()).toEqual([token()]);
  });

  it('repeated gives the token as it is now and changes nothing', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    await vault.change('token-1', (one) => ({ ...one, state: 'ACTIVE', spentStep: 9 }));
    const before = await contentOf(on.name);
    const again = await vault.commit('token-1', token(), secrets(0x77), loss());
    expect(again).toEqual(token({ state: 'ACTIVE', spentStep: 9 }));
    expect(await contentOf(on.name)).toEqual(before);
  });

  it('made by two windows at once makes one token', async () => {
    const { on, vault } = await madeVault(noLocks);
    await vault.keepPending(pending());
    const other = openVault({ ...on, store: openStore(on.name) });
    await Promise.all([
      vault.commit('token-1', token(), secrets(), loss()),
      other.commit('token-1', token(), secrets(), loss()),
    ]);
    expect(await vault.tokens()).toEqual([token()]);
    expect((await vault.lossKit()).lines).toEqual([loss()]);
  });

  it('is refused when the pending was dropped meanwhile', async () => {
    const { vault } = await madeVault();
    expect(await reasonOf(vault.commit('token-1', token(), secrets(), loss()))).toBe('pending-expired');
    expect(await vault.tokens()).toEqual([]);
  });

  it('never puts one token in the place of another', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    await vault.keepPending(pending({ id: 'pending-2' }));
    const other = vault.commit('pending-2', token({ serial: 'SKTS00000002' }), secrets(), loss());
    await expect(other).rejects.toThrow('another token');
    expect(await vault.tokens()).toEqual([token()]);
    expect(await vault.pendings()).toHaveLength(1);
  });

  it('counts one generation more, as every write does', async () => {
    const { on, vault } = await madeVault();
    const generation = async (): Promise<unknown> =>
      JSON.parse(new TextDecoder().decode((await rawHeader(on.name)).body)).generation;
    expect(await generation()).toBe(1);
    await vault.keepPending(pending());
    expect(await generation()).toBe(2);
    await vault.commit('token-1', token(), secrets(), loss());
    expect(await generation()).toBe(3);
  });

  it.each([
    ['a seed too short', { otp: new Uint8Array(15), device: new Uint8Array(32) }],
    ['no device key', { otp: new Uint8Array(20), device: new Uint8Array() }],
  ])('with %s changes nothing', async (_, wrong) => {
    const { vault } = await madeVault();
    await vault.keepPending(pending());
    await expect(vault.commit('token-1', token(), wrong, loss())).rejects.toThrow(TypeError);
    expect(await vault.pendings()).toHaveLength(1);
  });

  it('lists tokens in the order in which they came, two of one institution too, whatever the clock said', async () => {
    const { vault } = await madeVault();
    await enrolled(vault, { id: 'b', serial: 'SKTS00000002', createdAt: NOON + 2 });
    await enrolled(vault, { id: 'a', serial: 'SKTS00000001', createdAt: NOON + 1 });
    await enrolled(vault, { id: 'c', serial: 'SKTS00000003', createdAt: NOON + 3 });
    expect((await vault.tokens()).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });
});
