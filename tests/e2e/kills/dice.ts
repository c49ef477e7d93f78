/** Chance with a seed that is told: one run that failed can be run again. */

/** How many kills, and by which seed; `npm run soak` says both. */
export const KILLS = Number(process.env['KAGIFUDA_SOAK'] ?? 5);
export const SEED = Number(process.env['KAGIFUDA_SOAK_SEED'] ?? Date.now() % 2 ** 31);

/** mulberry32: numbers from 0 up to 1. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
