/** The second copy of the sealed vault, in the browser's other store (`storage.local`), so that one damaged file is not the end. */
import { toBase64url } from '../bytes.ts';
import { bytes, integer, list, member, record } from '../parse.ts';
import type { Area } from './means.ts';
import { idText } from './names.ts';
import { STORE_NAMES, type StoreName } from './seal.ts';
import type { Snapshot } from './rows.ts';
import { readStoredHeader, type StoredHeader, type StoredRecord, unlessDamaged } from './stored.ts';

export const COPY_KEY = 'vaultCopy';

/** Sealed bytes of one record: a token's words are a few hundred, a pending's message a few thousand. */
const MOST_BYTES = 1 << 20;

interface CopyHeader {
  body: Uint8Array<ArrayBuffer>;
  mac: Uint8Array<ArrayBuffer>;
  sum: Uint8Array<ArrayBuffer>;
}

/** A hundred bytes for each record, and as much again for its line of the loss kit. */
const MOST_HEADER = 1 << 21;

const readHeader = record<CopyHeader>({ body: bytes(1, MOST_HEADER), mac: bytes(32), sum: bytes(32) });
const readRecord = record<Omit<StoredRecord, 'store'>>({ id: idText, seq: integer(1), sealed: bytes(1, MOST_BYTES) });
const anyList = list((value: unknown) => value, 10_000);

function parsed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function headerIn(value: unknown): StoredHeader | undefined {
  const found = parsed(() => readHeader(member(value, 'header'), 'copy'));
  return found && unlessDamaged(() => readStoredHeader(found));
}

function recordsIn(value: unknown, store: StoreName): (StoredRecord | undefined)[] {
  const rows = parsed(() => anyList(member(value, store), store)) ?? [undefined];
  return rows.map((row) => {
    const found = parsed(() => readRecord(row, store));
    return found && { store, ...found };
  });
}

/** What can be read of it; null when there is none. */
export async function readSecondCopy(local: Area): Promise<Snapshot | null> {
  const { [COPY_KEY]: value } = await local.get(COPY_KEY);
  if (value === undefined) return null;
  const header = headerIn(value);
  const rows = STORE_NAMES.flatMap((store) => recordsIn(value, store));
  const records = rows.filter((row) => row !== undefined);
  return { header: header ?? null, records, unreadable: rows.length - records.length + (header ? 0 : 1) };
}

/** In one write: the browser keeps the old or the new one. Rejects as the area does, e.g. without space. */
export async function writeSecondCopy(local: Area, header: StoredHeader, records: readonly StoredRecord[]): Promise<void> {
  const rowsOf = (store: StoreName): object[] =>
    records.filter((one) => one.store === store).map(({ id, seq, sealed }) => ({ id, seq, sealed: toBase64url(sealed) }));
  const { body, mac, sum } = header;
  const copy = {
    header: { body: toBase64url(body), mac: toBase64url(mac), sum: toBase64url(sum) },
    tokens: rowsOf('tokens'),
    pendings: rowsOf('pendings'),
  };
  await local.set({ [COPY_KEY]: copy });
}
