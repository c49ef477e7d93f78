/**
 * CPace, draft-irtf-cfrg-cpace-21, cipher suite CPACE-RISTR255-SHA512, on the responder's side. The group is
 * @noble/curves' ristretto255 (RFC 9496); everything above it is here.
 */
import { createHash, randomBytes } from 'node:crypto';
import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js';
import { lvCat } from './encoding.ts';

type Point = InstanceType<typeof ristretto255.Point>;

/** What both sides must have in common before they begin. */
export interface Common {
  /** The password's bytes. */
  prs: Uint8Array;
  ci: Uint8Array;
  sid: Uint8Array;
}

/** A public share and the data bound to it. */
export interface Share {
  y: Uint8Array;
  ad: Uint8Array;
}

const DSI = 'CPaceRistretto255';
/** s_in_bytes of SHA-512. */
const BLOCK = 128;
/** Twice the length of a scalar: what is left of the order's bias is 2^-256. */
const WIDE = 64;

const sha512 = (...parts: Uint8Array[]): Buffer => createHash('sha512').update(Buffer.concat(parts)).digest();

/** Section 7.1: DSI and PRS fill the first block of the hash, so that the password's length takes no time of its own. */
export function generatorString({ prs, ci, sid }: Common): Buffer {
  const zeros = Math.max(0, BLOCK - 1 - lvCat(prs).length - lvCat(DSI).length);
  return lvCat(DSI, prs, Buffer.alloc(zeros), ci, sid);
}

/** g: the 64 bytes of the hash through RFC 9496's element derivation (section 4.3.4). */
export function generator(common: Common): Point {
  const point = ristretto255_hasher.deriveToCurve?.(sha512(generatorString(common)));
  if (!point) throw new Error('the curve has no element derivation');
  return point;
}

/** 1 to the group's order − 1. */
export function randomScalar(): bigint {
  return (littleEndian(randomBytes(WIDE)) % (ristretto255.Point.Fn.ORDER - 1n)) + 1n;
}

/** A scalar as the draft prints it. */
export const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes.toReversed()).toString('hex')}`);

/** Ya or Yb: 32 bytes. `y` is 1 to the order − 1. */
export const shareOf = (y: bigint, g: Point): Buffer => Buffer.from(g.multiply(y).toBytes());

/** The other side's point; null for an encoding that is none, and for the identity. */
export function readShare(bytes: Uint8Array): Point | null {
  try {
    const point = ristretto255.Point.fromBytes(bytes);
    return point.is0() ? null : point;
  } catch {
    return null;
  }
}

/** K. Never the identity: the group's order is prime, the point is not the identity and the scalar is not 0. */
export const secretPoint = (y: bigint, other: Point): Buffer => Buffer.from(other.multiply(y).toBytes());

/** ISK of the initiator–responder setting (section 7.4): 64 bytes. */
export function sessionKey({ sid, k, a, b }: { sid: Uint8Array; k: Uint8Array; a: Share; b: Share }): Buffer {
  return sha512(lvCat(`${DSI}_ISK`, sid, k), lvCat(a.y, a.ad), lvCat(b.y, b.ad));
}
