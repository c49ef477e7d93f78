import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { startBank, type MockBank } from './bank.ts';
import { choose, PASSWORD } from './holder.ts';
import { enrol } from './token-client.ts';
import { cardAnswers, logIn, register, startRegistration, visitor, type Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
const NOTICE = [
  '【インターネットバンキングによる振込等のお取引には、ワンタイムパスワードが必要となります。】',
  '現在ご利用の確認用／資金移動用パスワードは、セキュリティ上の理由から9999年99月99日に廃止し、新たにワンタイムパスワードを用いた認証に変更いたします。',
  'お手数ですが、トークンをご用意いただいたうえ、本ページよりワンタイムパスワードの利用登録を行っていただきますようお願いいたします。',
];
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ quiet: true, now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

const nextStep = (): void => bank.passTime(30_000);
const open = (institution: string): Promise<Customer> => bank.newCustomer({ institution, password: PASSWORD });
const labels = (who: Visitor): string[] => [...who.page().querySelectorAll('.entry th')].map((th) => th.textContent);
const notice = (who: Visitor): string[] => [...who.page().querySelectorAll('.notice p')].map((p) => p.textContent);

describe('共同信用金庫', () => {
  it('announces the end of the card word by word on the registration page, and ends it with 実行', async () => {
    const customer = await open('1998');
    const token = await enrol(bank);
    const who = visitor(bank);
    await startRegistration(who, customer);
    expect(notice(who)).toEqual(NOTICE);
    expect(labels(who)).toEqual(['シリアル番号(半角英数字)', 'ワンタイムパスワード(半角数字)', 'ログイン時のワンタイムパスワード認証要否']);
    expect(who.page().querySelector('button.go')?.textContent).toBe('実行 >');
    await who.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '0', ...cardAnswers(who, customer) });
    expect(labels(who)).toEqual(['シリアル番号', 'ログイン時のワンタイムパスワード認証要否']);
  });

  it('says the same after the first login, and nobody else does', async () => {
    for (const [institution, expected] of [['1998', NOTICE], ['1581', []], ['1999', []]] as const) {
      const who = visitor(bank);
      await choose(who, 'pc');
      await logIn(who, await bank.newCustomer({ institution }));
      await who.send({ BPW0010: PASSWORD, BPW0020: PASSWORD });
      expect(who.heading()).toBe('重要なお知らせ');
      expect(notice(who).filter((line) => NOTICE.includes(line))).toEqual(expected);
      expect(notice(who)).not.toEqual([]);
    }
  });
});

describe('見本信用金庫', () => {
  it('asks no 認証要否, shows only the serial, and the sentences of its manual under the button', async () => {
    const customer = await open('1999');
    const token = await enrol(bank, 'SKOH');
    expect(token.serial).toMatch(/^SKOH\d{8}$/);
    const who = visitor(bank);
    await choose(who, 'pc');
    await startRegistration(who, customer);
    expect(labels(who)).toEqual(['シリアル番号(半角英数字)', 'ワンタイムパスワード(半角数字)']);
    expect(who.page().querySelector('input[type=radio]')).toBeNull();
    await who.send({ BTX0010: token.serial, BPW0010: token.code(), ...cardAnswers(who, customer) });
    expect(who.text()).toContain('ワンタイムパスワードの利用開始が完了しました。');
    const rows = [...who.page().querySelectorAll('.entry tr')].map((tr) => [...tr.children].map((cell) => cell.textContent));
    expect(rows).toEqual([['シリアル番号', token.serial]]);
    const after = who.page().querySelector('main .buttons + p')?.textContent;
    expect(after).toBe('ワンタイムパスワードの登録は完了しました。次回より今回登録したソフトウェアトークンをご利用ください。');
  });

  it('shows its smartphone layout first, with its desk’s telephone', async () => {
    const who = visitor(bank);
    await startRegistration(who, await open('1999'));
    expect(who.page().body.className).toBe('phone');
    expect([...who.page().querySelectorAll('.entry dt')].map((dt) => dt.firstChild?.textContent?.trim()).slice(0, 2))
      .toEqual(['シリアル番号(半角英数字)', 'ワンタイムパスワード(半角数字)']);
    expect(who.text()).toContain('しんきんEBサポートデスク 0120-985-317');
  });

  it('always asks the code at login, even of one who sends 認証しない', async () => {
    const customer = await open('1999');
    const token = await enrol(bank, 'SKOH');
    const who = visitor(bank);
    await register(who, customer, token, '0');
    expect(who.text()).toContain('利用開始が完了しました');
    nextStep();
    await logIn(who, customer);
    expect(who.heading()).toBe('ログイン（ワンタイムパスワード認証）');
    await who.go('/webbk/top.do');
    expect(who.heading()).toBe('ログイン');
    await logIn(who, customer);
    await who.send({ BPW0010: token.code() });
    expect(who.heading()).toBe('トップページ');
  });

  it('names a hardware token as one', async () => {
    const customer = await open('1999');
    const serial = await bank.ship(customer);
    expect(serial).toMatch(/^SKOH/);
    const who = visitor(bank);
    await startRegistration(who, customer);
    await who.send({ BTX0010: serial, BPW0010: await bank.codeOf(serial), ...cardAnswers(who, customer) });
    expect(who.text()).toContain('次回より今回登録したハードウェアトークンをご利用ください。');
  });
});

