/**
 * CPace-RISTR255-SHA512, draft-irtf-cfrg-cpace-21: from a password that both know to a key that only they have.
 * A recording allows no guess of the password; each exchange with a liar allows exactly one.
 */
import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js';
import { bytesToNumberLE } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concat, lvCat, utf8, wipe } from '../bytes.ts';

const DSI = utf8('CPaceRistretto255');
const DSI_ISK = utf8('CPaceRistretto255_ISK');
/** s_in_bytes of SHA-512. */
const BLOCK = 128;
const ELEMENT = 32;

/** An element of ristretto255; a class of the library's own. */
type Element = ReturnType<typeof ristretto255.Point.fromBytes>;
type Bytes = Uint8Array<ArrayBuffer>;

/** What both sides know beforehand. PRS is the secret. */
interface Inputs {
  prs: Uint8Array;
  ci: Uint8Array;
  sid: Uint8Array;
}

/** A public share and the data that goes with it. */
interface Share {
  y: Uint8Array;
  ad: Uint8Array;
}

/** What stands behind its length in LEB128: a length takes one byte up to 127, two from there on. */
const prepended = (length: number): number => length + (length < 128 ? 1 : 2);

/** generator_string of section 7.1: PRS and padding fill the first block, whatever PRS's length. */
export function generatorString({ prs, ci, sid }: Inputs): Bytes {
  const padding = Math.max(0, BLOCK - prepended(prs.length) - prepended(DSI.length) - 1);
  return lvCat(DSI, prs, new Uint8Array(padding), ci, sid);
}

/** calculate_generator of section 7.3, with the element derivation of RFC 9496 section 4.3.4. */
export function calculateGenerator(inputs: Inputs): Element {
  const text = generatorString(inputs);
  const digest = sha512(text);
  try {
    const generator = ristretto255_hasher.deriveToCurve?.(digest);
    if (!generator) throw new Error('the curve library has no element derivation');
    return generator;
  } finally {
    wipe(text, digest);
  }
}

/**
 * sample_scalar of section 7.3: 32 random bytes, bits above the 252nd cleared, little-endian. A scalar of 0 (or one that the
 * order divides) gives the identity, which `shareOf` refuses: it happens less often than a guess of the key.
 */
export function scalarOf(random: Uint8Array): bigint {
  if (random.length !== ELEMENT) throw new RangeError('a scalar is sampled from 32 bytes');
  const clamped = random.slice();
  clamped[ELEMENT - 1] = (clamped[ELEMENT - 1] ?? 0) & 0x0f;
  const scalar = bytesToNumberLE(clamped) % ristretto255.Point.Fn.ORDER;
  wipe(clamped);
  return scalar;
}

function times(scalar: bigint, element: Element): Bytes | null {
  if (scalar === 0n || element.is0()) return null;
  return new Uint8Array(element.multiply(scalar).toBytes());
}

/** scalar_mult: the encoded public share. RangeError for the identity. */
export function shareOf(scalar: bigint, generator: Element): Bytes {
  const share = times(scalar, generator);
  if (!share) throw new RangeError('a share is not the identity');
  return share;
}

/** scalar_mult_vfy: K, encoded; null where the draft says to abort (no canonical encoding, or the identity). */
export function sharedElement(scalar: bigint, encoded: Uint8Array): Bytes | null {
  let element: Element;
  try {
    element = ristretto255.Point.fromBytes(encoded);
  } catch {
    return null;
  }
  return times(scalar, element);
}

/** ISK with the initiator's share first; 64 bytes, to be wiped by the caller. */
export function sessionKey(sid: Uint8Array, k: Uint8Array, initiator: Share, responder: Share): Bytes {
  const secret = lvCat(DSI_ISK, sid, k);
  const whole = concat(secret, lvCat(initiator.y, initiator.ad), lvCat(responder.y, responder.ad));
  try {
    return new Uint8Array(sha512(whole));
  } finally {
    wipe(secret, whole);
  }
}
