/** PGlite: PostgreSQL within this process. One process per folder (folder.ts). */
import { openAsBlob } from 'node:fs';
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

/** A new database that is up to date, as a tar archive: a copy of it opens in a fraction of the time that making one takes. */
export async function patternArchive(): Promise<Uint8Array> {
  const database = await PGlite.create();
  await migrate(database);
  const archive = await database.dumpDataDir('none');
  await database.close();
  return archive.bytes();
}

/** In memory without a folder, and then from the archive of a pattern, where there is one. */
export async function openEmbedded(folder: string | undefined, pattern?: string): Promise<Store> {
  const isCopy = folder === undefined && pattern !== undefined;
  const database = isCopy ? await PGlite.create({ loadDataDir: await openAsBlob(pattern) }) : await PGlite.create(folder);
  await migrate(database);
  const whole = tablesOf(database);
  return {
    rows: (sql, values) => answered(database, () => whole.rows(sql, values)),
    transaction: (work) => answered(database, () => database.transaction((tx) => work(tablesOf(tx)))),
    close: () => database.close(),
  };
}
