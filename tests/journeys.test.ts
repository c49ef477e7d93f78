/** Each of the twelve journeys is walked end to end in both browsers, and the list of them is true. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

const JOURNEYS = Array.from({ length: 12 }, (_, at) => `J${at + 1}`);

/** By journey: the files that its line in the list names. */
const listed = new Map(
  [...read('docs/journeys.md').matchAll(/^\| (J\d+) \|.*$/gm)].map(([line, journey = '']) => [journey, [...line.matchAll(/`(tests\/e2e\/[\w-]+\.test\.ts)`/g)].map(([, file = '']) => file)]),
);

/** Named in the comment at the file's head: "J1 and J12", "J3, J4 and J8". */
function namedIn(file: string): string[] {
  const [head = ''] = /^\/\*\*[\s\S]*?\*\//.exec(read(file)) ?? [];
  return [...head.matchAll(/\bJ\d+\b/g)].map(([journey]) => journey);
}

/** Once for each browser there is, as `browser/open.ts` names them; what is left to one of them says so by `runIf`. */
const runsInBoth = (file: string): boolean => /^describe\.each\(BROWSERS\)/m.test(read(file));

describe('the journeys', () => {
  it('are listed, all twelve', () => {
    expect([...listed.keys()]).toEqual(JOURNEYS);
  });
  it.each(JOURNEYS)('%s is walked where the list says, and in both browsers', (journey) => {
    const files = listed.get(journey) ?? [];
    expect(files.filter((file) => !existsSync(`${root}${file}`))).toEqual([]);
    expect(files.filter((file) => !namedIn(file).includes(journey))).toEqual([]);
    expect(files.filter(runsInBoth)).not.toEqual([]);
  });
  it('are listed wherever a file says that it walks them', () => {
    const files = globSync('tests/e2e/*.test.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
    const unlisted = files.flatMap((file) => namedIn(file).filter((journey) => !listed.get(journey)?.includes(file)).map((journey) => `${file}: ${journey}`));
    expect(files.length).toBeGreaterThan(20);
    expect(unlisted).toEqual([]);
  });
});
