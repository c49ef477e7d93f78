import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { press } from './around.ts';
import { startBank, type MockBank } from './bank.ts';
import { ask, atDesk, PASSWORD, withToken } from './clerk.ts';
import { enrol } from './token-client.ts';
import { cardAnswers, logIn, register, startRegistration, visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
const HOUR = 3_600_000;
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

const open = (): Promise<Customer> => bank.newCustomer({ institution: '1188', password: PASSWORD });
const wrong = (code: string): string => String((Number(code) + 500_000) % 1_000_000).padStart(6, '0');

describe('an unlock', () => {
  it('makes a token that ten wrong codes locked ACTIVE again', async () => {
    const { customer, token, who } = await withToken(bank);
    for (let i = 0; i < 10; i++) {
      await logIn(who, customer);
      await who.send({ BPW0010: wrong(token.code()) });
      bank.passTime(HOUR);
    }
    expect(await token.status()).toBe('SUSPENDED');
    const clerk = await atDesk(bank, customer);
    expect(clerk.text()).toContain('10回　ロック中');
    await ask(clerk, 'トークンのロック解除');
    expect(await token.status()).toBe('ACTIVE');
    await logIn(who, customer);
    await who.send({ BPW0010: token.code() });
    expect(who.heading()).toBe('トップページ');
    await clerk.go(`/desk/token?serial=${token.serial.toLowerCase()}`);
    await press(clerk, 'トークンのロック解除');
    expect(clerk.alert()).toBe('このトークンはロックされていません。');
  });

  it('makes one that was never started UNBOUND, so that it can still be started', async () => {
    const customer = await open();
    const token = await enrol(bank);
    await bank.deskSetsState(token.serial, 'SUSPENDED');
    const clerk = visitor(bank, 'mail.localhost');
    await clerk.go(`/desk/token?serial=${token.serial}`);
    await ask(clerk, 'トークンのロック解除');
    expect(await token.status()).toBe('UNBOUND');
    const who = visitor(bank);
    await register(who, customer, token);
    expect(await token.status()).toBe('ACTIVE');
  });

  it('lets a customer log in whose password was guessed at', async () => {
    const customer = await open();
    const who = visitor(bank);
    for (let i = 0; i < 5; i++) await logIn(who, { ...customer, password: 'nope2026' });
    await logIn(who, customer);
    expect(who.alert()).toContain('一時的に受付を停止しています');
    await ask(await atDesk(bank, customer), 'ログインパスワードのロック解除');
    await logIn(who, customer);
    expect(who.heading()).toBe('トップページ');
    const again = await atDesk(bank, customer);
    await press(again, 'ログインパスワードのロック解除');
    expect(again.status()).toBe(409);
  });

  it('opens the card’s password again', async () => {
    const customer = await open();
    const token = await enrol(bank);
    const who = visitor(bank);
    await startRegistration(who, customer);
    const answers = cardAnswers(who, customer);
    const other = String((Number(answers.BPW0020) + 1) % 100).padStart(2, '0');
    for (let i = 0; i < 5; i++) await who.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '1', ...answers, BPW0020: other });
    await register(who, customer, token);
    expect(who.alert()).toContain('一時的に受付を停止しています');
    await ask(await atDesk(bank, customer), '確認用・資金移動用パスワードのロック解除');
    await register(who, customer, token);
    expect(await token.status()).toBe('ACTIVE');
  });
});
