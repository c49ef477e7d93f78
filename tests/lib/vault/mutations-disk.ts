/** A disk of plain rows under the vault, to be changed past every parser, as by a failing disk or by somebody who sits at the file. */
import { equalBytes } from '../../../lib/bytes.ts';
import type { Area } from '../../../lib/vault/means.ts';
import type { RawRows, Snapshot, Write } from '../../../lib/vault/rows.ts';
import { STORE_NAMES } from '../../../lib/vault/seal.ts';
import type { Store } from '../../../lib/vault/store.ts';
import { readStoredHeader, readStoredRecord, type StoredHeader, type StoredRecord, unlessDamaged } from '../../../lib/vault/stored.ts';

export interface Disk {
  rows: RawRows;
  /** `storage.local`: JSON texts, as Chromium keeps them. */
  local: Map<string, string>;
}

/** One copy of the vault, wherever it lies: what a mutation changes. */
export interface Image {
  header: StoredHeader | null;
  records: StoredRecord[];
}

export type SideName = 'primary' | 'copy';
export const COPY = 'vaultCopy';
const HEADER = 'header';

export const emptyDisk = (): Disk => ({ rows: { header: [], tokens: [], pendings: [] }, local: new Map() });
export const sameDisk = (disk: Disk): Disk => structuredClone(disk);

const valueOf = (rows: [unknown, unknown][], key: unknown): unknown => rows.find(([one]) => one === key)?.[1];
const without = (rows: [unknown, unknown][], key: unknown): [unknown, unknown][] => rows.filter(([one]) => one !== key);

/** As `readAll` in lib/vault/rows.ts, by the same parsers. */
function snapshotOf(rows: RawRows): Snapshot {
  const found = valueOf(rows.header, HEADER);
  const header = found === undefined ? undefined : unlessDamaged(() => readStoredHeader(found));
  const all = STORE_NAMES.flatMap((name) => rows[name].map(([key, value]) => unlessDamaged(() => readStoredRecord(name, key, value))));
  const records = all.filter((row) => row !== undefined);
  return { header: header ?? null, records, unreadable: all.length - records.length + (found !== undefined && !header ? 1 : 0) };
}

const headerRows = (header: StoredHeader | null): [unknown, unknown][] => (header ? [[HEADER, structuredClone(header)]] : []);

/** IndexedDB gives its rows in the order of their keys. */
function sorted(rows: [unknown, unknown][]): [unknown, unknown][] {
  return rows.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

function recordRows(records: readonly StoredRecord[], name: string): [unknown, unknown][] {
  const last = new Map(records.filter(({ store }) => store === name).map(({ id, seq, sealed }) => [id, { seq, sealed: sealed.slice() }]));
  return sorted([...last]);
}

const rowsOf = ({ header, records }: Image): RawRows => ({
  header: headerRows(header),
  tokens: recordRows(records, 'tokens'),
  pendings: recordRows(records, 'pendings'),
});

function write(disk: Disk, { from, header, puts, drops }: Write): boolean {
  const { rows } = disk;
  const found = valueOf(rows.header, HEADER);
  const mac = found === undefined ? null : (unlessDamaged(() => readStoredHeader(found))?.mac ?? new Uint8Array());
  if (!(from && mac ? equalBytes(from, mac) : from === mac)) return false;
  for (const { store, id } of [...puts, ...drops]) rows[store] = without(rows[store], id);
  for (const { store, id, seq, sealed } of puts) rows[store] = sorted([...rows[store], [id, { seq, sealed: sealed.slice() }]]);
  rows.header = [...without(rows.header, HEADER), ...headerRows(header)];
  return true;
}

/** Does what lib/vault/store.ts does, in memory; tests/lib/vault/mutations-store.test.ts holds the two together. */
export function storeOn(disk: Disk): Store {
  return {
    read: async () => snapshotOf(disk.rows),
    write: async (one) => write(disk, one),
    replace: async (image) => void (disk.rows = rowsOf(image)),
    rebuild: () => Promise.reject(new Error('this disk can always be read')),
    raw: async () => structuredClone(disk.rows),
    version: async () => 2,
    trouble: () => null,
    close: async () => undefined,
  };
}

export function areaOn(held: Map<string, string>): Area {
  return {
    get: async (key) => {
      const value = held.get(key);
      return value === undefined ? {} : { [key]: JSON.parse(value) };
    },
    set: async (items) => Object.entries(items).forEach(([key, value]) => held.set(key, JSON.stringify(value))),
    remove: async (key) => void held.delete(key),
  };
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** The JSON of the second copy, as docs/vault-format.md gives it. */
function copyText({ header, records }: Image): string {
  const list = (name: string): object[] =>
    records.filter(({ store }) => store === name).map(({ id, seq, sealed }) => ({ id, seq, sealed: base64url(sealed) }));
  const texts = header && { body: base64url(header.body), mac: base64url(header.mac), sum: base64url(header.sum) };
  return JSON.stringify({ ...(texts ? { header: texts } : {}), tokens: list('tokens'), pendings: list('pendings') });
}

/** Null in the place of an image: not a byte is left of it. */
export function putImage(disk: Disk, side: SideName, image: Image | null): void {
  if (side === 'primary') disk.rows = rowsOf(image ?? { header: null, records: [] });
  else if (image) disk.local.set(COPY, copyText(image));
  else disk.local.delete(COPY);
}

/** Of a disk that the program wrote and nobody changed: both sides hold this. */
export function imageOf({ rows }: Disk): Image {
  const { header, records } = snapshotOf(rows);
  return { header, records };
}

const ordered = (one: { id: string }[]): { id: string }[] => one.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** The second copy holds, byte for byte, what the primary does. */
export function areAlike(disk: Disk): boolean {
  const held = JSON.parse(disk.local.get(COPY) ?? 'null');
  if (held === null) return false;
  const copy = JSON.stringify({ header: held.header, tokens: ordered(held.tokens), pendings: ordered(held.pendings) });
  return copy === copyText(imageOf(disk));
}
