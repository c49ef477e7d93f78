/** A loan and a time → a code; and the guard that gives no time step twice. */
import { isFar, issuerTime } from './clock.ts';
import { type Use, useAt, type UsePage, withUse } from './journal.ts';
import type { CodeLook, NextCodeLook } from './messages/looks.ts';
import { hotp, type OtpKey, otpKey } from './otp/hotp.ts';
import { stepEndsAt, timeStep, totp } from './otp/totp.ts';
import { Refusal } from './refusal.ts';
import { counts, givesCodes, isFree, MOST_COUNTER, nextShownFor, stateAt, type Token, withGiven, withoutAhead } from './token.ts';
import type { TokenRecord } from './vault/token-record.ts';
import type { Vault } from './vault/vault.ts';

/** A code with less than this left would die on the way, and less than a third of its time. Milliseconds. */
const FRESH = 5_000;
const leastLeft = (period: number): number => Math.min(FRESH, (period * 1000) / 3);

/** False also for a clock so wrong that the token's first time step has not come yet. */
function isTimely(token: Token, now: number): boolean {
  return issuerTime(token, now) >= token.profile.T0 * 1000;
}

/** An imported token that goes by time does, too; one that counts is asked for each code (`nextCode`). A credit union's not before its caution was seen. */
function isUsable(token: Token, now: number): boolean {
  if (token.local) return !counts(token);
  return token.introduced && givesCodes(stateAt(token, issuerTime(token, now)));
}

/** Refuses 'token-unusable', 'clock-far', 'clock-uncertain'. */
function expectUsable(token: Token, now: number): void {
  if (isFar(token)) throw new Refusal('clock-far');
  if (!isUsable(token, now)) throw new Refusal('token-unusable');
  if (!isTimely(token, now)) throw new Refusal('clock-uncertain');
}

/** An imported token goes by this PC's clock alone: nobody else will say that it ran ahead once. */
function atStep(token: Token, step: number): Token {
  return token.local ? withoutAhead(token, step) : token;
}

/** Of a step before the last one copied nobody knows whether a page has it. */
function useOf(token: Token, step: number): CodeLook['use'] {
  if (isFree(token, step)) return 'fresh';
  return step === token.copiedStep && step > token.spentStep ? 'copied' : 'filled';
}

/** In the last seconds only, never ahead of them: the less lies around the better. `endsAt`: of the present code, in this PC's time. */
function nextLook(token: Token, step: number, now: number, endsAt: number, key: OtpKey): NextCodeLook | null {
  const { profile } = token;
  if (endsAt - now > nextShownFor(profile.period)) return null;
  // After a restore the next step counts as given, too; and a token may be over with this one.
  if (useOf(token, step + 1) !== 'fresh' || !isUsable(token, endsAt)) return null;
  return { digits: key.code(step + 1), step: step + 1 };
}

/** One key for this code and the next; it lives no longer than the loan. */
function codeLook(token: Token, now: number, otp: Uint8Array): CodeLook | null {
  if (!isUsable(token, now) || isFar(token) || !isTimely(token, now)) return null;
  const key = otpKey(otp, token.profile);
  try {
    return codeOf(token, now, key);
  } finally {
    key.forget();
  }
}

/** `endsAt` in this PC's time. */
function codeOf(kept: Token, now: number, key: OtpKey): CodeLook {
  const time = issuerTime(kept, now);
  const step = timeStep(time, kept.profile);
  const token = atStep(kept, step);
  const use = useOf(token, step);
  const endsAt = stepEndsAt(step, token.profile) - time + now;
  return {
    // A code that was given to a page is nobody's any more: not even its digits leave again.
    digits: use === 'filled' ? '' : key.code(step),
    step,
    endsAt,
    period: token.profile.period,
    use,
    // An imported token has no issuer to ask: it goes by this PC's clock.
    timed: token.local !== null || token.clock !== null,
    next: nextLook(token, step, now, endsAt, key),
  };
}

/** What our pages show, in one loan of the whole vault; by id, tokens that give no code now left out. */
export function codesIn(records: readonly TokenRecord[], tokens: readonly Token[], now: number): Map<string, CodeLook> {
  const lent = new Map(records.map(({ token, secrets }) => [token.id, secrets.otp]));
  const looks = tokens.map((token): [string, CodeLook | null] => {
    const otp = lent.get(token.id);
    return [token.id, otp ? codeLook(token, now, otp) : null];
  });
  return new Map(looks.filter((one): one is [string, CodeLook] => one[1] !== null));
}

