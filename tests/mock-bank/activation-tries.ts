/** Tries at a 利用開始パスワード, and what a right one leads to. The extension's handshake and the simulated telephone share them. */
import type { ActivationRow } from './activations.ts';
import { endAttemptOf, eraseSecretsOf, isUndecided, type Ids } from './attempts.ts';
import type { Tables } from './store.ts';
import { tokenOf } from './tokens.ts';

export const MOST_WRONG = 5;
/** How often another device may take the token over before it is acknowledged or started. */
export const MOST_SUPERSEDED = 3;

export interface HeldActivation extends ActivationRow {
  sealed: Uint8Array | null;
  superseded: number;
}

/** Could its password be tried, leaving the count aside? */
export const isOpen = ({ state, sealed, expires_at: end }: HeldActivation, now: number): boolean =>
  (state === 'ISSUED' || state === 'TAKEN') && sealed !== null && end > now;

/** Just looked at; undefined for IDs that were never issued. */
export async function seeActivation(tables: Tables, { serviceId, userId }: Ids): Promise<HeldActivation | undefined> {
  const [row] = await tables.rows<HeldActivation>('SELECT * FROM activations WHERE user_id = $1 AND service_id = $2', [userId, serviceId]);
  return row;
}

/** Its customer's row, held until the transaction ends: before the activation, its attempts and its token, in this order everywhere. */
export async function holdCustomerOf(tables: Tables, { serviceId, userId }: Ids): Promise<void> {
  await tables.rows(
    `SELECT c.contract FROM customers c JOIN activations a ON a.institution = c.institution AND a.contract = c.contract
     WHERE a.user_id = $1 AND a.service_id = $2 FOR UPDATE OF c`, [userId, serviceId]);
}

export async function holdActivation(tables: Tables, { serviceId, userId }: Ids): Promise<HeldActivation | undefined> {
  const [row] = await tables.rows<HeldActivation>(
    'SELECT * FROM activations WHERE user_id = $1 AND service_id = $2 FOR UPDATE', [userId, serviceId]);
  return row;
}

/** One try more, before anybody looks at it; undefined when there is no activation that takes one. */
export async function countTry(tables: Tables, { serviceId, userId }: Ids, now: number): Promise<HeldActivation | undefined> {
  const [row] = await tables.rows<HeldActivation>(
    `UPDATE activations SET fails = fails + 1
     WHERE user_id = $1 AND service_id = $2 AND state IN ('ISSUED', 'TAKEN') AND sealed IS NOT NULL AND fails < $3 AND expires_at > $4
     RETURNING *`,
    [userId, serviceId, MOST_WRONG, now],
  );
  return row;
}

/**
 * After a wrong one, on the row that is held. Locked when all five are used up and each of them was wrong: one that was counted
 * and not looked at yet may still be right. A token that was already made stays good; only nobody gets it again by the password.
 */
export async function settleWrong(tables: Tables, { user_id: userId, fails }: HeldActivation): Promise<'wrong' | 'locked'> {
  if (fails < MOST_WRONG || (await isUndecided(tables, userId))) return 'wrong';
  await tables.rows(
    `UPDATE activations SET sealed = NULL, state = CASE WHEN state = 'ISSUED' THEN 'LOCKED' ELSE state END WHERE user_id = $1`, [userId]);
  await eraseSecretsOf(tables, [userId]);
  return 'locked';
}

/** One whose last try was counted and never looked at, by a process that died in between: nobody will ever look at it now. */
export async function lockExhausted(tables: Tables): Promise<void> {
  const locked = await tables.rows<{ user_id: string }>(
    `UPDATE activations SET sealed = NULL, state = CASE WHEN state = 'ISSUED' THEN 'LOCKED' ELSE state END
     WHERE fails >= $1 AND sealed IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM attempts WHERE attempts.user_id = activations.user_id AND attempts.state = 'COUNTED')
     RETURNING user_id`,
    [MOST_WRONG],
  );
  await eraseSecretsOf(tables, locked.map(({ user_id: userId }) => userId));
}

/** The token that another device holds, out of the way; false when it stays: acknowledged, started, ended by the desk, or the fourth time. */
async function revokeFormer(tables: Tables, { serial, superseded }: HeldActivation): Promise<boolean> {
  const token = serial === null ? undefined : await tokenOf(tables, serial);
  if (!token) return true;
  if (superseded >= MOST_SUPERSEDED || token.acknowledged_at !== null) return false;
  const revoked = await tables.rows(
    `UPDATE tokens SET state = 'REVOKED' WHERE serial = $1 AND state IN ('UNBOUND', 'SUSPENDED') AND acknowledged_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM customers WHERE serial = $1) RETURNING serial`, [token.serial]);
  if (revoked.length === 0) return false;
  await endAttemptOf(tables, token.serial);
  return true;
}

export interface Taken {
  serial: string;
  /** The token of another device that this one replaces. */
  former: string | null;
}

/**
 * After a right one, on the row that is held: the token that `make` makes, in the place of one that another device may hold.
 * Null when that one stays. Never two live serials: old out and new in are one transaction.
 */
export async function settleRight(tables: Tables, row: HeldActivation, make: () => Promise<string>): Promise<Taken | null> {
  const free = await revokeFormer(tables, row);
  const serial = free ? await make() : row.serial;
  await tables.rows(
    `UPDATE activations SET fails = 0, state = 'TAKEN', serial = $2, superseded = $3 WHERE user_id = $1`,
    [row.user_id, serial, row.superseded + (free && row.serial !== null ? 1 : 0)],
  );
  return free && serial !== null ? { serial, former: row.serial } : null;
}
