/** For a run of tests: where the database is kept that each bank in memory is a copy of. The first bank that opens makes it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATTERN } from '../mock-bank/store.ts';

export default function keepPattern(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'kagifuda-pattern-'));
  process.env[PATTERN] = join(folder, 'bank.tar');
  return () => rmSync(folder, { recursive: true, force: true });
}
