/** How many new tokens one address may ask for in an hour. */
import { Refused } from './answers.ts';
import { countIn } from '../rates.ts';
import type { World } from '../world.ts';

const HOUR = 3_600_000;

/** Seconds until the next hour begins. */
export function secondsLeft(now: number): number {
  return Math.ceil((HOUR - (now % HOUR)) / 1000);
}

/** Counts this request; refuses with `busy` above the limit. */
export async function admit({ store, now, provisionLimit }: World, address: string): Promise<void> {
  if ((await countIn(store, { what: 'provision', address, slot: Math.floor(now() / HOUR) })) > provisionLimit) throw new Refused('busy');
}
