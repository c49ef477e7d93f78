/** Every value of an SQLite database, where Firefox keeps nearly everything: put together from its pages and its write-ahead log. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const MAGIC = Buffer.from('SQLite format 3\0');

const named = (name: unknown): string => `"${String(name).replaceAll('"', '""')}"`;

function* valuesIn(database: DatabaseSync): Generator<Buffer> {
  for (const { name } of database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all()) {
    const rows = database.prepare(`SELECT * FROM ${named(name)}`);
    rows.setReadBigInts(true);
    for (const row of rows.iterate())
      for (const value of Object.values(row)) {
        if (typeof value === 'string') yield Buffer.from(value);
        if (value instanceof Uint8Array) yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      }
  }
}

export const isSqlite = (file: Buffer): boolean => file.subarray(0, MAGIC.length).equals(MAGIC);

/** Of a copy: opening one would write the log into the database. */
export function sqliteValues(path: string): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'kagifuda-sqlite-'));
  try {
    const copy = join(folder, 'copy.sqlite');
    for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
    const database = new DatabaseSync(copy);
    try {
      return [...valuesIn(database)];
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
