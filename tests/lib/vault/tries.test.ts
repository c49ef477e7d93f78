import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTry, forgetTries, triesAgainAt } from '../../../lib/vault/tries.ts';
import { openVault } from '../../../lib/vault/vault.ts';
import { machine, madeVault, NOON, passphraseWay, reasonOf, slotKey, STRETCHED } from './builders.ts';

const WRONG = new Uint8Array(32).fill(8);

describe('wrong tries', () => {
  it('are free three times, then wait 1, 2, 4 … 60 seconds', async () => {
    const { on, vault, wayIn } = await madeVault();
    await vault.lock();
    const waits: number[] = [];
    for (let count = 1; count <= 12; count++) {
      expect(await reasonOf(vault.unlock(wayIn.slotId, WRONG))).toBe('wrong-passphrase');
      const again = (await vault.ways())?.againAt ?? on.clock.now;
      waits.push((again - on.clock.now) / 1000);
      on.clock.now = again;
    }
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('make even the right passphrase wait, and not a moment longer than they say', async () => {
    const { on, vault, wayIn } = await madeVault();
    await vault.lock();
    for (let count = 1; count <= 4; count++) await reasonOf(vault.unlock(wayIn.slotId, WRONG));
    on.clock.now += 999;
    expect(await reasonOf(vault.unlock(wayIn.slotId, STRETCHED))).toBe('tries-slowed');
    expect((await vault.ways())?.againAt).toBe(NOON + 1_000);
    on.clock.now += 1;
    expect((await vault.ways())?.againAt).toBeNull();
    expect(await reasonOf(vault.unlock(wayIn.slotId, STRETCHED))).toBe('none');
  });

  it('of one passphrase on all the slots that there are for one count as one', async () => {
    const { on, vault, wayIn } = await madeVault();
    const second = passphraseWay(vault);
    await vault.addWay(slotKey(wayIn), second, WRONG);
    await vault.lock();
    const neither = new Uint8Array(32).fill(9);
    const tryAll = async (): Promise<string[]> => [await reasonOf(vault.unlock(wayIn.slotId, neither)), await reasonOf(vault.unlock(second.slotId, neither))];
    for (let count = 1; count <= 4; count++) expect(await tryAll()).toEqual(['wrong-passphrase', 'wrong-passphrase']);
    expect(await tryAll()).toEqual(['tries-slowed', 'tries-slowed']);
    on.clock.now += 1_000;
    expect(await tryAll()).toEqual(['wrong-passphrase', 'wrong-passphrase']);
    expect(await tryAll()).toEqual(['tries-slowed', 'tries-slowed']);
    on.clock.now += 2_000;
    expect([await reasonOf(vault.unlock(wayIn.slotId, WRONG)), await reasonOf(vault.unlock(second.slotId, WRONG))]).toEqual(['wrong-passphrase', 'none']);
  });

  it('that were refused for being too early are not counted', async () => {
    const on = machine();
    for (let count = 1; count <= 4; count++) await countTry(on);
    for (let count = 1; count <= 50; count++) expect(await reasonOf(countTry(on))).toBe('tries-slowed');
    on.clock.now += 1_000;
    await countTry(on);
    expect(await triesAgainAt(on)).toBe(NOON + 3_000);
  });

  it('are forgotten at the first right one', async () => {
    const { on, vault, wayIn } = await madeVault();
    await vault.lock();
    for (let count = 1; count <= 3; count++) await reasonOf(vault.unlock(wayIn.slotId, WRONG));
    await vault.unlock(wayIn.slotId, STRETCHED);
    for (let count = 1; count <= 3; count++) expect(await reasonOf(vault.prove(slotKey(wayIn, WRONG)))).toBe('wrong-passphrase');
    expect(await triesAgainAt(on)).toBeNull();
  });

  it('are counted before they are looked at: whoever stops the program meanwhile has had his try', async () => {
    const { on, vault, wayIn } = await madeVault();
    await vault.lock();
    const dying = openVault({ ...on, session: { ...on.session, set: async (items) => {
      await on.session.set(items);
      throw new Error('the worker died');
    } } });
    for (let count = 1; count <= 4; count++) await expect(dying.unlock(wayIn.slotId, STRETCHED)).rejects.toThrow('died');
    expect(await reasonOf(vault.unlock(wayIn.slotId, STRETCHED))).toBe('tries-slowed');
  });

  it('cannot be made where they cannot be counted', async () => {
    const { on, vault, wayIn } = await madeVault();
    await vault.lock();
    const deaf = openVault({ ...on, session: { ...on.session, set: () => Promise.reject(new Error('no')) } });
    await expect(deaf.unlock(wayIn.slotId, STRETCHED)).rejects.toThrow('no');
    expect(await vault.state()).toBe('locked');
  });

  it('hold nobody up for longer than a minute, however the clock is set', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer({ min: -1e12, max: 1e12 }), async (tries, set) => {
      const on = machine();
      for (let count = 1; count <= tries; count++) {
        await countTry(on);
        on.clock.now = (await triesAgainAt(on)) ?? on.clock.now;
      }
      await countTry(on);
      on.clock.now += set;
      expect(((await triesAgainAt(on)) ?? on.clock.now) - on.clock.now).toBeLessThanOrEqual(60_000);
    }));
  });

  it.each([['text', 'x'], ['a negative count', { count: -5, until: 0 }], ['a key too many', { count: 1, until: 0, free: 9 }]])('are none where %s stands for them', async (_, value) => {
    const on = machine();
    await on.session.set({ unlockTries: value });
    expect(await triesAgainAt(on)).toBeNull();
    await countTry(on);
    await forgetTries(on);
    expect(on.session.held.size).toBe(0);
  });
});
