import { describe, expect, it } from 'vitest';
import type { NewWay, SlotKey } from '../../../lib/messages/ways.ts';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';
import { enrolled, machine, type Machine, madeVault, NOON, passkeyWay, passphraseWay, reasonOf, slotKey, STRETCHED, token } from './builders.ts';
import { contentOf } from './disk.ts';

const OTHER = new Uint8Array(32).fill(8);
const PRF = new Uint8Array(32).fill(9);

/** Two ways: the passphrase that it was made with, and a passkey. */
async function twoWays() {
  const { on, vault, wayIn } = await madeVault();
  await enrolled(vault);
  const passkey = passkeyWay(vault);
  await vault.addWay(slotKey(wayIn), passkey, PRF);
  return { on, vault, wayIn, passkey };
}

/** By the very bytes on the disk, after the browser was closed. */
async function opens(on: Machine, slotId: string, key: Uint8Array): Promise<string> {
  on.session.held.clear();
  const reason = await reasonOf(openVault(on).unlock(slotId, key));
  if (reason === 'none') expect(await openVault(on).tokens()).toEqual([token()]);
  return reason;
}

const triesOn = ({ session }: Machine): number => JSON.parse(session.held.get('unlockTries') ?? '{"count":0}').count;

describe('ways to open the vault', () => {
  it('are listed oldest first, with when they were made, and offered while locked', async () => {
    const { on, vault, wayIn } = await madeVault();
    on.clock.now += 5_000;
    const passkey = passkeyWay(vault);
    await vault.addWay(slotKey(wayIn), passkey, PRF);
    expect(await vault.listWays()).toEqual([
      { slotId: wayIn.slotId, kind: 'passphrase', madeAt: NOON },
      { slotId: passkey.slotId, kind: 'passkey', madeAt: NOON + 5_000 },
    ]);
    await vault.lock();
    const { slotId, credentialId, salt } = passkey;
    expect(await vault.ways()).toMatchObject({ passphrases: [{ slotId: wayIn.slotId }], passkeys: [{ slotId, credentialId, salt }] });
  });

  it('open the same vault, each by its own key only', async () => {
    const { on, wayIn, passkey } = await twoWays();
    expect(await opens(on, wayIn.slotId, STRETCHED)).toBe('none');
    expect(await opens(on, passkey.slotId, PRF)).toBe('none');
    expect(await opens(on, wayIn.slotId, PRF)).toBe('wrong-passphrase');
    expect(await opens(on, passkey.slotId, STRETCHED)).toBe('wrong-passphrase');
  });

  it('may be a passkey from the start', async () => {
    const on = machine();
    const vault = openVault(on);
    const passkey = passkeyWay(vault);
    await vault.make(passkey, PRF);
    await enrolled(vault);
    expect(await vault.ways()).toMatchObject({ passphrases: [], passkeys: [{ credentialId: passkey.credentialId }] });
    expect(await opens(on, passkey.slotId, STRETCHED)).toBe('wrong-passphrase');
    expect(await opens(on, passkey.slotId, PRF)).toBe('none');
  });

  it('are each proven by any of them', async () => {
    const { vault, wayIn, passkey } = await twoWays();
    expect(await reasonOf(vault.prove(slotKey(wayIn)))).toBe('none');
    expect(await reasonOf(vault.prove(slotKey(passkey, PRF)))).toBe('none');
    expect(await reasonOf(vault.prove(slotKey(passkey, STRETCHED)))).toBe('wrong-passphrase');
    expect(await reasonOf(vault.prove({ slotId: 'another', key: slotKey(wayIn).key }))).toBe('wrong-passphrase');
  });

  it('are never two with the same id', async () => {
    const { on, vault, wayIn, passkey } = await twoWays();
    const before = await contentOf(on.name);
    for (const { slotId } of [wayIn, passkey])
      await expect(vault.addWay(slotKey(wayIn), { ...passkeyWay(vault), slotId }, PRF)).rejects.toThrow('there already');
    await expect(vault.replaceWay(slotKey(wayIn), 'another', passphraseWay(vault), OTHER)).rejects.toThrow('no such way');
    expect(await contentOf(on.name)).toEqual(before);
  });

  it.each<[string, (vault: Vault) => NewWay, Uint8Array]>([
    ['too much work', (vault) => ({ ...passphraseWay(vault), memory: 262_144, passes: 5 }), OTHER],
    ['a short salt', (vault) => ({ ...passkeyWay(vault), salt: 'AAAA' }), OTHER],
    ['a credential that is no base64url', (vault) => passkeyWay(vault, 'A'), OTHER],
    ['a key of 31 bytes', passkeyWay, new Uint8Array(31)],
  ])('are not added with %s', async (_, wayOf, key) => {
    const { on, vault, wayIn } = await madeVault();
    const before = await contentOf(on.name);
    await expect(vault.addWay(slotKey(wayIn), wayOf(vault), key)).rejects.not.toHaveProperty('reason');
    await expect(vault.replaceWay(slotKey(wayIn), wayIn.slotId, wayOf(vault), key)).rejects.not.toHaveProperty('reason');
    expect(await contentOf(on.name)).toEqual(before);
    expect(await opens(on, wayIn.slotId, new Uint8Array(32))).toBe('wrong-passphrase');
  });
});

