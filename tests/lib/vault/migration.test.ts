/** A vault of schema 1 opened by this program: nothing is lost, whenever it is killed; and what a later one wrote is left alone. */
import { createHmac, hkdfSync } from 'node:crypto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import type { SlotKey, WayIn } from '../../../lib/messages/ways.ts';
import { unseenMended } from '../../../lib/vault/mended.ts';
import { openStore } from '../../../lib/vault/store.ts';
import { stretch } from '../../../lib/vault/stretch.ts';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';
import { enrolled, type Machine, madeVault, reasonOf, removedIn, slotKey, STRETCHED } from './builders.ts';
import { asCopy, contentOf, copyOf, momentOf, putCopy, putRaw, rawHeader, summed } from './disk.ts';
import { dyingAt, machineWith, usual, weak, type Written } from './migration-disk.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

async function wayOf(vault: Vault): Promise<WayIn> {
  const [way] = (await vault.ways())?.passphrases ?? [];
  return way ?? expect.unreachable();
}

async function keyOf({ passphrase }: Written, { salt, memory, passes, lanes }: WayIn): Promise<Uint8Array> {
  return await stretch(passphrase, { salt, memory, passes, lanes });
}

async function headerOn(on: Machine): Promise<{ schema: number; generation: number; slots: object[]; lossHidden: boolean }> {
  return JSON.parse(new TextDecoder().decode((await rawHeader(on.name)).body));
}

/** Everything that the old program had in it. */
async function expectWhole(vault: Vault, { inside }: Written): Promise<void> {
  const all = [...(await vault.tokens()), ...(await removedIn(vault))];
  expect(all).toEqual(inside.tokens.map((one) => ({ ...one, uses: [], place: null, local: null })));
  const secrets = await vault.lendAll((records) => records.map((one) => [one.token.id, [hex(one.secrets.otp), hex(one.secrets.device)]]));
  for (const [id, parts] of secrets) expect(inside.secrets[String(id)]).toEqual(parts);
  expect(secrets).toHaveLength(all.length);
  expect(await vault.pendings()).toMatchObject(inside.pendings);
  for (const { id } of inside.pendings) expect(await vault.lendPending(id, async ({ request }) => request.length)).toBeGreaterThan(0);
  expect(await vault.lossKit()).toEqual({ lines: inside.lossKit, hidden: false });
}

