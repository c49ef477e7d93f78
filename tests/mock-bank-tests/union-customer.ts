/** A customer of the credit union with an issue to take up, and what tests of the handshake ask about them. */
import { activate } from '../mock-bank/activations.ts';
import type { Ids } from '../mock-bank/attempts.ts';
import type { Customer } from '../mock-bank/customers.ts';
import type { Typed } from './token-client.ts';
import type { Watched } from './watched.ts';

export const START = '/v1/cu/start';
export const FINISH = '/v1/cu/finish';
export const PASSWORD = '47110835';
const WRONG = '11804753';

export interface Issued extends Ids {
  customer: Customer;
  password: string;
}

export async function issued(bank: Watched): Promise<Issued> {
  const customer = await bank.customer();
  return { customer, password: PASSWORD, ...(await bank.issue(customer, PASSWORD)) };
}

export const wrong = (one: Typed): Typed => ({ ...one, password: WRONG });

/** The simulated telephone with the same IDs and password. */
export const phone = ({ world }: Watched, { serviceId, userId, password }: Typed): Promise<{ serial: string } | null> =>
  activate(world, { serviceId, userId, password });

export const live = async (bank: Watched, { customer }: Issued): Promise<string[]> =>
  (await bank.tokens(customer)).filter(({ state }) => state === 'UNBOUND' || state === 'ACTIVE').map(({ serial }) => serial);

/** Status and body of an answer, to be compared with one of these. */
export const told = async (response: Response): Promise<[number, unknown]> => [response.status, await response.json()];
export const MALFORMED = [400, { v: 1, error: 'malformed' }];
export const REFUSED = [403, { v: 1, error: 'refused' }];
export const CONFLICT = [409, { v: 1, error: 'conflict' }];
export const EXPIRED = [410, { v: 1, error: 'expired' }];
