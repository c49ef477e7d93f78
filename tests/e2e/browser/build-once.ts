/** Before the first end-to-end test of a run: the build that all its files copy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, NO_PORT, SHARED } from './build.ts';
import { BROWSERS } from './open.ts';

export default async function buildOnce(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'kagifuda-build-'));
  for (const name of BROWSERS) await build(name === 'firefox' ? 'firefox' : 'chrome', folder, true, { KAGIFUDA_BANK_PORT: String(NO_PORT) });
  process.env[SHARED] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
