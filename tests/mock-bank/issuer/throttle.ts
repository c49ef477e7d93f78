/** How many new tokens, and how many new attempts at one, an address may ask for in an hour. */
import { Refused } from './answers.ts';
import { countIn } from '../rates.ts';
import type { World } from '../world.ts';

const HOUR = 3_600_000;

/** Seconds until the next hour begins. */
function secondsLeft(now: number): number {
  return Math.ceil((HOUR - (now % HOUR)) / 1000);
}

/** Counts this request; refuses with `busy` above the limit. Each kind has a count of its own. */
export async function admit({ store, now, provisionLimit }: World, what: 'provision' | 'attempt', address: string): Promise<void> {
  const count = await countIn(store, { what, address, slot: Math.floor(now() / HOUR) });
  if (count > provisionLimit) throw new Refused('busy', { seconds: secondsLeft(now()) });
}
