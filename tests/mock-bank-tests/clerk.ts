/** A clerk at the desk, and a customer with a token to telephone about. */
import { expect } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { press } from './around.ts';
import type { MockBank } from './bank.ts';
import { enrol, type TestToken } from './token-client.ts';
import { register, visitor, type Visitor } from './visitor.ts';

export const PASSWORD = 'hanako2026';

export async function withToken(bank: MockBank): Promise<{ customer: Customer; token: TestToken; who: Visitor }> {
  const customer = await bank.newCustomer({ institution: '1188', password: PASSWORD });
  const token = await enrol(bank);
  const who = visitor(bank);
  await register(who, customer, token);
  expect(who.text()).toContain('利用開始が完了しました');
  bank.passTime(30_000);
  return { customer, token, who };
}

/** At the page of this customer. */
export async function atDesk(bank: MockBank, { institution, contract }: Customer): Promise<Visitor> {
  const clerk = visitor(bank, 'mail.localhost');
  await clerk.go(`/desk/customer?institution=${institution}&contract=${contract}`);
  expect(clerk.heading()).toBe('窓口');
  return clerk;
}

/** Both pages: the confirmation, then the act. */
export async function ask(clerk: Visitor, act: string): Promise<void> {
  await press(clerk, act);
  expect(clerk.text()).toContain('次の内容で処理します');
  await press(clerk, '処理する');
}

export const result = (clerk: Visitor): string => clerk.page().querySelector('.result')?.textContent ?? '';
