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

const HIGH = 2 ** 32;

/** RFC 4226 section 5.1: the moving factor is 8 bytes, big-endian. Into `view`. */
function putMovingFactor(view: DataView, counter: number | bigint): void {
  if (typeof counter === 'number') {
    if (!Number.isSafeInteger(counter)) throw new RangeError('counter is no safe integer');
    if (counter < 0) throw new RangeError('counter out of range');
    view.setUint32(0, Math.floor(counter / HIGH));
    view.setUint32(4, counter % HIGH);
    return;
  }
  if (counter < 0n || counter >= COUNTER_LIMIT) throw new RangeError('counter out of range');
  view.setBigUint64(0, counter);
}

/** RFC 4226 section 5.3, dynamic truncation: 31 bits from where the last nibble points. The MAC is wiped. */
function digitsOf(mac: Uint8Array, digits: number): string {
  const view = new DataView(mac.buffer, mac.byteOffset, mac.byteLength);
  const number = view.getUint32(view.getUint8(mac.byteLength - 1) & 0x0f) & 0x7fff_ffff;
  wipe(mac);
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The HMAC with its two pads absorbed (RFC 2104). RangeError: empty secret, digits outside 6 to 8, unknown algorithm. */
function padsOf(secret: Uint8Array, { algorithm, digits }: Settings): ReturnType<typeof hmac.create> {
  if (secret.length === 0) throw new RangeError('empty secret');
  if (!Number.isInteger(digits) || digits < 6 || digits > 8) throw new RangeError('digits must be 6, 7 or 8');
  if (!Object.hasOwn(HASHES, algorithm)) throw new RangeError('unknown algorithm');
  return hmac.create(HASHES[algorithm], secret);
}

/** A secret made ready for many codes: it must be dropped as the secret itself. */
export interface OtpKey {
  /** RangeError: counter negative, unsafe or above 2^64 − 1. */
  code: (counter: number | bigint) => string;
  /** Wipes what was made of the secret. No code after it. */
  forget: () => void;
}

/**
 * Absorbs the pads once, so that a code costs two blocks of the hash and not four.
 * RangeError: empty secret, digits outside 6 to 8, unknown algorithm.
 */
export function otpKey(secret: Uint8Array, settings: Settings): OtpKey {
  const pads = padsOf(secret, settings);
  const work = pads.clone();
  const [message, mac] = [new Uint8Array(8), new Uint8Array(pads.outputLen)];
  const moving = new DataView(message.buffer);
  return {
    code: (counter) => {
      putMovingFactor(moving, counter);
      pads._cloneInto(work).update(message).digestInto(mac);
      return digitsOf(mac, settings.digits);
    },
    forget: () => {
      pads.destroy();
      work.destroy();
    },
  };
}

/**
 * The code for one value of the counter, padded with zeros to `digits`.
 * RangeError as for `otpKey` and its `code`.
 */
export function hotp(
  secret: Uint8Array,
  counter: number | bigint,
  settings: Settings = { algorithm: 'SHA-1', digits: 6 },
): string {
  const message = new Uint8Array(8);
  const pads = padsOf(secret, settings);
  try {
    putMovingFactor(new DataView(message.buffer), counter);
    return digitsOf(pads.update(message).digest(), settings.digits);
  } finally {
    pads.destroy();
  }
}
