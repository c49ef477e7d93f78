import { describe, expect, it } from 'vitest';
import { enrolled, NOON, passkeyWay, passphraseWay, reasonOf, slotKey, STRETCHED } from './builders.ts';
import { falsePhone, forgedHeader, headersGone, idsIn, later, threeTokens } from './damaged-vaults.ts';
import { deleteRaw, momentOf, putContent, putCopy } from './disk.ts';

const WRONG = new Uint8Array(32).fill(8);

describe('a vault whose header was written over on both sides', () => {
  it('is refused at the unlock, and saved by its passphrase without believing the header', async () => {
    const opened = await threeTokens();
    await forgedHeader(opened, falsePhone);
    const before = await momentOf(opened.on);
    const vault = later(opened);
    expect(await vault.state()).toBe('locked');
    expect(await reasonOf(vault.unlock(opened.wayIn.slotId, WRONG))).toBe('wrong-passphrase');
    expect(await vault.state()).toBe('locked');
    expect(await reasonOf(vault.unlock(opened.wayIn.slotId, STRETCHED))).toBe('vault-damaged');
    // From now on the popup leads to what can be saved.
    expect(await vault.state()).toBe('damaged');
    expect(await momentOf(opened.on)).toEqual(before);
    expect(await vault.salvage(slotKey(opened.wayIn))).toEqual({ kept: 3, lost: [] });
    expect(await idsIn(vault)).toEqual(['counts', 'token-1', 'token-2']);
    expect((await vault.lossKit()).lines).toEqual([]);
    expect(await vault.listWays()).toHaveLength(1);
  });

  it('can be set aside once a right key was refused, and begins anew', async () => {
    const opened = await threeTokens();
    await forgedHeader(opened, falsePhone);
    const vault = later(opened);
    expect(await reasonOf(vault.setAside())).toBe('vault-exists');
    await reasonOf(vault.unlock(opened.wayIn.slotId, STRETCHED));
    await vault.setAside();
    expect(await vault.state()).toBe('none');
    await vault.make(passphraseWay(vault), WRONG);
    await vault.lock();
    expect(await vault.state()).toBe('locked');
  });

  it('opens as before once what lies there is right again', async () => {
    const opened = await threeTokens();
    const { content, copy } = await momentOf(opened.on);
    await forgedHeader(opened, falsePhone);
    const vault = later(opened);
    await reasonOf(vault.unlock(opened.wayIn.slotId, STRETCHED));
    await putContent(opened.on.name, content);
    await putCopy(opened.on, copy);
    await vault.unlock(opened.wayIn.slotId, STRETCHED);
    await vault.lock();
    expect(await vault.state()).toBe('locked');
  });

  it('is believed in none of its slots but the one that opens', async () => {
    const opened = await threeTokens();
    await opened.vault.addWay(slotKey(opened.wayIn), passkeyWay(opened.vault), WRONG);
    await forgedHeader(opened, falsePhone);
    const vault = later(opened);
    await vault.salvage(slotKey(opened.wayIn));
    expect((await vault.listWays()).map(({ slotId }) => slotId)).toEqual([opened.wayIn.slotId]);
  });

  it('that is no header any more opens for nobody; it can only be set aside', async () => {
    const opened = await threeTokens();
    await headersGone(opened);
    const vault = later(opened);
    expect(await vault.state()).toBe('damaged');
    expect(await vault.damage()).toMatchObject({ ways: null, primary: { records: 4 }, copy: { records: 4 } });
    expect(await reasonOf(vault.salvage(slotKey(opened.wayIn)))).toBe('wrong-passphrase');
    expect(await reasonOf(vault.setAside())).toBe('none');
  });
});

describe('setting aside', () => {
  it('keeps everything and lets a first run begin; a second time keeps both', async () => {
    const opened = await threeTokens();
    await headersGone(opened);
    const vault = later(opened);
    const [first, dump] = [await momentOf(opened.on), await vault.dump()];
    expect(await reasonOf(vault.make(passphraseWay(vault), WRONG))).toBe('vault-damaged');
    await vault.setAside();
    expect(await vault.state()).toBe('none');
    expect(await vault.lossKit()).toEqual({ lines: [], hidden: false });
    await vault.make(passphraseWay(vault), WRONG);
    await enrolled(vault);
    await headersGone(opened);
    opened.on.clock.now += 5_000;
    await vault.setAside();
    const { aside }: { aside: { at: number; dump: string }[] } = JSON.parse(await vault.dump());
    expect(aside.map(({ at }) => at)).toEqual([NOON + 5_000, NOON]);
    expect({ ...JSON.parse(aside[1]?.dump ?? ''), aside: [] }).toEqual(JSON.parse(dump));
    expect(JSON.parse(dump)).toMatchObject({ tokens: { 'token-2': { seq: 1 } }, copy: first.copy });
    expect((await vault.damage()).asideAt).toBe(NOON + 5_000);
    await vault.forgetAside();
    expect(JSON.parse(await vault.dump())).toMatchObject({ aside: [] });
  });

  it('of a vault of which nothing at all is left begins anew as well', async () => {
    const { on } = await threeTokens();
    await putContent(on.name, { header: {}, tokens: {}, pendings: {} });
    await on.local.remove('vaultCopy');
    const vault = later({ on });
    expect(await vault.state()).toBe('damaged');
    await vault.setAside();
    await vault.make(passphraseWay(vault), STRETCHED);
    expect(await vault.tokens()).toEqual([]);
  });

  it('ends the session and the PIN of what was there', async () => {
    const opened = await threeTokens();
    const { salt, memory, passes, lanes } = opened.wayIn;
    await opened.vault.setPin(slotKey(opened.wayIn), { salt, memory, passes, lanes }, WRONG);
    await headersGone(opened);
    await opened.vault.setAside();
    expect(['vaultSession', 'vaultPin'].filter((key) => opened.on.session.held.has(key))).toEqual([]);
  });

  it('and saving are refused while the vault is whole, open or locked, or where there is none', async () => {
    const opened = await threeTokens();
    const before = await momentOf(opened.on);
    const vaults = [opened.vault, later(opened)];
    for (const vault of vaults) {
      expect(await reasonOf(vault.setAside())).toBe('vault-exists');
      expect(await reasonOf(vault.salvage(slotKey(opened.wayIn)))).toBe('vault-exists');
    }
    await deleteRaw(opened.on.name, 'tokens', 'token-1');
    expect(await reasonOf(vaults[1]?.setAside() ?? Promise.resolve())).toBe('vault-exists');
    expect(await reasonOf(vaults[1]?.salvage(slotKey(opened.wayIn)) ?? Promise.resolve())).toBe('vault-exists');
    await putContent(opened.on.name, before.content);
    expect(await momentOf(opened.on)).toEqual(before);
  });
});
