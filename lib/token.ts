/**
 * A token: one institution's one-time password generator, as everybody in the
 * extension may know it. The seed is not here; it never leaves `lib/vault`.
 */
import type { Use } from './journal.ts';

/** The issuer's states (docs/protocol.md) and LOCAL; what is PENDING is no token yet (`lib/vault/pending.ts`). */
export const TOKEN_STATES = [
  'UNBOUND',
  'EXPIRED',
  'ACTIVE',
  'SUSPENDED',
  'REPLACED',
  'STOPPED',
  'REVOKED',
  // Imported: a standard token that no issuer of ours knows.
  'LOCAL',
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

/** UTF-16 units of the issuer or the account of an imported token. */
export const MOST_NAME = 256;
/** UTF-16 units of a 追加文言. */
export const MOST_SUFFIX = 40;
/** Of the time in which nobody watched the PC's clock so much counts for a deleted token, and no more. Milliseconds. */
export const UNWATCHED_COUNTS = 12 * 60 * 60 * 1000;
/** How long a deleted token can be brought back: a day, and what a clock that was set may take of it. Milliseconds. */
export const REMOVED_LASTS = 24 * 60 * 60 * 1000 + UNWATCHED_COUNTS;

/** What an imported token is called, and how its codes move. */
export interface LocalWords {
  issuer: string;
  account: string;
  /** HOTP (RFC 4226): the counter of the next code. Null: TOTP. */
  counter: number | null;
  /** The exact origin of the one site that its codes may be filled in, chosen by the customer. Null: none. */
  site: string | null;
}

export interface Token {
  id: string;
  /** '' for a LOCAL token, as are `issuerOrigin` and `serial`. */
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
  /** The newest time step given to a page: neither it nor one before it is given to another field. */
  spentStep: number;
  /** The newest time step copied to the clipboard. */
  copiedStep: number;
  /** The newest steps that were filled or copied, in order: a clock that ran ahead may have given some before their time. */
  givenSteps: number[];
  /** 追加文言, behind the institution's name; '' for none. */
  suffix: string;
  /** Display name and caution were seen after the handshake. */
  introduced: boolean;
  /** The customer has begun a 交換 in which this is the old token. */
  exchanging: boolean;
  /** When it stops by itself, epoch milliseconds; null where the institution states no end. */
  endsAt: number | null;
  /** When the customer deleted it, epoch milliseconds; it can be brought back for a while. Null: not deleted. */
  removedAt: number | null;
  /** An offset of more than a day that the customer said yes to, milliseconds. */
  acceptedOffset: number | null;
  /** Its last uses, oldest first (`MOST_USES`); no exported file has them. */
  uses: Use[];
  /** Where the customer moved it to, among the others' `createdAt` and places; null: it stands by its age. */
  place: number | null;
  /** Null for a token of an issuer. */
  local: LocalWords | null;
}

/** What is noted of a token as it is used. */
type Noted = 'receipt' | 'clock' | 'spentStep' | 'copiedStep' | 'givenSteps' | 'suffix' | 'exchanging' | 'removedAt' | 'acceptedOffset' | 'uses' | 'place';

/** A token as it is before anybody has done anything with it. */
export function newToken(own: Omit<Token, Noted>): Token {
  return {
    ...own,
    receipt: null,
    clock: null,
    spentStep: -1,
    copiedStep: -1,
    givenSteps: [],
    suffix: '',
    exchanging: false,
    removedAt: null,
    acceptedOffset: null,
    uses: [],
    place: null,
  };
}

/** The origin that an imported token is bound to; null for any other token. */
export const siteOf = ({ local }: Token): string | null => local?.site ?? null;

/** HOTP: its codes are asked for one by one, and time means nothing to it. */
export const counts = ({ local }: Token): boolean => local !== null && local.counter !== null;

/** The two states in which a code means something to the bank; an imported token's codes mean nothing to one. */
export function givesCodes(state: TokenState): boolean {
  return state === 'UNBOUND' || state === 'ACTIVE';
}

/** Not over: the issuer may still make another state of it. */
export function isLive(state: TokenState): boolean {
  return state === 'UNBOUND' || isInUse(state);
}

/** Known to the bank as in use; a suspended one only waits for its release. */
export function isInUse(state: TokenState): boolean {
  return state === 'ACTIVE' || state === 'SUSPENDED';
}

/** The state at the issuer's time, milliseconds: two of them end by the passing of time alone. */
export function stateAt({ state, startBy, endsAt }: Token, time: number): TokenState {
  if (state === 'UNBOUND' && time > startBy) return 'EXPIRED';
  return isLive(state) && endsAt !== null && time >= endsAt ? 'EXPIRED' : state;
}

/** An end is announced so long before. Milliseconds. */
const ANNOUNCED = 30 * 24 * 60 * 60 * 1000;

/** When a token that gives codes stops by itself, if that is near; at the issuer's time, milliseconds. */
export function endsSoonAt(token: Token, time: number): number | null {
  const { endsAt } = token;
  return endsAt !== null && givesCodes(stateAt(token, time)) && endsAt - time <= ANNOUNCED ? endsAt : null;
}

/** For so long before a code's end the next one is shown beside it: who is slow needs ten seconds for six digits. `period` in seconds; milliseconds. */
export function nextShownFor(period: number): number {
  return Math.min(10_000, (period * 1000) / 3);
}

/** As many given steps are remembered one by one. */
export const MOST_GIVEN = 32;

/** Nobody has had this time step: it comes after the newest that was given, and was not given ahead of its time. */
export function isFree({ spentStep, copiedStep, givenSteps }: Token, step: number): boolean {
  return step > Math.max(spentStep, copiedStep) && !givenSteps.includes(step);
}

export function withGiven<T extends Token>(token: T, ...steps: number[]): T {
  const given = new Set([...token.givenSteps, ...steps]);
  return { ...token, givenSteps: [...given].toSorted((a, b) => a - b).slice(-MOST_GIVEN) };
}

/** Up to this step some that were given may be remembered no more. */
function forgottenUpTo({ givenSteps }: Token): number {
  return givenSteps.length < MOST_GIVEN ? -1 : Math.min(...givenSteps);
}

/**
 * The token at `step`, the present one. Steps that a clock running ahead gave before their time stay given, one by one, but
 * hold nothing up: without this one wrong clock would silence a token until the clock's time has come.
 */
export function withoutAhead<T extends Token>(token: T, step: number): T {
  const { spentStep, copiedStep } = token;
  if (Math.max(spentStep, copiedStep) <= step + 1) return token;
  const known = withGiven(token, ...[spentStep, copiedStep].filter((given) => given >= step));
  // What is not known one by one stays given together.
  const most = Math.max(step - 1, forgottenUpTo(known));
  return { ...known, spentStep: Math.min(spentStep, most), copiedStep: Math.min(copiedStep, most) };
}

/** RFC 4226 counts in 8 bytes; no token that anybody uses comes near. */
export const MOST_COUNTER = 2 ** 48;

/** Whatever came before is unknown: `step`, the present one, and the next count as given; of a counter, one value. */
export function withStepsSpent(token: Token, step: number): Token {
  const { local } = token;
  const counted = local && local.counter !== null ? { ...local, counter: local.counter + (local.counter < MOST_COUNTER ? 1 : 0) } : local;
  // One by one, too: a step that was given ahead of its time takes the others along when it is let go (`withoutAhead`).
  return { ...withGiven(token, step, step + 1), local: counted, spentStep: Math.max(token.spentStep, step + 1) };
}
