/** The one parser of what the database holds; Refusal 'vault-damaged' for anything we did not write. */
import { Refusal } from '../refusal.ts';
import type { Bytes, StoreName } from './seal.ts';

export interface StoredHeader {
  /** UTF-8 of the header's JSON. */
  body: Bytes;
  mac: Bytes;
}

export interface StoredRecord {
  store: StoreName;
  id: string;
  seq: number;
  sealed: Bytes;
}

function fieldsOf(value: unknown, ...names: string[]): unknown[] {
  if (typeof value !== 'object' || value === null) throw new Refusal('vault-damaged');
  if (Object.keys(value).length !== names.length) throw new Refusal('vault-damaged');
  return names.map((name) => Reflect.get(value, name));
}

function bytesOf(value: unknown): Bytes {
  if (!(value instanceof Uint8Array)) throw new Refusal('vault-damaged');
  return new Uint8Array(value);
}

export function readStoredHeader(value: unknown): StoredHeader {
  const [body, mac] = fieldsOf(value, 'body', 'mac');
  return { body: bytesOf(body), mac: bytesOf(mac) };
}

export function readStoredRecord(store: StoreName, key: unknown, value: unknown): StoredRecord {
  const [seq, sealed] = fieldsOf(value, 'seq', 'sealed');
  if (typeof key !== 'string' || typeof seq !== 'number') throw new Refusal('vault-damaged');
  return { store, id: key, seq, sealed: bytesOf(sealed) };
}
