/** Money out of a customer's account, within the balance and the limit of the day. Whole yen. */
import { businessDay } from './business-day.ts';
import { accountsOf, type CustomerRow } from './customers.ts';
import { overLimit } from './day-limit.ts';
import type { Tables } from './store.ts';

export interface Against {
  objection: string;
  /** For the bank's log. */
  reason: string;
}

interface Withdrawal {
  account: string;
  amount: number;
}

const NOT_ENOUGH = '残高が不足しています。';

/** Early, for the page on which the amount is known; `reasonToKeep` says it again with the rows held. */
export async function objectionTo(tables: Tables, now: number, customer: CustomerRow, { account, amount }: Withdrawal): Promise<string | null> {
  const accounts = await accountsOf(tables, customer.institution, customer.contract);
  const balance = accounts.find(({ number }) => number === account)?.balance ?? 0;
  return amount > balance ? NOT_ENOUGH : overLimit(tables, now, customer, amount);
}

/** Holds the account until the transaction ends; the customer's row is held already. */
export async function reasonToKeep(tables: Tables, now: number, customer: CustomerRow, { account, amount }: Withdrawal): Promise<Against | null> {
  const [row] = await tables.rows<{ balance: number }>(
    'SELECT balance FROM accounts WHERE institution = $1 AND contract = $2 AND number = $3 FOR UPDATE',
    [customer.institution, customer.contract, account],
  );
  if ((row?.balance ?? 0) < amount) return { objection: NOT_ENOUGH, reason: 'balance' };
  const objection = await overLimit(tables, now, customer, amount);
  return objection === null ? null : { objection, reason: 'limit' };
}

/** After `reasonToKeep` in the same transaction. Throws when the balance does not suffice all the same. */
export async function withdraw(tables: Tables, { institution, contract }: CustomerRow, { account, amount }: Withdrawal): Promise<void> {
  const paid = await tables.rows(
    'UPDATE accounts SET balance = balance - $4 WHERE institution = $1 AND contract = $2 AND number = $3 AND balance >= $4 RETURNING number',
    [institution, contract, account, amount],
  );
  if (paid.length === 0) throw new Error('the balance was held and yet is gone');
}

export async function bookTransfer(
  tables: Tables,
  now: number,
  { institution, contract }: Pick<CustomerRow, 'institution' | 'contract'>,
  { receipt, account, payee, amount }: Withdrawal & { receipt: string; payee: string },
): Promise<void> {
  await tables.rows(
    'INSERT INTO transfers (receipt, institution, contract, account, payee, amount, at, day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [receipt, institution, contract, account, payee, amount, now, await businessDay(tables, now)],
  );
}