const byId = (rows: { id: string }[]): unknown[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

async function expectSettled(on: Machine): Promise<void> {
  expect(await on.store.version()).toBe(2);
  const { schema, lossHidden, slots } = await headerOn(on);
  expect({ schema, lossHidden, slots }).toMatchObject({ schema: 2, lossHidden: false, slots: [{ kind: 'passphrase', madeAt: null }] });
  expect(await rawHeader(on.name)).toEqual(summed(await rawHeader(on.name)));
  const { header, tokens, pendings } = copyOf(on);
  expect({ header, tokens: byId(tokens), pendings: byId(pendings) }).toEqual(asCopy(await contentOf(on.name)));
}

describe('a vault of schema 1', () => {
  it.each([
    ['few', weak, true],
    ['the then usual', usual, false],
  ] as const)('made with %s parameters opens whole, gets its second copy in silence, and is renewed where that is due', async (_, written, isDue) => {
    const on = await machineWith(written);
    const vault = openVault(on);
    expect(await vault.state()).toBe('locked');
    expect((await vault.lossKit()).lines).toEqual(written.inside.lossKit);
    const way = await wayOf(vault);
    const key = await keyOf(written, way);
    const draft = await vault.unlock(way.slotId, key);
    expect(draft !== null).toBe(isDue);
    await expectWhole(vault, written);
    await expectSettled(on);
    expect((await vault.health()).mended).toEqual([]);
    if (!draft) return;
    await vault.replaceWay(slotKey(way, key), way.slotId, { kind: 'passphrase', ...draft }, STRETCHED);
    await vault.lock();
    expect(await reasonOf(vault.unlock(way.slotId, key))).toBe('wrong-passphrase');
    expect(await vault.unlock(draft.slotId, STRETCHED)).toBeNull();
    await expectWhole(vault, written);
  });

  it('keeps the bytes of its records, and reads those without the later keys for ever', async () => {
    const on = await machineWith(weak);
    const before = await contentOf(on.name);
    const vault = openVault(on);
    const way = await wayOf(vault);
    await vault.unlock(way.slotId, await keyOf(weak, way));
    const after = await contentOf(on.name);
    expect([after.tokens, after.pendings]).toEqual([before.tokens, before.pendings]);
    expect(await vault.change('first-3', (token) => ({ ...token, suffix: '旧' }))).toMatchObject({ suffix: '旧', givenSteps: [], introduced: true });
  });

  it('is noticed to be damaged, and stays as it is, when it was so before', async () => {
    const on = await machineWith(weak);
    await putRaw(on.name, 'tokens', 'union-2', { seq: 1, sealed: new Uint8Array(40) });
    const vault = openVault(on);
    expect(await vault.state()).toBe('damaged');
    const before = await momentOf(on);
    expect(await reasonOf(vault.unlock('x', STRETCHED))).toBe('vault-damaged');
    expect(await momentOf(on)).toEqual(before);
  });

  it('whose header was damaged before its sum was made is refused by the key, and saved by it', async () => {
    const on = await machineWith(weak);
    const { body, mac } = await rawHeader(on.name);
    const text = new TextDecoder().decode(body);
    await putRaw(on.name, 'header', 'header', { body: new TextEncoder().encode(text.replace('0120', '0121')), mac });
    const vault = openVault(on);
    const way = await wayOf(vault);
    const key = await keyOf(weak, way);
    expect(await reasonOf(vault.unlock(way.slotId, key))).toBe('vault-damaged');
    expect(await vault.state()).toBe('damaged');
    expect(await vault.salvage(slotKey(way, key))).toEqual({ kept: 4, lost: [] });
    expect((await vault.tokens()).map(({ id }) => id)).toEqual(weak.inside.tokens.filter(({ removedAt }) => !removedAt).map(({ id }) => id));
  });
});

describe('a program that is killed while it makes schema 2 of schema 1', () => {
  it('at any step leaves a vault that the next start opens whole', async () => {
    const first = openVault(await machineWith(weak));
    const way = await wayOf(first);
    const key = await keyOf(weak, way);
    let deaths = 0;
    for (let last = 1; ; last++) {
      const on = await machineWith(weak);
      const dying = dyingAt(on, last);
      await openVault(dying).unlock(way.slotId, key).catch((failure: unknown) => {
        expect(failure).toMatchObject({ message: 'killed' });
      });
      on.session.held.clear();
      const vault = openVault(on);
      expect(await vault.state()).toBe('locked');
      await vault.unlock(way.slotId, key);
      await expectWhole(vault, weak);
      await expectSettled(on);
      expect((await vault.health()).mended.filter(({ what, spent }) => what === 'primary' || spent)).toEqual([]);
      expect(await unseenMended(on.local)).toBeNull();
      if (!dying.isDead()) break;
      deaths++;
    }
    expect(deaths).toBeGreaterThan(15);
  });

  it('within the database\'s own upgrade leaves version 1, and the next start makes it', async () => {
    const on = await machineWith(weak);
    const put: IDBObjectStore['put'] = Reflect.get(IDBObjectStore.prototype, 'put');
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no', 'UnknownError');
    };
    expect(await reasonOf(openVault(on).state())).toBe('store-unavailable');
    IDBObjectStore.prototype.put = put;
    const old = await openDB(on.name);
    expect(old.version).toBe(1);
    old.close();
    const vault = openVault(on);
    const way = await wayOf(vault);
    await vault.unlock(way.slotId, await keyOf(weak, way));
    await expectWhole(vault, weak);
  });
});

