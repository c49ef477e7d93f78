import { createDecipheriv, hkdfSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lvCat, toBase64url, uint64, utf8 } from '../../../lib/bytes.ts';
import type { Stretching } from '../../../lib/stretching.ts';
import { openVault } from '../../../lib/vault/vault.ts';
import { enrolled, type Machine, madeVault, NOON, type Opened, passkeyWay, passphraseWay, reasonOf, slotKey, STRETCHED, token } from './builders.ts';
import { clearBytesOf, contentOf } from './disk.ts';

const PIN = new Uint8Array(32).fill(0x21);
const WRONG = new Uint8Array(32).fill(0x22);
const stretching = (): Stretching => ({ salt: toBase64url(new Uint8Array(16).fill(3)), memory: 65_536, passes: 3, lanes: 1 });

async function withPin(): Promise<Opened> {
  const opened = await madeVault();
  await enrolled(opened.vault);
  await opened.vault.setPin(slotKey(opened.wayIn), stretching(), PIN);
  return opened;
}

const hex = (text: string): string => Buffer.from(text, 'base64url').toString('hex');

async function dies(work: () => Promise<void>): Promise<never> {
  await work();
  throw new Error('killed');
}

const leftOn = ({ session }: Machine): number | undefined => JSON.parse(session.held.get('vaultPin') ?? '{}').triesLeft;

describe('the session PIN', () => {
  it('opens the vault again after a lock, as often as it is right', async () => {
    const { vault } = await withPin();
    for (let round = 1; round <= 7; round++) {
      await vault.lock();
      expect((await vault.ways())?.pin).toEqual({ ...stretching(), triesLeft: 5 });
      await vault.unlockByPin(PIN);
      expect(await vault.tokens()).toEqual([token()]);
    }
  });

  it('is set in an open vault only, and by nobody without a way to open it', async () => {
    const { on, vault, wayIn } = await madeVault();
    expect(await reasonOf(vault.setPin(slotKey(wayIn, WRONG), stretching(), PIN))).toBe('wrong-passphrase');
    await vault.lock();
    expect(await reasonOf(vault.setPin(slotKey(wayIn), stretching(), PIN))).toBe('locked');
    expect(on.session.held.has('vaultPin')).toBe(false);
    expect(await reasonOf(vault.unlockByPin(PIN))).toBe('pin-gone');
  });

  it('is never on the disk, neither it nor what it guards', async () => {
    const { on, vault } = await withPin();
    const { vmk }: { vmk: string } = JSON.parse(on.session.held.get('vaultSession') ?? '{}');
    const { sealed }: { sealed: string } = JSON.parse(on.session.held.get('vaultPin') ?? '{}');
    await vault.lock();
    const all = await clearBytesOf(on);
    for (const secret of [vmk, sealed, toBase64url(PIN), stretching().salt]) expect(all).not.toContain(hex(secret));
    expect([...on.local.held.keys()].toSorted()).toEqual(['vaultCopy', 'vaultMade']);
    expect([...on.session.held.values()].join()).not.toContain(vmk);
  });

  it('opens by a key that is derived for a PIN and for nothing else', async () => {
    const { on } = await withPin();
    const { vmk }: { vmk: string } = JSON.parse(on.session.held.get('vaultSession') ?? '{}');
    const { sealed }: { sealed: string } = JSON.parse(on.session.held.get('vaultPin') ?? '{}');
    const bytes = Buffer.from(sealed, 'base64url');
    const key = Buffer.from(hkdfSync('sha256', PIN, '', 'kagifuda pin', 32));
    const aad = lvCat(utf8('kagifuda'), uint64(1), utf8('pin'));
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(aad).setAuthTag(bytes.subarray(-16));
    expect(Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]).toString('base64url')).toBe(vmk);
  });

  it('ends with the browser', async () => {
    const { on, vault, wayIn } = await withPin();
    on.session.held.clear();
    expect((await vault.ways())?.pin).toBeNull();
    expect(await reasonOf(vault.unlockByPin(PIN))).toBe('pin-gone');
    await vault.unlock(wayIn.slotId, STRETCHED);
    await vault.lock();
    expect(await reasonOf(vault.unlockByPin(PIN))).toBe('pin-gone');
  });

  it('ends when the customer says so', async () => {
    const { vault } = await withPin();
    await vault.dropPin();
    await vault.lock();
    expect(await reasonOf(vault.unlockByPin(PIN))).toBe('pin-gone');
  });

  it('is replaced by the next one, with five tries of its own', async () => {
    const { on, vault, wayIn } = await withPin();
    await reasonOf(vault.unlockByPin(WRONG));
    await vault.setPin(slotKey(wayIn), stretching(), WRONG);
    expect(leftOn(on)).toBe(5);
    expect(await reasonOf(vault.unlockByPin(PIN))).toBe('pin-wrong');
    expect(await reasonOf(vault.unlockByPin(WRONG))).toBe('none');
  });

  it.each<[string, Stretching, Uint8Array]>([
    ['parameters out of bounds', { ...stretching(), memory: 4_194_304 }, PIN],
    ['too much work', { ...stretching(), memory: 262_144, passes: 5 }, PIN],
    ['31 bytes', stretching(), new Uint8Array(31)],
  ])('is not set with %s', async (_, how, key) => {
    const { on, vault, wayIn } = await madeVault();
    await expect(vault.setPin(slotKey(wayIn), how, key)).rejects.not.toHaveProperty('reason');
    expect(on.session.held.has('vaultPin')).toBe(false);
  });
});

