/** The header: slots, loss kit and manifest, MACed as the very bytes that are stored. */
import { sha256 } from '@noble/hashes/sha2.js';
import { fromUtf8, toBase64url, utf8 } from '../bytes.ts';
import type { LossEntry } from '../messages/health.ts';
import { flag, integer, list, member, oneOf, record, text } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import { idText } from './names.ts';
import { type Bytes, type Place, STORE_NAMES, type StoreName } from './seal.ts';
import { readSlot, type Slot } from './slots.ts';
import { type StoredHeader, type StoredRecord, sumOf } from './stored.ts';

/** What may be read while locked, of the token with this id. */
interface LossLine extends LossEntry {
  token: string;
}

export interface ManifestLine {
  store: StoreName;
  id: string;
  seq: number;
  /** base64url of SHA-256 over the sealed bytes. */
  digest: string;
}

/** What is written today. A header of schema 1 is read as one of schema 2 and written as such at the next unlock. */
export const SCHEMA = 2;

export interface Header {
  format: 'kagifuda';
  schema: typeof SCHEMA;
  vaultId: string;
  /** One more for each write. */
  generation: number;
  slots: Slot[];
  /** The customer wants no loss kit in clear: `loss` is empty then. */
  lossHidden: boolean;
  loss: LossLine[];
  manifest: ManifestLine[];
}

const MOST_RECORDS = 10_000;

const readHeader = record<Header>({
  format: oneOf('kagifuda'),
  schema: oneOf(SCHEMA),
  vaultId: idText,
  generation: integer(1),
  slots: list(readSlot, 16),
  loss: list(
    record<LossLine>({
      token: idText,
      institution: text(128),
      serial: text(64),
      telephone: text(64),
      hours: text(256),
    }),
    MOST_RECORDS,
  ),
  lossHidden: flag,
  manifest: list(
    record<ManifestLine>({
      store: oneOf(...STORE_NAMES),
      id: idText,
      seq: integer(1),
      digest: text(43, /^[A-Za-z0-9_-]{43}$/),
    }),
    MOST_RECORDS,
  ),
});

/** Schema 1 knew one kind of slot, and neither when it was made nor that the loss kit may be hidden. */
function fromFirst(found: unknown): unknown {
  if (typeof found !== 'object' || found === null || Object.hasOwn(found, 'lossHidden')) throw new TypeError('header: no schema 1');
  const slots = member(found, 'slots');
  if (!Array.isArray(slots)) throw new TypeError('header: no slots');
  const dated = slots.map((slot: unknown): unknown => (typeof slot === 'object' && slot !== null ? { ...slot, madeAt: null } : slot));
  return { ...found, schema: SCHEMA, lossHidden: false, slots: dated };
}

/** Not yet verified: whoever could write the disk could have written this. Refusal 'vault-damaged'. */
export function parseHeader({ body }: StoredHeader): Header {
  try {
    const found: unknown = JSON.parse(fromUtf8(body));
    return readHeader(member(found, 'schema') === 1 ? fromFirst(found) : found, 'header');
  } catch (cause) {
    throw new Refusal('vault-damaged', { cause });
  }
}

/** As the body says it; null when it says none. */
export function schemaOf({ body }: StoredHeader): number | null {
  try {
    const schema = member(JSON.parse(fromUtf8(body)), 'schema');
    return typeof schema === 'number' ? schema : null;
  } catch {
    return null;
  }
}

/** Parsed back before it is written: a header that could not be read again is never stored. */
export async function signHeader(key: CryptoKey, header: Header): Promise<StoredHeader> {
  const body = utf8(JSON.stringify(readHeader(header, 'header')));
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, body));
  return { body, mac, sum: sumOf(body, mac) };
}

/** Refusal 'vault-damaged' when the MAC is not over these bytes. */
export async function verifyHeader(key: CryptoKey, { body, mac }: StoredHeader): Promise<void> {
  if (!(await crypto.subtle.verify('HMAC', key, mac, body))) throw new Refusal('vault-damaged');
}

export function digestOf(sealed: Bytes): string {
  return toBase64url(sha256(sealed));
}

const nameOf = ({ store, id }: ManifestLine | StoredRecord): string => `${store} ${id}`;

/**
 * Every record is in the manifest as it is, and nothing else is, each once: no record
 * exchanged, altered, taken back, deleted or slipped in. Refusal 'vault-damaged'.
 */
export function expectAccounted({ manifest }: Header, records: readonly StoredRecord[]): void {
  const rows = new Map(records.map((one) => [nameOf(one), one]));
  const accounted = manifest.every((line) => {
    const row = rows.get(nameOf(line));
    return row?.seq === line.seq && digestOf(row.sealed) === line.digest;
  });
  // In a list, other than in a database, a row could stand twice, in place of another.
  const lines = new Set(manifest.map(nameOf));
  const isEachOnce = lines.size === manifest.length && rows.size === records.length && lines.size === rows.size;
  if (!accounted || !isEachOnce) throw new Refusal('vault-damaged');
}

/** The manifest after one record was written (`sealed`) or dropped (null). */
export function withRecord(
  manifest: ManifestLine[],
  { store, id, seq }: Omit<Place, 'vaultId'>,
  sealed: Bytes | null,
): ManifestLine[] {
  const others = manifest.filter((line) => line.store !== store || line.id !== id);
  return sealed ? [...others, { store, id, seq, digest: digestOf(sealed) }] : others;
}
