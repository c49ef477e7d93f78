import { describe, expect, it } from 'vitest';
import { openVault } from '../../../lib/vault/vault.ts';
import { enrolled, loss, machine, madeVault, NOON, passkeyWay, slotKey, STRETCHED } from './builders.ts';
import { copyOf, deleteRaw, putCopy } from './disk.ts';

describe('the health of the vault', () => {
  it('says how both copies are, open and locked alike', async () => {
    const { on, vault, wayIn } = await madeVault();
    await enrolled(vault);
    await vault.addWay(slotKey(wayIn), passkeyWay(vault), STRETCHED);
    const { salt, memory, passes, lanes } = wayIn;
    await vault.setPin(slotKey(wayIn), { salt, memory, passes, lanes }, STRETCHED);
    const expected = {
      schema: 2,
      databaseVersion: 2,
      generation: 4,
      copy: { state: 'same', generation: 4 },
      mended: [],
      ways: { passphrases: 1, passkeys: 1, pin: true },
      asideAt: null,
      trouble: null,
    };
    expect(await vault.health()).toEqual(expected);
    await vault.lock();
    expect(await vault.health()).toEqual(expected);
    on.session.held.clear();
    expect((await openVault(on).health()).ways).toEqual({ passphrases: 1, passkeys: 1, pin: false });
  });

  it('names no token and no key', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    const said = JSON.stringify(await vault.health());
    for (const words of ['token-1', loss().serial, loss().institution, 'salt']) expect(said).not.toContain(words);
  });

  it('tells an older, a newer, a damaged and a missing second copy apart, and mends none of them by looking', async () => {
    const { on, vault } = await madeVault();
    const first = copyOf(on);
    await enrolled(vault);
    const last = copyOf(on);
    const looks: [unknown, string][] = [[first, 'older'], ['x', 'damaged'], [{ ...last, tokens: [] }, 'damaged'], [last, 'same']];
    for (const [copy, state] of looks) {
      await putCopy(on, copy);
      expect((await vault.health()).copy.state).toBe(state);
    }
    await on.local.remove('vaultCopy');
    expect((await vault.health()).copy).toEqual({ state: 'missing', generation: null });
    await putCopy(on, last);
    await deleteRaw(on.name, 'header', 'header');
    expect(await vault.health()).toMatchObject({ schema: null, generation: null, copy: { state: 'newer', generation: 3 }, ways: { passphrases: 1 } });
    expect(copyOf(on)).toEqual(last);
  });

  it('of no vault is nothing, and no failure', async () => {
    const vault = openVault(machine());
    expect(await vault.health()).toMatchObject({ schema: null, generation: null, ways: null, copy: { state: 'missing' }, mended: [] });
  });

  it('keeps the note of what was put right when the customer has read it', async () => {
    const { on, vault, wayIn } = await madeVault();
    await on.local.remove('vaultCopy');
    await vault.unlock(wayIn.slotId, STRETCHED);
    await vault.mendedSeen();
    expect((await vault.health()).mended).toEqual([{ at: NOON, what: 'copy', why: 'missing', spent: false }]);
    await on.local.set({ vaultMended: 'garbled' });
    expect((await vault.health()).mended).toEqual([]);
  });
});
