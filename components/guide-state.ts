/** What the guide must know: whether an errand is still to be done, and where both tokens of a 交換 are. Pure. */
import type { Errand } from '../lib/errand.ts';
import type { TokenLook } from '../lib/messages/looks.ts';
import type { TokenState } from '../lib/token.ts';

/** `old`: the token in use when the guide was opened; `fresh`: one that was not started yet. */
export const POSITIONS = ['old', 'fresh'] as const;
export type Position = (typeof POSITIONS)[number];

export function positionOf({ state }: Pick<TokenLook, 'state'>): Position {
  return state === 'UNBOUND' ? 'fresh' : 'old';
}

type Standing = 'to-do' | 'finished' | 'not-now';

const STANDINGS: Record<Exclude<Errand, 'exchange'> | Position, Partial<Record<TokenState, Standing>>> = {
  start: { UNBOUND: 'to-do', ACTIVE: 'finished' },
  stop: { ACTIVE: 'to-do', STOPPED: 'finished' },
  // 利用解除 asks for no code: a token that the bank has locked can be released as well.
  release: { ACTIVE: 'to-do', SUSPENDED: 'to-do', STOPPED: 'finished' },
  old: { ACTIVE: 'to-do', REPLACED: 'finished' },
  fresh: { UNBOUND: 'to-do', ACTIVE: 'finished' },
};

/** `position`: what the token was when the guide was opened; the same state means another thing for old and new. */
export function standingOf(errand: Errand, position: Position, state: TokenState): Standing {
  return STANDINGS[errand === 'exchange' ? position : errand][state] ?? 'not-now';
}

/** Each null when that token is not in this Kagifuda. */
export interface Exchange {
  old: TokenLook | null;
  fresh: TokenLook | null;
}

/** The tokens here that the other side of the 交換 may be. */
export function counterparts(token: TokenLook, position: Position, all: TokenLook[]): TokenLook[] {
  const wanted: TokenState = position === 'old' ? 'UNBOUND' : 'ACTIVE';
  return all.filter((one) => one.id !== token.id && one.institutionCode === token.institutionCode && one.state === wanted);
}

export function exchangeWith(token: TokenLook, position: Position, other: TokenLook | null): Exchange {
  return position === 'old' ? { old: token, fresh: other } : { old: other, fresh: token };
}

/** The choice that was made before a reload or a lock; null where its token is gone since. */
export function chosenBefore(other: string | null, token: TokenLook, position: Position, all: TokenLook[]): Exchange | null {
  if (other === null) return null;
  const there = counterparts(token, position, all).find(({ id }) => id === other);
  return there || other === '' ? exchangeWith(token, position, there ?? null) : null;
}

/** A 交換 that was begun here and has only one token to be about needs no question. */
export function begunExchange(token: TokenLook, position: Position, all: TokenLook[]): Exchange | null {
  const others = counterparts(token, position, all);
  const candidates = position === 'old' ? (token.exchanging ? others : []) : others.filter(({ exchanging }) => exchanging);
  return candidates.length === 1 && candidates[0] ? exchangeWith(token, position, candidates[0]) : null;
}
