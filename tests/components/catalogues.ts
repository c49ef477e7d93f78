/** Every catalogue of words that there is, leaf by leaf: no list to forget one on. */
import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { offerWords } from '../../lib/autofill/offer-words.ts';

const components = fileURLToPath(new URL('../../components/', import.meta.url));
const files = globSync('{words-*,sentences}.ts', { cwd: components }).toSorted();

export interface Leaf {
  /** The keys that lead to it, and what a call gave. */
  place: string;
  /** `text`, `none`, or `of 2` for what is made of two values. */
  kind: string;
  text: string;
}

export interface Words {
  name: string;
  ja: Leaf[];
  en: Leaf[];
}

/** Values as catalogues are given them; `{}` and lists for those that take one apart. */
const SAMPLES: unknown[][] = [
  [7, 9, 11],
  [{ fresh: '00000001', old: '00000002', passphrases: 2, passkeys: 1, pin: true, issued: 3, imported: 4, pending: 5 }],
  [['serial', 'current']],
];

/** The first sample that it takes without a gap in its text. */
function called(words: (...values: never[]) => unknown, place: string): unknown {
  for (const sample of SAMPLES) {
    try {
      const made: unknown = Reflect.apply(words, null, sample);
      if (!/undefined|NaN|\[object/.test(JSON.stringify(made) ?? 'undefined')) return made;
    } catch {
      // It wants another kind of value.
    }
  }
  throw new Error(`${place} takes none of the samples`);
}

const isWords = (value: unknown): value is (...values: never[]) => unknown => typeof value === 'function';

export function leavesOf(value: unknown, place = ''): Leaf[] {
  if (typeof value === 'string') return [{ place, kind: 'text', text: value }];
  if (value === null) return [{ place, kind: 'none', text: '' }];
  if (isWords(value)) return leavesOf(called(value, place), `${place}()`).map((leaf) => ({ ...leaf, kind: `of ${value.length}: ${leaf.kind}` }));
  if (typeof value !== 'object') throw new TypeError(`${place}: no words`);
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${place}.${key}`));
}

async function exportsOf(file: string): Promise<[string, unknown][]> {
  const found: unknown = await import(pathToFileURL(components + file).href);
  return Object.entries(Object(found)).filter(([, value]) => typeof value === 'object' && value !== null && 'ja' in value && 'en' in value);
}

/** Those of the screens, the sentences of refusals, and what the offer in a page says. */
export async function catalogues(): Promise<Words[]> {
  const found = (await Promise.all(files.map(exportsOf))).flat();
  const ours = found.map(([name, value]) => ({ name, ja: leavesOf(Reflect.get(Object(value), 'ja')), en: leavesOf(Reflect.get(Object(value), 'en')) }));
  return [...ours, { name: 'offerWords', ja: leavesOf(offerWords('ja')), en: leavesOf(offerWords('en')) }];
}

/** Files that should hold one at least. */
export async function filesWithoutCatalogue(): Promise<string[]> {
  const counts = await Promise.all(files.map(async (file) => ({ file, count: (await exportsOf(file)).length })));
  return counts.filter(({ count }) => count === 0).map(({ file }) => file);
}
