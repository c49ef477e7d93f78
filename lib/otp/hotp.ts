/** HOTP: a counter and a secret → digits (RFC 4226), over the hashes that RFC 6238 adds. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { wipe } from '../bytes.ts';
import type { Algorithm } from '../token.ts';

export interface Settings {
  algorithm: Algorithm;
  digits: number;
}

const HASHES = { 'SHA-1': sha1, 'SHA-256': sha256, 'SHA-512': sha512 } as const;
const COUNTER_LIMIT = 2n ** 64n;

/** RFC 4226 section 5.1: the moving factor is 8 bytes, big-endian. */
function movingFactor(counter: number | bigint): Uint8Array {
  if (typeof counter === 'number' && !Number.isSafeInteger(counter)) throw new RangeError('counter is no safe integer');
  const value = BigInt(counter);
  if (value < 0n || value >= COUNTER_LIMIT) throw new RangeError('counter out of range');
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value);
  return bytes;
}

/** RFC 4226 section 5.3, dynamic truncation: 31 bits from where the last nibble points. */
function truncate(mac: Uint8Array): number {
  const view = new DataView(mac.buffer, mac.byteOffset, mac.byteLength);
  const offset = view.getUint8(mac.byteLength - 1) & 0x0f;
  return view.getUint32(offset) & 0x7fff_ffff;
}

/**
 * The code for one value of the counter, padded with zeros to `digits`.
 * RangeError: empty secret, counter negative, unsafe or above 2^64 − 1, digits outside 6 to 8.
 */
export function hotp(
  secret: Uint8Array,
  counter: number | bigint,
  settings: Settings = { algorithm: 'SHA-1', digits: 6 },
): string {
  const { algorithm, digits } = settings;
  if (secret.length === 0) throw new RangeError('empty secret');
  if (!Number.isInteger(digits) || digits < 6 || digits > 8) throw new RangeError('digits must be 6, 7 or 8');
  if (!Object.hasOwn(HASHES, algorithm)) throw new RangeError('unknown algorithm');
  const mac = hmac(HASHES[algorithm], secret, movingFactor(counter));
  const code = truncate(mac) % 10 ** digits;
  wipe(mac);
  return String(code).padStart(digits, '0');
}
