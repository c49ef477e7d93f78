/** Every shinkin and credit union of the public bank-code list, and finding one by name, reading or code. */
import names from './names.json';
import type { Institution } from './profile.ts';
import { profiles } from './profiles.ts';
import { readingKey } from './reading.ts';

const KINDS = {
  shinkin: { short: '信金', full: '信用金庫', readings: ['シンキン', 'シンヨウキンコ'] },
  'credit-union': { short: '信組', full: '信用組合', readings: ['シンクミ', 'シンヨウクミアイ'] },
} as const;

interface Entry extends Institution {
  /** Built on the first search, not at import. */
  keys: string[] | null;
}

function entryOf(row: readonly string[]): Entry {
  const [code = '', name = '', kana = ''] = row;
  const kind = code.startsWith('1') ? 'shinkin' : 'credit-union';
  return { code, name: name + KINDS[kind].full, kana, kind, keys: null };
}

let entries: Entry[] | null = null;

/** Institutions with an issuer that the public list does not know: the sample ones of a development build. */
function unlisted(): Entry[] {
  const listed = new Set(names.map(([code]) => code));
  return profiles()
    .filter(({ code }) => !listed.has(code))
    .map(({ code, name, kana, kind }) => ({ code, name, kana, kind, keys: null }));
}

function directory(): Entry[] {
  entries ??= [...names.map(entryOf), ...unlisted()];
  return entries;
}

function keysOf(entry: Entry): string[] {
  entry.keys ??= KINDS[entry.kind].readings.map((reading) => readingKey(entry.kana + reading));
  return entry.keys;
}

/** 信金 → 信用金庫, 信組 → 信用組合; but 信用金庫 stays itself. */
function expanded(name: string): string {
  return name.replaceAll(KINDS.shinkin.short, KINDS.shinkin.full).replaceAll(KINDS['credit-union'].short, KINDS['credit-union'].full);
}

/** Lower is better; undefined: no match. */
function rank(entry: Entry, plain: string, key: string): number | undefined {
  if (/^\d+$/.test(plain)) return entry.code.startsWith(plain) ? 0 : undefined;
  const name = entry.name.indexOf(expanded(plain));
  if (name >= 0) return name === 0 ? 0 : 2;
  if (key === '') return undefined;
  const places = keysOf(entry).map((whole) => whole.indexOf(key));
  if (places.includes(0)) return 1;
  return places.some((place) => place > 0) ? 3 : undefined;
}

/** By kanji, hiragana, katakana, rōmaji or code; best matches first, then by code. */
export function findInstitutions(query: string, limit = 50): Institution[] {
  const plain = query.normalize('NFKC').replace(/\s/g, '');
  if (plain === '') return directory().slice(0, limit);
  const key = readingKey(plain);
  return directory()
    .map((entry) => ({ entry, rank: rank(entry, plain, key) }))
    .filter((match): match is { entry: Entry; rank: number } => match.rank !== undefined)
    .toSorted((a, b) => a.rank - b.rank || a.entry.code.localeCompare(b.entry.code))
    .slice(0, limit)
    .map(({ entry }) => entry);
}

export function institutionOf(code: string): Institution | undefined {
  return directory().find((entry) => entry.code === code);
}

/** One that has left the list counts as the stricter kind. */
export function kindOf(code: string): Institution['kind'] {
  return institutionOf(code)?.kind ?? 'shinkin';
}
