/** The customer's row within a transaction: every errand and every payment of one customer waits for it first. */
import type { CustomerRow } from './customers.ts';
import type { Tables } from './store.ts';

/**
 * Reads and holds it until the transaction ends. Customer first, then accounts, then the token: in this order
 * everywhere, or two errands would wait for each other. Throws on an unknown customer.
 */
export async function holdCustomer(tables: Tables, { institution, contract }: { institution: string; contract: string }): Promise<CustomerRow> {
  const [row] = await tables.rows<CustomerRow>('SELECT * FROM customers WHERE institution = $1 AND contract = $2 FOR UPDATE', [institution, contract]);
  if (!row) throw new Error('no such customer');
  return row;
}
