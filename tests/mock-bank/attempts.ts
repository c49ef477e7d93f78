/** The credit union's handshakes as the database keeps them: one row per sid, with as much in it as is still needed. */
import type { Tables } from './store.ts';

/** Of one user, known or not, at a time. */
export const MOST_OPEN = 10;
/** How long an attempt waits for its M3. */
export const OPEN_FOR = 5 * 60_000;

export interface AttemptRow {
  sid: Uint8Array;
  first_sha: Uint8Array;
  second: string | null;
  service_id: string;
  user_id: string;
  /** COUNTED: M3 is here and one try is counted for it, but nobody has looked at it yet. */
  state: 'OPEN' | 'COUNTED' | 'REFUSED' | 'COMMITTED' | 'ENDED';
  ends_at: number;
  /** TH and PRK, sealed; null once nobody may look at them any more. */
  sealed: Uint8Array | null;
  third_sha: Uint8Array | null;
  fourth: string | null;
  serial: string | null;
}

export interface Ids {
  serviceId: string;
  userId: string;
}

export type NewAttempt = Ids & Pick<AttemptRow, 'sid' | 'first_sha' | 'second' | 'ends_at' | 'sealed'>;

const COLUMNS = 'sid, first_sha, second, service_id, user_id, state, ends_at, sealed, third_sha, fourth, serial';

/** What TH and PRK of an attempt are sealed for. */
export const sealOwner = (sid: Uint8Array): string => `attempt ${Buffer.from(sid).toString('hex')}`;

export async function attemptOf(tables: Tables, sid: Uint8Array): Promise<AttemptRow | undefined> {
  const [row] = await tables.rows<AttemptRow>(`SELECT ${COLUMNS} FROM attempts WHERE sid = $1`, [sid]);
  return row;
}

/** Held until the transaction ends; the activation's row before it. */
export async function holdAttempt(tables: Tables, sid: Uint8Array): Promise<AttemptRow | undefined> {
  const [row] = await tables.rows<AttemptRow>(`SELECT ${COLUMNS} FROM attempts WHERE sid = $1 FOR UPDATE`, [sid]);
  return row;
}

/** When the first of ten open attempts ends; null while there are fewer. */
export async function fullUntil(tables: Tables, { serviceId, userId }: Ids): Promise<number | null> {
  const [row] = await tables.rows<{ open: number; until: number | null }>(
    `SELECT count(*)::int AS open, min(ends_at) AS until FROM attempts WHERE service_id = $1 AND user_id = $2 AND slot IS NOT NULL`,
    [serviceId, userId],
  );
  return row && row.open >= MOST_OPEN ? row.until : null;
}

/**
 * Takes the first free slot of this user. False when there is none, when another process took the same one just now, and when
 * the sid is known. The unique index decides, so that any number of processes agree on the limit.
 */
export async function openAttempt(tables: Tables, { sid, first_sha: sha, second, serviceId, userId, ends_at: endsAt, sealed }: NewAttempt): Promise<boolean> {
  const opened = await tables.rows(
    `INSERT INTO attempts (sid, first_sha, second, service_id, user_id, state, ends_at, sealed, slot)
     SELECT $1::bytea, $2::bytea, $3::text, $4::text, $5::text, 'OPEN', $6::bigint, $7::bytea, free.slot FROM (
       SELECT min(n) AS slot FROM generate_series(0, ${MOST_OPEN - 1}) AS n
       WHERE NOT EXISTS (SELECT 1 FROM attempts WHERE service_id = $4 AND user_id = $5 AND slot = n)) AS free
     WHERE free.slot IS NOT NULL
     ON CONFLICT DO NOTHING RETURNING slot`,
    [sid, sha, second, serviceId, userId, endsAt, sealed],
  );
  return opened.length === 1;
}

/** M3 is here: no longer open. `useless`: the activation takes no try, so that nothing of it may be looked at. */
export async function countAttempt(tables: Tables, { sid }: AttemptRow, thirdSha: Uint8Array, useless: boolean): Promise<void> {
  await tables.rows(
    `UPDATE attempts SET state = 'COUNTED', third_sha = $2, slot = NULL, sealed = CASE WHEN $3::boolean THEN NULL ELSE sealed END WHERE sid = $1`,
    [sid, thirdSha, useless],
  );
}

export async function refuseAttempt(tables: Tables, { sid }: AttemptRow): Promise<void> {
  await tables.rows(`UPDATE attempts SET state = 'REFUSED', second = NULL, sealed = NULL WHERE sid = $1`, [sid]);
}

export async function commitAttempt(tables: Tables, { sid }: AttemptRow, { m4, serial }: { m4: string; serial: string }): Promise<void> {
  await tables.rows(`UPDATE attempts SET state = 'COMMITTED', sealed = NULL, fourth = $2, serial = $3 WHERE sid = $1`, [sid, m4, serial]);
}

/** The token is acknowledged, started or taken over: nobody needs the replies that led to it. */
export async function endAttemptOf(tables: Tables, serial: string): Promise<void> {
  await tables.rows(`UPDATE attempts SET state = 'ENDED', second = NULL, fourth = NULL WHERE serial = $1 AND state = 'COMMITTED'`, [serial]);
}

/** The password of these users is erased: with it goes what was made of it. */
export async function eraseSecretsOf(tables: Tables, userIds: string[]): Promise<void> {
  if (userIds.length === 0) return;
  await tables.rows('UPDATE attempts SET sealed = NULL WHERE user_id = ANY($1) AND sealed IS NOT NULL', [userIds]);
}

/** Is there one that was counted and not yet looked at? */
export async function isUndecided(tables: Tables, userId: string): Promise<boolean> {
  const rows = await tables.rows(
    `SELECT sid FROM attempts WHERE user_id = $1 AND state = 'COUNTED' AND sealed IS NOT NULL LIMIT 1`, [userId]);
  return rows.length === 1;
}

/** Attempts whose M3 never came. Rows that another process is at are left to it. */
export async function endOverdue(tables: Tables, now: number): Promise<void> {
  await tables.rows(
    `UPDATE attempts SET state = 'ENDED', slot = NULL, second = NULL, sealed = NULL WHERE sid IN (
       SELECT sid FROM attempts WHERE state IN ('OPEN', 'COUNTED') AND ends_at <= $1 FOR UPDATE SKIP LOCKED)`,
    [now],
  );
}
