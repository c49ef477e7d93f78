/** Builds the extension for a test: a development build that knows the mock bank at this port. */
import { spawn } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OwnBank } from '../../../lib/institutions/mock.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const { KAGIFUDA_OUTPUT, VITEST_POOL_ID } = process.env;
/** Several runs at once need a folder each, and so do the workers of one. */
export const OUTPUT = KAGIFUDA_OUTPUT ?? `${root}.output${VITEST_POOL_ID === undefined ? '' : `/worker-${VITEST_POOL_ID}`}`;

/** Stands in the build that all files of a run share; no bank is there. */
export const NO_PORT = 64_999;
/** The folder of that build, for the processes that the tests run in. */
export const SHARED = 'KAGIFUDA_SHARED_BUILD';

type Target = 'chrome' | 'firefox';

export interface Build {
  quiet?: boolean;
  /** A page under test beside the mock bank; such a build goes to a folder of its own. */
  own?: { bank: OwnBank; folder: string };
}

const nameOf = (browser: Target): string => `${browser}-mv3-dev`;

/** Resolves to the folder with the unpacked extension. */
export async function buildExtension(browser: Target, bankPort: number, { quiet = true, own }: Build = {}): Promise<string> {
  const folder = own?.folder ?? OUTPUT;
  const shared = process.env[SHARED];
  if (shared !== undefined && !own) copyShared(`${shared}/${nameOf(browser)}`, `${folder}/${nameOf(browser)}`, bankPort);
  else await build(browser, folder, quiet, { KAGIFUDA_BANK_PORT: String(bankPort), ...(own ? { KAGIFUDA_OWN_BANK: JSON.stringify(own.bank) } : {}) });
  return `${folder}/${nameOf(browser)}`;
}

/** Builds take seconds of all cores, and those of one run differ in the port only. */
function copyShared(from: string, to: string, port: number): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  const scripts = globSync('**/*.js', { cwd: to }).map((name) => `${to}/${name}`);
  const carrying = scripts.filter((path) => readFileSync(path, 'utf8').includes(String(NO_PORT)));
  if (carrying.length === 0) throw new Error(`no script in ${from} has the port to be replaced`);
  for (const path of carrying) writeFileSync(path, readFileSync(path, 'utf8').replaceAll(String(NO_PORT), String(port)));
}

export async function build(browser: Target, folder: string, quiet: boolean, given: Record<string, string>): Promise<void> {
  await run(['--mode', 'development', '--browser', browser, '--mv3'], folder, quiet, given);
}

/** As it goes to a store. Resolves to the folder with the unpacked extension. */
export async function buildForStore(browser: Target, folder: string): Promise<string> {
  await run(['--browser', browser, '--mv3'], folder, true, {});
  return `${folder}/${browser}-mv3`;
}

async function run(options: string[], folder: string, quiet: boolean, given: Record<string, string>): Promise<void> {
  const wxt = `${root}node_modules/wxt/bin/wxt.mjs`;
  const args = [wxt, 'build', ...options];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, KAGIFUDA_OUTPUT: folder, NODE_ENV: 'production', ...given },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', 'pipe'],
  });
  let complaint = '';
  child.stdout?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`wxt build failed:\n${complaint}`);
}
