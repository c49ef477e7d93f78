/** The files in which a browser keeps our database and our `storage.local`, harmed while it is closed. */
import { globSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { BrowserName } from '../browser/open.ts';

export type Place = 'database' | 'area';
/** `noise`: every byte another. `half`: cut off in the middle. `pages`: what says of which kind the file is stays, the rest is noise. */
export type Harm = 'noise' | 'half' | 'pages';

/** LevelDB and SQLite. The area of Firefox is a database of a container that nobody sees. */
const FOLDERS: Record<BrowserName, Record<Place, string>> = {
  chromium: { database: 'Default/IndexedDB/chrome-extension_*.indexeddb.leveldb', area: 'Default/Local Extension Settings/*' },
  firefox: { database: 'storage/default/moz-extension+++????????-????-????-????-????????????/idb', area: 'storage/default/moz-extension+++*^userContextId=*/idb' },
};
const FILES: Record<BrowserName, RegExp> = { chromium: /(CURRENT|MANIFEST-\d+|\.log|\.ldb)$/, firefox: /\.sqlite$/ };
/** SQLite's first page tells the schema; of LevelDB's files CURRENT and MANIFEST tell which others count. */
const PAGE = 4096;

function withPagesHarmed(path: string, bytes: Buffer): Buffer {
  if (/(CURRENT|MANIFEST-\d+)$/.test(path)) return bytes;
  const whole = path.endsWith('.sqlite') ? PAGE : bytes.length >> 1;
  return Buffer.concat([bytes.subarray(0, whole), randomBytes(bytes.length - whole)]);
}

function harmFile(path: string, harm: Harm): void {
  const bytes = readFileSync(path);
  if (harm === 'half') truncateSync(path, bytes.length >> 1);
  else writeFileSync(path, harm === 'noise' ? randomBytes(bytes.length) : withPagesHarmed(path, bytes));
}

/** Error when the browser keeps nothing there: then this would show nothing. */
export function harmFiles(name: BrowserName, profile: string, place: Place, harm: Harm): void {
  const files = globSync(join(profile, FOLDERS[name][place], '*')).filter((path) => FILES[name].test(path));
  if (files.every((path) => readFileSync(path).length === 0)) throw new Error(`${name} keeps no ${place} there`);
  for (const path of files) harmFile(path, harm);
}
