/** What the issuer says, parsed strictly: exact keys, exact lengths, bounded sizes (docs/protocol.md). */
import { fromUtf8, utf8 } from '../bytes.ts';
import { bytes, integer, oneOf, type Parser, record, text } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import { ALGORITHMS, type Profile, TOKEN_STATES, type TokenState } from '../token.ts';

/** Bytes; the same bound both ways. */
export const MESSAGE_LIMIT = 4096;

type Bytes = Uint8Array<ArrayBuffer>;

const version = oneOf(1);
const mac = bytes(64);
/** ECMA-262's last date is the latest; what comes after cannot be reckoned with. */
const time = integer(0, 8_640_000_000_000_000);

/** 1 to `most` bytes of UTF-8 without control characters. */
function words(most: number): Parser<string> {
  const inner = text(most, /^\P{Cc}+$/u);
  return (value, at) => {
    const found = inner(value, at);
    if (utf8(found).length > most) throw new TypeError(`${at}: expected at most ${most} bytes`);
    return found;
  };
}

const serial = text(12, /^[A-Z]{4}\d{8}$/);

const profile: Parser<Profile> = record<Profile>({
  algorithm: oneOf(...ALGORITHMS),
  digits: integer(6, 8),
  period: integer(15, 120),
  T0: integer(0),
  name: words(128),
  generation: integer(1, 2 ** 31),
});

/** M2 of the shinkin flow. */
interface ShinkinCommit {
  v: 1;
  serverNonce: Bytes;
  serial: string;
  profile: Profile;
  t1: number;
  t2: number;
  mac: Bytes;
}

const shinkinCommit = record<ShinkinCommit>({
  v: version,
  serverNonce: bytes(32),
  serial,
  profile,
  t1: time,
  t2: time,
  mac,
});

/** M2 of the credit-union flow. */
interface UnionShare {
  v: 1;
  Yb: Bytes;
  ADb: { serverNonce: Bytes; t1: number; t2: number };
}

const unionShare = record<UnionShare>({
  v: version,
  Yb: bytes(32),
  ADb: record<UnionShare['ADb']>({ serverNonce: bytes(16), t1: time, t2: time }),
});

/** M4. */
interface UnionCommit {
  v: 1;
  serial: string;
  profile: Profile;
  t1: number;
  t2: number;
  Tb: Bytes;
}

const unionCommit = record<UnionCommit>({ v: version, serial, profile, t1: time, t2: time, Tb: mac });

interface StatusReply {
  v: 1;
  state: TokenState;
  t1: number;
  t2: number;
  mac: Bytes;
}

/** No issuer says this of a token: it is what imported ones are called here. */
const ISSUED_STATES = TOKEN_STATES.filter((state) => state !== 'LOCAL');

const statusReply = record<StatusReply>({ v: version, state: oneOf(...ISSUED_STATES), t1: time, t2: time, mac });

const ackReply = record<{ v: 1; state: 'CONFIRMED' }>({ v: version, state: oneOf('CONFIRMED') });

function reading<T>(parse: Parser<T>): (body: Uint8Array) => T {
  return (body) => {
    if (body.length > MESSAGE_LIMIT) throw new Refusal('issuer-garbled');
    try {
      return parse(JSON.parse(fromUtf8(body)), 'reply');
    } catch (cause) {
      throw new Refusal('issuer-garbled', { cause });
    }
  };
}

export const readShinkinCommit = reading(shinkinCommit);
export const readUnionShare = reading(unionShare);
export const readUnionCommit = reading(unionCommit);
export const readStatusReply = reading(statusReply);
export const readAckReply = reading(ackReply);

const refusal = record<{ v: 1; error: string }>({ v: version, error: text(32) });

/** What a refusal calls itself; '' for whatever is not the issuer's. */
export function readRefusal(body: Uint8Array): string {
  try {
    return reading(refusal)(body).error;
  } catch {
    return '';
  }
}
