/**
 * The bank and its store as the tests open them: embedded, or, where the project's set-up (postgres/cluster.ts)
 * has started a PostgreSQL server, each in a new database of that server. So the same tests run on both engines.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { startBank as start, type BankOptions, type MockBank } from '../mock-bank/start.ts';
import { openStore as open, type Store } from '../mock-bank/store.ts';

export type { MockBank } from '../mock-bank/start.ts';

/** A new, empty database; undefined on the embedded engine. */
export async function freshDatabase(): Promise<string | undefined> {
  const server = inject('postgres');
  if (server === undefined) return undefined;
  const name = `t_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** As `startBank` of the bank itself, quiet, and on the engine of this run unless a place is told. */
export async function startBank(options: BankOptions = {}): Promise<MockBank> {
  const told = options.folder !== undefined || options.databaseUrl !== undefined;
  return start({ quiet: true, ...options, ...(told ? {} : { databaseUrl: await freshDatabase() }) });
}

export async function openStore(): Promise<Store> {
  return open({ url: await freshDatabase() });
}
