/** A passphrase to write down: five groups of two syllables, about 60 bits, easy to read aloud. */

/** Fills nothing with bias: `random(n)` gives n uniform bytes (`crypto.getRandomValues`). */
export type Random = (length: number) => Uint8Array;

const CONSONANTS = 'kgsztdnhbpmry';
const VOWELS = 'aiueo';
/** 13 × 5 = 65 syllables, log2 65 = 6.02 bits each, ten of them: 60.2 bits. */
const GROUPS = 5;
const SYLLABLES_IN_GROUP = 2;

/** Uniform below `limit` (at most 256): bytes from the uneven tail are thrown away, not folded in. */
export function below(limit: number, random: Random): number {
  const even = 256 - (256 % limit);
  for (;;) {
    const byte = random(1)[0];
    if (byte !== undefined && byte < even) return byte % limit;
  }
}

function syllable(random: Random): string {
  const which = below(CONSONANTS.length * VOWELS.length, random);
  return CONSONANTS.charAt(Math.floor(which / VOWELS.length)) + VOWELS.charAt(which % VOWELS.length);
}

export function makePassphrase(random: Random): string {
  const group = (): string => Array.from({ length: SYLLABLES_IN_GROUP }, () => syllable(random)).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
