import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Means } from '../../../lib/vault/means.ts';
import { openStore } from '../../../lib/vault/store.ts';
import { openVault } from '../../../lib/vault/vault.ts';
import { enrolled, madeVault } from './builders.ts';

/** Windows that do not wait for each other: only the transaction stands between them. */
const noLocks: Pick<Means, 'locks'> = { locks: { request: (_, work) => work() } };

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
