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

/** How long a gesture waits for a new measure where the old one still serves. Milliseconds. */
const PATIENCE = 2_000;

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE));

/** An old measure still serves when the issuer is slow or away; one from before the clock was set does not. */
export async function withFreshClock(desk: Desk, token: Token): Promise<Token> {
  const trust = trustIn(token.clock, desk.now(), desk.jumpedAt());
  if (trust === 'good') return token;
  try {
    const measured = desk.enrolment.refresh(token.id);
    await (trust === 'wrong' ? measured : Promise.race([measured, patience()]));
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    if (trust === 'wrong') throw new Refusal('clock-uncertain', { cause });
    return token;
  }
  return await expectToken(desk, token.id);
}
