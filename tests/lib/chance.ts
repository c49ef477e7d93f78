/** Chance that can be had again: whatever is drawn follows from the seed alone. */

export interface Chance {
  /** 0 to `limit` − 1. */
  below(limit: number): number;
  yes(probability: number): boolean;
  one<T>(list: readonly T[]): T;
  bytes(length: number): Uint8Array<ArrayBuffer>;
  /** Another stream, which depends on the seed and this name and on nothing that was drawn before. */
  apart(name: string): Chance;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** sfc32 (PractRand): 128 bits of state, 32 bits out. */
function sfc32(seed: string): () => number {
  let [a, b, c, counter] = [hashOf(`${seed} a`), hashOf(`${seed} b`), hashOf(`${seed} c`), 1];
  const next = (): number => {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out | 0;
    return out >>> 0;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

export function chanceOf(seed: string): Chance {
  const next = sfc32(seed);
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    yes: (probability) => next() / 2 ** 32 < probability,
    one(list) {
      for (const value of list.slice(below(list.length))) return value;
      throw new RangeError('nothing to choose from');
    },
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
    apart: (name) => chanceOf(`${seed} / ${name}`),
  };
}
