/** What the issuer says, parsed strictly: exact keys, exact lengths, bounded sizes (docs/protocol.md). */
import { fromUtf8 } from '../bytes.ts';
import { bytes, integer, oneOf, type Parser, record, text } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import { ALGORITHMS, type Profile, TOKEN_STATES, type TokenState } from '../token.ts';

/** Bytes; the same bound both ways. */
export const MESSAGE_LIMIT = 4096;

const version = oneOf(1);
const mac = bytes(64);

const profile: Parser<Profile> = record<Profile>({
  algorithm: oneOf(...ALGORITHMS),
  digits: integer(6, 8),
  period: integer(15, 120),
  T0: integer(0),
  name: text(64),
  generation: integer(1, 2 ** 31),
});

/** M2 of the shinkin flow. */
export interface Commit {
  v: 1;
  serverNonce: Uint8Array<ArrayBuffer>;
  serial: string;
  profile: Profile;
  t1: number;
  t2: number;
  mac: Uint8Array<ArrayBuffer>;
}

const commit = record<Commit>({
  v: version,
  serverNonce: bytes(32),
  serial: text(32),
  profile,
  t1: integer(0),
  t2: integer(0),
  mac,
});

export interface StatusReply {
  v: 1;
  state: TokenState;
  t1: number;
  t2: number;
  mac: Uint8Array<ArrayBuffer>;
}

const statusReply = record<StatusReply>({ v: version, state: oneOf(...TOKEN_STATES), t1: integer(0), t2: integer(0), mac });

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

export const readCommit = reading(commit);
export const readStatusReply = reading(statusReply);
export const readAckReply = reading(ackReply);
