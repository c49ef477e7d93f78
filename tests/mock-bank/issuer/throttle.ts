/** How many new tokens one address may ask for in an hour. */
import { Refused } from './answers.ts';
import type { World } from '../world.ts';

const HOUR = 3_600_000;

/** Seconds until the next hour begins. */
export function secondsLeft(now: number): number {
  return Math.ceil((HOUR - (now % HOUR)) / 1000);
}

/** Counts this request; refuses with `busy` above the limit. One statement, so that parallel requests all count. */
export async function admit({ store, now, provisionLimit }: World, address: string): Promise<void> {
  const hour = Math.floor(now() / HOUR);
  const [row] = await store.rows<{ count: number }>(
    `INSERT INTO visits VALUES ($1, $2, 1)
     ON CONFLICT (address, hour) DO UPDATE SET count = visits.count + 1 RETURNING count`,
    [address, hour],
  );
  await store.rows('DELETE FROM visits WHERE hour < $1', [hour]);
  if ((row?.count ?? 0) > provisionLimit) throw new Refused('busy');
}