/**
 * For the clipboard: the step is marked コピー済み, in the same write that makes sure no page has it, before the
 * digits leave. Refuses 'code-spent', 'token-unusable', 'clock-far', 'clock-uncertain'.
 */
export async function copyCode(
  vault: Vault,
  token: Token,
  now: number,
): Promise<{ digits: string; endsAt: number; again: boolean }> {
  expectUsable(token, now);
  const time = issuerTime(token, now);
  const step = timeStep(time, token.profile);
  let again = false;
  await vault.change(token.id, (stored) => {
    const kept = atStep(stored, step);
    again = useOf(kept, step) === 'copied';
    if (!again && !isFree(kept, step)) throw new Refusal('code-spent');
    return withUse({ ...withGiven(kept, step), copiedStep: Math.max(kept.copiedStep, step) }, useAt(time, 'copied', null));
  });
  const digits = await vault.lend(token.id, ({ otp }) => totp(otp, time, token.profile));
  return { digits, endsAt: stepEndsAt(step, token.profile) - time + now, again };
}

type CodeForPage =
  | { kind: 'given'; digits: string; step: number; endsIn: number }
  | { kind: 'wait'; milliseconds: number };

/** Nothing ends a code of a counter. The longest that a page's timer can wait, milliseconds. */
const ENDLESS = 2 ** 31 - 1;

/** Until the first step that nobody has had. */
function waitFor(token: Token, time: number): CodeForPage {
  let next = Math.max(timeStep(time, token.profile), token.spentStep, token.copiedStep) + 1;
  while (!isFree(token, next)) next++;
  return { kind: 'wait', milliseconds: stepEndsAt(next - 1, token.profile) - time };
}

/**
 * For a field of a page. The step is spent, durably, before the digits leave; a step that was filled,
 * copied, or is about to end means waiting for the next. `held` is the step this very field already has.
 * A token that counts (HOTP) gives its next code, and another to whoever asks again, for the same field too.
 * `page`: for the journal; what the field gets again is not noted again.
 * Refuses 'token-unusable', 'clock-far'; 'clock-uncertain' when the clock stands far behind a spent step.
 */
export async function takeCode(vault: Vault, kept: Token, now: () => number, held: number | null, page: UsePage | null = null): Promise<CodeForPage> {
  if (counts(kept)) return await takeCounted(vault, kept.id, useAt(now(), 'filled', page));
  const asked = now();
  expectUsable(kept, asked);
  const time = issuerTime(kept, asked);
  const step = timeStep(time, kept.profile);
  const token = atStep(kept, step);
  if (Math.max(token.spentStep, token.copiedStep) > step + 1) throw new Refusal('clock-uncertain');
  const ends = stepEndsAt(step, token.profile);
  const least = leastLeft(token.profile.period);
  if (ends - time < least) return waitFor(token, time);
  if (held !== step && !(await vault.spend(token.id, step, useAt(time, 'filled', page)))) return waitFor(token, time);
  const digits = await vault.lend(token.id, ({ otp }) => totp(otp, time, token.profile));
  // The disk may have been slow: what counts is what is left now.
  const later = issuerTime(token, now());
  if (ends - later < least) return waitFor({ ...token, spentStep: step }, later);
  return { kind: 'given', digits, step, endsIn: ends - later };
}

/**
 * HOTP (RFC 4226): the code of the counter as it stands, which is on disk as used before the digits leave.
 * Refuses 'token-unusable' for any other token, and 'token-unknown'.
 */
async function countOn(vault: Vault, tokenId: string, use: Use): Promise<{ digits: string; counter: number }> {
  let counter = 0;
  const { profile } = await vault.change(tokenId, (kept) => {
    const { local } = kept;
    if (local?.counter == null || local.counter >= MOST_COUNTER || kept.removedAt !== null) throw new Refusal('token-unusable');
    counter = local.counter;
    return withUse({ ...kept, local: { ...local, counter: counter + 1 } }, use);
  });
  return { digits: await vault.lend(tokenId, ({ otp }) => hotp(otp, counter, profile)), counter };
}

/** The same for the screen, at `now`, epoch milliseconds. */
export async function nextCode(vault: Vault, tokenId: string, now: number): Promise<{ digits: string; counter: number }> {
  return await countOn(vault, tokenId, useAt(now, 'shown', null));
}

async function takeCounted(vault: Vault, tokenId: string, use: Use): Promise<CodeForPage> {
  const { digits, counter } = await countOn(vault, tokenId, use);
  return { kind: 'given', digits, step: counter, endsIn: ENDLESS };
}
