/** A loan and a time → a code; and the guard that gives no time step twice (rules 1 and 2 of the design). */
import type { CodeLook } from './messages/protocol.ts';
import { stepEndsAt, timeStep, totp } from './otp/totp.ts';
import { Refusal } from './refusal.ts';
import { givesCodes, type Token } from './token.ts';
import type { Vault } from './vault/vault.ts';

/** A code with less than this left would die on the way. Milliseconds. */
const FRESH = 5_000;

/** The issuer's time as this PC knows it, milliseconds. */
function issuerTime(token: Token, now: number): number {
  return now + (token.clock?.offset ?? 0);
}

function usable(token: Token, now: number): boolean {
  return givesCodes(token.state) && !(token.state === 'UNBOUND' && issuerTime(token, now) > token.startBy);
}

function useOf(token: Token, step: number): CodeLook['use'] {
  if (step <= token.spentStep) return 'filled';
  return step <= token.copiedStep ? 'copied' : 'fresh';
}

/** What the popup shows; null for a token that gives no code. `endsAt` in this PC's time. */
export async function lookAtCode(vault: Vault, token: Token, now: number): Promise<CodeLook | null> {
  if (!usable(token, now)) return null;
  const time = issuerTime(token, now);
  const step = timeStep(time, token.profile);
  const use = useOf(token, step);
  return {
    // A code that was given to a page is nobody's any more: not even its digits leave again.
    digits: use === 'filled' ? '' : await vault.lend(token.id, ({ otp }) => totp(otp, time, token.profile)),
    step,
    endsAt: stepEndsAt(step, token.profile) - time + now,
    period: token.profile.period,
    use,
    timed: token.clock !== null,
  };
}

/** For the clipboard: marks the step コピー済み before the digits leave. Refuses 'code-spent', 'token-unusable'. */
export async function copyCode(
  vault: Vault,
  token: Token,
  now: number,
): Promise<{ digits: string; endsAt: number; again: boolean }> {
  const look = await lookAtCode(vault, token, now);
  if (!look) throw new Refusal('token-unusable');
  if (look.use === 'filled') throw new Refusal('code-spent');
  await vault.change(token.id, (kept) => ({ ...kept, copiedStep: Math.max(kept.copiedStep, look.step) }));
  return { digits: look.digits, endsAt: look.endsAt, again: look.use === 'copied' };
}

export type CodeForPage =
  | { kind: 'given'; digits: string; step: number; endsIn: number }
  | { kind: 'wait'; milliseconds: number };

/**
 * For a field of a page. The step is spent, durably, before the digits leave; a step that was filled,
 * copied, or is about to end means waiting for the next. `held` is the step this very field already has.
 * Refuses 'token-unusable'; 'clock-uncertain' when the clock was set back behind a spent step.
 */
export async function takeCode(vault: Vault, token: Token, now: number, held: number | null): Promise<CodeForPage> {
  if (!usable(token, now)) throw new Refusal('token-unusable');
  const time = issuerTime(token, now);
  const step = timeStep(time, token.profile);
  const left = stepEndsAt(step, token.profile) - time;
  const used = Math.max(token.spentStep, token.copiedStep);
  if (used > step + 1) throw new Refusal('clock-uncertain');
  const mayGive = left >= FRESH && (held === step || (step > used && (await vault.spend(token.id, step))));
  if (!mayGive) return { kind: 'wait', milliseconds: left + Math.max(0, used - step) * token.profile.period * 1000 };
  const digits = await vault.lend(token.id, ({ otp }) => totp(otp, time, token.profile));
  return { kind: 'given', digits, step, endsIn: left };
}
