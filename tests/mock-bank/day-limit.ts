/** 1日あたりの利用限度額: what 振込 and 収納サービス of one business day may come to together. Whole yen. */
import { businessDay } from './business-day.ts';
import type { CustomerRow } from './customers.ts';
import { yen } from './pages/yen.ts';
import type { Tables } from './store.ts';

export const HIGHEST = 10_000_000;

type Contract = Pick<CustomerRow, 'institution' | 'contract'>;

export async function usedToday(tables: Tables, now: number, { institution, contract }: Contract): Promise<number> {
  const [row] = await tables.rows<{ used: number }>(
    `SELECT CAST(coalesce(sum(amount), 0) AS bigint) AS used FROM (
       SELECT amount FROM transfers WHERE institution = $1 AND contract = $2 AND day = $3
       UNION ALL SELECT amount FROM payments WHERE institution = $1 AND contract = $2 AND day = $3) AS booked`,
    [institution, contract, await businessDay(tables, now)],
  );
  return row?.used ?? 0;
}

/** The sentence of the refusal; null within the limit. Binding only while the customer's row is held (holdCustomer). */
export async function overLimit(tables: Tables, now: number, customer: Contract & Pick<CustomerRow, 'day_limit'>, amount: number): Promise<string | null> {
  const left = Math.max(0, customer.day_limit - (await usedToday(tables, now, customer)));
  if (amount <= left) return null;
  return `1日あたりの利用限度額（${yen(customer.day_limit)}）を超えるため、お取り扱いできません。本日ご利用いただける金額は${yen(left)}です。`;
}
