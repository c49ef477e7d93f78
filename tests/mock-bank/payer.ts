/** 引落口座 in words, like 「本店営業部 普通 1234567」: where it is chosen, confirmed and, at the end, on the receipt. */
import { accountsOf, type Account, type CustomerRow } from './customers.ts';
import type { World } from './world.ts';

export const accountName = ({ branch, kind, number }: Account): string => `${branch} ${kind} ${number}`;

/** A draft keeps the number alone. */
export async function payerOf(world: Pick<World, 'store'>, { institution, contract }: Pick<CustomerRow, 'institution' | 'contract'>, number: string): Promise<string> {
  const account = (await accountsOf(world.store, institution, contract)).find((one) => one.number === number);
  return account ? accountName(account) : number;
}
