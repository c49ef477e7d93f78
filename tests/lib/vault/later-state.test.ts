/** A copy that is behind, and a newer side whose header is broken: what is still there of the later state is not thrown away. */
import { describe, expect, it } from 'vitest';
import { nextCode } from '../../../lib/codes.ts';
import { fromBase64url, toBase64url } from '../../../lib/bytes.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { unseenMended } from '../../../lib/vault/mended.ts';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';
import { enrolled, localRecord, type Machine, madeVault, NOON, type Opened, pending, reasonOf, slotKey, STRETCHED } from './builders.ts';
import { falsePhone, forgedHeader, idsIn, later, threeTokens } from './damaged-vaults.ts';
import { contentOf, copyOf, deleteRaw, flipped, putContent, putCopy, putRaw, rawHeader } from './disk.ts';

const NOW = NOON / 30_000;

/** Its second copy can't be written: killed in between, or the area is full. */
const without = (on: Machine): Vault => openVault({ ...on, local: { ...on.local, set: () => Promise.reject(new Error('full')) } });

async function unlocked(opened: Opened): Promise<Vault> {
  const vault = later(opened);
  await vault.unlock(opened.wayIn.slotId, STRETCHED);
  return vault;
}

async function withBrokenHeader({ on }: Opened): Promise<void> {
  const { body, mac, sum } = await rawHeader(on.name);
  await putRaw(on.name, 'header', 'header', { body: flipped(body, 9), mac, sum });
}

describe('a primary whose header is broken, beside an older copy', () => {
  it.each(['flipped', 'gone'])('keeps the tokens that only it has (header %s), and says what was done', async (how) => {
    const opened = await madeVault();
    await enrolled(opened.vault);
    await enrolled(without(opened.on), { id: 'token-2', serial: 'SKTS00000002' }, 0x22);
    await without(opened.on).addLocals([localRecord('local-3')]);
    if (how === 'gone') await deleteRaw(opened.on.name, 'header', 'header');
    else await withBrokenHeader(opened);
    const vault = await unlocked(opened);
    expect(await idsIn(vault)).toEqual(['local-3', 'token-1', 'token-2']);
    expect(await unseenMended(opened.on.local)).toMatchObject({ what: 'primary', spent: true });
    expect((await vault.health()).copy.state).toBe('same');
    expect(await idsIn(await unlocked(opened))).toEqual(['local-3', 'token-1', 'token-2']);
  });

  it('keeps the newest state of each token: no step and no counter is given again', async () => {
    const opened = await madeVault();
    await enrolled(opened.vault);
    await opened.vault.addLocals([localRecord('counts', { counter: 41 })]);
    const given = [];
    for (let turn = 0; turn < 4; turn++) given.push((await nextCode(without(opened.on), 'counts', NOON)).counter);
    expect(await without(opened.on).spend('token-1', NOW + 5)).toBe(true);
    await withBrokenHeader(opened);
    const vault = await unlocked(opened);
    expect(given).not.toContain((await nextCode(vault, 'counts', NOON)).counter);
    expect(await vault.spend('token-1', NOW + 5)).toBe(false);
  });

  it('has a token once: the enrolment that it came from, which the copy still has, is over', async () => {
    const opened = await madeVault();
    await opened.vault.keepPending(pending({ id: 'token-1' }));
    await enrolled(without(opened.on), { id: 'token-1' });
    await withBrokenHeader(opened);
    const vault = await unlocked(opened);
    expect(await idsIn(vault)).toEqual(['token-1']);
    expect(await vault.pendings()).toEqual([]);
  });

  it('keeps aside what lay there, until the customer deletes it', async () => {
    const opened = await madeVault();
    await enrolled(opened.vault);
    await withBrokenHeader(opened);
    const vault = await unlocked(opened);
    expect((await vault.health()).asideAt).toBe(NOON);
    await vault.forgetAside();
    expect((await vault.health()).asideAt).toBeNull();
  });
});

describe('a primary that was rolled back, beside a copy whose header is broken', () => {
  it('does not give a step twice', async () => {
    const opened = await madeVault();
    await enrolled(opened.vault);
    const before = await contentOf(opened.on.name);
    expect(await opened.vault.spend('token-1', NOW)).toBe(true);
    await putContent(opened.on.name, before);
    const copy = copyOf(opened.on);
    await putCopy(opened.on, { ...copy, header: { ...copy.header, body: toBase64url(flipped(fromBase64url(copy.header.body), 9)) } });
    const vault = await unlocked(opened);
    expect(await vault.spend('token-1', NOW)).toBe(false);
    expect(await unseenMended(opened.on.local)).toMatchObject({ spent: true });
  });
});

describe('a copy whose header is broken, beside a primary that is whole', () => {
  it('brings nothing back that was dropped since', async () => {
    const opened = await madeVault();
    await enrolled(opened.vault);
    await opened.vault.keepPending(pending({ id: 'pending-2' }));
    await without(opened.on).dropPending('pending-2');
    const copy = copyOf(opened.on);
    await putCopy(opened.on, { ...copy, header: null });
    const vault = await unlocked(opened);
    expect(await vault.pendings()).toEqual([]);
    expect(await unseenMended(opened.on.local)).toMatchObject({ what: 'copy', spent: false });
  });
});

