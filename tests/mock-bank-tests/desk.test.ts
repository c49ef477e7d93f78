import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { post, press } from './around.ts';
import { startBank, type MockBank } from './bank.ts';
import { ask, atDesk, PASSWORD, result, withToken } from './clerk.ts';
import { enrol, type TestToken } from './token-client.ts';
import { logIn, register, visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
const HOUR = 3_600_000;
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

const open = (institution = '1188'): Promise<Customer> => bank.newCustomer({ institution, password: PASSWORD });
const nextStep = (): void => bank.passTime(30_000);

async function newestAudit(count: number): Promise<(string | null)[][]> {
  const clerk = visitor(bank, 'mail.localhost');
  await clerk.go('/desk/audit');
  return [...clerk.page().querySelectorAll('tbody tr:not(.remark)')].slice(0, count).map((tr) => [1, 3, 4, 5].map((cell) => tr.children[cell]?.textContent ?? null));
}

function counts(values: string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const value of values) found[value] = (found[value] ?? 0) + 1;
  return found;
}

describe('a loss', () => {
  it('ends the token at login and at 振込, tells the token’s holder, and leaves 利用開始 open to a new one', async () => {
    const { customer, token, who } = await withToken(bank);
    await logIn(who, customer);
    await who.send({ BPW0010: token.code() });
    expect(who.heading()).toBe('トップページ');
    const clerk = await atDesk(bank, customer);
    await press(clerk, '紛失・盗難の届出');
    expect(await token.status()).toBe('ACTIVE');
    await press(clerk, '処理する');
    expect(result(clerk)).toContain('失効にしました');
    expect(await token.status()).toBe('REVOKED');

    nextStep();
    await who.go('/webbk/transfer/b-accounts.do');
    await who.send({ BRD0010: '0' });
    await who.send({ BTX0010: '10000' });
    await who.send({ BPW0010: token.code() });
    expect(who.text()).not.toContain('振込の手続が完了しました');
    await who.go('/webbk/top.do');
    await logIn(who, customer);
    await who.send({ BPW0010: token.code() });
    expect(who.heading()).not.toBe('トップページ');
    await who.go('/webbk/top.do');
    expect(who.heading()).toBe('ログイン');

    const fresh = await enrol(bank);
    await register(who, customer, fresh);
    expect(who.text()).toContain('利用開始が完了しました');
    nextStep();
    await logIn(who, customer);
    await who.send({ BPW0010: fresh.code() });
    expect(who.heading()).toBe('トップページ');
    expect(await token.status()).toBe('REVOKED');
    expect((await newestAudit(1))[0]).toEqual(['紛失・盗難の届出', customer.contract, token.serial, '処理しました']);
    expect(bank.seen().findLast(({ kind }) => kind === 'desk')).toMatchObject({ outcome: 'accepted', reason: 'loss', contract: customer.contract, serial: token.serial });
  });

  it('is taken once, whoever else is reporting it at the same moment, and every report is written down', async () => {
    const { token } = await withToken(bank);
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(bank, '/desk/act', { act: 'loss', serial: token.serial })));
    expect(counts(answers.map(({ status }) => String(status)))).toEqual({ 303: 1, 409: 5 });
    expect(counts((await newestAudit(6)).map(([, , , outcome]) => outcome ?? ''))).toEqual({ 処理しました: 1, お断りしました: 5 });
  });
});

describe('a re-issue', () => {
  it('ends the token without its code and lets the customer start a new one', async () => {
    const { customer, token, who } = await withToken(bank);
    const clerk = await atDesk(bank, customer);
    await ask(clerk, '再発行（旧トークンを起動できない）');
    expect(await token.status()).toBe('REPLACED');
    const fresh = await enrol(bank);
    await register(who, customer, fresh);
    expect(await fresh.status()).toBe('ACTIVE');
  });

  it('is refused with a reason for a customer without a token, and written down', async () => {
    const customer = await open();
    const clerk = await atDesk(bank, customer);
    await press(clerk, '再発行（旧トークンを起動できない）');
    expect([clerk.status(), clerk.alert()]).toEqual([409, 'ご利用中のトークンがありません。お客様は「利用開始」からお手続きいただけます。']);
    expect((await newestAudit(1))[0]).toEqual(['再発行（旧トークンを起動できない）', customer.contract, '', 'お断りしました']);
  });
});

