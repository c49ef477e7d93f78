import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { startBank, type MockBank } from './bank.ts';
import { PASSWORD } from './holder.ts';
import { enrol } from './token-client.ts';
import { cardAnswers, logIn, startRegistration, visitor, type Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
const UNKNOWN = 'シリアル番号またはワンタイムパスワードに誤りがあります。';
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ quiet: true, now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

const nextStep = (): void => bank.passTime(30_000);
const open = (institution: string): Promise<Customer> => bank.newCustomer({ institution, password: PASSWORD });

async function registerSerial(who: Visitor, customer: Customer, serial: string): Promise<void> {
  await startRegistration(who, customer);
  await who.send({ BTX0010: serial, BPW0010: await bank.codeOf(serial), BRD0010: '1', ...cardAnswers(who, customer) });
}

/** As far as the page for the new token. */
async function toNewToken(who: Visitor, { contract }: Customer, old: string): Promise<void> {
  await who.go('/webbk/otp/b-change-auth.do');
  await who.send({ BTX0010: contract, BPW0010: PASSWORD });
  await who.send({ BPW0010: await bank.codeOf(old) });
}

async function swap(who: Visitor, customer: Customer, { old, fresh }: { old: string; fresh: string }): Promise<void> {
  await toNewToken(who, customer, old);
  await who.send({ BTX0010: fresh, BPW0010: await bank.codeOf(fresh) });
}

describe('a hardware token', () => {
  it('is registered by the customer it was shipped to, and asked for at login', async () => {
    const customer = await open('1188');
    const serial = await bank.ship(customer);
    const who = visitor(bank);
    await registerSerial(who, customer, serial);
    expect(who.text()).toContain('ワンタイムパスワードの利用開始が完了しました。');
    expect(await bank.tokenState(serial)).toBe('ACTIVE');
    nextStep();
    await logIn(who, customer);
    await who.send({ BPW0010: await bank.codeOf(serial) });
    expect(who.heading()).toBe('トップページ');
  });

  it('shipped to somebody else reads like one that does not exist, at 利用開始 and at 交換', async () => {
    const [customer, other] = [await open('1188'), await open('1188')];
    const [theirs, mine] = [await bank.ship(other), await bank.ship(customer)];
    const who = visitor(bank);
    await registerSerial(who, customer, theirs);
    expect(who.alert()).toBe(UNKNOWN);
    await registerSerial(who, customer, mine);
    nextStep();
    await swap(who, customer, { old: mine, fresh: theirs });
    expect(who.alert()).toBe(UNKNOWN);
    expect([await bank.tokenState(theirs), await bank.tokenState(mine)]).toEqual(['UNBOUND', 'ACTIVE']);
  });

  it('takes the place of an app, and an app takes its place', async () => {
    const customer = await open('1581');
    const app = await enrol(bank);
    const hardware = await bank.ship(customer);
    const newApp = await enrol(bank);
    const who = visitor(bank);
    await registerSerial(who, customer, app.serial);
    for (const [old, fresh] of [[app.serial, hardware], [hardware, newApp.serial]] as const) {
      nextStep();
      await swap(who, customer, { old, fresh });
      expect(who.text()).toContain('ワンタイムパスワードの交換が完了しました。');
      expect(who.text()).toContain('以後、お取引する際は、今回登録した新しいトークンを用いての認証となります。');
      expect([await bank.tokenState(old), await bank.tokenState(fresh)]).toEqual(['REPLACED', 'ACTIVE']);
    }
    nextStep();
    await logIn(who, customer);
    await who.send({ BPW0010: await bank.codeOf(hardware) });
    expect(who.alert()).toContain('誤りがあります');
    await who.send({ BPW0010: newApp.code() });
    expect(who.heading()).toBe('トップページ');
  });

  it('is not registered a second time, once it was replaced', async () => {
    const customer = await open('1581');
    const [first, second] = [await bank.ship(customer), await bank.ship(customer)];
    const who = visitor(bank);
    await registerSerial(who, customer, first);
    nextStep();
    await swap(who, customer, { old: first, fresh: second });
    nextStep();
    await swap(who, customer, { old: second, fresh: first });
    expect(who.alert()).toContain('このシリアル番号のトークンは登録できません');
    expect(await bank.tokenState(second)).toBe('ACTIVE');
  });
});

describe('交換', () => {
  it('shows the three notes of the manual before it begins', async () => {
    const customer = await open('1188');
    const who = visitor(bank);
    await startRegistration(who, customer);
    await who.go('/webbk/otp/b-change-auth.do');
    expect(who.text()).toContain('※注意事項※');
    const notes = [...who.page().querySelectorAll('.notes li')].map((li) => li.textContent);
    expect(notes).toHaveLength(3);
    expect(notes[0]).toBe('新しいトークンの利用登録が完了するまでは、旧端末のソフトウェアトークンをアンインストールしないで下さい。');
    expect(notes[2]).toContain('ハードウェアトークンは当庫から発送したもののみ利用可能です。');
  });

  it('in two tabs at the same moment puts one token in the old one’s place', async () => {
    const customer = await open('1581');
    const old = await bank.ship(customer);
    const fresh = [await enrol(bank), await enrol(bank)];
    const who = visitor(bank);
    await registerSerial(who, customer, old);
    nextStep();
    await toNewToken(who, customer, old);
    await Promise.all(fresh.map((token) => who.send({ BTX0010: token.serial, BPW0010: token.code() })));
    expect((await Promise.all(fresh.map((token) => token.status()))).toSorted()).toEqual(['ACTIVE', 'UNBOUND']);
    expect(await bank.tokenState(old)).toBe('REPLACED');
  });
});
