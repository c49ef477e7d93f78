/** The one parser of what the database holds; Refusal 'vault-damaged' for anything we did not write. */
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, equalBytes } from '../bytes.ts';
import { isRefusal, Refusal } from '../refusal.ts';
import type { Bytes, StoreName } from './seal.ts';

export interface StoredHeader {
  /** UTF-8 of the header's JSON. */
  body: Bytes;
  mac: Bytes;
  /** SHA-256 over body ‖ mac: an accident shows also while the vault is locked. Against a forger stands the MAC. */
  sum: Bytes;
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

export function sumOf(body: Uint8Array, mac: Uint8Array): Bytes {
  return new Uint8Array(sha256(concat(body, mac)));
}

export function readStoredHeader(value: unknown): StoredHeader {
  const [body, mac, sum] = fieldsOf(value, 'body', 'mac', 'sum').map(bytesOf);
  if (!body || !mac || !sum || !equalBytes(sum, sumOf(body, mac))) throw new Refusal('vault-damaged');
  return { body, mac, sum };
}

/** As database version 1 kept it: without a sum. */
export function withSum(value: unknown): StoredHeader {
  const [body, mac] = fieldsOf(value, 'body', 'mac').map(bytesOf);
  if (!body || !mac) throw new Refusal('vault-damaged');
  return { body, mac, sum: sumOf(body, mac) };
}

export function readStoredRecord(store: StoreName, key: unknown, value: unknown): StoredRecord {
  const [seq, sealed] = fieldsOf(value, 'seq', 'sealed');
  if (typeof key !== 'string' || typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1) throw new Refusal('vault-damaged');
  return { store, id: key, seq, sealed: bytesOf(sealed) };
}

/** Undefined where the work refuses with 'vault-damaged'; any other failure is thrown on. */
export function unlessDamaged<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (failure) {
    if (isRefusal(failure, 'vault-damaged')) return undefined;
    throw failure;
  }
}