describe('shipping', () => {
  it('sends one hardware token, which its customer can start and nobody else', async () => {
    const customer = await open();
    const clerk = await atDesk(bank, customer);
    await press(clerk, 'ハードウェアトークンの発送');
    const home = visitor(bank, 'mail.localhost');
    const drawer = `/tokens?institution=1188&contract=${customer.contract}`;
    await home.go(drawer);
    expect(home.text()).toContain('届いているハードウェアトークンはありません');
    await press(clerk, '処理する');
    await home.go(drawer);
    const serial = home.page().querySelector('.serial')?.textContent ?? '';
    expect(result(clerk)).toBe(`ハードウェアトークン ${serial} を発送しました。`);
    await press(home, 'ボタンを押して表示');
    const code = home.page().querySelector('output')?.textContent ?? '';
    expect(code).toBe(await bank.codeOf(serial));
    const token = { serial, code: () => code } as TestToken;
    const who = visitor(bank);
    await register(who, await open(), token);
    expect(who.alert()).toContain('誤りがあります');
    await register(who, customer, token);
    expect(who.text()).toContain('利用開始が完了しました');
  });

  it('sends no second one while the first waits to be started, also of two clerks at the same moment', async () => {
    const { institution, contract } = await open('1999');
    const answers = await Promise.all([1, 2, 3].map(() => post(bank, '/desk/act', { act: 'ship', institution, contract })));
    expect(counts(answers.map(({ status }) => String(status)))).toEqual({ 303: 1, 409: 2 });
    expect((await newestAudit(3)).filter(([, , serial]) => /^SKOH\d{8}$/.test(serial ?? ''))).toHaveLength(1);
  });

  it('is refused to an inquiry-only contract and at the credit union', async () => {
    const inquiry = await bank.newCustomer({ institution: '1188', password: PASSWORD, inquiryOnly: true });
    const clerk = await atDesk(bank, inquiry);
    await press(clerk, 'ハードウェアトークンの発送');
    expect([clerk.status(), clerk.alert()]).toEqual([409, '照会のみのご契約のため、ワンタイムパスワードはご利用いただけません。']);
    const union = await atDesk(bank, await open('2143'));
    await press(union, 'ハードウェアトークンの発送');
    expect(union.alert()).toContain('取り扱っていません');
  });
});

describe('the day switch', () => {
  it('moves the business day on by one and is written down', async () => {
    const clerk = visitor(bank, 'mail.localhost');
    const day = (words: RegExp): number => {
      const [, year, month, date] = words.exec(clerk.text()) ?? [];
      return Date.UTC(Number(year), Number(month) - 1, Number(date));
    };
    await clerk.go('/desk');
    const before = day(/営業日は (\d{4})年(\d\d)月(\d\d)日 です/);
    await ask(clerk, '日付を翌日にする');
    expect(result(clerk)).toBe('日付を翌日にしました。');
    await clerk.go('/desk');
    const after = day(/営業日は (\d{4})年(\d\d)月(\d\d)日 です/);
    expect(after - before).toBe(24 * HOUR);
    expect((await newestAudit(1))[0]?.[0]).toBe('日付を翌日にする');
  });
});

const refusal = async (body: Record<string, string>, path = '/desk/act'): Promise<[number, string]> => {
  const response = await post(bank, path, body);
  return [response.status, /role="alert">([^<]*)/.exec(await response.text())?.[1] ?? ''];
};

describe('bad input', () => {
  it('is answered with a status and a sentence, and does nothing', async () => {
    expect(await refusal({})).toEqual([400, 'この処理は窓口にありません。']);
    expect(await refusal({ act: 'toString' })).toEqual([400, 'この処理は窓口にありません。']);
    expect(await refusal({ act: 'loss', serial: "SKTS'; --" })).toEqual([400, 'シリアル番号を英字4文字と数字8桁で入力してください。']);
    expect((await refusal({ act: 'loss', serial: 'SKTS00000000' }))[0]).toBe(404);
    expect((await refusal({ act: 'ship', institution: '1188', contract: "1' OR '1'='1" }))[0]).toBe(400);
    expect(await refusal({ act: 'ship', institution: '1188', contract: '9' })).toEqual([404, 'このお客様は登録されていません。金融機関と契約者IDをお確かめください。']);
    expect((await refusal({ act: 'ship', institution: '9999', contract: '1188000017' }, '/desk/confirm'))[0]).toBe(400);
    expect((await newestAudit(1))[0]).toEqual(['ハードウェアトークンの発送', '9', '', 'お断りしました']);
    const clerk = visitor(bank, 'mail.localhost');
    for (const path of ["/desk/customer?institution=1188&contract=%27", '/desk/token?serial=1', '/desk/result?line=x', '/desk/result?line=999999']) {
      await clerk.go(path);
      expect([clerk.status(), clerk.alert()]).toEqual([404, expect.stringMatching(/。$/)]);
    }
  });

  it('takes full-width letters and digits for what they mean', async () => {
    const token = await enrol(bank);
    const wide = token.serial.replaceAll(/[0-9A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    expect((await post(bank, '/desk/act', { act: 'loss', serial: wide })).status).toBe(303);
    expect(await token.status()).toBe('REVOKED');
  });

  it('does not let a form on another site work the desk', async () => {
    const token = await enrol(bank);
    const response = await post(bank, '/desk/act', { act: 'loss', serial: token.serial }, { origin: 'http://ib-shinkin.localhost' });
    expect(response.status).toBe(403);
    expect(await token.status()).toBe('UNBOUND');
  });

  it('shows no secret of a customer', async () => {
    const { customer, token } = await withToken(bank);
    const text = (await atDesk(bank, customer)).page().documentElement.outerHTML;
    for (const secret of [PASSWORD, customer.firstPassword, token.code(), ...Object.values(customer.card ?? {}).map((cell) => `>${cell}<`)])
      expect(text).not.toContain(secret);
  });
});
