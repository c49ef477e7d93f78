import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../../lib/refusal.ts';
import type { Write } from '../../../lib/vault/rows.ts';
import { openStore } from '../../../lib/vault/store.ts';
import { openVault } from '../../../lib/vault/vault.ts';
import { enrolled, machine, madeVault, passphraseWay, pending, reasonOf, STRETCHED, token, secrets, loss } from './builders.ts';
import { contentOf, summed } from './disk.ts';

const { indexedDB } = globalThis;
const put: IDBObjectStore['put'] = Reflect.get(IDBObjectStore.prototype, 'put');

function healthyDisk(): void {
  IDBObjectStore.prototype.put = put;
}

afterEach(() => {
  globalThis.indexedDB = indexedDB;
  healthyDisk();
  vi.restoreAllMocks();
});

/** A browser that says no to the database as a whole. */
function refusing(error: DOMException): void {
  const refuse = (): never => {
    throw error;
  };
  globalThis.indexedDB = Object.assign(Object.create(indexedDB), { open: refuse });
}

/** A disk that fails at one write of a transaction, counted from now. */
function failingAtPut(count: number, error: DOMException): void {
  let puts = 0;
  IDBObjectStore.prototype.put = function failing(this: IDBObjectStore, ...what: [unknown, IDBValidKey]) {
    if (++puts === count) throw error;
    return Reflect.apply(put, this, what);
  };
}

let names = 0;
const newName = (): string => `store-${++names}`;

const firstWrite: Write = {
  from: null,
  header: summed({ body: new Uint8Array([1]), mac: new Uint8Array(32) }),
  puts: [],
  drops: [],
};

describe('a browser that refuses the database', () => {
  it.each([
    ['InvalidStateError', 'private-window'],
    ['SecurityError', 'store-unavailable'],
    ['UnknownError', 'store-unavailable'],
  ])('with %s gives %s, and the cause with it', async (name, reason) => {
    const on = machine();
    const vault = openVault(on);
    refusing(new DOMException('no', name));
    expect(await reasonOf(vault.state())).toBe(reason);
    expect(await reasonOf(vault.make(passphraseWay(vault), STRETCHED))).toBe(reason);
    const failure: unknown = await vault.state().catch((caught: unknown) => caught);
    expect(failure).toBeInstanceOf(Refusal);
    expect(failure).toHaveProperty('cause.name', name);
    expect(on.store.trouble()).toBe(`${name}: no`);
  });

  it('is asked again at the next use', async () => {
    const vault = openVault(machine());
    refusing(new DOMException('no', 'UnknownError'));
    expect(await reasonOf(vault.state())).toBe('store-unavailable');
    globalThis.indexedDB = indexedDB;
    expect(await vault.state()).toBe('none');
  });

  it('opens no database of a newer program', async () => {
    const name = newName();
    (await openDB(name, 3)).close();
    expect(await reasonOf(openStore(name).read())).toBe('store-newer');
  });
});

describe('a connection', () => {
  it('makes way at once for a newer version', async () => {
    const name = newName();
    const store = openStore(name);
    await store.read();
    let blocked = false;
    const newer = await openDB(name, 3, { blocked: () => (blocked = true) });
    newer.close();
    expect(blocked).toBe(false);
    expect(await reasonOf(store.read())).toBe('store-newer');
  });

  it('refuses when an older one stays in the way, and opens once it is gone', async () => {
    const name = newName();
    const older = await openDB(name, 1);
    const store = openStore(name);
    expect(await reasonOf(store.read())).toBe('store-blocked');
    expect(older.version).toBe(1);
    older.close();
    expect(await store.read()).toEqual({ header: null, records: [], unreadable: 0 });
    expect(await store.version()).toBe(2);
    await store.close();
  });

  it('is opened again after the browser closed it', async () => {
    const opened: IDBDatabase[] = [];
    const factory: IDBFactory = Object.assign(Object.create(indexedDB), {
      open: (...what: [string, number]) => {
        const request = indexedDB.open(...what);
        request.addEventListener('success', () => opened.push(request.result));
        return request;
      },
    });
    globalThis.indexedDB = factory;
    const { vault } = await madeVault();
    const [first] = opened;
    if (!first) throw new Error('no connection was opened');
    // Its types ask for the class; it means one of the instances.
    Reflect.apply(forceCloseDatabase, undefined, [first]);
    expect(await vault.state()).toBe('open');
    expect(opened).toHaveLength(2);
  });

  it('closed behind its back is opened again', async () => {
    const name = newName();
    const store = openStore(name);
    await store.write(firstWrite);
    await deleteDB(name);
    expect(await store.read()).toEqual({ header: null, records: [], unreadable: 0 });
    await store.close();
    await store.close();
    expect(await store.write(firstWrite)).toBe(true);
  });

  it('is a first run no more when the database was deleted', async () => {
    const { on, vault } = await madeVault();
    await deleteDB(on.name);
    await on.local.remove('vaultCopy');
    expect(await vault.state()).toBe('damaged');
  });
});

