/** The day that 「翌日以降」 is about. The desk can switch it ahead; the clock that codes hang on stays where it is. */
import type { Tables } from './store.ts';

const DAY = 86_400_000;
/** Japan has one time zone and no summer time. */
const JAPAN = 9 * 3_600_000;

/** `YYYY-MM-DD`, in Japan. Days compare as text. */
export async function businessDay(tables: Tables, now: number): Promise<string> {
  const [row] = await tables.rows<{ ahead: number }>('SELECT ahead FROM business_day WHERE id = 1');
  return new Date(now + JAPAN + (row?.ahead ?? 0) * DAY).toISOString().slice(0, 10);
}

/** The day switch. Every process of the bank sees it at once. */
export async function switchDay(tables: Tables): Promise<void> {
  await tables.rows('UPDATE business_day SET ahead = ahead + 1 WHERE id = 1');
}
