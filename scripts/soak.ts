/**
 * `npm run soak 50 [seed] [browser] [what]`: so many kills −9 at random moments, in each browser. Of browser and bank during
 * enrolments (`enrolments`), and of the browser in a storm of writes (`vault`); of both and in both unless told.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const BROWSERS = ['chromium', 'firefox'];
const TESTS: Record<string, string> = { enrolments: 'tests/e2e/kills.test.ts', vault: 'tests/e2e/vault-kills.test.ts' };

const told = process.argv.slice(2);
const [kills = '50', seed, ...more] = told.filter((word) => /^\d+$/.test(word));
const words = told.filter((word) => !/^\d+$/.test(word));
const ofWords = (known: string[]): string[] => (words.some((word) => known.includes(word)) ? known.filter((one) => words.includes(one)) : known);

if (more.length > 0 || words.some((word) => !BROWSERS.includes(word) && !Object.hasOwn(TESTS, word))) {
  console.error('How many? A number, and perhaps a seed, a browser, and enrolments or vault: npm run soak 50 12345 firefox vault');
  process.exit(2);
}

function soak(browser: string, what: string): boolean {
  const env = { ...process.env, KAGIFUDA_TEST_BROWSER: browser, KAGIFUDA_SOAK: kills, ...(seed === undefined ? {} : { KAGIFUDA_SOAK_SEED: seed }) };
  const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), ['run', '--project', 'e2e', TESTS[what] ?? ''], { cwd: root, env, stdio: 'inherit' });
  return status === 0;
}

const runs = ofWords(BROWSERS).flatMap((browser) => ofWords(Object.keys(TESTS)).map((what) => ({ browser, what })));
const failed = runs.filter(({ browser, what }) => !soak(browser, what)).map(({ browser, what }) => `${what} in ${browser}`);
const all = runs.map(({ browser, what }) => `${what} in ${browser}`).join(', ');
console.log(failed.length === 0 ? `${kills} kills each (${all}): nothing lost, nothing doubled` : `failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
