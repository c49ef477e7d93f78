/** PGlite: PostgreSQL within this process. One process per folder (folder.ts). */
import { randomUUID } from 'node:crypto';
import { existsSync, openAsBlob } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import type { Store, Tables } from '../store.ts';
import { migrateOne, sections, type Migrating } from './migrations.ts';
import { StoreUnavailable } from './unavailable.ts';

type Asked = Pick<PGlite, 'query' | 'exec'>;

function migrating(database: Asked): Migrating {
  return {
    run: async (sql) => void (await database.exec(sql)),
    number: async (sql) => (await database.query<{ number: number }>(sql)).rows[0]?.number ?? 0,
  };
}

/** After `close` nothing answers any more; until then an error is the database's own. */
async function answered<T>(database: PGlite, work: () => Promise<T>): Promise<T> {
  if (database.closed) throw new StoreUnavailable(new Error('closed'));
  try {
    return await work();
  } catch (error) {
    throw database.closed ? new StoreUnavailable(error) : error;
  }
}

const tablesOf = (database: Pick<PGlite, 'query'>): Tables => ({
  rows: async <T extends object>(sql: string, values: unknown[] = []) => (await database.query<T>(sql, values)).rows,
});

async function migrate(database: PGlite): Promise<void> {
  const all = await sections();
  while (await database.transaction((tx) => migrateOne(migrating(tx), all)));
}

/** In one step: of several processes that make it at once, each finds it whole or not at all. */
async function keepPattern(file: string, database: PGlite): Promise<void> {
  const archive = await database.dumpDataDir('none');
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, await archive.bytes());
  await rename(own, file);
}

/**
 * In memory without a folder. `pattern`: the file of an archive that such a database begins as a copy of, in a fraction of the time that
 * making one takes; the first makes it.
 */
export async function openEmbedded(folder: string | undefined, pattern?: string): Promise<Store> {
  const file = folder === undefined ? pattern : undefined;
  const isCopy = file !== undefined && existsSync(file);
  const database = isCopy ? await PGlite.create({ loadDataDir: await openAsBlob(file) }) : await PGlite.create(folder);
  await migrate(database);
  if (file !== undefined && !isCopy) await keepPattern(file, database);
  const whole = tablesOf(database);
  return {
    rows: (sql, values) => answered(database, () => whole.rows(sql, values)),
    transaction: (work) => answered(database, () => database.transaction((tx) => work(tablesOf(tx)))),
    close: () => database.close(),
  };
}
