/** Builds the extension for a test: a development build that knows the mock bank at this port. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { OwnBank } from '../../../lib/institutions/mock.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Build {
  quiet?: boolean;
  /** A page under test beside the mock bank; such a build goes to a folder of its own. */
  own?: { bank: OwnBank; folder: string };
}

/** Resolves to the folder with the unpacked extension. */
export async function buildExtension(browser: 'chrome' | 'firefox', bankPort: number, { quiet = true, own }: Build = {}): Promise<string> {
  const wxt = `${root}node_modules/wxt/bin/wxt.mjs`;
  const args = [wxt, 'build', '--mode', 'development', '--browser', browser, '--mv3'];
  const build = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, KAGIFUDA_BANK_PORT: String(bankPort), NODE_ENV: 'production', ...(own ? { KAGIFUDA_OWN_BANK: JSON.stringify(own.bank), KAGIFUDA_OUTPUT: own.folder } : {}) },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', 'pipe'],
  });
  let complaint = '';
  build.stdout?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  build.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => build.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`wxt build failed:\n${complaint}`);
  // Several runs at once need a folder each.
  return `${own?.folder ?? process.env['KAGIFUDA_OUTPUT'] ?? `${root}.output`}/${browser}-mv3-dev`;
}
