import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64url, utf8 } from '../../../lib/bytes.ts';
import { unseenMended } from '../../../lib/vault/mended.ts';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';
import { enrolled, localRecord, loss, type Machine, madeVault, NOON, type Opened, passphraseWay, pending, reasonOf, secrets, slotKey, STRETCHED, token } from './builders.ts';
import { asCopy, contentOf, copyOf, deleteRaw, momentOf, putContent, putCopy, putRaw, rawHeader, summed } from './disk.ts';

const NOW = NOON / 30_000;

/** A vault whose second copy can't be written. */
const without = (on: Machine): Vault => openVault({ ...on, local: { ...on.local, set: () => Promise.reject(new Error('full')) } });

async function unlocked({ on, wayIn }: Opened): Promise<Vault> {
  on.session.held.clear();
  const vault = openVault(on);
  await vault.unlock(wayIn.slotId, STRETCHED);
  return vault;
}

async function twoTokens(): Promise<Opened> {
  const opened = await madeVault();
  await enrolled(opened.vault, {}, 0x11);
  await enrolled(opened.vault, { id: 'token-2', serial: 'SKTS00000002' }, 0x22);
  await opened.vault.keepPending(pending({ id: 'pending-3' }));
  return opened;
}

const seedOf = (vault: Vault, id: string): Promise<number[]> => vault.lend(id, ({ otp }) => [...otp]);

const PARTS = ['header', 'token-1', 'token-2', 'pending-3'] as const;
type Part = (typeof PARTS)[number];
const storeOf = (part: Part): 'header' | 'tokens' | 'pendings' => (part === 'header' ? 'header' : part === 'pending-3' ? 'pendings' : 'tokens');

async function withoutInCopy(on: Machine, part: Part): Promise<void> {
  const { header, tokens, pendings } = copyOf(on);
  const others = <T extends { id: string }>(rows: T[]): T[] => rows.filter(({ id }) => id !== part);
  await putCopy(on, { header: part === 'header' ? null : header, tokens: others(tokens), pendings: others(pendings) });
}

describe('two copies that are damaged in different places', () => {
  it('are put together again, whichever part each of them lacks', async () => {
    const opened = await twoTokens();
    const good = await momentOf(opened.on);
    const sides = fc.tuple(...PARTS.map(() => fc.constantFrom('primary', 'copy', 'neither')));
    await fc.assert(fc.asyncProperty(sides, async (lacking) => {
      await putContent(opened.on.name, good.content);
      await putCopy(opened.on, good.copy);
      for (const [index, part] of PARTS.entries()) {
        if (lacking[index] === 'primary') await deleteRaw(opened.on.name, storeOf(part), part);
        if (lacking[index] === 'copy') await withoutInCopy(opened.on, part);
      }
      const vault = await unlocked(opened);
      expect((await vault.tokens()).map(({ id }) => id)).toEqual(['token-1', 'token-2']);
      expect([await seedOf(vault, 'token-1'), await seedOf(vault, 'token-2')]).toEqual([[...secrets(0x11).otp], [...secrets(0x22).otp]]);
      await vault.lendPending('pending-3', async (one) => expect(one).toEqual(pending({ id: 'pending-3' })));
      expect((await vault.health()).copy.state).toBe('same');
    }), { numRuns: 60 });
  });
});

