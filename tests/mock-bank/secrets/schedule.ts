/** The key schedule of docs/protocol.md: from Z and both messages to the token's keys. */
import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
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

export interface TokenKeys {
  /** K_s: proves the reply. */
  confirm: Buffer;
  /** K_otp. */
  seed: Buffer;
  /** K_dev: acknowledgement and status. */
  device: Buffer;
}

const SEED_LENGTHS = { 'SHA-1': 20, 'SHA-256': 32, 'SHA-512': 64 } as const;

/** The profile flattened in the order of docs/protocol.md. */
function flat({ algorithm, digits, period, T0, name, generation }: Profile): (string | number)[] {
  return [algorithm, digits, period, T0, name, generation];
}

export function transcriptHash({ origin, first, second }: Transcript): Buffer {
  const { v, requestId, keyId, enc, ct } = first;
  const { serverNonce, serial, profile, t1, t2 } = second;
  const whole = lvCat('ST1', 'sk', origin, v, requestId, keyId, enc, ct,
    second.v, serverNonce, serial, ...flat(profile), t1, t2);
  return createHash('sha512').update(whole).digest();
}

/** HKDF-SHA-512 (RFC 5869) with TH as salt. */
export function deriveKeys(z: Uint8Array, hash: Uint8Array, profile: Profile): TokenKeys {
  const key = (label: string, length: number): Buffer => Buffer.from(hkdfSync('sha512', z, hash, label, length));
  return {
    confirm: key('st1 confirm server', 32),
    seed: key('st1 otp seed', SEED_LENGTHS[profile.algorithm]),
    device: key('st1 device', 32),
  };
}

/** HMAC-SHA-512 over an lv_cat, all 64 bytes. */
export function mac(key: Uint8Array, ...parts: (Uint8Array | string | number)[]): Buffer {
  return createHmac('sha512', key).update(lvCat(...parts)).digest();
}

/** The mac of M2. */
export function confirmation(key: Uint8Array, hash: Uint8Array, second: Transcript['second']): Buffer {
  return mac(key, hash, second.serial, ...flat(second.profile), second.t1, second.t2);
}

export function sameMac(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
