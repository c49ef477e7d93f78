/** Before the first test of a run: the database that each bank in memory is a copy of. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patternArchive } from '../mock-bank/engines/embedded.ts';
import { PATTERN } from '../mock-bank/store.ts';

export default async function makePattern(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'kagifuda-pattern-'));
  const file = join(folder, 'bank.tar');
  writeFileSync(file, await patternArchive());
  process.env[PATTERN] = file;
  return () => rmSync(folder, { recursive: true, force: true });
}
