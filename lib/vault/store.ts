/** The only user of IndexedDB: sealed bytes in, sealed bytes out, every write in one strict transaction. */
import { deleteDB, type IDBPTransaction, openDB } from 'idb';
import { Refusal } from '../refusal.ts';
import { within } from '../within.ts';
import { ALL_STORES, type Database, HEADER_KEY, type RawRows, readAll, readRaw, replaceAll, type Schema, type Snapshot, type Write, writeAll } from './rows.ts';
import { unlessDamaged, withSum } from './stored.ts';

export interface Store {
  read(): Promise<Snapshot>;
  /**
   * All of it or nothing, on disk when it resolves. False when somebody else wrote
   * since `from`: the header's manifest holds every record's seq, so its MAC stands for them all.
   */
  write(write: Write): Promise<boolean>;
  /** This and nothing else is in there afterwards; all of it or nothing, on disk when it resolves. */
  replace(snapshot: Pick<Snapshot, 'header' | 'records'>): Promise<void>;
  /** Away with a database that the browser can't read any more; the next use makes an empty one. Only with a copy at hand. */
  rebuild(): Promise<void>;
  raw(): Promise<RawRows>;
  /** Of the database that is open. */
  version(): Promise<number>;
  /** How the browser named the last failure in this process; null if there was none. */
  trouble(): string | null;
  close(): Promise<void>;
}

/** Version 1 kept the header without its sum. */
const VERSION = 2;
function nameOf(failure: unknown): unknown {
  return typeof failure === 'object' && failure !== null ? Reflect.get(failure, 'name') : undefined;
}

function openRefusal(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  // Firefox's answer where it keeps no history. Trap: Firefox 153 opens a database in memory there instead,
  // which cannot be told from here; the background must ask whether it is in a private context.
  if (nameOf(cause) === 'InvalidStateError') return new Refusal('private-window', { cause });
  if (nameOf(cause) === 'VersionError') return new Refusal('store-newer', { cause });
  return new Refusal('store-unavailable', { cause });
}

function useRefusal(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  return new Refusal(nameOf(cause) === 'QuotaExceededError' ? 'store-full' : 'store-unavailable', { cause });
}

type Upgrade = IDBPTransaction<Schema, (typeof ALL_STORES)[number][], 'versionchange'>;

/**
 * Within the browser's own transaction: killed midway, the old version is there. A header that is none is left as it
 * is, for the reader to name. No await but on this transaction's requests.
 */
async function addSum(transaction: Upgrade): Promise<void> {
  const headers = transaction.objectStore('header');
  const kept: unknown = await headers.get(HEADER_KEY);
  const summed = kept === undefined ? undefined : unlessDamaged(() => withSum(kept));
  if (summed) await headers.put(summed, HEADER_KEY);
}

interface Opening {
  database: Promise<Database>;
  /** Rejects with 'store-blocked' when another window holds the opening up; the browser goes on trying. */
  blocked: Promise<never>;
}

function open(name: string, version: number): Opening {
  const { promise: blocked, reject } = Promise.withResolvers<never>();
  // Async, so that a browser that refuses at once does it as one that refuses later.
  const opening = async (): Promise<Database> => await openDB<Schema>(name, version, {
    upgrade: async (made, from, _to, transaction) => {
      for (const store of ALL_STORES) if (!made.objectStoreNames.contains(store)) made.createObjectStore(store);
      // Nobody hears what fails in here, and what was done until then would be kept: all of the upgrade or nothing.
      transaction.done.catch(() => {});
      if (from === 1) await addSum(transaction).catch(() => transaction.abort());
    },
    blocked: () => reject(new Refusal('store-blocked')),
    // Another version of the program wants the database: out of its way at once.
    blocking: (_current, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  return { database: opening(), blocked };
}

interface Connection {
  with<T>(use: (database: Database) => Promise<T>): Promise<T>;
  trouble(): string | null;
  close(): Promise<void>;
}

const wordsOf = (cause: unknown): string => (cause instanceof Error || cause instanceof DOMException ? `${cause.name}: ${cause.message}` : 'unknown');

/** So long a caller waits while an opening is held up of which an earlier one was told. Milliseconds. */
const PATIENCE = 300;

/** One that is held up is kept: the browser would queue a second one behind it, and say nothing of that. */
async function openedBy(current: Opening): Promise<Database> {
  const isHeld = await Promise.race([current.blocked, Promise.resolve(false)]).catch(() => true);
  if (!isHeld) return await Promise.race([current.database, current.blocked]);
  const database = await within(current.database, PATIENCE, null);
  if (!database) throw new Refusal('store-blocked');
  return database;
}

/** Opens at the first use, again after the browser closed the connection. */
function connection(name: string, version: number): Connection {
  let opened: Opening | null = null;
  let trouble: string | null = null;

  function noted(refusal: Refusal): Refusal {
    if (refusal.cause !== undefined) trouble = wordsOf(refusal.cause);
    return refusal;
  }

  /** Only this one: another caller may have opened a new one meanwhile. */
  function forget(failed: Opening): void {
    if (opened === failed) opened = null;
  }

  async function withDatabase<T>(use: (database: Database) => Promise<T>, again = true): Promise<T> {
    const current = (opened ??= open(name, version));
    const database = await openedBy(current).catch((failure: unknown) => {
      if (!(failure instanceof Refusal)) forget(current);
      throw noted(openRefusal(failure));
    });
    try {
      return await use(database);
    } catch (failure) {
      if (!again || nameOf(failure) !== 'InvalidStateError') throw noted(useRefusal(failure));
      // Closed, by us for a newer version or by the browser: one new connection.
      // A write that was made after all is not made twice: see `from`.
      forget(current);
      return await withDatabase(use, false);
    }
  }

  async function close(): Promise<void> {
    const closing = opened;
    opened = null;
    (await closing?.database.catch(() => null))?.close();
  }

  return { with: (use) => withDatabase(use), trouble: () => trouble, close };
}

async function deleteDatabase(name: string): Promise<void> {
  const { promise: blocked, reject } = Promise.withResolvers<never>();
  await Promise.race([deleteDB(name, { blocked: () => reject(new Refusal('store-blocked')) }), blocked]).catch((failure: unknown) => {
    throw openRefusal(failure);
  });
}

/** Refuses 'store-…' and 'private-window'. */
export function openStore(name = 'kagifuda', version = VERSION): Store {
  const database = connection(name, version);
  return {
    read: () => database.with(readAll),
    write: (write) => database.with((one) => writeAll(one, write)),
    replace: (snapshot) => database.with((one) => replaceAll(one, snapshot)),
    async rebuild() {
      await database.close();
      await deleteDatabase(name);
    },
    raw: () => database.with(readRaw),
    version: () => database.with(async (one) => one.version),
    trouble: () => database.trouble(),
    close: () => database.close(),
  };
}
