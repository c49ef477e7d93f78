/** The verified content of the store: read as a whole, checked as a whole, changed one write at a time. */
import { wipe } from '../bytes.ts';
import type { LossEntry } from '../messages/protocol.ts';
import { Refusal } from '../refusal.ts';
import { expectAccounted, type Header, parseHeader, signHeader, verifyHeader, withRecord } from './header.ts';
import { expectHeader } from './marker.ts';
import type { Means } from './means.ts';
import { type Bytes, deriveKeys, type Keys, type Place, sealRecord, type StoreName, unsealRecord } from './seal.ts';
import { expectSessionKey } from './session.ts';
import type { Write } from './store.ts';
import type { StoredHeader, StoredRecord } from './stored.ts';

export interface Book {
  header: Header;
  /** Names this state of the whole store. */
  mac: Bytes;
  records: StoredRecord[];
  keys: Keys;
}

/** `plaintext` null drops the record. `loss`: the clear line that goes with a new token. */
export interface Change {
  store: StoreName;
  id: string;
  plaintext: Bytes | null;
  loss?: LossEntry;
}

/** Tries before we say that somebody else never lets us write. */
const ATTEMPTS = 20;

/** Refusal 'vault-damaged' unless every byte is as the last write under these keys left it. */
export async function verifiedBook(stored: StoredHeader, records: StoredRecord[], keys: Keys): Promise<Book> {
  await verifyHeader(keys.header, stored);
  const header = parseHeader(stored);
  expectAccounted(header, records);
  return { header, mac: stored.mac, records, keys };
}

/** Refuses 'locked', 'no-vault', 'vault-missing', 'vault-damaged', 'store-…'. */
export async function openBook(means: Means): Promise<Book> {
  const vmk = await expectSessionKey(means);
  try {
    const snapshot = await means.store.read();
    const stored = await expectHeader(means, snapshot);
    return await verifiedBook(stored, snapshot.records, await deriveKeys(vmk));
  } finally {
    wipe(vmk);
  }
}

/** The plaintext, to be wiped by the caller; undefined when there is no such record. */
export async function openRecord(book: Book, store: StoreName, id: string): Promise<Bytes | undefined> {
  const found = book.records.find((one) => one.store === store && one.id === id);
  if (!found) return undefined;
  const { vaultId } = book.header;
  return await unsealRecord(book.keys, { vaultId, store, id, seq: found.seq }, found.sealed);
}

export function idsIn(book: Book, store: StoreName): string[] {
  return book.records.filter((one) => one.store === store).map(({ id }) => id);
}

/** Everything is sealed here, before any transaction begins. */
async function prepare(book: Book, changes: readonly Change[], means: Means): Promise<Write> {
  const header = { ...book.header, generation: book.header.generation + 1 };
  const write: Pick<Write, 'puts' | 'drops'> = { puts: [], drops: [] };
  for (const { store, id, plaintext, loss } of changes) {
    const seq = 1 + (book.records.find((one) => one.store === store && one.id === id)?.seq ?? 0);
    const place: Place = { vaultId: header.vaultId, store, id, seq };
    const sealed = plaintext && (await sealRecord(book.keys, place, plaintext, means.random));
    header.manifest = withRecord(header.manifest, place, sealed);
    if (loss) header.loss = [...header.loss, lossLine(id, loss)];
    if (store === 'tokens' && !sealed) header.loss = header.loss.filter(({ token }) => token !== id);
    if (sealed) write.puts.push({ store, id, seq, sealed });
    else write.drops.push({ store, id });
  }
  return { from: book.mac, header: await signHeader(book.keys.header, header), ...write };
}

/** Those four and nothing else stands in clear. */
function lossLine(token: string, { institution, serial, telephone, hours }: LossEntry): Header['loss'][number] {
  return { token, institution, serial, telephone, hours };
}

/**
 * Read, change, write: `change` may run several times, each on a freshly verified book, until its
 * changes are written from exactly that book. No changes: nothing is written. Their plaintexts are wiped here.
 */
export async function revise<T>(
  means: Means,
  change: (book: Book) => Promise<{ changes: Change[]; answer: T }>,
): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const book = await openBook(means);
    const { changes, answer } = await change(book);
    try {
      if (changes.length === 0 || (await means.store.write(await prepare(book, changes, means)))) return answer;
    } finally {
      for (const { plaintext } of changes) if (plaintext) wipe(plaintext);
    }
  }
  throw new Refusal('store-blocked');
}
