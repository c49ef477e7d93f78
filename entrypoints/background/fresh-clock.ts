/** Before a code is shown or used: state and clock from the issuer, asked for again when they are old or the PC's clock was set. */
import { type Trust, trustIn } from '../../lib/clock.ts';
import { kindOf } from '../../lib/institutions/directory.ts';
import { Refusal } from '../../lib/refusal.ts';
import { isInUse, isLive, type Token } from '../../lib/token.ts';
import { within } from '../../lib/within.ts';
import type { Desk } from './desk.ts';

/** How long a gesture waits for a new measure where the old one still serves. Milliseconds. */
const PATIENCE = 2_000;

/** An imported token goes by this PC's clock and has nobody to ask. */
function trustOf(desk: Desk, { id, clock, local }: Token): Trust {
  if (local) return 'good';
  const [askedAt, jumpedAt] = [desk.asked.get(id), desk.jumpedAt()];
  return trustIn(clock, desk.now(), { here: askedAt !== undefined, jumped: jumpedAt !== null && (askedAt ?? 0) <= jumpedAt });
}

/** An old measure still serves when the issuer is slow or away; none, or one from before the clock was set, does not: 'clock-uncertain'. */
export async function withFreshClock(desk: Desk, token: Token): Promise<Token> {
  const trust = trustOf(desk, token);
  if (trust === 'good') return token;
  const needed = trust === 'wrong' || token.clock === null;
  try {
    const measured = desk.enrolment.refresh(token.id);
    await (needed ? measured : within(measured, PATIENCE, null));
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    if (needed) throw new Refusal('clock-uncertain', { cause });
  }
  const fresh = await desk.vault.token(token.id);
  // The clock may have been set while the issuer was asked.
  if (trustOf(desk, fresh) === 'wrong') throw new Refusal('clock-uncertain');
  return fresh;
}

/** For the popup: asks the issuer beside, and calls the pages when there is something new. */
export function askBeside(desk: Desk, token: Token): void {
  if (isLive(token.state) && trustOf(desk, token) !== 'good') desk.beside.ask(token.id);
}

/**
 * A token turned out to be started, maybe by 交換, whose last page at the bank nobody read: another one may be in use no more. Of two
 * in use the customer would be asked which one is meant. Until the issuer has answered, what it said before is in doubt.
 */
export function askOthers({ vault, asked, beside }: Pick<Desk, 'vault' | 'asked' | 'beside'>, { id: own, institutionCode }: Token): void {
  // Credit unions know no 交換.
  if (kindOf(institutionCode) !== 'shinkin') return;
  beside.askAnew(async () => {
    const here = (await vault.tokens()).filter((token) => token.institutionCode === institutionCode);
    const ids = here.filter((token) => token.id !== own && isInUse(token.state)).map(({ id }) => id);
    for (const id of ids) asked.delete(id);
    return ids;
  });
}

/** A measure of an earlier process that is older than this may be hours or one setting of the clock away from the truth. Milliseconds. */
const RECENT = 10 * 60 * 1000;

/**
 * What may be said of a token's code now. `hidden`: the clock was set, or may have been while nobody watched, and the issuer is
 * being asked for the first time; `unsure`: it is asked, or was and did not answer.
 */
export function surenessOf(desk: Desk, token: Token): 'sure' | 'unsure' | 'hidden' {
  const trust = trustOf(desk, token);
  if (trust === 'wrong') return 'hidden';
  if (token.local !== null || desk.asked.has(token.id)) return 'sure';
  const recent = token.clock !== null && desk.now() - token.clock.measuredAt <= RECENT;
  const first = desk.beside.isAsking(token.id) && !desk.beside.hasFailed(token.id);
  return first && token.clock !== null && !recent ? 'hidden' : 'unsure';
}

/** Its code goes by a clock that nobody could confirm, and not for want of asking. */
export function isUnreached(desk: Desk, token: Token): boolean {
  return desk.beside.isUnreached(token.id) && surenessOf(desk, token) !== 'sure';
}
