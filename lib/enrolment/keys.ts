/** The key schedule of docs/protocol.md: from Z and the transcript to the token's keys. */
import { expand, extract } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { lvCat, uint64, utf8 } from '../bytes.ts';
import type { Algorithm, Profile } from '../token.ts';

/** RFC 4226 R6: the seed is as long as the hash. Bytes. */
const SEED_LENGTH: Record<Algorithm, number> = { 'SHA-1': 20, 'SHA-256': 32, 'SHA-512': 64 };

/** A field of a message as `lv_cat` sees it: decoded bytes, UTF-8 text, 8-byte integers. */
type Field = Uint8Array | string | number;

function fieldBytes(field: Field): Uint8Array {
  if (typeof field === 'string') return utf8(field);
  return typeof field === 'number' ? uint64(field) : field;
}

export function profileFields(profile: Profile): Field[] {
  return [profile.algorithm, profile.digits, profile.period, profile.T0, profile.name, profile.generation];
}

/** `lv_cat` of fields. */
export function lvFields(...fields: Field[]): Uint8Array<ArrayBuffer> {
  return lvCat(...fields.map(fieldBytes));
}

/** TH. */
export function transcriptHash(flow: 'cu' | 'sk', origin: string, fields: Field[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(sha512(lvFields('ST1', flow, origin, ...fields)));
}

/** HMAC-SHA-512 over the `lv_cat` of the fields; 64 bytes. */
export function macOver(key: Uint8Array, fields: Field[]): Uint8Array {
  return hmac(sha512, key, lvFields(...fields));
}

/** PRK, 64 bytes. The caller wipes it, as everything below. */
export function extractKey(th: Uint8Array, z: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(extract(sha512, z, th));
}

/** K_c: the client proves itself; flow "cu" only. */
export function confirmClientKey(prk: Uint8Array): Uint8Array {
  return expand(sha512, prk, utf8('st1 confirm client'), 32);
}

interface TokenKeys {
  /** K_s: the issuer proves itself. */
  confirmServer: Uint8Array;
  /** K_otp. */
  otp: Uint8Array;
  /** K_dev. */
  device: Uint8Array;
}

export function tokenKeys(prk: Uint8Array, algorithm: Algorithm): TokenKeys {
  return {
    confirmServer: expand(sha512, prk, utf8('st1 confirm server'), 32),
    otp: expand(sha512, prk, utf8('st1 otp seed'), SEED_LENGTH[algorithm]),
    device: expand(sha512, prk, utf8('st1 device'), 32),
  };
}
