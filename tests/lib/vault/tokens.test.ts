import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Token } from '../../../lib/token.ts';
import type { Means } from '../../../lib/vault/means.ts';
import { openStore } from '../../../lib/vault/store.ts';
import { openVault } from '../../../lib/vault/vault.ts';
import { enrolled, loss, madeVault, NOON, pending, reasonOf, secrets, token } from './builders.ts';
import { contentOf, rawHeader } from './disk.ts';

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

describe('a time step', () => {
  it('is given once, and no earlier one after it', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    expect(await vault.spend('token-1', 100)).toBe(true);
    expect(await vault.spend('token-1', 100)).toBe(false);
    expect(await vault.spend('token-1', 99)).toBe(false);
    expect(await openVault(on).spend('token-1', 100)).toBe(false);
    expect(await vault.spend('token-1', 101)).toBe(true);
    expect((await vault.tokens())[0]?.spentStep).toBe(101);
  });

  it('may be the very first', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    expect(await vault.spend('token-1', 0)).toBe(true);
    expect(await vault.spend('token-1', 0)).toBe(false);
  });

  it.each([-1, 0.5, Number.NaN])('is never %s', async (step) => {
    const { vault } = await madeVault();
    await enrolled(vault);
    await expect(vault.spend('token-1', step)).rejects.toThrow(RangeError);
  });

  it('is on the disk when it is given', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    await vault.spend('token-1', 100);
    const afterCrash = openVault({ ...on, store: openStore(on.name) });
    expect((await afterCrash.tokens())[0]?.spentStep).toBe(100);
  });

  it.each([
    ['that share the lock', {}],
    ['that share nothing but the disk', noLocks],
  ])('goes to exactly one of two windows %s', async (_, over) => {
    const { on, vault } = await madeVault(over);
    await enrolled(vault);
    const other = openVault({ ...on, store: openStore(on.name) });
    for (let step = 1; step <= 20; step++) {
      const won = await Promise.all([vault.spend('token-1', step), other.spend('token-1', step)]);
      expect(won.filter(Boolean)).toHaveLength(1);
    }
  });

  it('is given only in growing order, however many ask', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 12 }), { minLength: 2, maxLength: 8 }), async (steps) => {
        const { on, vault } = await madeVault(noLocks);
        await enrolled(vault);
        const other = openVault({ ...on, store: openStore(on.name) });
        const given = await Promise.all(
          steps.map(async (step, at) => ((await (at % 2 ? other : vault).spend('token-1', step)) ? [step] : [])),
        );
        const flat = given.flat();
        expect(new Set(flat).size).toBe(flat.length);
        expect(Math.max(...flat)).toBe(Math.max(...steps));
        await on.store.close();
      }),
      { numRuns: 25 },
    );
  });
});

describe('a pending enrolment', () => {
  it('is kept, listed without its secret, lent whole and dropped', async () => {
    const { on, vault } = await madeVault();
    await vault.keepPending(pending());
    const later = openVault(on);
    expect(await later.pendings()).toEqual([{ id: 'token-1', institutionCode: '1188', startedAt: NOON }]);
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
      expect(one.z).toEqual(pending().z);
      return one.z;
    });
    expect(z.every((byte) => byte === 0)).toBe(true);
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
    expect(await vault.lossKit()).toEqual([loss()]);
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
    expect(await vault.lossKit()).toEqual([loss()]);
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

  it('lists tokens oldest first, two of one institution too', async () => {
    const { vault } = await madeVault();
    await enrolled(vault, { id: 'b', serial: 'SKTS00000002', createdAt: NOON + 2 });
    await enrolled(vault, { id: 'a', serial: 'SKTS00000001', createdAt: NOON + 1 });
    await enrolled(vault, { id: 'c', serial: 'SKTS00000003', createdAt: NOON + 3 });
    expect((await vault.tokens()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});