describe('a second window of the old program', () => {
  it('that stays in the way makes the new one wait and say so; nothing changes until it is closed', async () => {
    const on = await machineWith(weak);
    const before = await contentOf(on.name);
    const old = await openDB(on.name, 1);
    const vault = openVault(on);
    for (let times = 0; times < 2; times++) expect(await reasonOf(vault.state())).toBe('store-blocked');
    const rows = await Promise.all(['header', 'tokens', 'pendings'].map((store) => old.getAll(store)));
    expect(rows).toEqual([before.header, before.tokens, before.pendings].map((one) => Object.values(one)));
    old.close();
    expect(await vault.state()).toBe('locked');
    const way = await wayOf(vault);
    await vault.unlock(way.slotId, await keyOf(weak, way));
    await expectWhole(vault, weak);
  });
});

/** As a later program would sign it: by the very key. */
async function laterHeader(on: Machine): Promise<{ body: Uint8Array<ArrayBuffer>; mac: Uint8Array<ArrayBuffer>; sum: Uint8Array<ArrayBuffer> }> {
  const { vmk }: { vmk: string } = JSON.parse(on.session.held.get('vaultSession') ?? '{}');
  const body = new TextEncoder().encode(JSON.stringify({ ...(await headerOn(on)), schema: 3, shelves: [] }));
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(vmk, 'base64url'), '', 'kagifuda header', 32));
  return summed({ body, mac: new Uint8Array(createHmac('sha256', key).update(body).digest()) });
}

const asTexts = (header: object): object => Object.fromEntries(Object.entries(header).map(([key, value]) => [key, Buffer.from(value).toString('base64url')]));

describe('what a later program wrote', () => {
  it('as version 3 of the database is named as that, and stays as it is', async () => {
    const { on, vault, wayIn } = await madeVault();
    await enrolled(vault);
    const before = await momentOf(on);
    await on.store.close();
    (await openDB(on.name, 3)).close();
    const asked: ((one: Vault) => Promise<unknown>)[] = [
      (one) => one.state(), (one) => one.ways(), (one) => one.tokens(), (one) => one.unlock(wayIn.slotId, STRETCHED),
      (one) => one.salvage(slotKey(wayIn)), (one) => one.setAside(), (one) => one.lossKit(),
    ];
    for (const ask of asked) expect(await reasonOf(ask(openVault({ ...on, store: openStore(on.name) })))).toBe('store-newer');
    expect(await momentOf(on)).toEqual(before);
  });

  it.each([
    ['both sides', true, true],
    ['the primary', true, false],
    ['the copy', false, true],
  ])('as schema 3 on %s is never damage, and nothing is written over it', async (_, onPrimary, onCopy) => {
    const { on, vault, wayIn } = await madeVault();
    await enrolled(vault);
    const later = await laterHeader(on);
    if (onPrimary) await putRaw(on.name, 'header', 'header', later);
    if (onCopy) await putCopy(on, { ...copyOf(on), header: asTexts(later) });
    const before = await momentOf(on);
    const proof: SlotKey = slotKey(wayIn);
    const open = onPrimary ? [vault.state(), vault.tokens(), vault.spend('token-1', 9), vault.setAside()] : [];
    expect(await Promise.all(open.map(reasonOf))).toEqual(open.map(() => 'store-newer'));
    on.session.held.clear();
    const making = vault.make({ kind: 'passphrase', ...vault.draft().passphrase }, STRETCHED);
    const locked = [vault.state(), vault.ways(), vault.unlock(wayIn.slotId, STRETCHED), vault.salvage(proof), vault.setAside(), making];
    expect(await Promise.all(locked.map(reasonOf))).toEqual(locked.map(() => 'store-newer'));
    expect(await momentOf(on)).toEqual(before);
  });
});
