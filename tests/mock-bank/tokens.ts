/** Tokens as the bank keeps them, and the check of a code. */
import { equalDigits } from './digits.ts';
import type { Seal } from './secrets/seal.ts';
import { hotp, timeStep, type Algorithm, type CodeSettings } from './secrets/otp.ts';
import type { Tables } from './store.ts';
import { clear, enter, fail } from './tries.ts';

export type TokenState = 'UNBOUND' | 'EXPIRED' | 'ACTIVE' | 'SUSPENDED' | 'REPLACED' | 'STOPPED' | 'REVOKED';

export interface TokenRow {
  serial: string;
  state: TokenState;
  sealed: Uint8Array;
  algorithm: Algorithm;
  digits: number;
  period: number;
  t0: number;
  last_step: number;
  drift: number;
  start_by: number;
  /** Null: it lives as long as it is used. */
  ends_at: number | null;
  /** When its device said that it has it. */
  acknowledged_at: number | null;
  kind: 'software' | 'hardware' | 'activation';
  /** Of a hardware token or an activation's: whose it is. Null for the app's, until it is bound. */
  institution: string | null;
  contract: string | null;
}

/** What a customer may type; whether it is this institution's is asked of `mayBind`. */
export const SERIAL = /^[A-Z]{4}\d{8}$/;
const SEED_AT = 32;

export type Verdict =
  | { kind: 'accepted'; step: number }
  | { kind: 'repeated'; step: number }
  | { kind: 'wrong' | 'paused' | 'locked' | 'unusable' };

export const settingsOf = (token: TokenRow): CodeSettings => ({
  algorithm: token.algorithm,
  digits: token.digits,
  period: token.period,
  T0: token.t0,
});

/** K_dev, then K_otp, in one sealed value. */
export function sealKeys(seal: Seal, serial: string, keys: { device: Uint8Array; seed: Uint8Array }): Buffer {
  return seal.close(serial, Buffer.concat([keys.device, keys.seed]));
}

export function deviceKey(seal: Seal, token: TokenRow): Buffer {
  return seal.open(token.serial, token.sealed).subarray(0, SEED_AT);
}

/** The states that go on; the others are for good. */
const ALIVE: readonly TokenState[] = ['UNBOUND', 'ACTIVE', 'SUSPENDED'];
export const isAlive = (state: TokenState): boolean => ALIVE.includes(state);

export const hasEnded = ({ ends_at: end }: Pick<TokenRow, 'ends_at'>, now: number): boolean => end !== null && now >= end;

/** By the passing of time alone UNBOUND becomes EXPIRED, and where the institution states a lifetime every living state does. */
export function stateNow(token: Pick<TokenRow, 'state' | 'start_by' | 'ends_at'>, now: number): TokenState {
  if (isAlive(token.state) && hasEnded(token, now)) return 'EXPIRED';
  return token.state === 'UNBOUND' && now >= token.start_by ? 'EXPIRED' : token.state;
}

export async function tokenOf(tables: Tables, serial: string): Promise<TokenRow | undefined> {
  const [token] = await tables.rows<TokenRow>('SELECT * FROM tokens WHERE serial = $1', [serial]);
  return token;
}

/** The steps of the window −1…+1 around the server's step plus drift whose code these digits are. */
export function matchingSteps(seed: Uint8Array, settings: CodeSettings, code: string, now: number, drift: number): number[] {
  const middle = timeStep(now, settings) + drift;
  return [middle - 1, middle, middle + 1].filter((step) => step >= 0 && equalDigits(hotp(seed, step, settings), code));
}

/** For the log: only what can be nothing but a serial. People type a code or a password into the wrong field. */
export const serialForLog = (typed: string): { serial?: string } => (/^(SKTS|SKOH|AKGS)\d{8}$/.test(typed) ? { serial: typed } : {});

/** The row, held until the transaction ends. */
async function holdToken(tables: Tables, serial: string): Promise<TokenRow | undefined> {
  const [token] = await tables.rows<TokenRow>('SELECT * FROM tokens WHERE serial = $1 FOR UPDATE', [serial]);
  return token;
}

/**
 * Not for this customer: of another series, sent to somebody else, or in somebody else's use. Such a serial reads like
 * one that does not exist, and its token is not even tried: nobody learns which serials there are, or locks them.
 */
export function isStrange(
  token: TokenRow,
  { institution, contract, serial }: { institution: string; contract: string; serial: string | null },
  { prefix }: { prefix: string },
): boolean {
  if (!token.serial.startsWith(prefix)) return true;
  if (token.contract !== null) return token.institution !== institution || token.contract !== contract;
  // As it is kept: one that expired while it was in somebody's use stays strange to everybody else.
  return token.serial !== serial && token.state !== 'UNBOUND';
}

/**
 * Checks a code and spends its step. To be called within a transaction whose failure is *returned*, not thrown:
 * a thrown one would take the count of wrong tries back with it.
 * `wanted`: UNBOUND at 利用開始 and for the new token of 交換, ACTIVE everywhere else.
 */
export async function spendCode(
  { seal, now }: { seal: Seal; now: number },
  tables: Tables,
  { serial, code, wanted }: { serial: string; code: string; wanted: 'UNBOUND' | 'ACTIVE' },
): Promise<Verdict> {
  // Held before it is looked at: of two errands about one token the second sees what the first made of it.
  const token = await holdToken(tables, serial);
  if (!token) return { kind: 'wrong' };
  const state = stateNow(token, now);
  if (state === 'SUSPENDED') return { kind: 'locked' };
  if (state !== wanted) return { kind: 'unusable' };
  const subject = `token ${serial}`;
  const gate = await enter(tables, subject, now);
  if (gate !== 'open') return { kind: gate };

  const seed = seal.open(serial, token.sealed).subarray(SEED_AT);
  const steps = matchingSteps(seed, settingsOf(token), code, now, token.drift);
  seed.fill(0);
  for (const step of steps) {
    if (await spend(tables, token, step, now)) {
      await clear(tables, subject);
      return { kind: 'accepted', step };
    }
  }
  // A right but used code is no guess: it is refused and not counted.
  if (steps[0] !== undefined) return { kind: 'repeated', step: steps[0] };
  const next = await fail(tables, subject, now);
  if (next === 'locked') await tables.rows(`UPDATE tokens SET state = 'SUSPENDED' WHERE serial = $1`, [serial]);
  return { kind: next === 'locked' ? 'locked' : 'wrong' };
}

/** One statement decides, whoever else is asking at the same moment. */
async function spend(tables: Tables, token: TokenRow, step: number, now: number): Promise<boolean> {
  // At most one step from the drift known so far: the window is no wider.
  const drift = step - timeStep(now, settingsOf(token));
  const spent = await tables.rows(
    'UPDATE tokens SET last_step = $2, drift = $3 WHERE serial = $1 AND last_step < $2 RETURNING serial',
    [token.serial, step, drift],
  );
  return spent.length === 1;
}

export async function setState(tables: Tables, serial: string, state: TokenState): Promise<void> {
  await tables.rows('UPDATE tokens SET state = $2 WHERE serial = $1', [serial, state]);
}
