/**
 * What Google Authenticator exports: `otpauth-migration://offline?data=…`, base64 of a protocol buffer.
 * Undocumented by Google; fields as in alexbakker.me/post/parsing-google-auth-export-qr-code.html.
 */
import { fromBase64url, fromUtf8, wipe } from '../bytes.ts';
import { type Claim, entryOf } from './claim.ts';
import { asProblem, type Batch, type Entries, type Entry, type Problem, wipeEntries } from './found.ts';
import { type Names, splitLabel } from './label.ts';
import { percentDecoded } from './otpauth.ts';
import { MOST_ENTRIES } from './problems.ts';
import { type Field, fieldsOf } from './protobuf.ts';

const SHAPE = /^otpauth-migration:\/\/offline\/?\?(?:.*?&)??data=([^&]*)/i;

/** Characters of base64. One QR code holds 3,000; an export of 1,000 tokens has some 150,000. */
const MOST_DATA = 2 ** 20;

// By their number on the wire; 0 is "unspecified". Algorithm 4 is MD5, which RFC 6238 doesn't have.
const ALGORITHMS = ['SHA1', 'SHA1', 'SHA256', 'SHA512'];
const DIGITS = [6, 6, 8];
const KINDS = ['totp', 'hotp', 'totp'];

export function isMigration(uri: string): boolean {
  return /^otpauth-migration:/i.test(uri);
}

/** Scalars and byte strings by field number; of a repeated one the last counts, as the wire format wants it. */
interface Message {
  numbers: Map<number, bigint>;
  bytes: Map<number, Uint8Array>;
}

const emptyMessage = (): Message => ({ numbers: new Map(), bytes: new Map() });

function put(message: Message, { number, value }: Field): void {
  if (typeof value === 'bigint') message.numbers.set(number, value);
  else message.bytes.set(number, value);
}

function messageOf(bytes: Uint8Array): Message {
  const message = emptyMessage();
  for (const field of fieldsOf(bytes)) put(message, field);
  return message;
}

/** int32 and enums: negative ones come as 64 bits. Absent is 0. */
const int32 = ({ numbers }: Message, field: number): number => Number(BigInt.asIntN(32, numbers.get(field) ?? 0n));

function namesIn({ bytes }: Message): Names | null {
  const empty = new Uint8Array();
  try {
    return splitLabel(fromUtf8(bytes.get(2) ?? empty), fromUtf8(bytes.get(3) ?? empty));
  } catch {
    return null;
  }
}

function claimOf(message: Message): Claim {
  return {
    names: namesIn(message),
    kind: KINDS[int32(message, 6)] ?? '',
    // A copy: the payload is wiped.
    secret: new Uint8Array(message.bytes.get(1) ?? []),
    algorithm: ALGORITHMS[int32(message, 4)] ?? '',
    digits: DIGITS[int32(message, 5)] ?? 0,
    period: 30,
    // A negative one comes as 64 bits: beyond all bounds.
    counter: Number(message.numbers.get(7) ?? 0n),
  };
}

/** Null when the export says nothing about parts. RangeError for a part that can't be. */
function batchOf(message: Message): Batch | null {
  const [size, index, id] = [int32(message, 3), int32(message, 4), int32(message, 5)];
  if (size === 0) return null;
  if (index < 0 || index >= size) throw new RangeError('no such part');
  return { id, index, size };
}

/** The entries go into `entries`, so that they can be wiped when a later one fails. RangeError for no such payload. */
function readPayload(payload: Uint8Array, entries: Entry[]): Entries | Problem {
  const message = emptyMessage();
  for (const field of fieldsOf(payload)) {
    const { number, value } = field;
    put(message, field);
    if (number !== 1 || typeof value === 'bigint') continue;
    if (entries.length === MOST_ENTRIES) {
      wipeEntries(entries);
      return asProblem('too-many');
    }
    entries.push(entryOf(claimOf(messageOf(value))));
  }
  return { kind: 'entries', entries, batch: batchOf(message) };
}

/** Padding and both alphabets of base64 are taken; '+' stands for itself here. RangeError for anything else. */
function payloadOf(uri: string): Uint8Array {
  const data = percentDecoded(SHAPE.exec(uri.trim())?.[1] ?? '');
  if (data === null || data === '' || data.length > MOST_DATA) throw new RangeError('no data, or more than an export has');
  return fromBase64url(data.replace(/={1,2}$/, '').replaceAll('+', '-').replaceAll('/', '_'));
}

/** 'migration-garbled', 'too-many', or the entries, whose secrets the caller wipes. */
export function parseMigration(uri: string): Entries | Problem {
  const entries: Entry[] = [];
  let payload: Uint8Array = new Uint8Array();
  try {
    payload = payloadOf(uri);
    return readPayload(payload, entries);
  } catch {
    wipeEntries(entries);
    return asProblem('migration-garbled');
  } finally {
    wipe(payload);
  }
}
