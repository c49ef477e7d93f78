import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { startBank, type MockBank } from './bank.ts';
import { enrol } from './token-client.ts';
import { cardAnswers, entryPath, logIn, register, visitor, type Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
const PASSWORD = 'hanako2026';
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ quiet: true, now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

const abukuma = (): Promise<Customer> => bank.newCustomer({ institution: '1188', password: PASSWORD });
const kitaise = (): Promise<Customer> => bank.newCustomer({ institution: '1581', password: PASSWORD });
const nextStep = (): void => bank.passTime(30_000);

/** `account` by its place in the list; the second one holds 80,000円. */
async function toConfirmation(who: Visitor, amount = '10000', account = 0): Promise<void> {
  await who.go('/webbk/transfer/b-accounts.do');
  const number = who.page().querySelectorAll<HTMLOptionElement>('[name=BSL0010] option')[account]?.value ?? '';
  await who.send({ BRD0010: '0', BSL0010: number });
  await who.send({ BTX0010: amount });
}

async function withToken(): Promise<{ who: Visitor; token: Awaited<ReturnType<typeof enrol>>; customer: Customer }> {
  const customer = await kitaise();
  const token = await enrol(bank);
  const who = visitor(bank);
  await register(who, customer, token, '0');
  nextStep();
  await logIn(who, customer);
  return { who, token, customer };
}

describe('振込', () => {
  it('asks with the labels of the manual, takes a code once and books the amount once', async () => {
    const { who, token } = await withToken();
    await toConfirmation(who);
    expect([...who.page().querySelectorAll('h2')].map((h2) => h2.textContent)).toContain('ワンタイムパスワードの入力');
    const label = who.page().querySelector('[name=BPW0010]')?.closest('tr')?.querySelector('th')?.textContent;
    expect(label).toBe('パスワード(半角数字)');
    await who.send({ BPW0010: token.code() });
    expect(who.text()).toContain('振込の手続が完了しました。');
    await toConfirmation(who);
    await who.send({ BPW0010: token.code() });
    expect(who.alert()).toContain('同じパスワードは連続して使用できません');
    await who.go('/webbk/top.do');
    expect(who.text()).toContain('1,240,000円');
  });

  it('wants a token at あぶくま and the two positions at 北伊勢上野', async () => {
    const who = visitor(bank);
    await logIn(who, await abukuma());
    await who.go('/webbk/transfer/b-accounts.do');
    expect(who.alert()).toContain('ワンタイムパスワードが必要です');
    const customer = await kitaise();
    await logIn(who, customer);
    await toConfirmation(who);
    expect(who.text()).toContain('資金移動用パスワードの左から');
    expect(who.text()).not.toContain('ワンタイムパスワードの入力');
    const answers = cardAnswers(who, customer);
    await who.send({ BPW0020: String((Number(answers.BPW0020) + 1) % 10), BPW0030: answers.BPW0030 });
    expect(who.alert()).toBe('資金移動用パスワードに誤りがあります。');
    await who.send(answers);
    expect(who.text()).toContain('振込の手続が完了しました。');
  });

  it('keeps a code unspent when the balance does not suffice at the end', async () => {
    const { who, token, customer } = await withToken();
    const other = visitor(bank);
    await toConfirmation(who, '80000', 1);
    expect(who.text()).toContain('振込実行');
    await logIn(other, customer);
    await toConfirmation(other, '1', 1);
    await other.send({ BPW0010: token.code() });
    nextStep();
    await who.send({ BPW0010: token.code() });
    expect(who.alert()).toBe('残高が不足しています。');
    await toConfirmation(other, '1', 1);
    await other.send({ BPW0010: token.code() });
    expect(other.text()).toContain('完了しました');
  });

  it('refuses amounts and payees that are none, on the same page', async () => {
    const { who } = await withToken();
    await who.go('/webbk/transfer/b-accounts.do');
    await who.send({ BRD0010: '' });
    expect(who.alert()).toContain('振込先を選択');
    await who.send({ BRD0010: '0', BSL0010: '0000000' });
    expect(who.alert()).toContain('引落口座を選択');
    await who.go('/webbk/transfer/b-accounts.do');
    await who.send({ BRD0010: 'new', BTX0010: '模擬銀行', BTX0020: '本店', BTX0030: '12', BTX0040: 'サトウ' });
    expect(who.alert()).toContain('7桁');
    await who.send({ BTX0030: '１２３４５６７', BRD0010: 'new' });
    for (const amount of ['0', '-5', '1e9', '', '9999999999']) {
      await who.send({ BTX0010: amount });
      expect(who.alert(), amount).not.toBe('');
    }
    await who.send({ BTX0010: '1,000' });
    expect(who.text()).toContain('模擬銀行 本店 普通 1234567 サトウ');
  });

  it('forgets everything at 取引中止', async () => {
    const { who } = await withToken();
    await toConfirmation(who);
    await who.go('/webbk/transfer/b-cancel.do');
    expect(who.heading()).toBe('トップページ');
    await who.go('/webbk/transfer/b-confirm.do');
    expect(who.text()).toContain('引落口座の指定');
  });
});

describe('交換 and 利用中止', () => {
  it('put the new token in the old one’s place in one go', async () => {
    const customer = await abukuma();
    const [old, fresh] = [await enrol(bank), await enrol(bank)];
    const who = visitor(bank);
    await register(who, customer, old);
    nextStep();
    await who.go('/webbk/otp/b-change-auth.do');
    await who.send({ BTX0010: customer.contract, BPW0010: PASSWORD });
    await who.send({ BPW0010: old.code() });
    await who.send({ BTX0010: fresh.serial, BPW0010: 'abc' });
    await who.send({ BTX0010: fresh.serial, BPW0010: fresh.code() === '123456' ? '654321' : '123456' });
    expect(who.alert()).toContain('誤りがあります');
    expect([await old.status(), await fresh.status()]).toEqual(['ACTIVE', 'UNBOUND']);
    await who.send({ BTX0010: fresh.serial, BPW0010: fresh.code() });
    expect(who.text()).toContain('ワンタイムパスワードの交換が完了しました。');
    expect([await old.status(), await fresh.status()]).toEqual(['REPLACED', 'ACTIVE']);
    nextStep();
    await logIn(who, customer);
    await who.send({ BPW0010: old.code() });
    expect(who.alert()).toContain('誤りがあります');
    await who.send({ BPW0010: fresh.code() });
    expect(who.heading()).toBe('トップページ');
  });

  it('want the old token’s code and a token in use', async () => {
    const customer = await abukuma();
    const who = visitor(bank);
    await who.go(entryPath('1188'));
    for (const path of ['/webbk/otp/b-change-auth.do', '/webbk/otp/b-stop.do']) {
      await who.go(path);
      await who.send({ BTX0010: customer.contract, BPW0010: PASSWORD, BPW0020: '000000' });
      expect(who.alert()).toContain('ご利用されていません');
    }
    await who.go('/webbk/otp/b-change-new.do');
    expect(who.heading()).toBe('ログイン');
  });

  it('end the use of a token with its code', async () => {
    const customer = await abukuma();
    const token = await enrol(bank);
    const who = visitor(bank);
    await register(who, customer, token);
    nextStep();
    await who.go('/webbk/otp/b-stop.do');
    await who.send({ BTX0010: customer.contract, BPW0010: PASSWORD, BPW0020: token.code() });
    expect(who.text()).toContain('ワンタイムパスワードの利用中止が完了しました。');
    expect(await token.status()).toBe('STOPPED');
    await logIn(who, customer);
    expect(who.heading()).toBe('トップページ');
  });
});
