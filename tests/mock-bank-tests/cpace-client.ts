/** The initiator of CPACE-RISTR255-SHA512, written from docs/protocol.md; only the group is a library's. */
import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concat, lvCat, utf8 } from '../../lib/bytes.ts';

const SEED_BYTES = 32;

export interface Initiator {
  /** Ya. */
  share: Uint8Array;
  /** ISK. Throws for a Yb that is no point. */
  key(other: { share: Uint8Array; ad: Uint8Array }): Uint8Array;
}

/** A scalar of 252 bits; never 0 in anybody's lifetime. */
function scalar(): bigint {
  const bytes = crypto.getRandomValues(new Uint8Array(SEED_BYTES));
  bytes[0] = (bytes[0] ?? 0) & 0x0f;
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`) % ristretto255.Point.Fn.ORDER;
}

export function initiate({ password, ci, sid, ad }: { password: string; ci: Uint8Array; sid: Uint8Array; ad: Uint8Array }): Initiator {
  const text = lvCat(utf8('CPaceRistretto255'), utf8(password), new Uint8Array(108 - password.length), ci, sid);
  const generator = ristretto255_hasher.deriveToCurve?.(sha512(text));
  if (!generator) throw new Error('no element derivation');
  const y = scalar();
  const share = generator.multiply(y).toBytes();
  return {
    share,
    key(other) {
      const k = ristretto255.Point.fromBytes(other.share).multiply(y).toBytes();
      return sha512(concat(lvCat(utf8('CPaceRistretto255_ISK'), sid, k), lvCat(share, ad), lvCat(other.share, other.ad)));
    },
  };
}
