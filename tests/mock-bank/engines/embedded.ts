/** PGlite: PostgreSQL within this process. One process per folder (folder.ts). */
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

export async function openEmbedded(folder: string | undefined): Promise<Store> {
  const database = await PGlite.create(folder);
  const all = await sections();
  while (await database.transaction((tx) => migrateOne(migrating(tx), all)));
  const whole = tablesOf(database);
  return {
    rows: (sql, values) => answered(database, () => whole.rows(sql, values)),
    transaction: (work) => answered(database, () => database.transaction((tx) => work(tablesOf(tx)))),
    close: () => database.close(),
  };
}
