/**
 * A token: one institution's one-time password generator, as everybody in the
 * extension may know it. The seed is not here; it never leaves `lib/vault`.
 */

/** States of `docs` and of the issuer; PENDING is not a token yet (see `lib/vault/pending.ts`). */
export const TOKEN_STATES = [
  'UNBOUND',
  'EXPIRED',
  'ACTIVE',
  'SUSPENDED',
  'REPLACED',
  'STOPPED',
  'REVOKED',
] as const;
export type TokenState = (typeof TOKEN_STATES)[number];

export const ALGORITHMS = ['SHA-1', 'SHA-256', 'SHA-512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** How codes are made (RFC 6238 names). `period` and `T0` in seconds. */
export interface Profile {
  algorithm: Algorithm;
  digits: number;
  period: number;
  T0: number;
  name: string;
  generation: number;
}

/** 処理結果: what the bank's completion page said, kept with the token. */
export interface Receipt {
  number: string;
  time: string;
}

/** Issuer's clock minus this PC's clock, milliseconds, from an authenticated exchange. */
export interface ClockMeasure {
  offset: number;
  error: number;
  measuredAt: number;
}

export interface Token {
  id: string;
  institutionCode: string;
  issuerOrigin: string;
  serial: string;
  profile: Profile;
  state: TokenState;
  /** Epoch milliseconds. */
  createdAt: number;
  /** Until when 利用開始 must be done at the bank; epoch milliseconds. */
  startBy: number;
  receipt: Receipt | null;
  /** The issuer has our acknowledgement. */
  acknowledged: boolean;
  clock: ClockMeasure | null;
  /** The newest time step given to a page; never given again (rule 1). */
  spentStep: number;
  /** The newest time step copied to the clipboard. */
  copiedStep: number;
}

/** The two states in which a code means something to the bank. */
export function givesCodes(state: TokenState): boolean {
  return state === 'UNBOUND' || state === 'ACTIVE';
}
