/** Opening the book with the session's key, and writing a new page of it. Whoever calls this holds the vault's lock. */
import { wipe } from '../bytes.ts';
import { isRefusal, Refusal } from '../refusal.ts';
import { type Book, type Change, type HeaderChange, prepare, verifiedBook, written } from './book.ts';
import type { Means } from './means.ts';
import { keepCopy, settle } from './mend.ts';
import type { Snapshot } from './rows.ts';
import { deriveKeys, type Keys } from './seal.ts';
import { expectSessionKey } from './session.ts';

/** Tries before we say that somebody else never lets us write. */
const ATTEMPTS = 20;

export interface Opened {
  book: Book;
  /** Put right from both copies just now. */
  settled: boolean;
}

/** The primary alone is read while it is right; the second copy when it is not. */
async function readBook(means: Means, keys: Keys, reading: Promise<Snapshot>): Promise<Opened> {
  const { header, records, unreadable } = await reading;
  if (header && unreadable === 0) {
    try {
      return { book: await verifiedBook(header, records, keys), settled: false };
    } catch (failure) {
      if (!isRefusal(failure, 'vault-damaged')) throw failure;
    }
  }
  return { book: await settle(means, keys), settled: true };
}

/** Refuses 'locked', 'vault-missing', 'vault-damaged', 'store-…'. */
export async function openOrSettle(means: Means): Promise<Opened> {
  // Beside the key, for somebody waits. While locked nobody hears what became of it.
  const reading = means.store.read();
  reading.catch(() => undefined);
  const vmk = await expectSessionKey(means);
  try {
    return await readBook(means, await deriveKeys(vmk), reading);
  } finally {
    wipe(vmk);
  }
}

/** As `openOrSettle`. */
export async function openBook(means: Means): Promise<Book> {
  return (await openOrSettle(means)).book;
}

interface Revision<T> {
  changes: Change[];
  /** Of the header itself. */
  header?: HeaderChange;
  answer: T;
}

/**
 * Read, change, write: `change` may run several times, each on a freshly verified book, until its
 * changes are written from exactly that book. No changes: nothing is written. Their plaintexts are wiped here.
 */
export async function revise<T>(means: Means, change: (book: Book) => Promise<Revision<T>>): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const book = await openBook(means);
    const { changes, header, answer } = await change(book);
    try {
      if (changes.length === 0 && !header) return answer;
      const write = await prepare(book, changes, header ?? {}, means.random);
      if (await means.store.write(write)) {
        await keepCopy(means, written(book, write));
        return answer;
      }
    } finally {
      for (const { plaintext } of changes) if (plaintext) wipe(plaintext);
    }
  }
  throw new Refusal('store-blocked');
}