describe('another whole vault in the place of ours', () => {
  it('is kept aside before ours is put back', async () => {
    const [foreign, opened] = [await madeVault(), await madeVault()];
    await enrolled(foreign.vault, { id: 'foreign' });
    await enrolled(opened.vault, { id: 'ours' });
    await putContent(opened.on.name, await contentOf(foreign.on.name));
    const vault = await unlocked(opened);
    expect(await idsIn(vault)).toEqual(['ours']);
    const { aside }: { aside: { dump: string }[] } = JSON.parse(await vault.dump());
    expect(JSON.parse(aside[0]?.dump ?? '')).toMatchObject({ tokens: { foreign: { seq: 1 } } });
  });
});

const unreadable = (): Promise<never> => Promise.reject(new Refusal('store-unavailable'));
const unneeded = (): Promise<never> => Promise.reject(new Error('not needed'));

describe('a database that the browser can neither read nor write', () => {
  it('is made anew from a whole copy, by the right key only, and steps count as given', async () => {
    const opened = await madeVault();
    await enrolled(opened.vault);
    opened.on.session.held.clear();
    const { store } = opened.on;
    let isBroken = true;
    const vault = openVault({ ...opened.on, store: {
      ...store,
      read: () => (isBroken ? unreadable() : store.read()),
      replace: (snapshot) => (isBroken ? unreadable() : store.replace(snapshot)),
      rebuild: async () => {
        await store.rebuild();
        isBroken = false;
      },
    } });
    expect(await vault.state()).toBe('locked');
    expect(await reasonOf(vault.unlock(opened.wayIn.slotId, new Uint8Array(32).fill(8)))).toBe('wrong-passphrase');
    expect(isBroken).toBe(true);
    await vault.unlock(opened.wayIn.slotId, STRETCHED);
    expect(await idsIn(vault)).toEqual(['token-1']);
    expect(await vault.spend('token-1', NOW)).toBe(false);
    expect(await unseenMended(opened.on.local)).toMatchObject({ what: 'primary', why: 'damaged', spent: true });
  });

  it('is not made anew when it can be written after all', async () => {
    const opened = await madeVault();
    await enrolled(opened.vault);
    opened.on.session.held.clear();
    let reads = 0;
    const { store } = opened.on;
    const vault = openVault({ ...opened.on, store: { ...store, read: () => (reads++ < 2 ? unreadable() : store.read()), rebuild: unneeded } });
    await vault.unlock(opened.wayIn.slotId, STRETCHED);
    expect(await idsIn(vault)).toEqual(['token-1']);
  });

  it('is refused with its sentence where there is no whole copy', async () => {
    const opened = await madeVault();
    await putCopy(opened.on, { ...copyOf(opened.on), header: null });
    opened.on.session.held.clear();
    const vault = openVault({ ...opened.on, store: { ...opened.on.store, read: unreadable, replace: unreadable } });
    expect(await reasonOf(vault.state())).toBe('store-unavailable');
    expect(await reasonOf(vault.unlock(opened.wayIn.slotId, STRETCHED))).toBe('store-unavailable');
  });
});

describe('the notice', () => {
  it('is there also when the browser was killed right after the primary was written', async () => {
    const opened = await threeTokens();
    await deleteRaw(opened.on.name, 'tokens', 'token-1');
    opened.on.session.held.clear();
    const { store } = opened.on;
    const dying = openVault({ ...opened.on, store: { ...store, replace: async (snapshot) => {
      await store.replace(snapshot);
      throw new Error('killed');
    } } });
    await expect(dying.unlock(opened.wayIn.slotId, STRETCHED)).rejects.toThrow('killed');
    await unlocked(opened);
    expect(await unseenMended(opened.on.local)).toMatchObject({ what: 'primary', why: 'damaged' });
  });

  it('is taken back when the disk refused', async () => {
    const opened = await threeTokens();
    await deleteRaw(opened.on.name, 'tokens', 'token-1');
    opened.on.session.held.clear();
    const put: IDBObjectStore['put'] = Reflect.get(IDBObjectStore.prototype, 'put');
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(await reasonOf(openVault(opened.on).unlock(opened.wayIn.slotId, STRETCHED))).toBe('store-full');
    IDBObjectStore.prototype.put = put;
    expect(await unseenMended(opened.on.local)).toBeNull();
  });
});

describe('damage behind a right PIN', () => {
  it('is remembered, so that the customer is led to what can be saved', async () => {
    const opened = await threeTokens();
    const { salt, memory, passes, lanes } = opened.vault.draft().passphrase;
    const pin = new Uint8Array(32).fill(3);
    await opened.vault.setPin(slotKey(opened.wayIn), { salt, memory, passes, lanes }, pin);
    await opened.vault.lock();
    await forgedHeader(opened, falsePhone);
    const vault = openVault(opened.on);
    expect(await reasonOf(vault.unlockByPin(pin))).toBe('vault-damaged');
    expect(await vault.state()).toBe('damaged');
  });
});
