/**
 * Two-code resynchronisation (RFC 6238 section 6, RFC 4226 section 7.4): a token whose clock has run far away proves
 * itself by two codes that follow each other. Alone, one code in so wide a window would be too easy to guess.
 */
import { equalDigits } from '../digits.ts';
import { lendSeed } from '../devices.ts';
import { hotp, timeStep, type CodeSettings } from '../secrets/otp.ts';
import type { Tables } from '../store.ts';
import { settingsOf, type TokenRow } from '../tokens.ts';
import { clear, enter, fail } from '../tries.ts';
import type { World } from '../world.ts';

/** Steps to either side of the bank's time: an hour at 30 s. */
export const REACH = 120;

/** 0, −1, 1, −2, 2 …: the nearest first. Both steps of the pair lie within the reach. */
const offsets = Array.from({ length: 2 * REACH }, (_none, index) => (index % 2 === 0 ? index / 2 : -(index + 1) / 2));

/**
 * The step of the second code, or null. `middle` is the step of the bank's own time, without any drift.
 * Pure: the property tests hold that nothing but two consecutive unspent codes within the reach is found.
 */
export function findPair(
  seed: Uint8Array,
  settings: CodeSettings,
  { first, second, middle, lastStep }: { first: string; second: string; middle: number; lastStep: number },
): number | null {
  for (const offset of offsets) {
    const step = middle + offset;
    if (step < 0 || step <= lastStep || !equalDigits(hotp(seed, step, settings), first)) continue;
    if (equalDigits(hotp(seed, step + 1, settings), second)) return step + 1;
  }
  return null;
}

export const resyncSubject = (serial: string): string => `resync ${serial}`;

export type Resynced = { kind: 'found'; step: number; drift: number } | { kind: 'wrong' | 'paused' | 'locked' };

/**
 * Within a transaction that holds the token's row, and whose failure is returned. The tries are counted apart from those
 * of the bank's pages: a token that is paused or locked there is just what customers telephone about, and a stranger's
 * guesses on the telephone must not lock it.
 */
export async function resync(
  world: Pick<World, 'seal' | 'now'>,
  tables: Tables,
  token: TokenRow,
  codes: { first: string; second: string },
): Promise<Resynced> {
  const now = world.now();
  const subject = resyncSubject(token.serial);
  const gate = await enter(tables, subject, now);
  if (gate !== 'open') return { kind: gate };
  const settings = settingsOf(token);
  const middle = timeStep(now, settings);
  const step = lendSeed(world, token, (seed) => findPair(seed, settings, { ...codes, middle, lastStep: token.last_step }));
  if (step === null || !(await follow(tables, token.serial, step, step - middle))) {
    await fail(tables, subject, now);
    return { kind: 'wrong' };
  }
  await clear(tables, subject);
  return { kind: 'found', step, drift: step - middle };
}

/** Both codes are spent with it: neither is good for a login afterwards. */
async function follow(tables: Tables, serial: string, step: number, drift: number): Promise<boolean> {
  const spent = await tables.rows(
    'UPDATE tokens SET last_step = $2, drift = $3 WHERE serial = $1 AND last_step < $2 RETURNING serial', [serial, step, drift]);
  return spent.length === 1;
}
