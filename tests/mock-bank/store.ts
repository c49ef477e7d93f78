/** The bank's memory: SQL in PostgreSQL, embedded (a folder, or this process only) or a server that several processes share. */
import { takeFolder } from './folder.ts';
import { openEmbedded } from './engines/embedded.ts';
import { openServer } from './engines/server.ts';

export type Row = Record<string, unknown>;

/** `$1` parameters only; never text put together. bigint columns come back as numbers (all ours are safe). */
export interface Tables {
  /** Throws StoreUnavailable when the database does not answer; the database's own error when it refuses. */
  rows<T extends object = Row>(sql: string, values?: unknown[]): Promise<T[]>;
}

export interface Store extends Tables {
  /**
   * All or nothing; a throw rolls back and goes on to the caller. A server that asks for it (deadlock,
   * serialisation) gets the work again: it must do nothing outside of its tables.
   */
  transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface StorePlace {
  /** `postgres://…`: a PostgreSQL, or a database that speaks its protocol and dialect. */
  url?: string | undefined;
  /** Of an embedded database; without one (and without a URL) everything is gone at `close`. */
  folder?: string | undefined;
  /** Connections of this process to a server. */
  connections?: number | undefined;
}

/** Of the environment: the file of an archive that databases in memory begin as copies of (the first makes it). For runs that open very many. */
export const PATTERN = 'KAGIFUDA_BANK_PATTERN';

/** Opens and brings up to date. Throws FolderTaken, StoreUnavailable. */
export async function openStore({ url, folder, connections }: StorePlace = {}): Promise<Store> {
  if (url !== undefined) return openServer(url, connections);
  if (folder === undefined) return openEmbedded(undefined, process.env[PATTERN]);
  const { database, leave } = await takeFolder(folder);
  try {
    const store = await openEmbedded(database);
    return { ...store, close: () => store.close().then(leave) };
  } catch (error) {
    await leave();
    throw error;
  }
}
