import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { startBank, type MockBank } from './bank.ts';
import { enrol } from './token-client.ts';
import { cardAnswers, entryPath, logIn, register, startRegistration, visitor } from './visitor.ts';

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
const wide = (text: string): string => text.replaceAll(/[0-9A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

describe('利用開始', () => {
  it('binds a token and shows the 処理結果 of the manual', async () => {
    const customer = await abukuma();
    const token = await enrol(bank);
    const who = visitor(bank);
    await startRegistration(who, customer);
    const labels = [...who.page().querySelectorAll('.entry th')].map((th) => th.textContent);
    expect(labels).toEqual(['シリアル番号(半角英数字)', 'ワンタイムパスワード(半角数字)', 'ログイン時のワンタイムパスワード認証要否']);
    await who.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '1', ...cardAnswers(who, customer) });
    expect(who.heading()).toBe('ワンタイムパスワード利用開始');
    expect(who.text()).toContain('ワンタイムパスワードの利用開始が完了しました。');
    expect(who.text()).toMatch(/受付番号： [0-9A-Z]{12}\s*受付時刻： \d{4}年\d\d月\d\d日\d\d時\d\d分\d\d秒/);
    const rows = [...who.page().querySelectorAll('.entry tr')].map((tr) => [...tr.children].map((cell) => cell.textContent));
    expect(rows).toEqual([['シリアル番号', token.serial], ['ログイン時のワンタイムパスワード認証要否', '認証する']]);
    expect(who.page().querySelector('main .buttons a')?.textContent).toContain('ログイン画面に戻る');
    expect(await token.status()).toBe('ACTIVE');
  });

  it('keeps the two cells until they were answered right, and refuses wrong ones without spending the code', async () => {
    const customer = await abukuma();
    const token = await enrol(bank);
    const who = visitor(bank);
    await startRegistration(who, customer);
    const answers = cardAnswers(who, customer);
    const other = String((Number(answers.BPW0020) + 1) % 100).padStart(2, '0');
    await who.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '1', ...answers, BPW0020: other });
    expect(who.alert()).toBe('確認用パスワードに誤りがあります。');
    expect(cardAnswers(who, customer)).toEqual(answers);
    await startRegistration(who, customer);
    expect(cardAnswers(who, customer)).toEqual(answers);
    await who.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '1', ...answers });
    expect(who.text()).toContain('利用開始が完了しました');
  });

  it('keeps the serial and forgets the code when something is wrong', async () => {
    const customer = await abukuma();
    const token = await enrol(bank);
    const who = visitor(bank);
    await startRegistration(who, customer);
    await who.send({ BTX0010: token.serial, BPW0010: '12ab', BRD0010: '1', ...cardAnswers(who, customer) });
    expect(who.alert()).toContain('半角数字6桁');
    expect(who.page().querySelector<HTMLInputElement>('[name=BTX0010]')?.value).toBe(token.serial);
    expect(who.page().querySelector<HTMLInputElement>('[name=BPW0010]')?.value).toBe('');
  });

  it('wants 認証する at あぶくま and leaves the choice at 北伊勢上野', async () => {
    const token = await enrol(bank);
    const who = visitor(bank);
    await register(who, await abukuma(), token, '0');
    expect(who.alert()).toContain('「認証する」を選択してください');
    await register(who, await abukuma(), token, '');
    expect(who.alert()).toContain('認証要否を選択してください');
    expect(await token.status()).toBe('UNBOUND');
    const customer = await kitaise();
    await register(who, customer, token, '0');
    expect(who.text()).toContain('認証しない');
    await logIn(who, customer);
    expect(who.heading()).toBe('トップページ');
  });

  it('answers an unknown serial and a wrong code alike', async () => {
    const token = await enrol(bank);
    const who = visitor(bank);
    const wrong = token.code() === '000000' ? '000001' : '000000';
    await register(who, await abukuma(), { ...token, code: () => wrong });
    const sentence = who.alert();
    await register(who, await abukuma(), { ...token, serial: 'SKTS00000000' });
    expect([sentence, who.alert()]).toEqual(Array(2).fill('シリアル番号またはワンタイムパスワードに誤りがあります。'));
    await register(who, await abukuma(), { ...token, serial: "SKTS0'; DROP" });
    expect(who.alert()).toContain('半角英数字12桁');
    expect(await token.status()).toBe('UNBOUND');
  });

  it('takes digits and letters in full width', async () => {
    const token = await enrol(bank);
    const who = visitor(bank);
    await register(who, await abukuma(), { ...token, serial: wide(token.serial), code: () => wide(token.code()) });
    expect(who.text()).toContain('利用開始が完了しました');
  });

  it('refuses a token of somebody else, an expired one, and a second one', async () => {
    const token = await enrol(bank);
    const late = await enrol(bank);
    const who = visitor(bank);
    const customer = await abukuma();
    await register(who, customer, token);
    nextStep();
    await register(who, await abukuma(), token);
    // As an unknown one would: nobody learns which serials there are.
    expect(who.alert()).toBe('シリアル番号またはワンタイムパスワードに誤りがあります。');
    await startRegistration(who, customer);
    expect(who.alert()).toContain('「交換」をご利用ください');
    bank.passTime(30 * 24 * 3_600_000);
    await register(who, await abukuma(), late);
    expect(who.alert()).toContain('期限が過ぎている');
  });

  it('refuses an inquiry-only contract with the reason', async () => {
    const who = visitor(bank);
    await startRegistration(who, await bank.newCustomer({ institution: '1188', password: PASSWORD, inquiryOnly: true }));
    expect(who.alert()).toContain('照会のみのご契約');
  });

  it('stays on 処理結果 over a reload and shows it to nobody else', async () => {
    const who = visitor(bank);
    await register(who, await abukuma(), await enrol(bank));
    const text = who.text();
    await who.go(who.path());
    expect(who.text()).toBe(text);
    const other = visitor(bank);
    await other.go(entryPath('1188'));
    await other.go('/webbk/otp/b-start-end.do');
    expect(other.heading()).toBe('ログイン');
  });
});

