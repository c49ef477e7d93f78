import { describe, expect, it } from 'vitest';
import { fromBase64url } from '../../../lib/bytes.ts';
import { unseenMended } from '../../../lib/vault/mended.ts';
import { openVault } from '../../../lib/vault/vault.ts';
import { enrolled, loss, machine, madeVault, passphraseWay, reasonOf, STRETCHED, token } from './builders.ts';
import { clearBytesOf, contentOf, deleteRaw, hexOf, putContent } from './disk.ts';

describe('a first run', () => {
  it('has no vault, no way in and nothing to lose', async () => {
    const on = machine();
    const vault = openVault(on);
    expect(await vault.state()).toBe('none');
    expect(await vault.ways()).toBeNull();
    expect(await vault.lossKit()).toEqual({ lines: [], hidden: false });
    expect(await unseenMended(on.local)).toBeNull();
    expect(await reasonOf(vault.tokens())).toBe('locked');
    expect(await reasonOf(vault.unlock('slot', STRETCHED))).toBe('no-vault');
  });

  it('drafts a new salt and slot each time, at 64 MiB, three passes, one lane', () => {
    const on = machine();
    const vault = openVault(on);
    const drafts = [vault.draft(), vault.draft()];
    for (const { passphrase } of drafts) expect(passphrase).toMatchObject({ memory: 65_536, passes: 3, lanes: 1 });
    const ways = drafts.flatMap(({ passphrase, passkey }) => [passphrase, passkey]);
    expect(new Set(ways.map(({ salt }) => salt)).size).toBe(4);
    expect(new Set(ways.map(({ slotId }) => slotId)).size).toBe(4);
    // WebAuthn's PRF takes any salt; 32 bytes are as many as it gives back.
    expect(drafts.map(({ passkey }) => fromBase64url(passkey.salt).length)).toEqual([32, 32]);
  });

  it('makes the vault and leaves it open and empty', async () => {
    const { vault, wayIn } = await madeVault();
    expect(await vault.state()).toBe('open');
    const { slotId, salt, memory, passes, lanes } = wayIn;
    expect(await vault.ways()).toEqual({ passphrases: [{ slotId, salt, memory, passes, lanes }], passkeys: [], pin: null, againAt: null });
    expect(await vault.tokens()).toEqual([]);
    expect(await vault.pendings()).toEqual([]);
  });

  it('never overwrites a vault', async () => {
    const { on, vault } = await madeVault();
    const before = await contentOf(on.name);
    expect(await reasonOf(vault.make(passphraseWay(vault), STRETCHED))).toBe('vault-exists');
    expect(await contentOf(on.name)).toEqual(before);
  });

  it('makes one vault when two windows make one at once', async () => {
    const on = machine({ locks: { request: (_, work) => work() } });
    const [one, other] = [openVault(on), openVault(on)];
    const reasons = await Promise.all([one, other].map((vault) => reasonOf(vault.make(passphraseWay(vault), STRETCHED))));
    expect(reasons.toSorted()).toEqual(['none', 'vault-exists']);
  });

  it.each([
    { memory: 8191 },
    { memory: 262_145 },
    { passes: 0 },
    { passes: 11 },
    { lanes: 5 },
    { salt: 'AAAA' },
    { slotId: '' },
    { memory: 262_144, passes: 5 },
    { memory: 104_858, passes: 10 },
  ])('makes nothing with parameters out of bounds: %o', async (over) => {
    const on = machine();
    const vault = openVault(on);
    await expect(vault.make({ ...passphraseWay(vault), ...over }, STRETCHED)).rejects.toThrow(TypeError);
    expect(await vault.state()).toBe('none');
  });

  it('makes nothing from a stretched passphrase of the wrong length', async () => {
    const on = machine();
    const vault = openVault(on);
    await expect(vault.make(passphraseWay(vault), new Uint8Array(31))).rejects.toThrow(RangeError);
    expect(await vault.state()).toBe('none');
  });
});

describe('the loss kit', () => {
  it('says institution, serial, telephone and hours of every token, and no more stands in clear', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    await enrolled(vault, { id: 'token-2', serial: 'SKTS00099999' });
    await vault.lock();
    expect(await vault.lossKit()).toEqual({ lines: [loss(), loss({ serial: 'SKTS00099999' })], hidden: false });
    const bytes = Buffer.from(new TextDecoder().decode((await on.store.read()).header?.body));
    expect(bytes.includes('issuer.example')).toBe(false);
    expect(bytes.includes('UNBOUND')).toBe(false);
  });
});

describe('a vault that was here before', () => {
  it('is damaged, not a first run, when the store is empty', async () => {
    const { on, vault, wayIn } = await madeVault();
    await enrolled(vault);
    await putContent(on.name, { header: {}, tokens: {}, pendings: {} });
    await on.local.remove('vaultCopy');
    const later = openVault(on);
    expect(await later.state()).toBe('damaged');
    expect(await later.ways()).toBeNull();
    expect(await reasonOf(later.make(passphraseWay(later), STRETCHED))).toBe('vault-missing');
    expect(await reasonOf(later.unlock(wayIn.slotId, STRETCHED))).toBe('vault-missing');
    expect(await reasonOf(later.tokens())).toBe('vault-missing');
    expect(await reasonOf(later.lossKit())).toBe('vault-missing');
  });

  it('is damaged when only the header is gone', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    await on.local.remove('vaultCopy');
    await deleteRaw(on.name, 'header', 'header');
    expect(await vault.state()).toBe('damaged');
    expect(await reasonOf(vault.make(passphraseWay(vault), STRETCHED))).toBe('vault-damaged');
  });

  it('is known even when its mark cannot be read', async () => {
    const { on, vault } = await madeVault();
    await on.local.set({ vaultMade: 'garbled' });
    await on.local.remove('vaultCopy');
    await putContent(on.name, { header: {}, tokens: {}, pendings: {} });
    expect(await vault.state()).toBe('damaged');
  });

  it('sets its mark and its second copy at the next unlock when that failed at first', async () => {
    const on = machine();
    const deaf = { ...on, local: { ...on.local, set: () => Promise.reject(new Error('full')) } };
    const way = passphraseWay(openVault(on));
    await openVault(deaf).make(way, STRETCHED);
    expect(on.local.held.size).toBe(0);
    await openVault(on).unlock(way.slotId, STRETCHED);
    expect([...on.local.held.keys()]).toEqual(expect.arrayContaining(['vaultMade', 'vaultCopy']));
  });
});

describe('what is on the disk', () => {
  it('holds no secret and no token in clear', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault, {}, 0x5a);
    const all = await clearBytesOf(on);
    expect(all).toContain(hexOf(loss().telephone));
    for (const secret of ['5a'.repeat(8), '5b'.repeat(8), '07'.repeat(16), hexOf(token().issuerOrigin)]) expect(all).not.toContain(secret);
  });

  it('holds the key in the session area as text, and nothing of it elsewhere', async () => {
    const { on } = await madeVault();
    const session: { vmk: string } = JSON.parse(on.session.held.get('vaultSession') ?? '{}');
    expect(session.vmk).toMatch(/^[\w-]{43}$/);
    expect([...on.local.held.values()].join()).not.toContain(session.vmk);
  });
});