describe('a way that is replaced', () => {
  it('stops working in the same write; the new one works, and the other ways still do', async () => {
    const { on, vault, wayIn, passkey } = await twoWays();
    const next = passphraseWay(vault);
    await vault.replaceWay(slotKey(passkey, PRF), wayIn.slotId, next, OTHER);
    expect((await vault.listWays()).map(({ slotId }) => slotId)).toEqual([next.slotId, passkey.slotId]);
    expect(await opens(on, wayIn.slotId, STRETCHED)).toBe('wrong-passphrase');
    expect(await opens(on, next.slotId, OTHER)).toBe('none');
    expect(await opens(on, passkey.slotId, PRF)).toBe('none');
  });

  it('opens nothing even where the second copy still has it', async () => {
    const { on, vault, wayIn } = await madeVault();
    await enrolled(vault);
    const full = openVault({ ...on, local: { ...on.local, set: () => Promise.reject(new Error('full')) } });
    const next = passphraseWay(vault);
    await full.replaceWay(slotKey(wayIn), wayIn.slotId, next, OTHER);
    on.session.held.clear();
    expect((await vault.ways())?.passphrases.map(({ slotId }) => slotId)).toEqual([next.slotId, wayIn.slotId]);
    expect(await opens(on, wayIn.slotId, STRETCHED)).toBe('wrong-passphrase');
    expect(await vault.state()).toBe('locked');
    expect(await opens(on, next.slotId, OTHER)).toBe('none');
    expect((await vault.ways())?.passphrases.map(({ slotId }) => slotId)).toEqual([next.slotId]);
  });

  it('gives no way to renew when it was made with today\'s parameters, and one when it was weaker', async () => {
    const { on, vault, wayIn } = await madeVault();
    expect(await vault.unlock(wayIn.slotId, STRETCHED)).toBeNull();
    const weaker = [{ memory: 32_768 }, { passes: 2 }, { memory: 262_144, passes: 1 }];
    for (const over of weaker) {
      const weak = { ...passphraseWay(vault), ...over };
      await vault.addWay(slotKey(wayIn), weak, OTHER);
      on.session.held.clear();
      const renew = await vault.unlock(weak.slotId, OTHER);
      expect(renew).toMatchObject({ memory: 65_536, passes: 3, lanes: 1 });
      if (!renew) continue;
      await vault.replaceWay(slotKey(weak, OTHER), weak.slotId, { kind: 'passphrase', ...renew }, OTHER);
      expect(await vault.unlock(renew.slotId, OTHER)).toBeNull();
    }
    const strong = { ...passphraseWay(vault), memory: 131_072, passes: 4 };
    await vault.addWay(slotKey(wayIn), strong, OTHER);
    expect(await vault.unlock(strong.slotId, OTHER)).toBeNull();
  });

  it('is not to be renewed when it is a passkey', async () => {
    const { vault, passkey } = await twoWays();
    expect(await vault.unlock(passkey.slotId, PRF)).toBeNull();
  });
});

