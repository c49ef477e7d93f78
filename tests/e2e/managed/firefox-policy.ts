/** A home folder in which an administrator has left Firefox a policy for the extension (docs/managed.md). */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ID = 'kagifuda@kagifuda.example';

export interface Home {
  path: string;
  remove(): void;
}

export function homeWith(data: object): Home {
  const path = mkdtempSync(join(tmpdir(), 'kagifuda-home-'));
  const folder = join(path, '.mozilla', 'managed-storage');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${ID}.json`), JSON.stringify({ name: ID, description: 'Kagifuda, for a test', type: 'storage', data }));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