describe('a state of an earlier moment', () => {
  it('counts the present and the next step of every token as given, and one value of a counter', async () => {
    const opened = await madeVault();
    const { on, vault } = opened;
    await enrolled(vault);
    await enrolled(vault, { id: 'ahead', serial: 'SKTS00000002', spentStep: NOW + 9, clock: { offset: 0, error: 1, measuredAt: NOON } });
    const late = { offset: -3_600_000, error: 1, measuredAt: NOON };
    await enrolled(vault, { id: 'late', serial: 'SKTS00000003', clock: late });
    await vault.addLocals([localRecord('counts', { counter: 41 }), localRecord('timed')]);
    await deleteRaw(on.name, 'header', 'header');
    const restored = await unlocked(opened);
    expect(await unseenMended(on.local)).toMatchObject({ what: 'primary', spent: true });
    const byId = new Map((await restored.tokens()).map((one) => [one.id, one]));
    const ahead = Object.fromEntries([...byId].map(([id, { spentStep }]) => [id, spentStep - NOW]));
    expect(ahead).toEqual({ 'token-1': 1, ahead: 9, late: -119, counts: 1, timed: 1 });
    expect(byId.get('counts')?.local).toMatchObject({ counter: 42 });
    expect(byId.get('timed')?.local).toMatchObject({ counter: null });
    for (const step of [NOW - 1, NOW, NOW + 1]) expect(await restored.spend('token-1', step)).toBe(false);
    expect(await restored.spend('token-1', NOW + 2)).toBe(true);
  });

  it('that lies in the second copy gives no step again that was given since', async () => {
    const opened = await twoTokens();
    const { on } = opened;
    expect(await without(on).spend('token-1', NOW)).toBe(true);
    await putContent(on.name, { header: {}, tokens: {}, pendings: {} });
    const vault = await unlocked(opened);
    expect(await vault.spend('token-1', NOW)).toBe(false);
    expect(await unseenMended(opened.on.local)).toMatchObject({ what: 'primary', why: 'missing', spent: true });
  });

  it('that lies in the primary gives way to the newer copy, and says so', async () => {
    const opened = await twoTokens();
    const earlier = await contentOf(opened.on.name);
    await enrolled(opened.vault, { id: 'token-4', serial: 'SKTS00000004' }, 0x44);
    await putContent(opened.on.name, earlier);
    opened.on.session.held.clear();
    // One write apart; while locked too, what is shown is of the newer one.
    expect((await opened.vault.lossKit()).lines.map(({ serial }) => serial)).toContain('SKTS00000004');
    const vault = await unlocked(opened);
    expect(await seedOf(vault, 'token-4')).toEqual([...secrets(0x44).otp]);
    expect(await unseenMended(opened.on.local)).toMatchObject({ what: 'primary', why: 'older', spent: true });
  });

  it('fills what the newest one lacks, and leaves the rest as it is', async () => {
    const opened = await twoTokens();
    const { on } = opened;
    await without(on).change('token-1', (one) => ({ ...one, suffix: '新' }));
    await without(on).change('token-2', (one) => ({ ...one, suffix: '別' }));
    await deleteRaw(on.name, 'tokens', 'token-1');
    const vault = await unlocked(opened);
    const given = { spentStep: NOW + 1, givenSteps: [NOW, NOW + 1] };
    const expected = [token(given), token({ id: 'token-2', serial: 'SKTS00000002', suffix: '別', ...given })];
    expect(await vault.tokens()).toEqual(expected);
    expect(await unseenMended(opened.on.local)).toMatchObject({ what: 'primary', why: 'damaged', spent: true });
    expect((await vault.health()).copy.state).toBe('same');
  });

  it('fills what the newest one lacks also where it is not whole itself', async () => {
    const opened = await twoTokens();
    const { on } = opened;
    await without(on).change('token-1', (one) => ({ ...one, suffix: '新' }));
    await without(on).change('token-2', (one) => ({ ...one, suffix: '別' }));
    await deleteRaw(on.name, 'tokens', 'token-1');
    await withoutInCopy(on, 'token-2');
    on.session.held.clear();
    expect(await openVault(on).state()).toBe('locked');
    expect((await openVault(on).ways())?.passphrases).toHaveLength(1);
    const vault = await unlocked(opened);
    expect((await vault.tokens()).map(({ suffix }) => suffix)).toEqual(['', '別']);
  });

  it('fills a token that is gone with the enrolment that it came from, which then ends with the same token', async () => {
    const opened = await twoTokens();
    const { on } = opened;
    const committed = token({ id: 'pending-3', serial: 'SKTS00000003' });
    await without(on).commit('pending-3', committed, secrets(0x33), loss({ serial: 'SKTS00000003' }));
    await deleteRaw(on.name, 'tokens', 'pending-3');
    const vault = await unlocked(opened);
    expect((await vault.tokens()).map(({ id }) => id)).toEqual(['token-1', 'token-2']);
    await vault.lendPending('pending-3', async (one) => expect(one).toEqual(pending({ id: 'pending-3' })));
    await vault.commit('pending-3', committed, secrets(0x33), loss({ serial: 'SKTS00000003' }));
    expect((await vault.lossKit()).lines.map(({ serial }) => serial)).toEqual(['SKTS00012345', 'SKTS00000002', 'SKTS00000003']);
  });

  it('never takes the place of newer tokens that it does not know: that is damage, and nothing is written', async () => {
    const opened = await twoTokens();
    const { on } = opened;
    const full = without(on);
    await full.addLocals([localRecord('local-1'), localRecord('local-2')]);
    await full.spend('token-1', NOW);
    await deleteRaw(on.name, 'tokens', 'local-1');
    const before = await momentOf(on);
    expect(await reasonOf(full.tokens())).toBe('vault-damaged');
    on.session.held.clear();
    expect(await reasonOf(opened.vault.unlock(opened.wayIn.slotId, STRETCHED))).toBe('vault-damaged');
    expect(await momentOf(on)).toEqual(before);
    const { kept } = await opened.vault.salvage(slotKey(opened.wayIn));
    expect(kept).toBe(3);
    expect((await opened.vault.tokens()).map(({ id }) => id).toSorted()).toEqual(['local-2', 'token-1', 'token-2']);
  });

  it('has no say in how the vault is opened: the newest passphrase does, also where its state has a gap', async () => {
    const opened = await twoTokens();
    const { on, wayIn } = opened;
    const next = passphraseWay(opened.vault);
    const other = new Uint8Array(32).fill(8);
    await without(on).replaceWay(slotKey(wayIn), wayIn.slotId, next, other);
    await without(on).spend('token-1', NOW);
    await deleteRaw(on.name, 'tokens', 'token-1');
    on.session.held.clear();
    expect(await opened.vault.state()).toBe('locked');
    expect(await reasonOf(opened.vault.unlock(wayIn.slotId, STRETCHED))).toBe('wrong-passphrase');
    await opened.vault.unlock(next.slotId, other);
    expect(await opened.vault.tokens()).toHaveLength(2);
  });
});

