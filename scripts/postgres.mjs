/** Where PostgreSQL's server programs are. Plain JavaScript without packages: the set-up runs before there are any. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const DEBIAN_PACKAGE = 'postgresql';
export const VARIABLE = 'POSTGRES_BIN';
const DEBIAN_FOLDER = '/usr/lib/postgresql';

function told() {
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

/** Debian keeps each version in a folder of its own, outside the PATH: the newest one. */
function debian() {
  if (!existsSync(DEBIAN_FOLDER)) return [];
  return readdirSync(DEBIAN_FOLDER)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_FOLDER, version, 'bin'));
}

/** The folder that holds `initdb` and `postgres`; undefined where there is none. */
export function findPostgres() {
  const folders = [process.env[VARIABLE] ?? '', ...debian(), told()].filter((folder) => folder !== '');
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}
