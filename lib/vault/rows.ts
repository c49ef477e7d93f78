/** The rows of the open database: read as a whole, written all or none. */
import type { DBSchema, IDBPDatabase } from 'idb';
import { equalBytes } from '../bytes.ts';
import { type Bytes, STORE_NAMES, type StoreName } from './seal.ts';
import { readStoredHeader, readStoredRecord, type StoredHeader, type StoredRecord, unlessDamaged } from './stored.ts';

/** The whole content at one moment. */
export interface Snapshot {
  header: StoredHeader | null;
  records: StoredRecord[];
  /** How many rows are not as we ever wrote one. */
  unreadable: number;
}

/** Every row as it lies there, whatever it is. */
export type RawRows = Record<'header' | StoreName, [key: unknown, value: unknown][]>;

export interface Write {
  /** MAC of the header that the write was made from; null for the first write. */
  from: Bytes | null;
  header: StoredHeader;
  puts: StoredRecord[];
  drops: { store: StoreName; id: string }[];
}

export const HEADER_KEY = 'header';
export const ALL_STORES = ['header', ...STORE_NAMES] as const;

export interface Schema extends DBSchema {
  header: { key: string; value: unknown };
  tokens: { key: string; value: unknown };
  pendings: { key: string; value: unknown };
}
export type Database = IDBPDatabase<Schema>;

export async function readAll(database: Database): Promise<Snapshot> {
  const transaction = database.transaction(ALL_STORES, 'readonly');
  const header = transaction.objectStore('header').get(HEADER_KEY);
  const parts = STORE_NAMES.map(async (name) => {
    const store = transaction.objectStore(name);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return keys.map((key, index) => unlessDamaged(() => readStoredRecord(name, key, values[index])));
  });
  const [found, rows] = await Promise.all([header, Promise.all(parts), transaction.done]);
  const kept = found === undefined ? undefined : unlessDamaged(() => readStoredHeader(found));
  const records = rows.flat().filter((row) => row !== undefined);
  const lost = rows.flat().length - records.length + (found !== undefined && !kept ? 1 : 0);
  return { header: kept ?? null, records, unreadable: lost };
}

export async function readRaw(database: Database): Promise<RawRows> {
  const transaction = database.transaction(ALL_STORES, 'readonly');
  const rows: RawRows = { header: [], tokens: [], pendings: [] };
  const parts = ALL_STORES.map(async (name) => {
    const store = transaction.objectStore(name);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    rows[name] = keys.map((key, index) => [key, values[index]]);
  });
  await Promise.all([...parts, transaction.done]);
  return rows;
}

export async function replaceAll(database: Database, { header, records }: Pick<Snapshot, 'header' | 'records'>): Promise<void> {
  const transaction = database.transaction(ALL_STORES, 'readwrite', { durability: 'strict' });
  const requests = [
    ...ALL_STORES.map((name) => () => transaction.objectStore(name).clear()),
    ...records.map(({ store, id, seq, sealed }) => () => transaction.objectStore(store).put({ seq, sealed }, id)),
    ...(header ? [() => transaction.objectStore('header').put(header, HEADER_KEY)] : []),
  ];
  await allOrNothing(transaction, async () => void (await Promise.all(requests.map(async (request) => void (await request())))));
}

/** No await in here but on the transaction's own requests: Firefox ends it at any other. */
export async function writeAll(database: Database, { from, header, puts, drops }: Write): Promise<boolean> {
  const transaction = database.transaction(ALL_STORES, 'readwrite', { durability: 'strict' });
  const headers = transaction.objectStore('header');
  const work = async (): Promise<boolean> => {
    const found = await headers.get(HEADER_KEY);
    const mac = found === undefined ? null : (unlessDamaged(() => readStoredHeader(found))?.mac ?? new Uint8Array());
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
  return await allOrNothing(transaction, work);
}

async function allOrNothing<T>(transaction: { done: Promise<void>; abort(): void }, work: () => Promise<T>): Promise<T> {
  try {
    const [answer] = await Promise.all([work(), transaction.done]);
    return answer;
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
