/** A standard token as a source holds it, before anything is kept. */
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, toBase64url, utf8, wipe } from '../bytes.ts';
import type { Algorithm } from '../token.ts';
import type { EntryProblem, SourceProblem } from './problems.ts';

export interface FoundToken {
  /** '' when the source names none; at most `MOST_NAME` UTF-16 units, as is `account`. */
  issuer: string;
  account: string;
  /** 1 to 256 bytes. Whoever has the token wipes it. */
  secret: Uint8Array;
  algorithm: Algorithm;
  /** 6, 7 or 8. */
  digits: number;
  /** Seconds, 1 to 3600; 30 for HOTP, where it means nothing. */
  period: number;
  /** HOTP (RFC 4226): the counter of the next code. Null: TOTP. */
  counter: number | null;
}

/** `label`: what the source calls it, as far as that could be read. */
export type Entry = { ok: true; token: FoundToken } | { ok: false; label: string; problem: EntryProblem };

/** Which part of an export in several codes this was; `index` from 0. Parts with the same `id` belong together. */
export interface Batch {
  id: number;
  index: number;
  size: number;
}

export interface Entries {
  kind: 'entries';
  entries: Entry[];
  batch: Batch | null;
}

export interface Problem {
  kind: 'problem';
  problem: SourceProblem;
}

export const asProblem = (problem: SourceProblem): Problem => ({ kind: 'problem', problem });

/**
 * Names what makes the codes: two tokens with the same one give the same codes. Names don't count, nor does how far a
 * counter has come. A digest, so that a secret does not lie about as text.
 */
export function fingerprint({ secret, algorithm, digits, period, counter }: FoundToken): string {
  const kind = counter === null ? `totp ${period}` : 'hotp';
  return toBase64url(sha256(concat(utf8(`${kind} ${algorithm} ${digits} `), secret)));
}

export function wipeEntries(entries: readonly Entry[]): void {
  for (const entry of entries) if (entry.ok) wipe(entry.token.secret);
}
