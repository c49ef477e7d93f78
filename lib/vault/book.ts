/** The verified content of the vault: read as a whole, checked as a whole, changed one write at a time. */
import type { LossEntry } from '../messages/health.ts';
import { expectAccounted, type Header, parseHeader, signHeader, verifyHeader, withRecord } from './header.ts';
import { type Bytes, type Keys, type Place, type Random, sealRecord, type StoreName, unsealRecord } from './seal.ts';
import type { Write } from './rows.ts';
import type { StoredHeader, StoredRecord } from './stored.ts';

export interface Book {
  header: Header;
  /** As it is stored; its MAC names this state of the whole vault. */
  stored: StoredHeader;
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

/** What a write may change of the header itself. */
export type HeaderChange = Partial<Pick<Header, 'slots' | 'loss' | 'lossHidden'>>;

/** Refusal 'vault-damaged' unless every byte is as the last write under these keys left it. */
export async function verifiedBook(stored: StoredHeader, records: StoredRecord[], keys: Keys): Promise<Book> {
  await verifyHeader(keys.header, stored);
  const header = parseHeader(stored);
  expectAccounted(header, records);
  return { header, stored, records, keys };
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
export async function prepare(book: Book, changes: readonly Change[], over: HeaderChange, random: Random): Promise<Write> {
  const header = { ...book.header, ...over, generation: book.header.generation + 1 };
  const write: Pick<Write, 'puts' | 'drops'> = { puts: [], drops: [] };
  for (const { store, id, plaintext, loss } of changes) {
    const seq = 1 + (book.records.find((one) => one.store === store && one.id === id)?.seq ?? 0);
    const place: Place = { vaultId: header.vaultId, store, id, seq };
    const sealed = plaintext && (await sealRecord(book.keys, place, plaintext, random));
    header.manifest = withRecord(header.manifest, place, sealed);
    if (loss && !header.lossHidden) header.loss = [...header.loss, lossLine(id, loss)];
    if (store === 'tokens' && !sealed) header.loss = header.loss.filter(({ token }) => token !== id);
    if (sealed) write.puts.push({ store, id, seq, sealed });
    else write.drops.push({ store, id });
  }
  return { from: book.stored.mac, header: await signHeader(book.keys.header, header), ...write };
}

/** Those four and nothing else stands in clear. */
export function lossLine(token: string, { institution, serial, telephone, hours }: LossEntry): Header['loss'][number] {
  return { token, institution, serial, telephone, hours };
}

/** The book as it is after the write. */
export function written(book: Book, { header, puts, drops }: Write): Book {
  const changed = new Set([...puts, ...drops].map(({ store, id }) => `${store} ${id}`));
  const kept = book.records.filter(({ store, id }) => !changed.has(`${store} ${id}`));
  return { ...book, stored: header, header: parseHeader(header), records: [...kept, ...puts] };
}
