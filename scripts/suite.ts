/** Runs every test and ends with one line that can be counted: `N passed, N failed`. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Count {
  passed: number;
  failed: number;
  /** A line each. */
  failures: string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));

function run(program: string, args: string[]): boolean {
  const { status } = spawnSync(join(root, 'node_modules/.bin', program), args, { cwd: root, stdio: 'inherit' });
  return status === 0;
}

/** A command that is one check: types, lint. */
function check(title: string, program: string, args: string[]): Count {
  const right = run(program, args);
  console.log(`${right ? '✓' : '✗'} ${title}`);
  return right ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [title] };
}

const valueIn = (from: unknown, key: string): unknown => (typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined);
const listIn = (from: unknown, key: string): unknown[] => {
  const found = valueIn(from, key);
  return Array.isArray(found) ? found : [];
};

/** `place: title: first line of what was wrong`, of every test that failed and every file that could not be run. */
function failuresIn(report: unknown): string[] {
  return listIn(report, 'testResults').flatMap((file) => {
    const place = String(valueIn(file, 'name')).slice(root.length);
    const failed = listIn(file, 'assertionResults').filter((one) => valueIn(one, 'status') === 'failed');
    const told = failed.map((one) => `${String(valueIn(one, 'fullName'))}: ${String(listIn(one, 'failureMessages')[0])}`);
    if (told.length === 0 && valueIn(file, 'status') === 'failed') told.push(String(valueIn(file, 'message')));
    return told.map((words) => `${place}: ${words.split('\n')[0]}`);
  });
}

function countIn(file: string, right: boolean): Count {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const read = (key: string): number => Number(valueIn(report, key));
    // A file that cannot even be read, or an error outside of any test, fails no test of its own: the exit code counts too.
    return { passed: read('numPassedTests'), failed: right ? read('numFailedTests') : Math.max(1, read('numFailedTests')), failures: failuresIn(report) };
  } catch {
    return { passed: 0, failed: 1, failures: [] };
  }
}

/** One run of Vitest in a process of its own; what it prints comes out in one piece, when it ends. */
async function test(title: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'kagifuda-suite-'));
  const file = join(folder, 'report.json');
  const vitest = spawn(
    join(root, 'node_modules/.bin/vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
    { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  vitest.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  vitest.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => vitest.on('close', resolve));
  const count = countIn(file, status === 0);
  rmSync(folder, { recursive: true, force: true });
  console.log(`\n── ${title}\n${printed}`);
  return { ...count, failures: count.failures.map((line) => `${title}: ${line}`) };
}

/** Each browser has its own bank, port and build, so that both may run at once: they mostly wait for time steps. */
const endToEnd = (browser: string, args: string[]): Promise<Count> =>
  test(`end to end in ${browser}`, ['--project', 'e2e', ...args], { KAGIFUDA_TEST_BROWSER: browser });

const more = process.argv.slice(2);
/** Vitest leaves a core to the machine; here nothing else runs meanwhile, and of two cores that is half. */
const ALL_CORES = `--maxWorkers=${availableParallelism()}`;
const counts = [
  check('types of the browser API and the entry points are written', 'wxt', ['prepare']),
  check('types', 'tsc', ['--noEmit']),
  check('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  await test('unit tests', ['--project', 'unit', ALL_CORES, ...more]),
  await test('the bank on PostgreSQL', ['--project', 'postgres', ALL_CORES, ...more]),
  ...(await Promise.all([endToEnd('chromium', more), endToEnd('firefox', more)])),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
// Whoever sees only the end of a long log shall see what was wrong.
for (const line of counts.flatMap(({ failures }) => failures)) console.log(`✗ ${line}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