describe('the tries of a PIN', () => {
  it('are five, and then it is gone: the right one opens nothing any more', async () => {
    const { on, vault } = await withPin();
    await vault.lock();
    for (const left of [4, 3, 2, 1]) {
      expect(await reasonOf(vault.unlockByPin(WRONG))).toBe('pin-wrong');
      expect((await vault.ways())?.pin?.triesLeft).toBe(left);
    }
    expect(await reasonOf(vault.unlockByPin(WRONG))).toBe('pin-gone');
    expect(on.session.held.has('vaultPin')).toBe(false);
    expect(await reasonOf(vault.unlockByPin(PIN))).toBe('pin-gone');
    expect(await vault.state()).toBe('locked');
  });

  it('are five again after a right one, the fifth included', async () => {
    const { on, vault } = await withPin();
    await vault.lock();
    for (let count = 1; count <= 4; count++) await reasonOf(vault.unlockByPin(WRONG));
    await vault.unlockByPin(PIN);
    expect(leftOn(on)).toBe(5);
  });

  it('are counted before each is looked at: whoever kills the program between the two gains nothing', async () => {
    const { on, vault } = await withPin();
    await vault.lock();
    const killed = openVault({
      ...on,
      session: { ...on.session, set: (items) => dies(() => on.session.set(items)), remove: (key) => dies(() => on.session.remove(key)) },
    });
    for (const left of [4, 3, 2, 1, undefined]) {
      await expect(killed.unlockByPin(PIN)).rejects.toThrow('killed');
      expect(leftOn(on)).toBe(left);
    }
    expect(await reasonOf(vault.unlockByPin(PIN))).toBe('pin-gone');
  });

  it('are none where they cannot be counted', async () => {
    const { on, vault } = await withPin();
    await vault.lock();
    const deaf = openVault({ ...on, session: { ...on.session, set: () => Promise.reject(new Error('no')) } });
    await expect(deaf.unlockByPin(PIN)).rejects.toThrow('no');
    expect(await vault.state()).toBe('locked');
  });

  it('never open for another PIN, whatever it is, and never are more than five', async () => {
    const { on, vault, wayIn } = await withPin();
    await fc.assert(fc.asyncProperty(fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 5, maxLength: 8 }), async (guesses) => {
      await vault.unlock(wayIn.slotId, STRETCHED);
      await vault.setPin(slotKey(wayIn), stretching(), PIN);
      await vault.lock();
      const reasons = await Promise.all(guesses.map((guess) => reasonOf(openVault(on).unlockByPin(guess))));
      expect(reasons.filter((reason) => reason === 'pin-wrong')).toHaveLength(4);
      expect(await vault.state()).toBe('locked');
    }), { numRuns: 10 });
  });

  it('do not slow the passphrase down, nor does it slow them', async () => {
    const { on, vault, wayIn } = await withPin();
    await vault.lock();
    for (let count = 1; count <= 4; count++) await reasonOf(vault.unlockByPin(WRONG));
    expect((await vault.ways())?.againAt).toBeNull();
    for (let count = 1; count <= 4; count++) await reasonOf(vault.unlock(wayIn.slotId, WRONG));
    expect((await vault.ways())?.againAt).toBe(NOON + 1_000);
    expect(leftOn(on)).toBe(1);
    expect(await reasonOf(vault.unlockByPin(PIN))).toBe('none');
  });
});

