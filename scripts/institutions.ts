/**
 * Writes lib/institutions/names.json: every shinkin and credit union of the public bank-code list
 * (npm `zengin-code`, MIT), reduced to code, short name and large kana.
 * Run by hand after an update of that package; a test compares the file with the package.
 */
import { writeFileSync } from 'node:fs';
import zengin from 'zengin-code';

/** Central bodies and others in the number ranges that are no shinkin or credit union. */
const SUFFIXES: [range: RegExp, name: string, kana: string][] = [
  [/^1\d{3}$/, '信金', 'シンキン'],
  [/^2[0-8]\d{2}$/, '信組', 'シンクミ'],
];

export function reducedNames(): [code: string, name: string, kana: string][] {
  return Object.values(zengin).flatMap(({ code, name, kana }) => {
    const suffix = SUFFIXES.find(([range]) => range.test(code));
    if (!suffix || !name.endsWith(suffix[1]) || !kana.endsWith(suffix[2])) return [];
    return [[code, name.slice(0, -suffix[1].length), kana.slice(0, -suffix[2].length)]];
  });
}

if (import.meta.main) {
  const rows = reducedNames().map((row) => `  ${JSON.stringify(row)}`);
  writeFileSync(new URL('../lib/institutions/names.json', import.meta.url), `[\n${rows.join(',\n')}\n]\n`);
}
