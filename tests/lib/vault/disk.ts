/** The database as somebody with access to the disk sees it, past the vault. */
import { type IDBPDatabase, openDB } from 'idb';

export interface RawRecord {
  seq: number;
  sealed: Uint8Array;
}

export interface RawHeader {
  body: Uint8Array;
  mac: Uint8Array;
}

export type RawContent = Record<'header' | 'tokens' | 'pendings', Record<string, unknown>>;

const STORES = ['header', 'tokens', 'pendings'] as const;

async function withRaw<T>(name: string, use: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDB(name);
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

/** All that is on the disk; a copy, to be compared or put back later. */
export async function contentOf(name: string): Promise<RawContent> {
  return await withRaw(name, async (database) => {
    const content: RawContent = { header: {}, tokens: {}, pendings: {} };
    for (const store of STORES) {
      const keys = await database.getAllKeys(store);
      for (const key of keys) if (typeof key === 'string') content[store][key] = await database.get(store, key);
    }
    return content;
  });
}

export async function putContent(name: string, content: RawContent): Promise<void> {
  await withRaw(name, async (database) => {
    for (const store of STORES) {
      await database.clear(store);
      for (const [key, value] of Object.entries(content[store])) await database.put(store, value, key);
    }
  });
}

export async function rawHeader(name: string): Promise<RawHeader> {
  return await withRaw(name, async (database) => {
    const header: RawHeader = await database.get('header', 'header');
    return header;
  });
}

export async function rawRecord(name: string, store: 'tokens' | 'pendings', id: string): Promise<RawRecord> {
  return await withRaw(name, async (database) => {
    const record: RawRecord = await database.get(store, id);
    return record;
  });
}

export async function putRaw(name: string, store: keyof RawContent, key: string, value: unknown): Promise<void> {
  await withRaw(name, (database) => database.put(store, value, key));
}

export async function deleteRaw(name: string, store: keyof RawContent, key: string): Promise<void> {
  await withRaw(name, (database) => database.delete(store, key));
}

export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
}