describe('a serial of the other series', () => {
  it('is refused at 利用開始 like one that does not exist', async () => {
    for (const [institution, series] of [['1999', 'SKTS'], ['1188', 'SKOH'], ['1581', 'SKOH'], ['1998', 'SKOH']] as const) {
      const token = await enrol(bank, series);
      const who = visitor(bank);
      await register(who, await open(institution), token);
      expect(who.alert(), institution).toBe('シリアル番号またはワンタイムパスワードに誤りがあります。');
      expect(await token.status()).toBe('UNBOUND');
    }
  });

  it('is refused at 交換, and the old token stays', async () => {
    for (const [institution, own, strange] of [['1999', 'SKOH', 'SKTS'], ['1188', 'SKTS', 'SKOH']] as const) {
      const customer = await open(institution);
      const [old, fresh] = [await enrol(bank, own), await enrol(bank, strange)];
      const who = visitor(bank);
      await register(who, customer, old);
      nextStep();
      await who.go('/webbk/otp/b-change-auth.do');
      await who.send({ BTX0010: customer.contract, BPW0010: PASSWORD });
      await who.send({ BPW0010: old.code() });
      await who.send({ BTX0010: fresh.serial, BPW0010: fresh.code() });
      expect(who.alert()).toBe('シリアル番号またはワンタイムパスワードに誤りがあります。');
      expect([await old.status(), await fresh.status()]).toEqual(['ACTIVE', 'UNBOUND']);
    }
  });
});

describe('the pages of 利用開始', () => {
  it('say how to get a token in the words of the manuals', async () => {
    const who = visitor(bank);
    await startRegistration(who, await open('1188'));
    await who.go('/webbk/otp/b-start-auth.do');
    for (const words of [
      'ワンタイムパスワードの利用登録を開始します。', 'トークンの登録には、当金庫指定のトークンが必要となります。',
      'ソフトウェアトークンの入ったスマートフォンもしくは当金庫から配布されたハードウェアトークンをご用意下さい。',
      'トークンの準備方法について', 'アプリ名「しんきん（個人）ワンタイムパスワード」',
      'App Storeより「しんきん（個人）ワンタイムパスワード」をダウンロードしてください。', 'Google Playより「しんきん（個人）ワンタイムパスワード」をダウンロードしてください。',
      '契約者ID（利用者番号）・ログインパスワードの入力', '? この画面のヘルプ',
    ]) expect(who.text()).toContain(words);
    // That is a note of 交換 and of no other page.
    expect(who.text()).not.toContain('ハードウェアトークンは当庫から発送したもののみ');
    await who.go('/webbk/help.do');
    expect(who.text()).toContain('対象となる取引　(1) 振込・利用限度額変更・収納サービス（税金等各種料金の払込み）');
  });
});