describe('a write', () => {
  it('is strict', async () => {
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const { vault } = await madeVault();
    await enrolled(vault);
    await vault.spend('token-1', 3);
    const writes = transactions.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.map(([, , options]) => options)).toEqual(Array.from({ length: 4 }, () => ({ durability: 'strict' })));
  });

  it('is strict, too, when it takes the place of all', async () => {
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await openStore(newName()).replace({ header: null, records: [] });
    const writes = transactions.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.map(([, , options]) => options)).toEqual([{ durability: 'strict' }]);
  });

  it('is refused when it was not made from what is there', async () => {
    const store = openStore(newName());
    const second: Write = { ...firstWrite, header: summed({ body: new Uint8Array([2]), mac: new Uint8Array(32).fill(2) }) };
    expect(await store.write({ ...second, from: new Uint8Array(32) })).toBe(false);
    expect(await store.write(firstWrite)).toBe(true);
    expect(await store.write(second)).toBe(false);
    expect(await store.write({ ...second, from: new Uint8Array(32).fill(9) })).toBe(false);
    expect(await store.write({ ...second, from: new Uint8Array(32) })).toBe(true);
    expect((await store.read()).header).toEqual(second.header);
  });

  // A commit writes a token, drops a pending and writes the header: a crash at any of them is a crash of all.
  it.each([1, 2])('that fails at its step %i leaves everything as it was', async (step) => {
    const { on, vault } = await madeVault();
    await vault.keepPending(pending());
    const before = await contentOf(on.name);
    failingAtPut(step, new DOMException('no', 'UnknownError'));
    expect(await reasonOf(vault.commit('token-1', token(), secrets(), loss()))).toBe('store-unavailable');
    healthyDisk();
    expect(await contentOf(on.name)).toEqual(before);
    expect(await vault.commit('token-1', token(), secrets(), loss())).toEqual(token());
  });

  it('on a full disk says so, gives no step and changes nothing', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    const before = await contentOf(on.name);
    failingAtPut(1, new DOMException('full', 'QuotaExceededError'));
    expect(await reasonOf(vault.spend('token-1', 7))).toBe('store-full');
    healthyDisk();
    expect(await contentOf(on.name)).toEqual(before);
    expect(await vault.spend('token-1', 7)).toBe(true);
  });

  it('on a full disk makes no half vault', async () => {
    const on = machine();
    const vault = openVault(on);
    failingAtPut(1, new DOMException('full', 'QuotaExceededError'));
    expect(await reasonOf(vault.make(passphraseWay(vault), STRETCHED))).toBe('store-full');
    healthyDisk();
    expect(await vault.state()).toBe('none');
    expect([on.session.held.size, on.local.held.size]).toEqual([0, 0]);
    await vault.make(passphraseWay(vault), STRETCHED);
  });

  it('whose answer was lost gives the step to nobody and the token once', async () => {
    const { on, vault } = await madeVault();
    await vault.keepPending(pending());
    const dying = openVault({
      ...on,
      store: {
        ...on.store,
        write: async (write) => {
          await on.store.write(write);
          throw new Error('the worker died');
        },
      },
    });
    await expect(dying.commit('token-1', token(), secrets(), loss())).rejects.toThrow('died');
    expect(await vault.commit('token-1', token(), secrets(), loss())).toEqual(token());
    await expect(dying.spend('token-1', 7)).rejects.toThrow('died');
    expect(await vault.spend('token-1', 7)).toBe(false);
    expect(await vault.tokens()).toEqual([token({ spentStep: 7, givenSteps: [7] })]);
  });

  it('that somebody else always forestalls ends with a refusal', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    const late = openVault({ ...on, store: { ...on.store, write: async () => false } });
    expect(await reasonOf(late.spend('token-1', 7))).toBe('store-blocked');
  });
});
