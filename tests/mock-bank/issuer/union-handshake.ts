/**
 * The credit union's handshake of docs/protocol.md, on the issuer's side, as functions of their arguments alone:
 * M1 → M2, M3 → is it proven?, the serial → M4. No clock, no chance, no database.
 */
import { bytes, nested, parse, text, time, version, words } from './wire.ts';
import { Refused } from './answers.ts';
import { generator, readShare, secretPoint, sessionKey, shareOf } from '../secrets/cpace.ts';
import { lvCat } from '../secrets/encoding.ts';
import {
  clientKey, confirmation, extractKey, mac, sameMac, tokenKeys, unionTranscriptHash, type Promised, type TokenKeys, type UnionTranscript,
} from '../secrets/schedule.ts';

const ID = text(/^[A-Z0-9]{4,32}$/);

export type First = UnionTranscript['first'];
type Second = UnionTranscript['second'];

export interface Third {
  v: 1;
  sid: Buffer;
  /** 64 bytes. */
  Ta: Buffer;
}

/** M1; refuses what has not exactly its shape, and a Ya that is no point or the identity (`malformed`, whoever asks). */
export function readFirst(body: Uint8Array): First {
  const first = parse(body, {
    v: version, sid: bytes(16), serviceId: ID, userId: ID, Ya: bytes(32),
    ADa: nested({ app: words(64), version: words(64), suite: text(/^CPACE-RISTR255-SHA512$/) }), t0: time,
  });
  if (!readShare(first.Ya)) throw new Refused('malformed');
  return first;
}

export const readThird = (body: Uint8Array): Third => parse(body, { v: version, sid: bytes(16), Ta: bytes(64) });

/** What the issuer brings to an attempt. */
export interface Own {
  /** The one that clients know, without a trailing slash. */
  origin: string;
  /** 4–8 ASCII digits. */
  password: string;
  /** 1 to the group's order − 1. */
  yb: bigint;
  /** 16 bytes. */
  serverNonce: Uint8Array;
  /** Milliseconds since 1970: receipt of M1, sending of M2. */
  t1: number;
  t2: number;
}

/** Everything between M1 and M2, in the names of docs/protocol.md. */
export interface Answered {
  ci: Buffer;
  /** g, encoded. */
  g: Buffer;
  K: Buffer;
  /** Z. */
  ISK: Buffer;
  TH: Buffer;
  PRK: Buffer;
  second: Second;
  /** The body of M2. */
  m2: string;
}

export function answerFirst(first: First, { origin, password, yb, serverNonce, t1, t2 }: Own): Answered {
  const { sid, serviceId, userId, Ya, ADa } = first;
  const other = readShare(Ya);
  if (!other) throw new Refused('malformed');
  const ci = lvCat('ST1-CU', origin, serviceId, userId);
  const point = generator({ prs: Buffer.from(password), ci, sid });
  const Yb = shareOf(yb, point);
  const K = secretPoint(yb, other);
  const a = { y: Ya, ad: lvCat(ADa.app, ADa.version, ADa.suite) };
  const b = { y: Yb, ad: lvCat(serverNonce, t1, t2) };
  const ISK = sessionKey({ sid, k: K, a, b });
  const second: Second = { v: 1, Yb, ADb: { serverNonce, t1, t2 } };
  const TH = unionTranscriptHash({ origin, first, second });
  const m2 = JSON.stringify({
    v: 1, Yb: Yb.toString('base64url'), ADb: { serverNonce: Buffer.from(serverNonce).toString('base64url'), t1, t2 },
  });
  return { ci, g: Buffer.from(point.toBytes()), K, ISK, TH, PRK: extractKey(ISK, TH), second, m2 };
}

/** TH and PRK: all that M3 and M4 need of an attempt. */
export interface Agreed {
  TH: Uint8Array;
  PRK: Uint8Array;
}

/** Does Ta prove that the client had the password? */
export function isProven({ TH, PRK }: Agreed, Ta: Uint8Array): boolean {
  const key = clientKey(PRK);
  const right = sameMac(mac(key, TH), Ta);
  key.fill(0);
  return right;
}

/** M4. `keys` are the token's; whoever calls keeps them sealed and wipes them. */
export function commit({ TH, PRK }: Agreed, promised: Promised): { m4: string; keys: TokenKeys } {
  const { serial, profile: { algorithm, digits, period, T0, name, generation }, t1, t2 } = promised;
  const keys = tokenKeys(PRK, promised.profile);
  const proof = confirmation(keys.confirm, TH, promised).toString('base64url');
  // In the order of the protocol's table, whatever the order of the profile that was given.
  const m4 = JSON.stringify({ v: 1, serial, profile: { algorithm, digits, period, T0, name, generation }, t1, t2, Tb: proof });
  return { m4, keys };
}
