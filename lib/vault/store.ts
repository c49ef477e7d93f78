/** The only user of IndexedDB: sealed bytes in, sealed bytes out, every write in one strict transaction. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { equalBytes } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import { type Bytes, STORE_NAMES, type StoreName } from './seal.ts';
import { readStoredHeader, readStoredRecord, type StoredHeader, type StoredRecord } from './stored.ts';

/** The whole content at one moment. */
export interface Snapshot {
  header: StoredHeader | null;
  records: StoredRecord[];
}

export interface Write {
  /** MAC of the header that the write was made from; null for the first write. */
  from: Bytes | null;
  header: StoredHeader;
  puts: StoredRecord[];
  drops: { store: StoreName; id: string }[];
}

export interface Store {
  read(): Promise<Snapshot>;
  /**
   * All of it or nothing, on disk when it resolves. False when somebody else wrote
   * since `from`: the header's manifest holds every record's seq, so its MAC stands for them all.
   */
  write(write: Write): Promise<boolean>;
  close(): Promise<void>;
}

const VERSION = 1;
const HEADER_KEY = 'header';
const ALL_STORES = ['header', ...STORE_NAMES] as const;

interface Schema extends DBSchema {
  header: { key: string; value: unknown };
  tokens: { key: string; value: unknown };
  pendings: { key: string; value: unknown };
}
type Database = IDBPDatabase<Schema>;

function nameOf(failure: unknown): unknown {
  return typeof failure === 'object' && failure !== null ? Reflect.get(failure, 'name') : undefined;
}

function openRefusal(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  // Firefox's answer where it keeps no history. Trap: Firefox 153 opens a database in memory there instead,
  // which cannot be told from here; the background must ask whether it is in a private context.
  if (nameOf(cause) === 'InvalidStateError') return new Refusal('private-window', { cause });
  return new Refusal('store-unavailable', { cause });
}

function useRefusal(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  return new Refusal(nameOf(cause) === 'QuotaExceededError' ? 'store-full' : 'store-unavailable', { cause });
}

function open(name: string, version: number): Promise<Database> {
  return new Promise((resolve, reject) => {
    let blocked = false;
    openDB<Schema>(name, version, {
      upgrade: (database) => {
        for (const store of ALL_STORES)
          if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
      },
      blocked: () => {
        blocked = true;
        reject(new Refusal('store-blocked'));
      },
      // Another version of the program wants the database: out of its way at once.
      blocking: (_current, _wanted, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    }).then(
      // What opens after the refusal was given belongs to nobody.
      (database) => (blocked ? database.close() : resolve(database)),
      reject,
    );
  });
}

async function readAll(database: Database): Promise<Snapshot> {
  const transaction = database.transaction(ALL_STORES, 'readonly');
  const header = transaction.objectStore('header').get(HEADER_KEY);
  const parts = STORE_NAMES.map(async (name) => {
    const store = transaction.objectStore(name);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return keys.map((key, index) => readStoredRecord(name, key, values[index]));
  });
  const [found, records] = await Promise.all([header, Promise.all(parts), transaction.done]);
  return { header: found === undefined ? null : readStoredHeader(found), records: records.flat() };
}

/** No await in here but on the transaction's own requests: Firefox ends it at any other. */
async function writeAll(database: Database, { from, header, puts, drops }: Write): Promise<boolean> {
  const transaction = database.transaction(ALL_STORES, 'readwrite', { durability: 'strict' });
  const headers = transaction.objectStore('header');
  const work = async (): Promise<boolean> => {
    const found = await headers.get(HEADER_KEY);
    const mac = found === undefined ? null : readStoredHeader(found).mac;
    if (!(from && mac ? equalBytes(from, mac) : from === mac)) return false;
    const requests = [
      ...puts.map(({ store, id, seq, sealed }) => () => transaction.objectStore(store).put({ seq, sealed }, id)),
      ...drops.map(({ store, id }) => () => transaction.objectStore(store).delete(id)),
      () => headers.put(header, HEADER_KEY),
    ];
    // Async, so that one that throws at once leaves no other's failure unheard.
    await Promise.all(requests.map(async (request) => request()));
    return true;
  };
  try {
    const [written] = await Promise.all([work(), transaction.done]);
    return written;
  } catch (failure) {
    // A put that throws before it becomes a request would leave the earlier ones to be committed.
    abort(transaction);
    await transaction.done.catch(() => {});
    throw failure;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // Over already: it failed by itself.
  }
}

/** Opens at the first use, again after the browser closed the connection. Refuses 'store-…' and 'private-window'. */
export function openStore(name = 'kagifuda', version = VERSION): Store {
  let opened: Promise<Database> | null = null;

  /** Only this one: another caller may have opened a new one meanwhile. */
  function forget(failed: Promise<Database>): void {
    if (opened === failed) opened = null;
  }

  async function withDatabase<T>(use: (database: Database) => Promise<T>, again = true): Promise<T> {
    const current = (opened ??= open(name, version));
    const database = await current.catch((failure: unknown) => {
      forget(current);
      throw openRefusal(failure);
    });
    try {
      return await use(database);
    } catch (failure) {
      if (!again || nameOf(failure) !== 'InvalidStateError') throw useRefusal(failure);
      // Closed, by us for a newer version or by the browser: one new connection.
      // A write that was made after all is not made twice: see `from`.
      forget(current);
      return await withDatabase(use, false);
    }
  }

  return {
    read: () => withDatabase(readAll),
    write: (write) => withDatabase((database) => writeAll(database, write)),
    close: async () => {
      const closing = opened;
      opened = null;
      (await closing?.catch(() => null))?.close();
    },
  };
}
