import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { startBank, type MockBank } from './bank.ts';
import { entryPath, logIn, startRegistration, visitor, type Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
const PASSWORD = 'hanako2026';
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ quiet: true, now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

const abukuma = (): Promise<Customer> => bank.newCustomer({ institution: '1188', password: PASSWORD });
const wide = (text: string): string => text.replaceAll(/[0-9A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

async function comeIn(): Promise<{ who: Visitor; customer: Customer }> {
  const customer = await bank.newCustomer({ institution: '1188' });
  const who = visitor(bank);
  await logIn(who, customer);
  return { who, customer };
}

describe('the entry', () => {
  it('redirects and drops the institution code from the address', async () => {
    const response = await bank.fetch(new Request(bank.address('ib.shinkin.localhost', entryPath('1188'))));
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/webbk/login/b-login.do');
    expect(response.headers.get('set-cookie')).toContain('HttpOnly');
  });

  it.each(['9999', '1188x', "1188' OR 1=1", ''])('refuses the code "%s" with a sentence', async (code) => {
    const who = visitor(bank);
    await who.go(entryPath(code));
    expect([who.status(), who.alert()]).toEqual([404, expect.stringContaining('金融機関コードが正しくありません')]);
  });

  it('says how to come in when there is no session', async () => {
    const who = visitor(bank);
    await who.go('/webbk/login/b-login.do');
    expect([who.status(), who.alert()]).toEqual([400, expect.stringContaining('金融機関のホームページから')]);
  });

  it('says on every page that it is a mock', async () => {
    const who = visitor(bank);
    await who.go(entryPath('1581'));
    expect(who.page().querySelector('[role=note]')?.textContent).toContain('模擬 (mock)');
    expect(who.text()).toContain('北伊勢上野信用金庫');
    for (const label of ['契約者ID（利用者番号）', 'パスワード', 'ソフトウェアキーボード入力', '利用開始', '交換', '利用中止']) expect(who.text()).toContain(label);
  });
});

describe('the first login', () => {
  it('goes to the forced change with the sentence of the manual', async () => {
    const { who } = await comeIn();
    expect(who.text()).toContain('ログインパスワードの強制変更');
    expect(who.text()).toContain('パスワードのご利用可能期間が過ぎました。新しいパスワードを設定してください。');
  });

  it('refuses every password that breaks a rule, and takes one that breaks none', async () => {
    const { who, customer } = await comeIn();
    const broken: [string, string, string][] = [
      ['', '', '2か所とも'], ['abc12', 'abc12', '6～12桁'], ['abcdefghij123', 'abcdefghij123', '6～12桁'], ['abcdefgh', 'abcdefgh', '英字それぞれ1文字以上'],
      ['12345678', '12345678', '英字それぞれ1文字以上'], ['ａｂｃ１２３４', 'ａｂｃ１２３４', '半角英数字'], ["abc1'; --", "abc1'; --", '半角英数字'],
      [customer.firstPassword, customer.firstPassword, '初回ログインパスワードと同じ'], ['abcdef12', 'abcdef13', '一致しません'],
    ];
    for (const [first, second, sentence] of broken) {
      await who.send({ BPW0010: first, BPW0020: second });
      expect(who.alert(), first).toContain(sentence);
    }
    await who.send({ BPW0010: PASSWORD, BPW0020: PASSWORD });
    expect(who.heading()).toBe('重要なお知らせ');
    expect([...who.page().querySelectorAll('main .buttons a')].map((a) => a.textContent)).toEqual(['ワンタイムパスワードを登録する', '登録せずにトップページへ進む']);
    await who.go('/webbk/top.do');
    expect(who.heading()).toBe('トップページ');
    const again = visitor(bank);
    await logIn(again, customer);
    expect(again.alert()).toContain('誤りがあります');
  });

  it('can not be walked around', async () => {
    const { who } = await comeIn();
    await who.go('/webbk/top.do');
    expect(who.heading()).toBe('ログイン');
    expect(who.text()).toContain('もう一度ログインしてください');
  });

  it('comes before 利用開始', async () => {
    const customer = await bank.newCustomer({ institution: '1188' });
    const who = visitor(bank);
    await startRegistration(who, { ...customer, password: customer.firstPassword });
    expect(who.alert()).toContain('初回ログインがお済みではありません');
  });
});

describe('login', () => {
  it('answers a wrong password, an unknown contract and SQL alike', async () => {
    const customer = await abukuma();
    const tries = [[customer.contract, 'wrong123'], ['0000000000', PASSWORD], ["' OR '1'='1", "' OR '1'='1"], ['1\u0000', 'x'], ['9'.repeat(5000), 'x']];
    for (const [contract = '', password = ''] of tries) {
      const who = visitor(bank);
      await logIn(who, { ...customer, contract, password });
      expect([who.status(), who.alert()]).toEqual([200, '契約者ID（利用者番号）またはパスワードに誤りがあります。']);
    }
  });

  it('takes a contract ID in full-width digits and writes nothing typed into the page unescaped', async () => {
    const customer = await abukuma();
    const who = visitor(bank);
    await logIn(who, { ...customer, contract: wide(customer.contract) });
    expect(who.heading()).toBe('トップページ');
    await logIn(who, { ...customer, contract: '"><script>alert(1)</script>' });
    expect(who.page().querySelectorAll('script')).toHaveLength(1);
  });

  it('pauses after five wrong passwords and opens again after a minute', async () => {
    const customer = await abukuma();
    const who = visitor(bank);
    for (let i = 0; i < 5; i++) await logIn(who, { ...customer, password: 'wrong123' });
    await logIn(who, customer);
    expect(who.alert()).toContain('一時的に受付を停止しています');
    bank.passTime(60_000);
    await logIn(who, customer);
    expect(who.heading()).toBe('トップページ');
  });

  it('gives a new cookie after each login', async () => {
    const customer = await abukuma();
    const entry = await bank.fetch(new Request(bank.address('ib.shinkin.localhost', entryPath('1188'))));
    const planted = entry.headers.get('set-cookie')?.split(';')[0] ?? '';
    await bank.fetch(new Request(bank.address('ib.shinkin.localhost', '/webbk/login/b-login.do'), {
      method: 'POST', headers: { cookie: planted }, body: new URLSearchParams({ BTX0010: customer.contract, BPW0010: PASSWORD }),
    }));
    const stolen = await bank.fetch(new Request(bank.address('ib.shinkin.localhost', '/webbk/top.do'), { headers: { cookie: planted } }));
    expect(stolen.status).toBe(400);
  });

  it('sends back to login after ten minutes without a click, with a sentence', async () => {
    const who = visitor(bank);
    await logIn(who, await abukuma());
    bank.passTime(599_000);
    await who.go('/webbk/top.do');
    expect(who.heading()).toBe('トップページ');
    bank.passTime(600_000);
    await who.go('/webbk/top.do');
    expect(who.heading()).toBe('ログイン');
    expect(who.text()).toContain('一定時間操作がなかったため');
    expect(who.text()).toContain('あぶくま信用金庫');
  });

  it('takes no form from another site', async () => {
    const response = await bank.fetch(new Request(bank.address('ib.shinkin.localhost', '/webbk/login/b-login.do'), {
      method: 'POST', headers: { origin: 'http://ib-shinkin.localhost' }, body: new URLSearchParams({ BTX0010: '1' }),
    }));
    expect(response.status).toBe(403);
  });
});
