/** `npm run coverage`: how much of the extension the unit tests run through. Ends with a summary; by file in `coverage/coverage-summary.json`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// A line is run through in the first few runs or in none.
const few = { KAGIFUDA_MODEL_RUNS: '30', KAGIFUDA_FUZZ_MESSAGES: '2000', KAGIFUDA_MUTATIONS: '2000' };
const { status } = spawnSync(`${root}node_modules/.bin/vitest`, ['run', '--project', 'unit', '--coverage', '--testTimeout=60000', ...process.argv.slice(2)], {
  cwd: root,
  env: { ...few, ...process.env },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
