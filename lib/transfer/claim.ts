/** What a source says of one token → a token that we can make codes of, or the first thing that is wrong with it. */
import { wipe } from '../bytes.ts';
import { type Algorithm, MOST_COUNTER } from '../token.ts';
import type { Entry, FoundToken } from './found.ts';
import { lineOf, type Names } from './label.ts';
import type { EntryProblem } from './problems.ts';
import { MOST_SECRET } from './secret.ts';

/** Undefined and null: the source says nothing about it. */
export interface Claim {
  /** Null: they can't be read. */
  names: Names | null;
  /** 'totp' or 'hotp', in any case. */
  kind: unknown;
  /** Wiped unless it ends in a token. */
  secret: Uint8Array | EntryProblem;
  algorithm: unknown;
  digits: unknown;
  /** Seconds. */
  period: unknown;
  counter: unknown;
}

const ALGORITHM_NAMES: ReadonlyMap<string, Algorithm> = new Map([
  ['SHA1', 'SHA-1'],
  ['SHA256', 'SHA-256'],
  ['SHA512', 'SHA-512'],
]);

/** SHA1, SHA-1, HmacSHA1, in any case. */
function algorithmOf(name: unknown): Algorithm | undefined {
  if (typeof name !== 'string') return undefined;
  return ALGORITHM_NAMES.get(name.trim().toUpperCase().replace(/^HMAC/, '').replaceAll(/[-_]/g, ''));
}

/** Numbers only: a number as text is not one. Null outside the bounds. */
function integerIn(value: unknown, least: number, most: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

/** RFC 6238 section 1.2 and RFC 4226 section 5.3: SHA-1, 6 digits, 30 s where nothing else is said. */
function tokenOf(claim: Claim): FoundToken | EntryProblem {
  const { names, secret } = claim;
  const kind = typeof claim.kind === 'string' ? claim.kind.toLowerCase() : '';
  if (kind !== 'totp' && kind !== 'hotp') return 'kind-unknown';
  if (!names) return 'label-garbled';
  if (typeof secret === 'string') return secret;
  if (secret.length === 0) return 'secret-empty';
  if (secret.length > MOST_SECRET) return 'secret-garbled';
  const algorithm = algorithmOf(claim.algorithm ?? 'SHA1');
  if (!algorithm) return 'algorithm-unknown';
  const digits = integerIn(claim.digits ?? 6, 6, 8);
  if (digits === null) return 'digits-unusual';
  // Some exports give a counting token the period 0.
  const period = kind === 'hotp' ? 30 : integerIn(claim.period ?? 30, 1, 3600);
  if (period === null) return 'period-unusual';
  const counter = kind === 'hotp' ? integerIn(claim.counter, 0, MOST_COUNTER) : null;
  if (kind === 'hotp' && counter === null) return 'counter-garbled';
  return { ...names, secret, algorithm, digits, period, counter };
}

export function entryOf(claim: Claim): Entry {
  const token = tokenOf(claim);
  if (typeof token !== 'string') return { ok: true, token };
  if (typeof claim.secret !== 'string') wipe(claim.secret);
  return { ok: false, label: claim.names ? lineOf(claim.names) : '', problem: token };
}