describe('a way that is removed', () => {
  it('opens nothing any more, not even the vault it proved itself for', async () => {
    const { on, vault, wayIn, passkey } = await twoWays();
    await vault.removeWay(slotKey(passkey, PRF), passkey.slotId);
    expect((await vault.listWays()).map(({ slotId }) => slotId)).toEqual([wayIn.slotId]);
    expect(await opens(on, passkey.slotId, PRF)).toBe('wrong-passphrase');
    expect(await opens(on, wayIn.slotId, STRETCHED)).toBe('none');
  });

  it('is never the last one', async () => {
    const { on, vault, wayIn } = await madeVault();
    const before = await contentOf(on.name);
    expect(await reasonOf(vault.removeWay(slotKey(wayIn), wayIn.slotId))).toBe('last-way');
    expect(await contentOf(on.name)).toEqual(before);
  });

  it('is one of two, when two windows remove one each at the same time', async () => {
    const { on, vault, wayIn, passkey } = await twoWays();
    const free = openVault({ ...on, locks: { request: (_, work) => work() } });
    const reasons = await Promise.all([reasonOf(free.removeWay(slotKey(wayIn), wayIn.slotId)), reasonOf(free.removeWay(slotKey(wayIn), passkey.slotId))]);
    expect(reasons.filter((reason) => reason === 'none')).toHaveLength(1);
    expect(await vault.listWays()).toHaveLength(1);
  });
});

describe('a wrong proof', () => {
  const acts: [string, (vault: Vault, proof: SlotKey, slotId: string) => Promise<unknown>][] = [
    ['to prove', (vault, proof) => vault.prove(proof)],
    ['to add', (vault, proof) => vault.addWay(proof, passkeyWay(vault), PRF)],
    ['to replace', (vault, proof, slotId) => vault.replaceWay(proof, slotId, passphraseWay(vault), OTHER)],
    ['to remove', (vault, proof, slotId) => vault.removeWay(proof, slotId)],
    ['to set a PIN', (vault, proof) => vault.setPin(proof, { salt: 'AAAAAAAAAAAAAAAAAAAAAA', memory: 65_536, passes: 3, lanes: 1 }, PRF)],
  ];

  it.each(acts)('%s changes nothing and counts as a try, as many of them slow the next down', async (_, act) => {
    const { on, vault, wayIn, passkey } = await twoWays();
    const [before, local] = [await contentOf(on.name), [...on.local.held]];
    const wrong = slotKey(wayIn, OTHER);
    for (let count = 1; count <= 4; count++) {
      expect(await reasonOf(act(vault, wrong, passkey.slotId))).toBe('wrong-passphrase');
      expect(triesOn(on)).toBe(count);
    }
    expect(await reasonOf(act(vault, slotKey(wayIn), passkey.slotId))).toBe('tries-slowed');
    expect(await contentOf(on.name)).toEqual(before);
    expect([...on.local.held]).toEqual(local);
    expect(on.session.held.has('vaultPin')).toBe(false);
    on.clock.now += 1_000;
    expect(await reasonOf(act(vault, slotKey(wayIn), passkey.slotId))).toBe('none');
    expect(triesOn(on)).toBe(0);
  });

  it.each(acts)('%s is not even looked at while locked', async (_, act) => {
    const { on, vault, wayIn, passkey } = await twoWays();
    await vault.lock();
    expect(await reasonOf(act(vault, slotKey(wayIn), passkey.slotId))).toBe('locked');
    expect(triesOn(on)).toBe(0);
  });
});
