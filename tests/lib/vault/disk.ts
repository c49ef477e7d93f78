/** The database as somebody with access to the disk sees it, past the vault. */
import { createHash } from 'node:crypto';
import { type IDBPDatabase, openDB } from 'idb';

export interface RawRecord {
  seq: number;
  sealed: Uint8Array;
}

export interface RawHeader {
  body: Uint8Array<ArrayBuffer>;
  mac: Uint8Array<ArrayBuffer>;
  sum: Uint8Array<ArrayBuffer>;
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

/** As somebody would write it who knows the format, but no key. */
export function summed({ body, mac }: Pick<RawHeader, 'body' | 'mac'>): RawHeader {
  return { body, mac, sum: new Uint8Array(createHash('sha256').update(body).update(mac).digest()) };
}

export async function deleteRaw(name: string, store: keyof RawContent, key: string): Promise<void> {
  await withRaw(name, (database) => database.delete(store, key));
}

/** The second copy, in JSON as the browser keeps it. */
export interface RawCopy {
  header: Record<'body' | 'mac' | 'sum', string>;
  tokens: { id: string; seq: number; sealed: string }[];
  pendings: { id: string; seq: number; sealed: string }[];
}

interface Kept {
  local: { held: Map<string, string>; set: (items: Record<string, unknown>) => Promise<void> };
}

export function copyOf({ local }: Kept): RawCopy {
  const copy: RawCopy = JSON.parse(local.held.get('vaultCopy') ?? 'null');
  return copy;
}

export async function putCopy({ local }: Kept, copy: unknown): Promise<void> {
  await local.set({ vaultCopy: copy });
}

/** Both copies at one moment. */
export interface Moment {
  content: RawContent;
  copy: RawCopy;
}

export async function momentOf(on: Kept & { name: string }): Promise<Moment> {
  return { content: await contentOf(on.name), copy: copyOf(on) };
}

const plain = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString('base64url') : value);
const rows = (of: Record<string, unknown>): unknown[] => Object.entries(of).map(([id, row]) => Object.assign({ id }, row));

/** The primary in the form of the copy, so that the two can be compared. */
export function asCopy({ header: { header }, tokens, pendings }: RawContent): unknown {
  return JSON.parse(JSON.stringify({ header, tokens: rows(tokens), pendings: rows(pendings) }, plain));
}

export const hexOf = (text: string): string => Buffer.from(text).toString('hex');

/** Both copies and whatever else the browser keeps for us on disk, with everything that is base64url taken out of it: hexadecimal. */
export async function clearBytesOf({ name, local }: { name: string; local: { held: Map<string, string> } }): Promise<string> {
  const all = [JSON.stringify(await contentOf(name), plain), ...[...local.held].flat()].join(' ');
  const inside = (all.match(/[\w-]{12,}/g) ?? []).map((text) => Buffer.from(text, 'base64url').toString('hex'));
  return [hexOf(all), ...inside].join(' ');
}

export function flipped(bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
}
