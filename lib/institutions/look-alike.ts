/** Hosts that could be taken for a bank's: a letter or two apart from one, or with a bank's or the trade's name in them. */
import { writtenHost } from './host-name.ts';
import { PLATFORMS } from './platforms.ts';
import type { InstitutionProfile } from './profile.ts';
import { readingKey } from './reading.ts';

/** What banks of both kinds call themselves: on their own home pages, and their associations', too. */
const WORDS = ['shinkin', 'shinkumi', 'shinyokinko', 'shinyokumiai', '信用金庫', '信用組合', '信金', '信組'];
/** Fewer letters are in too many names. */
const SHORTEST_READING = 5;
/** So many letters may differ, by the length of the name that is imitated. */
const differing = (length: number): number => (length < 12 ? 1 : 2);

/** Letters that look like Latin ones: the commonest of Unicode's confusables (UTS #39). */
const LIKE_LATIN: [RegExp, string][] = [
  [/[аɑα]/g, 'a'],
  [/[её]/g, 'e'],
  [/[оοо0]/g, 'o'],
  [/[рρ]/g, 'p'],
  [/[сϲ]/g, 'c'],
  [/[хχ]/g, 'x'],
  [/[уγ]/g, 'y'],
  [/[кκ]/g, 'k'],
  [/[ѕ5]/g, 's'],
  [/[іıιí1l|]/g, 'i'],
  [/[ћһ]/g, 'h'],
  [/[ոп]/g, 'n'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];

/** As the eye takes it: without accents, hyphens and dots. */
function skeleton(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '').normalize('NFKC').toLowerCase();
  return LIKE_LATIN.reduce((seen, [from, to]) => seen.replaceAll(from, to), plain.replaceAll(/[-_.・]/g, ''));
}

/** Levenshtein's distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of Array.from(one).entries()) {
    const next = [at + 1];
    for (let to = 1; to <= other.length; to++) {
      const replaced = (row[to - 1] ?? 0) + (letter === other.charAt(to - 1) ? 0 : 1);
      next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Also with something before it: `www.` of the imitation, or the institution's own name. */
function isNear(seen: string, bank: string): boolean {
  if (seen.includes(bank)) return true;
  const allowed = differing(bank.length);
  const tails = Array.from({ length: 2 * allowed + 1 }, (_, at) => seen.slice(-(bank.length - allowed + at)));
  return tails.some((tail) => distance(tail, bank) <= allowed);
}

/** The name in kanji, or as a whole label or hyphened part its reading in kana or Latin letters; both without 信用金庫 and 信用組合. */
function isNamed(written: string, { name, kana }: InstitutionProfile): boolean {
  const short = name.replace(/信用(?:金庫|組合)$/, '');
  if (written.normalize('NFKC').includes(short)) return true;
  const reading = readingKey(kana);
  return reading.length >= SHORTEST_READING && written.split(/[.-]/).some((part) => readingKey(part) === reading);
}

/** `near`: easily mistaken for a bank's host; `named`: only with a name of the trade, which true home pages have, too. */
export type Likeness = 'near' | 'named' | 'none';

/** @param host an unlisted one, as browsers tell it; its port means nothing */
export function likeness(host: string, profiles: readonly InstitutionProfile[]): Likeness {
  const written = writtenHost(host.replace(/:\d+$/, ''));
  const seen = skeleton(written);
  const plain = written.normalize('NFKC').replaceAll(/[-.]/g, '');
  const banks = [...PLATFORMS.map(({ pages }) => pages), ...profiles.map(({ bankOrigin }) => new URL(bankOrigin).hostname)];
  const words = WORDS.filter((word) => seen.includes(skeleton(word)));
  // A word that only the eye reads there was written with other letters on purpose.
  const isForged = words.some((word) => !plain.includes(word));
  if (isForged || PLATFORMS.some(({ name }) => seen.includes(skeleton(name))) || banks.some((bank) => isNear(seen, skeleton(bank)))) return 'near';
  return words.length > 0 || profiles.some((profile) => isNamed(written, profile)) ? 'named' : 'none';
}
