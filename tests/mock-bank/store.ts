/** The bank's memory: SQL in an embedded PostgreSQL, in a folder or in this process only. */
import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { takeFolder } from './folder.ts';

export type Row = Record<string, unknown>;

/** `$1` parameters only; never text put together. bigint columns come back as numbers (all ours are safe). */
export interface Tables {
  rows<T extends object = Row>(sql: string, values?: unknown[]): Promise<T[]>;
}

export interface Store extends Tables {
  /** All or nothing; a throw rolls back and goes on to the caller. */
  transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The sections of schema.sql, first to last. */
async function migrations(): Promise<string[]> {
  const text = await readFile(new URL('schema.sql', import.meta.url), 'utf8');
  return text.split(/^-- migration \d+$/m).slice(1);
}

async function migrate(database: PGlite): Promise<void> {
  await database.exec('CREATE TABLE IF NOT EXISTS migrations (number int PRIMARY KEY)');
  const done = await database.query<{ last: number }>('SELECT coalesce(max(number), 0) AS last FROM migrations');
  const last = done.rows[0]?.last ?? 0;
  for (const [index, section] of (await migrations()).entries()) {
    const number = index + 1;
    if (number <= last) continue;
    await database.transaction(async (tx) => {
      await tx.exec(section);
      await tx.query('INSERT INTO migrations VALUES ($1)', [number]);
    });
  }
}

function tablesOf(database: Pick<PGlite, 'query'>): Tables {
  return { rows: async <T extends object>(sql: string, values: unknown[] = []) => (await database.query<T>(sql, values)).rows };
}

async function open(folder: string | undefined): Promise<Store> {
  const database = await PGlite.create(folder);
  await migrate(database);
  return {
    ...tablesOf(database),
    transaction: (work) => database.transaction((tx) => work(tablesOf(tx))),
    close: () => database.close(),
  };
}

/** Opens and brings up to date. Without a folder everything is gone at `close`. Throws FolderTaken. */
export async function openStore(folder?: string): Promise<Store> {
  if (folder === undefined) return open(undefined);
  const { database, leave } = await takeFolder(folder);
  try {
    const store = await open(database);
    return { ...store, close: () => store.close().then(leave) };
  } catch (error) {
    await leave();
    throw error;
  }
}
