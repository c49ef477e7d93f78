/** The vault's tokens as they are by now. */
import { isFar, issuerTime } from '../../lib/clock.ts';
import { stateAt, type Token } from '../../lib/token.ts';
import type { Desk } from './desk.ts';

/** In the state it has by now: one whose time ran out is EXPIRED before the issuer says so. Not by a clock that nobody said yes to. */
export function presently(token: Token, now: number): Token {
  return isFar(token) ? token : { ...token, state: stateAt(token, issuerTime(token, now)) };
}

export async function presentTokens({ vault, now }: Desk): Promise<Token[]> {
  return (await vault.tokens()).map((token) => presently(token, now()));
}
