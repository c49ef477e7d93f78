/** Runs every test and ends with one line that can be counted: `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Count {
  passed: number;
  failed: number;
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
  return right ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest(project: string, more: string[]): Count {
  const folder = mkdtempSync(join(tmpdir(), 'kagifuda-suite-'));
  const file = join(folder, 'report.json');
  try {
    const right = run('vitest', ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...more]);
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const passed = Number(typeof report === 'object' && report !== null ? Reflect.get(report, 'numPassedTests') : Number.NaN);
    const failed = Number(typeof report === 'object' && report !== null ? Reflect.get(report, 'numFailedTests') : Number.NaN);
    // A file that cannot even be read fails no test of its own: the exit code counts too.
    return { passed, failed: right ? failed : Math.max(1, failed) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const more = process.argv.slice(2);
const counts = [
  check('types of the browser API and the entry points are written', 'wxt', ['prepare']),
  check('types', 'tsc', ['--noEmit']),
  check('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  vitest('unit', more),
  vitest('e2e', more),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
