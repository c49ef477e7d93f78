/** The pending enrolments in the vault. Whoever calls this holds the vault's lock. */
import { equalBytes, wipe } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import { type Book, idsIn, openRecord } from './book.ts';
import type { Means } from './means.ts';
import { openBook, revise } from './open-book.ts';
import { decodePending, encodePending, type Pending, type PendingSummary, wipePending } from './pending.ts';

async function findPending(book: Book, id: string): Promise<Pending | undefined> {
  const plaintext = await openRecord(book, 'pendings', id);
  if (!plaintext) return undefined;
  try {
    return decodePending(id, plaintext);
  } finally {
    wipe(plaintext);
  }
}

/** The very pending; the caller wipes it (`wipePending`). Refusal 'pending-expired' when it is gone. */
export async function takePending(means: Means, id: string): Promise<Pending> {
  const pending = await findPending(await openBook(means), id);
  if (!pending) throw new Refusal('pending-expired');
  return pending;
}

/** On disk when it resolves. Kept again it changes nothing; another one under the same id is a bug. */
export async function addPending(means: Means, pending: Pending): Promise<void> {
  await revise(means, async (book) => {
    const kept = await openRecord(book, 'pendings', pending.id);
    const plaintext = encodePending(pending);
    if (!kept) return { changes: [{ store: 'pendings', id: pending.id, plaintext }], answer: undefined };
    const same = equalBytes(kept, plaintext);
    wipe(kept, plaintext);
    if (!same) throw new Error('this id is another pending enrolment already');
    return { changes: [], answer: undefined };
  });
}

export async function listPendings(means: Means): Promise<PendingSummary[]> {
  return await pendingsIn(await openBook(means));
}

/** Oldest first. */
export async function pendingsIn(book: Book): Promise<PendingSummary[]> {
  const summaries: PendingSummary[] = [];
  for (const name of idsIn(book, 'pendings')) {
    const pending = await findPending(book, name);
    if (!pending) continue;
    const { id, institutionCode, issuerOrigin, startedAt } = pending;
    wipePending(pending);
    summaries.push({ id, institutionCode, issuerOrigin, startedAt });
  }
  return summaries.toSorted((a, b) => a.startedAt - b.startedAt);
}

/** Nothing happens when there is none. */
export async function removePending(means: Means, id: string): Promise<void> {
  await revise(means, async (book) => {
    const there = idsIn(book, 'pendings').includes(id);
    return { changes: there ? [{ store: 'pendings', id, plaintext: null }] : [], answer: undefined };
  });
}
