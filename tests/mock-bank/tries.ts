/** Wrong tries: five pause for a minute, each further one twice as long, ten lock. */
import type { Tables } from './store.ts';

export const LOCKED_AT = 10;
const PAUSED_AT = 5;
const MINUTE = 60_000;

export interface Tries {
  fails: number;
  pausedUntil: number;
}

export type Gate = 'open' | 'paused' | 'locked';

/** How long the n-th failure pauses, in milliseconds. */
export function pauseAfter(fails: number): number {
  return fails < PAUSED_AT ? 0 : MINUTE * 2 ** (fails - PAUSED_AT);
}

export function gateOf({ fails, pausedUntil }: Tries, now: number): Gate {
  if (fails >= LOCKED_AT) return 'locked';
  return now < pausedUntil ? 'paused' : 'open';
}

async function hold(tables: Tables, subject: string): Promise<{ fails: number; paused_until: number } | undefined> {
  const [row] = await tables.rows<{ fails: number; paused_until: number }>(
    'SELECT fails, paused_until FROM tries WHERE subject = $1 FOR UPDATE',
    [subject],
  );
  return row;
}

/**
 * Reads and holds the row until the transaction ends: of two guesses at the same moment the second waits
 * and then meets the count of the first.
 */
export async function enter(tables: Tables, subject: string, now: number): Promise<Gate> {
  let row = await hold(tables, subject);
  if (!row) {
    await tables.rows('INSERT INTO tries (subject) VALUES ($1) ON CONFLICT DO NOTHING', [subject]);
    row = await hold(tables, subject);
  }
  return gateOf({ fails: row?.fails ?? 0, pausedUntil: row?.paused_until ?? 0 }, now);
}

/** Counts one failure and returns the gate that the next try meets. */
export async function fail(tables: Tables, subject: string, now: number): Promise<Gate> {
  const [row] = await tables.rows<{ fails: number }>(
    'UPDATE tries SET fails = fails + 1 WHERE subject = $1 RETURNING fails',
    [subject],
  );
  const fails = row?.fails ?? 0;
  // Not `now` where there is no pause: the clock of another process may be a moment behind ours.
  const pause = pauseAfter(fails);
  const pausedUntil = pause === 0 ? 0 : now + pause;
  await tables.rows('UPDATE tries SET paused_until = $2 WHERE subject = $1', [subject, pausedUntil]);
  return fails >= LOCKED_AT ? 'locked' : gateOf({ fails, pausedUntil }, now);
}

export async function clear(tables: Tables, subject: string): Promise<void> {
  await tables.rows('UPDATE tries SET fails = 0, paused_until = 0 WHERE subject = $1', [subject]);
}

/**
 * Counts one answer: the sentence of its refusal; null when it is right. Within the transaction of what it is given for, to be
 * committed whatever comes of it.
 */
export async function answered(
  tables: Tables,
  now: number,
  { subject, right }: { subject: string; right: boolean },
  { wrong, paused, locked }: { wrong: string; paused: string; locked: string },
): Promise<string | null> {
  const gate = await enter(tables, subject, now);
  if (gate !== 'open') return gate === 'locked' ? locked : paused;
  await (right ? clear(tables, subject) : fail(tables, subject, now));
  return right ? null : wrong;
}
