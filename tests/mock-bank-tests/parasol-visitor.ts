/** A person at the credit union: through its screens, with the simulated telephone in the hand. */
import type { Customer } from '../mock-bank/customers.ts';
import type { MockBank } from './bank.ts';
import { visitor, type Reached, type Visitor } from './visitor.ts';

export const ENTRY = '/ib/index.do?PT=BS&CCT0080=2143';
export const PASSWORD = 'midori2026';
/** 利用開始パスワード. */
export const START_PASSWORD = '471108';
export const PERIOD = 60_000;

export const unionCustomer = (bank: MockBank, more: Partial<Parameters<MockBank['newCustomer']>[0]> = {}): Promise<Customer> =>
  bank.newCustomer({ institution: '2143', password: PASSWORD, ...more });

export const unionVisitor = (bank: Reached): Visitor => visitor(bank, 'parasol.localhost');

export async function logIn(who: Visitor, customer: Customer, password = PASSWORD): Promise<void> {
  await who.go(ENTRY);
  await who.send({ BTX0010: customer.contract, BPW0010: password });
}

export const screenId = (who: Visitor): string => who.page().querySelector('.screen-id')?.textContent ?? '';

/** What stands beside a label in the page's tables. */
export function valueOf(who: Visitor, label: string): string {
  const heading = [...who.page().querySelectorAll('th, dt')].find((one) => one.textContent.trim() === label);
  return heading?.nextElementSibling?.textContent.trim() ?? '';
}

/** BOP001, and one of its buttons. */
export async function choose(who: Visitor, button: 'issue' | 'start' | 'release'): Promise<void> {
  await who.go('/ib/bop001.do');
  await who.send({ BBT0010: button });
}

export const entryOf = (customer: Customer, password = START_PASSWORD): Record<string, string> =>
  ({ BTX0010: customer.mail ?? '', BTX0020: customer.mail ?? '', BPW0010: password, BPW0020: password });

/** トークン発行, of a visitor who is logged in, as far as BOT003. */
export async function issueToken(who: Visitor, customer: Customer, password = START_PASSWORD): Promise<void> {
  await choose(who, 'issue');
  await who.send(entryOf(customer, password));
  await who.send({ BPW0010: customer.confirmPassword ?? '' });
}

/** The telephone: reads both IDs off BOP001 and proves the password; null when it is refused. */
export async function setUpPhone(who: Visitor, phone: (ids: { serviceId: string; userId: string }) => Promise<string | null>): Promise<string | null> {
  await who.go('/ib/bop001.do');
  return phone({ serviceId: valueOf(who, 'サービスID'), userId: valueOf(who, 'ユーザID') });
}

/** Asks the simulated telephone of mail.localhost. */
export function phoneOf(bank: Reached, password = START_PASSWORD): (ids: { serviceId: string; userId: string }) => Promise<string | null> {
  return async (ids) => {
    const phone = visitor(bank, 'mail.localhost');
    await phone.go('/phone');
    const form = [...phone.page().querySelectorAll('form')].find((one) => one.getAttribute('action') === '/phone/activate');
    if (!form) throw new Error('the telephone has no set-up form');
    const body = new URLSearchParams({ ...ids, password, agree: '1' });
    const reply = await bank.fetch(new Request(bank.address('mail.localhost', '/phone/activate'), { method: 'POST', body }));
    return /serial=([A-Z0-9]+)/.exec(reply.headers.get('location') ?? '')?.[1] ?? null;
  };
}

export interface Holder {
  who: Visitor;
  customer: Customer;
  serial: string;
}

/** Logged in, with a token set up on the telephone and not yet started. */
export async function withReadyToken(bank: MockBank): Promise<Holder> {
  const customer = await unionCustomer(bank);
  const who = unionVisitor(bank);
  await logIn(who, customer);
  await issueToken(who, customer);
  const serial = await setUpPhone(who, phoneOf(bank));
  if (serial === null) throw new Error('the telephone was refused');
  return { who, customer, serial };
}

/** The same, started; the code of the present minute is spent. */
export async function withToken(bank: MockBank): Promise<Holder> {
  const holder = await withReadyToken(bank);
  await choose(holder.who, 'start');
  await holder.who.send({ BPW0010: await bank.codeOf(holder.serial) });
  return holder;
}

/** Six digits that the token does not show around now. */
export async function wrongCode(bank: MockBank, serial: string): Promise<string> {
  const near = await Promise.all([-2, -1, 0, 1, 2].map((ahead) => bank.codeOf(serial, ahead)));
  return ['135790', '246801', '908172', '556677', '443322', '001122'].find((code) => !near.includes(code)) ?? '';
}