describe('a PIN', () => {
  it('goes when a way is replaced or removed, and stays when one is added', async () => {
    const { on, vault, wayIn } = await withPin();
    const passkey = passkeyWay(vault);
    await vault.addWay(slotKey(wayIn), passkey, WRONG);
    expect(leftOn(on)).toBe(5);
    await vault.replaceWay(slotKey(wayIn), passkey.slotId, passphraseWay(vault), WRONG);
    expect(on.session.held.has('vaultPin')).toBe(false);
    await vault.setPin(slotKey(wayIn), stretching(), PIN);
    const [, second] = await vault.listWays();
    await vault.removeWay(slotKey(wayIn), second?.slotId ?? '');
    expect(on.session.held.has('vaultPin')).toBe(false);
  });

  it('goes when the vault is made anew', async () => {
    const { on, vault } = await withPin();
    await on.store.replace({ header: null, records: [] });
    on.local.held.clear();
    await vault.make(passphraseWay(vault), STRETCHED);
    await vault.lock();
    expect(await reasonOf(vault.unlockByPin(PIN))).toBe('pin-gone');
  });

  it('changes nothing on the disk when it is set, tried and dropped', async () => {
    const { on, vault, wayIn } = await madeVault();
    const [before, local] = [await contentOf(on.name), [...on.local.held]];
    await vault.setPin(slotKey(wayIn), stretching(), PIN);
    await vault.lock();
    await reasonOf(vault.unlockByPin(WRONG));
    await vault.unlockByPin(PIN);
    await vault.dropPin();
    expect(await contentOf(on.name)).toEqual(before);
    expect([...on.local.held]).toEqual(local);
  });

  it.each<[string, unknown]>([
    ['nothing of ours', 'x'],
    ['six tries', { triesLeft: 6 }],
    ['no tries', { triesLeft: 0 }],
    ['more memory than we ever ask for', { memory: 4_194_304 }],
    ['a key too many', { note: '' }],
  ])('is none where the session holds %s', async (_, over) => {
    const { on, vault } = await withPin();
    await vault.lock();
    const kept: object = JSON.parse(on.session.held.get('vaultPin') ?? '{}');
    await on.session.set({ vaultPin: typeof over === 'object' && over !== null ? { ...kept, ...over } : over });
    expect((await vault.ways())?.pin).toBeNull();
    expect(await reasonOf(vault.unlockByPin(PIN))).toBe('pin-gone');
  });

  it('does not open a vault that is damaged on both sides, and is not counted for it', async () => {
    const { on, vault } = await withPin();
    await vault.lock();
    await on.store.replace({ header: null, records: [] });
    await on.local.remove('vaultCopy');
    expect(await reasonOf(vault.unlockByPin(WRONG))).toBe('vault-missing');
    expect(leftOn(on)).toBe(5);
  });
});