describe('a restoring that is cut off', () => {
  it('by a full disk leaves everything as it was, and can be made again', async () => {
    const opened = await twoTokens();
    const { on, wayIn } = opened;
    await deleteRaw(on.name, 'tokens', 'token-1');
    const before = await momentOf(on);
    on.session.held.clear();
    const put: IDBObjectStore['put'] = Reflect.get(IDBObjectStore.prototype, 'put');
    for (const step of [1, 2, 4]) {
      let puts = 0;
      IDBObjectStore.prototype.put = function failing(this: IDBObjectStore, ...what: [unknown, IDBValidKey]) {
        if (++puts === step) throw new DOMException('full', 'QuotaExceededError');
        return Reflect.apply(put, this, what);
      };
      expect(await reasonOf(openVault(on).unlock(wayIn.slotId, STRETCHED))).toBe('store-full');
      IDBObjectStore.prototype.put = put;
      expect(await momentOf(on)).toEqual(before);
      expect(await opened.vault.state()).toBe('locked');
      on.session.held.clear();
    }
    expect(await (await unlocked(opened)).tokens()).toHaveLength(2);
  });

  it('because the second copy has no room is told of to nobody, however often it is tried', async () => {
    const opened = await twoTokens();
    const { local } = opened.on;
    const set = (items: object): Promise<void> => ('vaultCopy' in items ? Promise.reject(new Error('full')) : local.set({ ...items }));
    await local.remove('vaultCopy');
    for (const _time of [1, 2]) {
      const vault = await unlocked({ ...opened, on: { ...opened.on, local: { ...local, set } } });
      expect([await unseenMended(opened.on.local), (await vault.health()).mended]).toEqual([null, []]);
    }
    await unlocked(opened);
    expect(await unseenMended(opened.on.local)).toMatchObject({ what: 'copy', why: 'missing' });
  });

  it('after the primary was written is ended at the next unlock', async () => {
    const opened = await twoTokens();
    const { on, wayIn } = opened;
    await putContent(on.name, { header: {}, tokens: {}, pendings: {} });
    on.session.held.clear();
    const dying = openVault({ ...on, store: { ...on.store, replace: async (snapshot) => {
      await on.store.replace(snapshot);
      throw new Error('killed');
    } } });
    await expect(dying.unlock(wayIn.slotId, STRETCHED)).rejects.toThrow('killed');
    const vault = await unlocked(opened);
    expect(await vault.tokens()).toHaveLength(2);
    expect((await vault.health()).copy.state).toBe('same');
  });
});

describe('what a later version of the program wrote', () => {
  it.each(['primary', 'copy'] as const)('on one side alone (%s) is not written over by the other side\'s older state', async (side) => {
    const opened = await twoTokens();
    const { on, vault, wayIn } = opened;
    const { body, mac } = await rawHeader(on.name);
    const newer = summed({ body: utf8(new TextDecoder().decode(body).replace('"schema":2', '"schema":3')), mac });
    if (side === 'primary') await putRaw(on.name, 'header', 'header', newer);
    else await putCopy(on, { ...copyOf(on), header: { body: toBase64url(newer.body), mac: toBase64url(newer.mac), sum: toBase64url(newer.sum) } });
    const before = await momentOf(on);
    if (side === 'primary') expect(await reasonOf(vault.tokens())).toBe('store-newer');
    on.session.held.clear();
    for (const ask of [() => vault.state(), () => vault.unlock(wayIn.slotId, STRETCHED), () => vault.salvage(slotKey(wayIn)), () => vault.setAside()])
      expect(await reasonOf(ask())).toBe('store-newer');
    expect(await momentOf(on)).toEqual(before);
    expect(asCopy(before.content)).toHaveProperty('tokens.length', 2);
  });
});
