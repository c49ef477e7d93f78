/** `npm run soak 50 [seed]`: so many kills −9 of browser and bank at random moments of an enrolment, in each browser. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [kills = '50', seed] = process.argv.slice(2);
if (![kills, seed ?? '0'].every((text) => /^\d+$/.test(text))) {
  console.error('How many? A number, and perhaps a seed: npm run soak 50 12345');
  process.exit(2);
}

const failed = ['chromium', 'firefox'].filter((browser) => {
  const env = { ...process.env, KAGIFUDA_TEST_BROWSER: browser, KAGIFUDA_SOAK: kills, ...(seed === undefined ? {} : { KAGIFUDA_SOAK_SEED: seed }) };
  const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), ['run', '--project', 'e2e', 'tests/e2e/kills.test.ts'], { cwd: root, env, stdio: 'inherit' });
  return status !== 0;
});
console.log(failed.length === 0 ? `${kills} kills in each browser: no token lost, none doubled` : `failed in ${failed.join(' and ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
