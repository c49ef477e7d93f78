/** Wrong tries slow the next ones down. Counted before each try, in the session's memory: ending the browser costs a guesser more. */
import { integer, record } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import type { Means } from './means.ts';

const KEY = 'unlockTries';
/** So many are free: people mistype. */
const FREE = 3;
const LONGEST = 60_000;

interface Tries {
  count: number;
  /** No try before then, epoch milliseconds. */
  until: number;
}

const readTries = record<Tries>({ count: integer(0), until: integer(0) });

async function find({ session }: Means): Promise<Tries> {
  try {
    return readTries((await session.get(KEY))[KEY], 'tries');
  } catch {
    return { count: 0, until: 0 };
  }
}

/** When the next try may be made, epoch milliseconds; null: now. A clock that was set back holds nobody up for longer. */
export async function triesAgainAt(means: Means): Promise<number | null> {
  const { until } = await find(means);
  const now = means.now();
  return until > now && until - now <= LONGEST ? until : null;
}

/**
 * 1 s after the fourth in a row, 2 s, 4 s … 60 s. `each`: one passphrase is tried on so many slots, while the two copies
 * differ; together they are one try. Refuses 'tries-slowed'.
 */
export async function countTry(means: Means, each = 1): Promise<void> {
  const { count: before } = await find(means);
  if (before % each === 0 && (await triesAgainAt(means)) !== null) throw new Refusal('tries-slowed');
  const count = before + 1;
  const tried = Math.ceil(count / each);
  const wait = tried <= FREE ? 0 : Math.min(LONGEST, 1000 * 2 ** (tried - FREE - 1));
  await means.session.set({ [KEY]: { count, until: Math.floor(means.now()) + wait } });
}

export async function forgetTries({ session }: Means): Promise<void> {
  await session.remove(KEY);
}
