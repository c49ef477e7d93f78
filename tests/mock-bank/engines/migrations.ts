/** Brings a database up to date: each section of schema.sql once, whichever process comes first. */
import { readFile } from 'node:fs/promises';

export interface Migrating {
  /** One or many statements, without parameters. */
  run(sql: string): Promise<void>;
  number(sql: string): Promise<number>;
}

/** Any number, but the same in every process: it names the lock. */
const LOCK = 1188;

/** The sections of schema.sql, first to last. */
export async function sections(): Promise<string[]> {
  const text = await readFile(new URL('../schema.sql', import.meta.url), 'utf8');
  return text.split(/^-- migration \d+$/m).slice(1);
}

/**
 * To be called within one transaction per call, until it says false. The lock makes a second process wait; a
 * database that knows no such lock refuses the second one's line in `migrations` instead, and it asks again.
 */
export async function migrateOne(tables: Migrating, all: string[]): Promise<boolean> {
  await tables.run(`SELECT pg_advisory_xact_lock(${LOCK})`);
  await tables.run('CREATE TABLE IF NOT EXISTS migrations (number int PRIMARY KEY)');
  const next = 1 + (await tables.number('SELECT coalesce(max(number), 0) AS number FROM migrations'));
  const section = all[next - 1];
  if (section === undefined) return false;
  await tables.run(section);
  await tables.run(`INSERT INTO migrations VALUES (${next})`);
  return true;
}
