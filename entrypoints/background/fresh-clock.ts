/** Before a code is used: the issuer's clock, measured again when the measure is old or the PC's clock was set. */
import { trustIn } from '../../lib/clock.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Token } from '../../lib/token.ts';
import type { Desk } from './desk.ts';

export async function expectToken(desk: Desk, tokenId: string): Promise<Token> {
  const token = (await desk.vault.tokens()).find(({ id }) => id === tokenId);
  if (!token) throw new Refusal('token-unknown');
  return token;
}

/** An old measure still serves when the issuer can't be reached; one from before the clock was set does not. */
export async function withFreshClock(desk: Desk, token: Token): Promise<Token> {
  const trust = trustIn(token.clock, desk.now(), desk.jumpedAt());
  if (trust === 'good') return token;
  try {
    await desk.enrolment.refresh(token.id);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    if (trust === 'wrong') throw new Refusal('clock-uncertain', { cause });
    return token;
  }
  return await expectToken(desk, token.id);
}
