/** The key schedule of docs/protocol.md: from Z and both messages to the token's keys. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { lvCat } from './encoding.ts';
import type { CodeSettings } from './otp.ts';

export interface Profile extends CodeSettings {
  name: string;
  generation: number;
}

export interface Transcript {
  origin: string;
  first: { v: 1; requestId: Uint8Array; keyId: string; enc: Uint8Array; ct: Uint8Array };
  second: { v: 1; serverNonce: Uint8Array; serial: string; profile: Profile; t1: number; t2: number };
}

/** Of the credit union: M1 and M2 without what is no field of theirs. */
export interface UnionTranscript {
  origin: string;
  first: {
    v: 1; sid: Uint8Array; serviceId: string; userId: string; Ya: Uint8Array;
    ADa: { app: string; version: string; suite: string }; t0: number;
  };
  second: { v: 1; Yb: Uint8Array; ADb: { serverNonce: Uint8Array; t1: number; t2: number } };
}

/** What the server says of the token, and proves. */
export interface Promised {
  serial: string;
  profile: Profile;
  t1: number;
  t2: number;
}

export interface TokenKeys {
  /** K_s: proves the reply. */
  confirm: Buffer;
  /** K_otp. */
  seed: Buffer;
  /** K_dev: acknowledgement and status. */
  device: Buffer;
}

const HASH = 64;
const SEED_LENGTHS = { 'SHA-1': 20, 'SHA-256': 32, 'SHA-512': 64 } as const;

/** The profile flattened in the order of docs/protocol.md. */
function flat({ algorithm, digits, period, T0, name, generation }: Profile): (string | number)[] {
  return [algorithm, digits, period, T0, name, generation];
}

const sha512 = (bytes: Uint8Array): Buffer => createHash('sha512').update(bytes).digest();

/** TH of the shinkin flow. */
export function transcriptHash({ origin, first, second }: Transcript): Buffer {
  const { v, requestId, keyId, enc, ct } = first;
  const { serverNonce, serial, profile, t1, t2 } = second;
  return sha512(lvCat('ST1', 'sk', origin, v, requestId, keyId, enc, ct,
    second.v, serverNonce, serial, ...flat(profile), t1, t2));
}

/** TH of the credit union's flow. */
export function unionTranscriptHash({ origin, first, second }: UnionTranscript): Buffer {
  const { v, sid, serviceId, userId, Ya, ADa, t0 } = first;
  const { Yb, ADb } = second;
  return sha512(lvCat('ST1', 'cu', origin, v, sid, serviceId, userId, Ya, ADa.app, ADa.version, ADa.suite, t0,
    second.v, Yb, ADb.serverNonce, ADb.t1, ADb.t2));
}

/** PRK: HKDF-Extract (RFC 5869) with SHA-512 and TH as salt. */
export const extractKey = (z: Uint8Array, hash: Uint8Array): Buffer => createHmac('sha512', hash).update(z).digest();

/** HKDF-Expand; no label of ours asks for more than one block of 64 bytes. */
function expand(prk: Uint8Array, label: string, length: number): Buffer {
  if (length > HASH) throw new RangeError('one block is enough for every key');
  return createHmac('sha512', prk).update(label).update(Uint8Array.of(1)).digest().subarray(0, length);
}

/** K_c. */
export const clientKey = (prk: Uint8Array): Buffer => expand(prk, 'st1 confirm client', 32);

/** K_s, K_otp and K_dev. */
export function tokenKeys(prk: Uint8Array, { algorithm }: Profile): TokenKeys {
  return {
    confirm: expand(prk, 'st1 confirm server', 32),
    seed: expand(prk, 'st1 otp seed', SEED_LENGTHS[algorithm]),
    device: expand(prk, 'st1 device', 32),
  };
}

export const deriveKeys = (z: Uint8Array, hash: Uint8Array, profile: Profile): TokenKeys => tokenKeys(extractKey(z, hash), profile);

/** HMAC-SHA-512 over an lv_cat, all 64 bytes. */
export function mac(key: Uint8Array, ...parts: (Uint8Array | string | number)[]): Buffer {
  return createHmac('sha512', key).update(lvCat(...parts)).digest();
}

/** The mac of the shinkin flow's M2, and Tb of M4. */
export function confirmation(key: Uint8Array, hash: Uint8Array, { serial, profile, t1, t2 }: Promised): Buffer {
  return mac(key, hash, serial, ...flat(profile), t1, t2);
}

export function sameMac(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
