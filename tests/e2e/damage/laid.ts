/** Both copies of the vault as they lie there: read and written past the program, from a page of the extension. */
import type { View } from '../browser/view.ts';

/** The extension's API in one of its own pages. */
declare const chrome: {
  storage: { local: { get(keys: string[]): Promise<Record<string, unknown>>; set(items: object): Promise<void>; remove(keys: string[]): Promise<void> } };
};

/** Bytes as base64url. */
export type Row = Record<string, string | number>;
export type Rows = Record<'header' | 'tokens' | 'pendings', Record<string, Row>>;

export interface Copy {
  header: Row;
  tokens: Row[];
  pendings: Row[];
}

/** `rows` is null without a database, `copy` without a copy. */
export interface Laid {
  rows: Rows | null;
  copy: Copy | null;
}

/** How the database is to be opened. `held`: the connection stays open and hears nobody, as an old window's might. */
interface Opening {
  /** It is made anew as this one. */
  version?: number;
  held?: boolean;
}

/** Runs in a page of the extension. Gives the rows as JSON, bytes as arrays of numbers; null without a database. */
async function read(): Promise<string> {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'kagifuda')) return 'null';
  const rows = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('kagifuda');
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
    opening.addEventListener('success', () => {
      const found: Record<string, Record<string, unknown>> = { header: {}, tokens: {}, pendings: {} };
      const transaction = opening.result.transaction(Object.keys(found));
      for (const [name, of] of Object.entries(found)) {
        const asking = transaction.objectStore(name).openCursor();
        asking.addEventListener('success', () => {
          if (!asking.result) return;
          if (typeof asking.result.key === 'string') of[asking.result.key] = asking.result.value;
          asking.result.continue();
        });
      }
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve(found);
      });
    });
  });
  return JSON.stringify(rows, (_key, one: unknown) => (one instanceof Uint8Array ? [...one] : one));
}

/** Runs in a page of the extension. `given`: an Opening with `rows`, as JSON, bytes as arrays of numbers. */
async function write(given: string): Promise<void> {
  const { rows, version, held }: Opening & { rows: Record<string, Record<string, object>> } = JSON.parse(given, (_key, one: unknown) =>
    Array.isArray(one) ? Uint8Array.from(one) : one,
  );
  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      // The browser queues both.
      if (version !== undefined) indexedDB.deleteDatabase('kagifuda');
      const opening = indexedDB.open('kagifuda', version);
      opening.addEventListener('error', () => {
        // The background is another process, and opened its own between the two: it goes as the one before did.
        if (version !== undefined && opening.error?.name === 'VersionError') resolve(open());
        else reject(opening.error ?? new Error('no database'));
      });
      opening.addEventListener('upgradeneeded', () => Object.keys(rows).forEach((name) => opening.result.createObjectStore(name)));
      opening.addEventListener('success', () => resolve(opening.result));
    });
  const database = await open();
  await new Promise<void>((resolve) => {
    const transaction = database.transaction(Object.keys(rows), 'readwrite', { durability: 'strict' });
    for (const [name, kept] of Object.entries(rows)) {
      transaction.objectStore(name).clear();
      for (const [key, row] of Object.entries(kept)) transaction.objectStore(name).put(row, key);
    }
    transaction.addEventListener('complete', () => resolve());
  });
  if (held === true) Reflect.set(window, 'heldDatabase', database);
  else database.close();
}

/** `own`, here and below: any page of the extension. */
export async function dropDatabase(own: View, database: string): Promise<void> {
  await own.run((name) => new Promise<void>((resolve) => indexedDB.deleteDatabase(name).addEventListener('success', () => resolve())), database);
}

const bytesIn = (row: Row): object =>
  Object.fromEntries(Object.entries(row).map(([name, one]) => [name, typeof one === 'string' ? [...Buffer.from(one, 'base64url')] : one]));

export async function writeRows(own: View, rows: Rows, opening: Opening = {}): Promise<void> {
  const stores = Object.entries(rows).map(([store, kept]) => [store, Object.fromEntries(Object.entries(kept).map(([id, row]) => [id, bytesIn(row)]))]);
  await own.run(write, JSON.stringify({ rows: Object.fromEntries(stores), ...opening }));
}

export async function readLaid(own: View): Promise<Laid> {
  const copy: Laid['copy'] = JSON.parse(await own.run(async () => JSON.stringify((await chrome.storage.local.get(['vaultCopy']))['vaultCopy'] ?? null)));
  const rows: Laid['rows'] = JSON.parse(await own.run(read), (_key, one: unknown) => (Array.isArray(one) ? Buffer.from(one).toString('base64url') : one));
  return { rows, copy };
}

export async function writeLaid(own: View, { rows, copy }: Laid): Promise<void> {
  if (copy) await own.run((given) => chrome.storage.local.set({ vaultCopy: JSON.parse(given) }), JSON.stringify(copy));
  else await own.run(() => chrome.storage.local.remove(['vaultCopy']));
  await (rows ? writeRows(own, rows) : dropDatabase(own, 'kagifuda'));
}
