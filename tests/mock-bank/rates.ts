/** How often an address did a thing in a slot of time (an hour, a minute). */
import type { Tables } from './store.ts';

export interface Slot {
  what: 'provision' | 'attempt' | 'form';
  address: string;
  /** Number of the slot since 1970; earlier ones of the same thing are forgotten. */
  slot: number;
}

/** Counts one more and returns the count. One statement, so that parallel requests of several processes all count. */
export async function countIn(tables: Tables, { what, address, slot }: Slot): Promise<number> {
  const [row] = await tables.rows<{ count: number }>(
    `INSERT INTO rates VALUES ($1, $2, $3, 1)
     ON CONFLICT (what, address, slot) DO UPDATE SET count = rates.count + 1 RETURNING count`,
    [what, address, slot],
  );
  const count = row?.count ?? 0;
  if (count === 1) await tables.rows('DELETE FROM rates WHERE what = $1 AND slot < $2', [what, slot]);
  return count;
}
