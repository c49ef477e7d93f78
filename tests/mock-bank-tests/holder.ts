/** A customer with a token in use, logged in, at whichever institution. */
import type { Customer } from '../mock-bank/customers.ts';
import type { MockBank } from './bank.ts';
import { enrol, type TestToken } from './token-client.ts';
import { logIn, register, visitor, type Visitor } from './visitor.ts';

export const PASSWORD = 'hanako2026';

export interface Holder {
  who: Visitor;
  customer: Customer;
  token: TestToken;
}

/** The other layout, chosen by the link at the foot of a page. */
export const choose = (who: Visitor, layout: 'pc' | 'phone'): Promise<void> => who.go(`/webbk/layout.do?to=${layout}&at=/webbk/help.do`);

/** Logs in, with a code where one is asked; the token's next code is a fresh one. */
export async function comeIn(bank: MockBank, who: Visitor, customer: Customer, token: TestToken): Promise<void> {
  await logIn(who, customer);
  if (!who.path().endsWith('/b-otp.do')) return;
  await who.send({ BPW0010: token.code() });
  bank.passTime(30_000);
}

export async function holder(bank: MockBank, institution = '1581', layout: 'pc' | 'phone' = 'pc'): Promise<Holder> {
  const customer = await bank.newCustomer({ institution, password: PASSWORD });
  const token = await enrol(bank, institution === '1999' ? 'SKOH' : 'SKTS');
  const who = visitor(bank);
  await choose(who, layout);
  await register(who, customer, token);
  bank.passTime(30_000);
  await comeIn(bank, who, customer, token);
  return { who, customer, token };
}

/** As far as the confirmation of a 振込; `account` by its place in the list. */
export async function toTransfer(who: Visitor, amount: string, account = 0): Promise<void> {
  await who.go('/webbk/transfer/b-accounts.do');
  const number = who.page().querySelectorAll<HTMLOptionElement>('[name=BSL0010] option')[account]?.value ?? '';
  await who.send({ BRD0010: '0', BSL0010: number });
  await who.send({ BTX0010: amount });
}

export async function toLimit(who: Visitor, limit: string): Promise<void> {
  await who.go('/webbk/limit/b-limit.do');
  await who.send({ BTX0010: limit });
}

export interface PaperSlip {
  collector: string;
  number: string;
  check: string;
  amount: string;
}

/** The slips of the letter box, as a person reads them. */
export async function slips(who: Visitor): Promise<PaperSlip[]> {
  await who.go('/webbk/payment/b-slip.do');
  return [...who.page().querySelectorAll('.slip')].map((slip) => {
    const [collector = '', number = '', check = '', amount = ''] = [...slip.querySelectorAll('td, dd')].map((cell) => cell.textContent);
    return { collector, number, check, amount };
  });
}

/** As far as the confirmation of a 収納. */
export async function toPayment(who: Visitor, slip?: PaperSlip): Promise<PaperSlip> {
  const [first] = await slips(who);
  const one = slip ?? first;
  if (!one) throw new Error('no slip in the letter box');
  await who.send({ BTX0010: one.collector, BTX0020: one.number, BTX0030: one.check });
  return one;
}