describe('two registrations at the same moment', () => {
  it('of one customer bind one token', async () => {
    const customer = await kitaise();
    const tokens = [await enrol(bank), await enrol(bank)];
    const both = await Promise.all(tokens.map(async (token) => {
      const who = visitor(bank);
      await startRegistration(who, customer);
      return { who, token, answers: cardAnswers(who, customer) };
    }));
    await Promise.all(both.map(({ who, token, answers }) => who.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '0', ...answers })));
    expect(both.filter(({ who }) => who.text().includes('利用開始が完了しました'))).toHaveLength(1);
    expect((await Promise.all(tokens.map((token) => token.status()))).toSorted()).toEqual(['ACTIVE', 'UNBOUND']);
  });

  it('of one token by two customers give it to one', async () => {
    const token = await enrol(bank);
    const both = await Promise.all([await kitaise(), await kitaise()].map(async (customer) => {
      const who = visitor(bank);
      await startRegistration(who, customer);
      return { who, answers: cardAnswers(who, customer) };
    }));
    await Promise.all(both.map(({ who, answers }) => who.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '0', ...answers })));
    expect(both.filter(({ who }) => who.text().includes('利用開始が完了しました'))).toHaveLength(1);
    expect(both.filter(({ who }) => /既に登録されています|シリアル番号またはワンタイムパスワードに誤り/.test(who.alert()))).toHaveLength(1);
  });
});

describe('login with a code', () => {
  it('asks for it, refuses the spent one with the sentence of the manual, and takes the next', async () => {
    const customer = await abukuma();
    const token = await enrol(bank);
    const who = visitor(bank);
    await register(who, customer, token);
    await logIn(who, customer);
    expect(who.heading()).toBe('ログイン（ワンタイムパスワード認証）');
    await who.send({ BPW0010: token.code() });
    expect(who.alert()).toContain('同じパスワードは連続して使用できません');
    nextStep();
    await who.go('/webbk/top.do');
    expect(who.heading()).toBe('ログイン');
    await logIn(who, customer);
    await who.send({ BPW0010: token.code() });
    expect(who.heading()).toBe('トップページ');
    const events = bank.seen().filter(({ serial, kind }) => serial === token.serial && kind === 'login');
    expect(events.map(({ outcome, reason }) => [outcome, reason])).toEqual([['refused', 'repeated'], ['accepted', undefined]]);
    expect(JSON.stringify(bank.seen())).not.toContain(token.code());
  });

  it('tells a locked token and a revoked one what to do', async () => {
    const customer = await abukuma();
    const token = await enrol(bank);
    const who = visitor(bank);
    await register(who, customer, token);
    await bank.deskSetsState(token.serial, 'SUSPENDED');
    nextStep();
    await logIn(who, customer);
    await who.send({ BPW0010: token.code() });
    expect(who.alert()).toContain('ロックしました');
    await bank.deskSetsState(token.serial, 'REVOKED');
    await who.send({ BPW0010: token.code() });
    expect(who.alert()).toContain('ご利用いただけません');
  });
});
