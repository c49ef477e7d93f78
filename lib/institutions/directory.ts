/** Every shinkin and credit union of the public bank-code list, and finding one by name, reading or code. */
import names from './names.json';
import type { Institution } from './profile.ts';
import { profiles } from './profiles.ts';
import { plainName, readQuery } from './query.ts';
import type { Query } from './query.ts';
import { readingKey } from './reading.ts';

const KINDS = {
  shinkin: { full: '信用金庫', readings: ['シンキン', 'シンヨウキンコ'] },
  'credit-union': { full: '信用組合', readings: ['シンクミ', 'シンヨウクミアイ'] },
} as const;

interface Entry extends Institution {
  /** Built on the first search, not at import. */
  keys: { name: string; readings: string[] } | null;
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

function keysOf(entry: Entry): NonNullable<Entry['keys']> {
  entry.keys ??= { name: plainName(entry.name), readings: KINDS[entry.kind].readings.map((reading) => readingKey(entry.kana + reading)) };
  return entry.keys;
}

/** Lower is better; undefined: no match. */
function rankOf(entry: Entry, { stem, key, kinds }: Query): number | undefined {
  if (kinds && !kinds.includes(entry.kind)) return undefined;
  if (stem === '') return 0;
  if (/^\d+$/.test(stem)) return entry.code.startsWith(stem) ? 0 : undefined;
  const { name, readings } = keysOf(entry);
  const at = name.indexOf(stem);
  if (at >= 0) return at === 0 ? 0 : 2;
  if (key === '') return undefined;
  const places = readings.map((whole) => whole.indexOf(key));
  if (places.includes(0)) return 1;
  return places.some((place) => place > 0) ? 3 : undefined;
}

function bestRank(entry: Entry, queries: Query[]): number | undefined {
  const ranks = queries.map((query) => rankOf(entry, query)).filter((rank) => rank !== undefined);
  return ranks.length > 0 ? Math.min(...ranks) : undefined;
}

/** By kanji, hiragana, katakana, rōmaji or code, with or without the kind; best matches first, then those with an issuer, then by code. */
export function findInstitutions(query: string): Institution[] {
  const queries = readQuery(query);
  if (queries.length === 0) return [...directory()];
  const served = new Set(profiles().map(({ code }) => code));
  return directory()
    .map((entry) => ({ entry, rank: bestRank(entry, queries) }))
    .filter((match): match is { entry: Entry; rank: number } => match.rank !== undefined)
    .toSorted((a, b) => a.rank - b.rank || Number(served.has(b.entry.code)) - Number(served.has(a.entry.code)) || a.entry.code.localeCompare(b.entry.code))
    .map(({ entry }) => entry);
}

export function institutionOf(code: string): Institution | undefined {
  return directory().find((entry) => entry.code === code);
}

/** One that has left the list counts as the stricter kind. */
export function kindOf(code: string): Institution['kind'] {
  return institutionOf(code)?.kind ?? 'shinkin';
}
