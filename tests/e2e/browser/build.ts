/** Builds the extension for a test: a development build that knows the mock bank at this port. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Resolves to the folder with the unpacked extension. */
export async function buildExtension(browser: 'chrome' | 'firefox', bankPort: number, quiet = true): Promise<string> {
  const wxt = `${root}node_modules/wxt/bin/wxt.mjs`;
  const args = [wxt, 'build', '--mode', 'development', '--browser', browser, '--mv3'];
  const build = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, KAGIFUDA_BANK_PORT: String(bankPort), NODE_ENV: 'production' },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', 'pipe'],
  });
  let complaint = '';
  build.stdout?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  build.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => build.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`wxt build failed:\n${complaint}`);
  return `${root}.output/${browser}-mv3-dev`;
}
