/**
 * `npm run mutants [folder, file or file:line-line …]`: small wrong changes are made to the code, one at a time, and the unit tests of
 * `lib/` that reach the changed place must fail. Prints a score for each folder and file, and every change that no test noticed.
 * `--quick` leaves out what a module works out once, as it is read (tables, patterns): for each change of these all tests
 * must run again, nine tenths of the time. KAGIFUDA_MUTANT_WORKERS says how many at once. Stryker's options are here and in no file of its own.
 */
import { existsSync, statSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

const ROOMS = ['lib/otp', 'lib/institutions', 'lib/autofill', 'lib/enrolment', 'lib/vault'];
const isQuick = process.argv.includes('--quick');
const told = process.argv.slice(2).filter((word) => word !== '--quick').map((place) => place.replace(/\/$/, ''));
const places = told.length > 0 ? told : ROOMS;
/** Without its lines: `lib/vault/door.ts:10-40`. */
const pathOf = (place: string): string => place.replace(/:\d+-\d+$/, '');
const missing = places.filter((place) => !existsSync(pathOf(place)));
if (missing.length > 0) {
  console.error(`Not there: ${missing.join(', ')}. Folders, files or lines: npm run mutants -- lib/otp lib/vault/pin.ts lib/vault/door.ts:10-40`);
  process.exit(2);
}

/** As many as are asked for, two at most: each is a Vitest of its own. */
const workers = Math.min(2, Number(process.env['KAGIFUDA_MUTANT_WORKERS'] ?? 2));
// Nothing waits for this: whatever else the machine does goes first. The workers inherit it.
setPriority(19);
// Read by scripts/mutants-vitest.ts, in each worker.
if (isQuick) process.env['KAGIFUDA_MUTANTS'] = 'quick';

const mutants = await new Stryker({
  mutate: places.map((place) => (statSync(pathOf(place)).isDirectory() ? `${place}/**/*.ts` : place)),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutants-vitest.ts', related: true },
  coverageAnalysis: 'perTest',
  ignoreStatic: isQuick,
  concurrency: workers,
  reporters: ['progress-append-only'],
  allowConsoleColors: false,
  // The copy that is changed: made in the project, git-ignored, and gone afterwards.
  tempDirName: '.mutants',
  cleanTempDir: 'always',
  ignorePatterns: ['.output', '.wxt', '.demo', '.bank', 'coverage', 'gallery', 'test-results', 'docs/pictures'],
  // It would parse that file with TypeScript 7, which has no parser to offer. A name of no file keeps it from that.
  tsconfigFile: 'none',
  disableTypeChecks: false,
}).runMutationTest();

const count = (of: Mutant[], ...status: Mutant['status'][]): number => of.filter((one) => status.includes(one.status)).length;

/** Killed or run into a time limit, of all that could be run. */
function line(title: string, of: Mutant[]): string {
  const [killed, late, survived, unseen] = [count(of, 'Killed'), count(of, 'Timeout'), count(of, 'Survived'), count(of, 'NoCoverage')];
  const all = killed + late + survived + unseen;
  const score = all === 0 ? '–' : `${((100 * (killed + late)) / all).toFixed(1)} %`;
  const other = of.length - all;
  return `${score.padStart(8)} ${[killed, survived, late, unseen].map((number) => String(number).padStart(9)).join('')}   ${title}${other > 0 ? ` (and ${other} that were left out)` : ''}`;
}

const placeOf = ({ fileName }: Mutant): string => relative('.', fileName);
const groups = (nameOf: (mutant: Mutant) => string): [string, Mutant[]][] => [...Map.groupBy(mutants, nameOf)].toSorted(([a], [b]) => a.localeCompare(b));

for (const one of mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')) {
  const { start, end } = one.location;
  console.log(`${placeOf(one)}:${start.line}:${start.column}–${end.line}:${end.column} ${one.status}, ${one.mutatorName}: ${one.replacement?.replaceAll(/\s+/g, ' ').slice(0, 120)}`);
}
console.log(`\n   score    killed survived   timed out  no test   what`);
for (const [file, of] of groups(placeOf)) console.log(line(file, of));
for (const [folder, of] of groups((mutant) => `${dirname(placeOf(mutant))}/`)) console.log(line(folder, of));
