import { describe, expect, it } from 'vitest';
import { openVault } from '../../../lib/vault/vault.ts';
import { enrolled, localRecord, loss, madeVault, NOON, passkeyWay, passphraseWay, reasonOf, slotKey, STRETCHED } from './builders.ts';
import { contentOf } from './disk.ts';

const MINUTE = 60_000;

describe('the lock', () => {
  it('opens with the passphrase and shows what was kept', async () => {
    const { vault, wayIn } = await madeVault();
    const kept = await enrolled(vault);
    await vault.lock();
    expect(await vault.state()).toBe('locked');
    await vault.unlock(wayIn.slotId, STRETCHED);
    expect(await vault.tokens()).toEqual([kept]);
  });

  it('refuses a wrong passphrase and changes nothing', async () => {
    const { on, vault, wayIn } = await madeVault();
    await enrolled(vault);
    await vault.lock();
    const [before, local] = [await contentOf(on.name), [...on.local.held]];
    expect(await reasonOf(vault.unlock(wayIn.slotId, new Uint8Array(32).fill(8)))).toBe('wrong-passphrase');
    expect(await reasonOf(vault.unlock('another-slot', STRETCHED))).toBe('wrong-passphrase');
    expect(await vault.state()).toBe('locked');
    expect([...on.session.held.keys()]).toEqual(['unlockTries']);
    expect([...on.local.held]).toEqual(local);
    expect(await contentOf(on.name)).toEqual(before);
  });

  it('refuses everything but the loss kit while locked', async () => {
    const { vault, wayIn } = await madeVault();
    await enrolled(vault);
    await vault.lock();
    const asked = [
      vault.tokens(),
      vault.token('token-1'),
      vault.lend('token-1', () => 0),
      vault.change('token-1', (one) => one),
      vault.spend('token-1', 1),
      vault.pendings(),
      vault.lendPending('token-1', async () => 0),
      vault.dropPending('token-1'),
      vault.touch(),
      vault.forgetRemoved(NOON),
      vault.lendAll(() => 0),
      vault.addLocals([localRecord('local-1')]),
      vault.hideLossKit(true, () => null),
      vault.prove(slotKey(wayIn)),
      vault.listWays(),
      vault.addWay(slotKey(wayIn), passkeyWay(vault), STRETCHED),
      vault.replaceWay(slotKey(wayIn), wayIn.slotId, passphraseWay(vault), STRETCHED),
      vault.removeWay(slotKey(wayIn), wayIn.slotId),
      vault.setPin(slotKey(wayIn), vault.draft().passphrase, STRETCHED),
    ];
    for (const one of asked) expect(await reasonOf(one)).toBe('locked');
    expect((await vault.lossKit()).lines).toEqual([loss()]);
  });

  it('survives the death of the worker while the session lives', async () => {
    const { on, vault } = await madeVault();
    const kept = await enrolled(vault);
    expect(await openVault(on).tokens()).toEqual([kept]);
  });

  it('is locked after the browser was closed', async () => {
    const { on } = await madeVault();
    on.session.held.clear();
    expect(await openVault(on).state()).toBe('locked');
  });

  it('locks at the deadline, whoever asks, and forgets the key', async () => {
    const { on, vault } = await madeVault();
    on.clock.now = NOON + 10 * MINUTE - 1;
    expect(await vault.state()).toBe('open');
    on.clock.now = NOON + 10 * MINUTE;
    expect(await reasonOf(vault.tokens())).toBe('locked');
    expect(on.session.held.size).toBe(0);
    on.clock.now = NOON;
    expect(await vault.state()).toBe('locked');
  });

  it('tells when it will lock, and nothing once it has', async () => {
    const { on, vault } = await madeVault();
    expect(await vault.locksAt()).toBe(NOON + 10 * MINUTE);
    on.clock.now += 4 * MINUTE;
    await vault.touch();
    expect(await vault.locksAt()).toBe(NOON + 14 * MINUTE);
    on.clock.now += 10 * MINUTE;
    expect(await vault.locksAt()).toBeNull();
    expect(on.session.held.size).toBe(0);
  });

  it('counts the deadline from the last touch, not from the last look', async () => {
    const { on, vault } = await madeVault();
    on.clock.now = NOON + 9 * MINUTE;
    await vault.tokens();
    on.clock.now = NOON + 9.5 * MINUTE;
    await vault.touch();
    on.clock.now = NOON + 19 * MINUTE;
    await vault.tokens();
    expect(await vault.state()).toBe('open');
    on.clock.now = NOON + 19.5 * MINUTE;
    expect(await vault.state()).toBe('locked');
    expect(await reasonOf(vault.touch())).toBe('locked');
  });

  it('locks when the clock was set back', async () => {
    const { on, vault } = await madeVault();
    on.clock.now = NOON - 2 * MINUTE;
    expect(await vault.state()).toBe('locked');
  });

  it('bears a clock that was set back by a minute, and not by more', async () => {
    const { on, vault } = await madeVault();
    on.clock.now = NOON - MINUTE;
    expect(await vault.state()).toBe('open');
    on.clock.now = NOON - MINUTE - 1;
    expect(await vault.state()).toBe('locked');
  });

  it('has a deadline whatever the setting is: one that is no number moves nothing', async () => {
    let minutes = 10;
    const { on, vault } = await madeVault({ autoLockMinutes: async () => minutes });
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
      minutes = wrong;
      await expect(vault.touch()).rejects.toThrow(RangeError);
    }
    expect(await vault.locksAt()).toBe(NOON + 10 * MINUTE);
    on.clock.now = NOON + 10 * MINUTE;
    expect(await vault.state()).toBe('locked');
  });

  it('takes the auto-lock setting as it is at the touch, within a minute and a day', async () => {
    let minutes = 1;
    const { on, vault } = await madeVault({ autoLockMinutes: async () => minutes });
    minutes = 0;
    await vault.touch();
    on.clock.now = NOON + MINUTE - 1;
    minutes = 1_000_000;
    await vault.touch();
    on.clock.now += 24 * 60 * MINUTE - 1;
    expect(await vault.state()).toBe('open');
    on.clock.now += 1;
    expect(await vault.state()).toBe('locked');
  });

  it('does not stay open over a session that is not ours', async () => {
    const { on, vault } = await madeVault();
    for (const value of [{ vmk: 'AAAA', touchedAt: NOON, deadline: NOON + 1 }, { vmk: 1 }, 'open', null]) {
      await on.session.set({ vaultSession: value });
      expect(await vault.state()).toBe('locked');
    }
  });

  it('is not opened again by a touch that was under way', async () => {
    const { on } = await madeVault();
    let locking: Promise<void> | undefined;
    // The touch has read the key by the time it asks for the setting.
    const slow = openVault({
      ...on,
      autoLockMinutes: async () => {
        locking = openVault(on).lock();
        return 10;
      },
    });
    await slow.touch();
    await locking;
    expect(locking).toBeDefined();
    expect(on.session.held.size).toBe(0);
    expect(await slow.state()).toBe('locked');
  });
});
