import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBank, type MockBank } from './bank.ts';
import { comeIn, holder, PASSWORD, slips, toLimit, toPayment, toTransfer } from './holder.ts';
import { cardAnswers, logIn, visitor, type Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ quiet: true, now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

const nextStep = (): void => bank.passTime(30_000);
const wide = (text: string): string => text.replaceAll(/[0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** 現在の利用限度額 and 本日のご利用額, as the page says them. */
async function today(who: Visitor): Promise<string[]> {
  await who.go('/webbk/limit/b-limit.do');
  return [...who.page().querySelectorAll('.entry tr')].slice(0, 2).map((tr) => tr.lastElementChild?.textContent ?? '');
}

describe('利用限度額変更', () => {
  it('is reached from サービス一覧, asks for a code with the bare label of 振込, and shows a receipt', async () => {
    const { who, token, customer } = await holder(bank);
    await who.go('/webbk/services.do');
    expect([...who.page().querySelectorAll('.services a')].map((a) => a.getAttribute('href'))).toContain('/webbk/limit/b-limit.do');
    expect(await today(who)).toEqual(['1,000,000円', '0円']);
    await who.send({ BTX0010: '500000' });
    expect(who.page().querySelector('.steps .now')?.textContent).toBe('内容の確認');
    expect(who.page().querySelector('[name=BPW0010]')?.closest('tr')?.querySelector('th')?.textContent).toBe('パスワード(半角数字)');
    await who.send({ BPW0010: token.code() });
    expect(who.text()).toContain('利用限度額の変更手続が完了しました。');
    expect(who.text()).toMatch(/受付番号： [0-9A-Z]{12}\s*受付時刻： \d{4}年\d\d月\d\d日\d\d時\d\d分\d\d秒/);
    expect(who.text()).toContain('500,000円');
    expect((await today(who))[0]).toBe('500,000円');
    const events = bank.seen().filter(({ kind, contract }) => kind === 'limit' && contract === customer.contract);
    expect(events).toMatchObject([{ outcome: 'accepted', serial: token.serial }]);
  });

  it.each(['', 'abc', '-1', '1e6', '10000001', '99999999999999', '007', "1'; DROP TABLE customers"])('refuses the limit "%s" with the range', async (typed) => {
    const { who } = await holder(bank);
    await toLimit(who, typed);
    expect([who.status(), who.path()]).toEqual([200, '/webbk/limit/b-limit.do']);
    expect(who.alert()).toBe('利用限度額は0円から10,000,000円までを半角数字で入力してください。');
    expect((await today(who))[0]).toBe('1,000,000円');
  });

  it('takes full-width digits and commas, the highest limit, and not the present one', async () => {
    const { who, token } = await holder(bank);
    await toLimit(who, '1,000,000');
    expect(who.alert()).toContain('現在の利用限度額と同じ');
    await toLimit(who, wide('10,000,000'));
    await who.send({ BPW0010: wide(token.code()) });
    expect((await today(who))[0]).toBe('10,000,000円');
  });

  it('wants a token at あぶくま, and the card elsewhere for as long as there is none', async () => {
    const who = visitor(bank);
    await logIn(who, await bank.newCustomer({ institution: '1188', password: PASSWORD }));
    await who.go('/webbk/limit/b-limit.do');
    expect(who.alert()).toContain('ワンタイムパスワードが必要です');
    for (const institution of ['1998', '1581']) {
      const customer = await bank.newCustomer({ institution, password: PASSWORD });
      await logIn(who, customer);
      await toLimit(who, '200000');
      expect(who.text()).not.toContain('ワンタイムパスワードの入力');
      await who.send({ BPW0020: '', BPW0030: '' });
      expect(who.alert()).toContain('半角数字で入力してください');
      await who.send(cardAnswers(who, customer));
      expect(who.text()).toContain('変更手続が完了しました');
    }
  });

  it('refuses an inquiry-only contract on every page', async () => {
    const who = visitor(bank);
    await logIn(who, await bank.newCustomer({ institution: '1581', password: PASSWORD, inquiryOnly: true }));
    for (const path of ['/webbk/limit/b-limit.do', '/webbk/limit/b-confirm.do', '/webbk/payment/b-slip.do', '/webbk/transfer/b-accounts.do']) {
      await who.go(path);
      expect(who.alert(), path).toContain('照会のみのご契約');
      expect(who.page().querySelector('form'), path).toBeNull();
    }
  });

  it('refuses a wrong and a used code, keeps the limit, and forgets all at 取引中止', async () => {
    const { who, token } = await holder(bank);
    await toLimit(who, '300000');
    for (const [code, sentence] of [['', '半角数字6桁'], ['12345a', '半角数字6桁'], [token.code() === '123456' ? '654321' : '123456', '誤りがあります']] as const) {
      await who.send({ BPW0010: code });
      expect(who.alert()).toContain(sentence);
    }
    await who.go('/webbk/limit/b-cancel.do');
    await who.go('/webbk/limit/b-confirm.do');
    expect(who.path()).toBe('/webbk/limit/b-limit.do');
    await toTransfer(who, '1');
    await who.send({ BPW0010: token.code() });
    await toLimit(who, '300000');
    await who.send({ BPW0010: token.code() });
    expect(who.alert()).toContain('同じパスワードは連続して使用できません');
    expect((await today(who))[0]).toBe('1,000,000円');
  });

  it('does not confirm on one page what was read on another', async () => {
    const { who, token } = await holder(bank);
    await toLimit(who, '300000');
    const read = who.page();
    await toLimit(who, '9000000');
    who.show(read);
    await who.send({ BPW0010: token.code() });
    expect(who.alert()).toContain('お手続きの内容が変わりました');
    expect(who.text()).toContain('9,000,000円');
    await who.send({ BPW0010: token.code(), BHD0010: '' });
    expect(who.alert()).toContain('お手続きの内容が変わりました');
    expect((await today(who))[0]).toBe('1,000,000円');
    await toLimit(who, '9000000');
    await who.send({ BPW0010: token.code() });
    expect((await today(who))[0]).toBe('9,000,000円');
  });
});

describe('the limit of a day', () => {
  it('counts 振込 and 収納 together, spends no code beyond it, and begins anew the next day', async () => {
    const { who, token } = await holder(bank);
    const [slip] = await slips(who);
    const amount = Number(slip?.amount.replaceAll(/\D/g, ''));
    await toLimit(who, String(amount + 5000));
    await who.send({ BPW0010: token.code() });
    nextStep();
    await toPayment(who, slip);
    await who.send({ BPW0010: token.code() });
    expect(who.text()).toContain('払込の手続が完了しました。');
    nextStep();
    await toTransfer(who, '5001');
    expect(who.alert()).toBe(`1日あたりの利用限度額（${(amount + 5000).toLocaleString('ja-JP')}円）を超えるため、お取り扱いできません。本日ご利用いただける金額は5,000円です。`);
    await who.send({ BTX0010: '5000' });
    await who.send({ BPW0010: token.code() });
    expect(who.text()).toContain('振込の手続が完了しました。');
    await toPayment(who);
    expect(who.alert()).toContain('本日ご利用いただける金額は0円です。');
    expect((await today(who))[1]).toBe(`${(amount + 5000).toLocaleString('ja-JP')}円`);
    await bank.nextDay();
    expect((await today(who))[1]).toBe('0円');
    await toTransfer(who, '1');
    expect(who.path()).toBe('/webbk/transfer/b-confirm.do');
  });

  it('holds when two tabs pay at the same moment, each within it and with a code of its own', async () => {
    const { who, token, customer } = await holder(bank);
    const other = visitor(bank);
    await toTransfer(who, '600000');
    bank.passTime(30_000);
    await comeIn(bank, other, customer, token);
    await toTransfer(other, '600000');
    await Promise.all([who.send({ BPW0010: token.code() }), other.send({ BPW0010: token.code(1) })]);
    const both = [who, other];
    expect(both.filter((one) => one.text().includes('振込の手続が完了しました。'))).toHaveLength(1);
    expect(both.filter((one) => one.alert().includes('本日ご利用いただける金額は400,000円です。'))).toHaveLength(1);
  });

  it('at nothing lets nothing out', async () => {
    const { who, token } = await holder(bank);
    await toLimit(who, '0');
    await who.send({ BPW0010: token.code() });
    await toTransfer(who, '1');
    expect(who.alert()).toContain('本日ご利用いただける金額は0円です。');
  });
});
