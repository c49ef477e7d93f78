import { describe, expect, it } from 'vitest';
import { openVault } from '../../../lib/vault/vault.ts';
import { loss, NOON, passkeyWay, passphraseWay, reasonOf, secrets, slotKey, STRETCHED } from './builders.ts';
import { idsIn, later, threeTokens, withoutToken1 } from './damaged-vaults.ts';
import { copyOf, momentOf, putCopy, putRaw, rawRecord } from './disk.ts';

const NOW = NOON / 30_000;
const WRONG = new Uint8Array(32).fill(8);

describe('a vault with one record gone on both sides', () => {
  it('is damaged, says what is left, and changes nothing by itself', async () => {
    const opened = await threeTokens();
    await withoutToken1(opened);
    const before = await momentOf(opened.on);
    for (const vault of [opened.vault, later(opened)]) {
      expect(await vault.state()).toBe('damaged');
      expect(await vault.damage()).toMatchObject({
        primary: { state: 'damaged', records: 3 },
        copy: { state: 'damaged', records: 3 },
        ways: { passphrases: [{ slotId: opened.wayIn.slotId }], passkeys: [] },
        asideAt: null,
      });
    }
    expect(await reasonOf(opened.vault.unlock(opened.wayIn.slotId, STRETCHED))).toBe('vault-damaged');
    expect((await opened.vault.lossKit()).lines).toHaveLength(2);
    expect(await momentOf(opened.on)).toEqual(before);
  });

  it('is saved by its passphrase: the rest opens, the lost one is named, and no code is given twice', async () => {
    const opened = await threeTokens();
    await withoutToken1(opened);
    const vault = later(opened);
    expect(await vault.salvage(slotKey(opened.wayIn))).toEqual({ kept: 2, lost: [loss()] });
    expect(await vault.state()).toBe('open');
    expect(await idsIn(vault)).toEqual(['counts', 'token-2']);
    expect(await vault.lend('token-2', ({ otp }) => [...otp])).toEqual([...secrets(0x22).otp]);
    const spent = Object.fromEntries((await vault.tokens()).map(({ id, spentStep, local }) => [id, [spentStep, local?.counter]]));
    expect(spent).toEqual({ 'token-2': [NOW + 1, undefined], counts: [NOW + 1, 42] });
    expect(await vault.pendings()).toHaveLength(1);
    expect((await vault.lossKit()).lines.map(({ serial }) => serial)).toEqual(['SKTS00000002']);
    expect((await vault.health()).copy.state).toBe('same');
    await vault.lock();
    await vault.unlock(opened.wayIn.slotId, STRETCHED);
    expect(await idsIn(vault)).toEqual(['counts', 'token-2']);
  });

  it('is saved by a passkey as well', async () => {
    const opened = await threeTokens();
    const passkey = passkeyWay(opened.vault);
    await opened.vault.addWay(slotKey(opened.wayIn), passkey, WRONG);
    await withoutToken1(opened);
    const vault = later(opened);
    expect((await vault.salvage(slotKey(passkey, WRONG))).kept).toBe(2);
    expect(await vault.listWays()).toHaveLength(2);
  });

  it('is saved for nobody else, and each wrong try is counted', async () => {
    const opened = await threeTokens();
    await withoutToken1(opened);
    const vault = later(opened);
    const before = await momentOf(opened.on);
    for (let count = 1; count <= 4; count++) expect(await reasonOf(vault.salvage(slotKey(opened.wayIn, WRONG)))).toBe('wrong-passphrase');
    expect(await reasonOf(vault.salvage(slotKey(opened.wayIn)))).toBe('tries-slowed');
    expect(await momentOf(opened.on)).toEqual(before);
    opened.on.clock.now += 1_000;
    expect((await vault.salvage(slotKey(opened.wayIn))).kept).toBe(2);
  });

  it('counts one passphrase once, though each copy has another slot for it', async () => {
    const opened = await threeTokens();
    const older = copyOf(opened.on);
    const second = passphraseWay(opened.vault);
    await opened.vault.replaceWay(slotKey(opened.wayIn), opened.wayIn.slotId, second, WRONG);
    await putCopy(opened.on, older);
    await withoutToken1(opened);
    const vault = later(opened);
    expect((await vault.damage()).ways?.passphrases).toHaveLength(2);
    const neither = new Uint8Array(32).fill(9);
    const tryAll = async (key: Uint8Array): Promise<string[]> => [await reasonOf(vault.salvage(slotKey(opened.wayIn, key))), await reasonOf(vault.salvage(slotKey(second, key)))];
    for (let count = 1; count <= 4; count++) expect(await tryAll(neither)).toEqual(['wrong-passphrase', 'wrong-passphrase']);
    expect(await tryAll(WRONG)).toEqual(['tries-slowed', 'tries-slowed']);
    opened.on.clock.now += 1_000;
    expect(await tryAll(WRONG)).toEqual(['wrong-passphrase', 'none']);
  });

  it('keeps aside what lay there, to be opened by hand', async () => {
    const opened = await threeTokens();
    await withoutToken1(opened);
    const vault = later(opened);
    const { aside: none, ...dump } = JSON.parse(await vault.dump());
    await vault.salvage(slotKey(opened.wayIn));
    expect(none).toEqual([]);
    const { aside } = JSON.parse(await vault.dump());
    expect(aside).toEqual([{ at: NOON, dump: JSON.stringify(dump, null, 1) }]);
    expect((await vault.damage()).asideAt).toBe(NOON);
  });

  it('is left as it was when what lay there can\'t be kept aside', async () => {
    const opened = await threeTokens();
    await withoutToken1(opened);
    opened.on.session.held.clear();
    const before = await momentOf(opened.on);
    const full = openVault({ ...opened.on, local: { ...opened.on.local, set: () => Promise.reject(new Error('full')) } });
    expect(await reasonOf(full.salvage(slotKey(opened.wayIn)))).toBe('store-unavailable');
    expect(await reasonOf(full.setAside())).toBe('store-unavailable');
    expect(await momentOf(opened.on)).toEqual(before);
    expect(await full.state()).toBe('damaged');
  });

  it('takes the newest version of each record, whichever side has it', async () => {
    const opened = await threeTokens();
    const { on } = opened;
    const older = copyOf(on).tokens.filter(({ id }) => id === 'token-2');
    await opened.vault.change('token-2', (one) => ({ ...one, suffix: '新' }));
    await withoutToken1(opened);
    await putCopy(on, { ...copyOf(on), tokens: older });
    const vault = later(opened);
    await vault.salvage(slotKey(opened.wayIn));
    expect((await vault.tokens()).find(({ id }) => id === 'token-2')?.suffix).toBe('新');
  });

  it('gives back no token that was slipped in or exchanged', async () => {
    const opened = await threeTokens();
    const foreign = await threeTokens();
    await withoutToken1(opened);
    const [two, theirs] = [await rawRecord(opened.on.name, 'tokens', 'token-2'), await rawRecord(foreign.on.name, 'tokens', 'token-1')];
    await putRaw(opened.on.name, 'tokens', 'token-1', two);
    await putRaw(opened.on.name, 'tokens', 'token-9', theirs);
    const vault = later(opened);
    expect(await vault.salvage(slotKey(opened.wayIn))).toMatchObject({ kept: 2, lost: [loss()] });
    expect(await idsIn(vault)).toEqual(['counts', 'token-2']);
  });
});
