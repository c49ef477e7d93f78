import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press } from './around.ts';
import { startBank, type MockBank } from './bank.ts';
import { cardAnswers, entryPath, logIn, startRegistration, visitor, type Visitor } from './visitor.ts';
import type { Customer } from '../mock-bank/customers.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

/** Read off a page of mail.localhost, as a person does: the digits shown now, and the serial. */
interface Read {
  serial: string;
  code(): Promise<string>;
}

const text = (who: Visitor, selector: string): string => who.page().querySelector(selector)?.textContent ?? '';

async function onPhone(institution: string): Promise<Read> {
  const phone = visitor(bank, 'mail.localhost');
  await phone.go('/phone');
  await press(phone, '新しいトークンを発行', { institution });
  const serial = text(phone, '.serial');
  return { serial, async code() {
    await phone.go(`/phone/token?serial=${serial}`);
    return text(phone, 'output');
  } };
}

async function inHand({ institution, contract }: Customer): Promise<Read> {
  const serial = await bank.ship({ institution, contract });
  const drawer = visitor(bank, 'mail.localhost');
  return { serial, async code() {
    await drawer.go(`/tokens?institution=${institution}&contract=${contract}`);
    await press(drawer, 'ボタンを押して表示', { serial });
    return text(drawer, 'output');
  } };
}

async function start(who: Visitor, customer: Customer, token: Read): Promise<void> {
  await startRegistration(who, customer);
  await who.send({ BTX0010: token.serial, BPW0010: await token.code(), BRD0010: '1', ...cardAnswers(who, customer) });
  expect(who.text()).toContain('ワンタイムパスワードの利用開始が完了しました。');
  bank.passTime(30_000);
}

async function exchange(who: Visitor, customer: Customer, old: Read, fresh: Read): Promise<void> {
  await who.go(entryPath(customer.institution));
  await who.go('/webbk/otp/b-change-auth.do');
  await who.send({ BTX0010: customer.contract, BPW0010: customer.password ?? '' });
  await who.send({ BPW0010: await old.code() });
  await who.send({ BTX0010: fresh.serial, BPW0010: await fresh.code() });
  expect(who.text()).toContain('ワンタイムパスワードの交換が完了しました。');
  bank.passTime(30_000);
}

describe('交換 with tokens on other devices', () => {
  it('goes from the phone to a shipped hardware token and on to another phone', async () => {
    const customer = await bank.newCustomer({ institution: '1188', password: 'hanako2026' });
    const [phone, hardware, newPhone] = [await onPhone('1188'), await inHand(customer), await onPhone('1188')];
    const who = visitor(bank);
    await start(who, customer, phone);
    await exchange(who, customer, phone, hardware);
    await exchange(who, customer, hardware, newPhone);
    const states = await Promise.all([phone, hardware, newPhone].map(({ serial }) => bank.tokenState(serial)));
    expect(states).toEqual(['REPLACED', 'REPLACED', 'ACTIVE']);
    await logIn(who, customer);
    await who.send({ BPW0010: await newPhone.code() });
    expect(who.heading()).toBe('トップページ');
  });

  it('takes a serial of the institution’s own series only', async () => {
    const customer = await bank.newCustomer({ institution: '1999', password: 'hanako2026' });
    const [foreign, own] = [await onPhone('1188'), await onPhone('1999')];
    const who = visitor(bank);
    await startRegistration(who, customer);
    await who.send({ BTX0010: foreign.serial, BPW0010: await foreign.code(), ...cardAnswers(who, customer) });
    expect(who.alert()).toContain('誤りがあります');
    await start(who, customer, own);
    expect(await bank.tokenState(own.serial)).toBe('ACTIVE');
    expect(await bank.tokenState(foreign.serial)).toBe('UNBOUND');
  });
});
