/**
 * Packages for the stores, in .output/: Chrome's, Firefox's, and the sources of both. Prints what is in each, and keeps that in
 * .output/packages.txt. The same sources give the same bytes, in whatever folder (tests/packages/).
 *
 *   npm run zip
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesIn } from './archive.ts';
import { described, type Package, packageOf, SOURCES } from './packages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = process.env['KAGIFUDA_OUTPUT'] ?? join(root, '.output');
const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const nameOf = (what: string): string => `kagifuda-${String(Reflect.get(Object(manifest), 'version'))}-${what}.zip`;

/** Whatever the shell says of the environment, a store gets a production build. */
function built(browser: string): Package {
  const args = ['node_modules/wxt/bin/wxt.mjs', 'build', '--mode', 'production', '--browser', browser, '--mv3'];
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build for ${browser} failed:\n${stdout}${stderr}`);
  return packageOf(nameOf(browser), filesIn(join(output, `${browser}-mv3`)));
}

const packages = [built('chrome'), built('firefox'), packageOf(nameOf('sources'), filesIn(root, SOURCES))];
for (const { name, archive } of packages) writeFileSync(join(output, name), archive);
const list = packages.map(described).join('\n');
writeFileSync(join(output, 'packages.txt'), list);
console.log(list);
