/** Tokens as they may be found, and an encoder of the other authenticators' exports, written from their descriptions. */
import { MOST_COUNTER } from '../../../lib/token.ts';
import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { utf8 } from '../../../lib/bytes.ts';
import type { Stretching } from '../../../lib/stretching.ts';
import type { Entry, FoundToken } from '../../../lib/transfer/found.ts';
import { nameText } from '../../../lib/transfer/label.ts';
import { ALGORITHMS } from '../../../lib/token.ts';

export const random = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(length));
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** RFC 6238 Appendix B, SHA-1: "12345678901234567890". */
export const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

export function found(over: Partial<FoundToken> = {}): FoundToken {
  const secret = utf8('12345678901234567890');
  return { issuer: 'Example', account: 'hanako@example.com', secret, algorithm: 'SHA-1', digits: 6, period: 30, counter: null, ...over };
}

export const WAY: Stretching = { salt: 'AAECAwQFBgcICQoLDA0ODw', memory: 65536, passes: 3, lanes: 1 };
export const STRETCHED = new Uint8Array(32).fill(7);

const name = fc
  .oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: fc.constantFrom(':', ' ', '%', '&', '?', '#', '+', '/', '=', '信', '😀', 'a') }))
  .map(nameText);

/** Any token that may be kept. */
export const anyToken: fc.Arbitrary<FoundToken> = fc
  .record({
    issuer: name,
    account: name,
    secret: fc.uint8Array({ minLength: 1, maxLength: 256 }),
    algorithm: fc.constantFrom(...ALGORITHMS),
    digits: fc.constantFrom(6, 7, 8),
    period: fc.integer({ min: 1, max: 3600 }),
    counter: fc.option(fc.nat({ max: MOST_COUNTER - 1 })),
  })
  .map((token) => (token.counter === null ? token : { ...token, period: 30 }));

export function tokenIn(entry: Entry | undefined): FoundToken {
  if (!entry?.ok) throw new Error(`no token: ${entry?.problem}`);
  return entry.token;
}

export const problemIn = (entry: Entry | undefined): string => (entry?.ok === false ? entry.problem : 'none');

function varint(value: bigint | number): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}

/** One field of a protocol buffer: a number as varint, text and bytes with their length. */
export function field(number: number, value: bigint | number | string | Uint8Array): number[] {
  if (typeof value === 'bigint' || typeof value === 'number') return [...varint(number * 8), ...varint(value)];
  const bytes = typeof value === 'string' ? utf8(value) : value;
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
}

export const message = (...fields: number[][]): Uint8Array => Uint8Array.from(fields.flat());

export function migrationUri(payload: Uint8Array): string {
  return `otpauth-migration://offline?data=${encodeURIComponent(Buffer.from(payload).toString('base64'))}`;
}

/** OtpParameters. */
export function parameters({ issuer, account, secret, algorithm, digits, counter }: FoundToken): Uint8Array {
  return message(
    field(1, secret),
    field(2, account),
    field(3, issuer),
    field(4, ALGORITHMS.indexOf(algorithm) + 1),
    field(5, digits === 6 ? 1 : 2),
    field(6, counter === null ? 2 : 1),
    ...(counter === null ? [] : [field(7, counter)]),
  );
}

/** Version 1, one part of one. */
export function migrationOf(tokens: FoundToken[], id = -1): string {
  const parts = tokens.map((token) => field(1, parameters(token)));
  return migrationUri(message(...parts, field(2, 1), field(3, 1), field(4, 0), field(5, id)));
}

type Json = Record<string, unknown>;

/** An entry of Aegis, after its docs/vault.md. */
export function aegisEntry(over: Json = {}, info: Json = {}): Json {
  return {
    type: 'totp',
    uuid: '7c1a8f0e-50c7-4d0a-9be0-2f6b4c2f8a11',
    name: 'hanako',
    issuer: 'Example',
    icon: null,
    info: { secret: RFC_SECRET, algo: 'SHA1', digits: 6, period: 30, ...info },
    ...over,
  };
}

export function aegisFile(entries: unknown, over: Json = {}): string {
  return JSON.stringify({ version: 1, header: { slots: null, params: null }, db: { version: 2, entries }, ...over });
}

/** A service of 2FAS, schema 4. */
export function twofasService(over: Json = {}, otp: Json = {}): Json {
  return {
    name: 'Example',
    secret: RFC_SECRET,
    updatedAt: 1_700_000_000_000,
    otp: { label: 'Example:hanako', account: 'hanako', issuer: 'Example', digits: 6, period: 30, algorithm: 'SHA1', tokenType: 'TOTP', source: 'Link', ...otp },
    order: { position: 0 },
    ...over,
  };
}

export function twofasFile(services: unknown, over: Json = {}): string {
  return JSON.stringify({ services, groups: [], updatedAt: 1, schemaVersion: 4, appOrigin: 'android', ...over });
}
