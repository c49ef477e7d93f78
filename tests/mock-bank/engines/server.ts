/** A PostgreSQL server (or one that speaks like it), shared by as many bank processes as there are. */
import { setTimeout as later } from 'node:timers/promises';
import pg from 'pg';
import type { Store, Tables } from '../store.ts';
import { migrateOne, sections, type Migrating } from './migrations.ts';
import { StoreUnavailable } from './unavailable.ts';

const CONNECTIONS = 10;
/** A statement that waits longer than this for a lock or a dead line is given up. */
const PATIENCE = 15_000;
const TRIES = 6;
/** The number of its type in PostgreSQL's catalogue. */
const BIGINT = '20';
/** Serialisation failure, deadlock: the transaction is to be done again. */
const AGAIN = new Set(['40001', '40P01']);
/** Two processes that migrate at once on a database without advisory locks: the other one was first. */
const MIGRATED_MEANWHILE = new Set(['23505', '42P07', '42701', ...AGAIN]);
/** Connection exception, insufficient resources, operator intervention, cannot connect now. */
const DOWN = /^(08|53|57)/;

const TYPES = {
  getTypeParser: ((oid, format) => (String(oid) === BIGINT ? Number : pg.types.getTypeParser(oid, format))) as typeof pg.types.getTypeParser,
};

function stateOf(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}

/** An error without an SQLSTATE never came from the database: the line to it is broken. */
function named(error: unknown): unknown {
  const state = stateOf(error);
  return state === null || DOWN.test(state) ? new StoreUnavailable(error) : error;
}

function tablesOf(client: pg.Pool | pg.PoolClient): Tables {
  return {
    async rows<T extends object>(sql: string, values: unknown[] = []) {
      try {
        return (await client.query<T>(sql, values)).rows;
      } catch (error) {
        throw named(error);
      }
    },
  };
}

async function connected(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new StoreUnavailable(error);
  }
}

/** The statement that runs into it says so itself. */
const unheard = (): void => undefined;

/** One try. A connection whose ROLLBACK failed too is thrown away. */
async function once<T>(pool: pg.Pool, work: (tables: Tables, client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await connected(pool);
  // A line that is cut between two statements is told as an event; unheard, it would end the process.
  client.on('error', unheard);
  let broken = true;
  try {
    const tables = tablesOf(client);
    // What the row locks and the single deciding statements are written for, whatever the server's own default is.
    await tables.rows('BEGIN ISOLATION LEVEL READ COMMITTED');
    try {
      const result = await work(tables, client);
      await tables.rows('COMMIT').catch((error: unknown) => {
        throw error instanceof StoreUnavailable ? new StoreUnavailable(error.cause, true) : error;
      });
      broken = false;
      return result;
    } catch (error) {
      // No line, no ROLLBACK: the server does it when it sees that the line is gone.
      if (error instanceof StoreUnavailable) throw error;
      await tables.rows('ROLLBACK');
      broken = false;
      throw error;
    }
  } finally {
    client.off('error', unheard);
    client.release(broken);
  }
}

/** Does it until no other transaction is in the way. */
async function insistent<T>(work: () => Promise<T>, again = AGAIN): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      const state = stateOf(error);
      if (state === null || !again.has(state) || tried === TRIES) throw error;
      // Apart from each other, or the same two meet again.
      await later(2 ** tried * Math.random() * 5);
    }
  }
}

const transaction = <T>(pool: pg.Pool, work: (tables: Tables, client: pg.PoolClient) => Promise<T>, again = AGAIN): Promise<T> =>
  insistent(() => once(pool, work), again);

const migrating = (client: pg.PoolClient): Migrating => ({
  run: async (sql) => void (await client.query(sql)),
  number: async (sql) => (await client.query<{ number: number }>(sql)).rows[0]?.number ?? 0,
});

async function migrate(pool: pg.Pool): Promise<void> {
  const all = await sections();
  while (await transaction(pool, (_tables, client) => migrateOne(migrating(client), all), MIGRATED_MEANWHILE));
}

export async function openServer(url: string, connections = CONNECTIONS): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url, max: connections, types: TYPES, connectionTimeoutMillis: PATIENCE,
    statement_timeout: PATIENCE, query_timeout: PATIENCE + 1000, idle_in_transaction_session_timeout: PATIENCE,
  });
  // An idle connection that the server cuts: the pool replaces it, and the next request finds out.
  pool.on('error', unheard);
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw named(error);
  }
  const tables = tablesOf(pool);
  return {
    // A single statement is a transaction of its own, and may be asked for again just so.
    rows: (sql, values) => insistent(() => tables.rows(sql, values)),
    transaction: (work) => transaction(pool, work),
    close: () => pool.end(),
  };
}
