import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBank, type MockBank } from './bank.ts';
import { comeIn, holder, PASSWORD, slips, toPayment, toTransfer } from './holder.ts';
import { cardAnswers, logIn, visitor, type Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ quiet: true, now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

const nextStep = (): void => bank.passTime(30_000);
const wide = (text: string): string => text.replaceAll(/[0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const yenOf = (text: string): number => Number(text.replaceAll(/\D/g, ''));
const labels = (who: Visitor): string[] => [...who.page().querySelectorAll('form .entry th')].map((th) => th.textContent);

async function balance(who: Visitor): Promise<number> {
  await who.go('/webbk/top.do');
  return yenOf(who.page().querySelector('td.yen')?.textContent ?? '');
}

const paid = (one: Visitor): boolean => one.text().includes('払込の手続が完了しました。');

describe('収納サービス', () => {
  it('asks 確認番号 on one page and the one-time password on another, and pays what the biller says', async () => {
    const { who, token } = await holder(bank);
    const [slip] = await slips(who);
    expect(labels(who)).toEqual(['引落口座', '収納機関番号(半角数字5桁)', '納付番号(半角数字20桁以内)', '確認番号(半角数字)', '納付区分(半角数字)']);
    expect(who.page().querySelector('input[type=password]')).toBeNull();
    await toPayment(who, slip);
    expect(labels(who)).toEqual(['引落口座', '収納機関', '納付番号', '確認番号', '払込金額', 'パスワード(半角数字)']);
    expect(who.text()).toContain('●●●●●●');
    expect(who.page().documentElement.outerHTML).not.toContain(slip?.check);
    expect(who.text()).toContain(slip?.amount);
    await who.send({ BPW0010: token.code() });
    expect(paid(who)).toBe(true);
    expect(who.text()).toMatch(/受付番号： [0-9A-Z]{12}/);
    await who.go('/webbk/inquiry.do');
    const [line] = [...who.page().querySelectorAll('tbody tr')].map((tr) => [...tr.children].map((cell) => cell.textContent));
    expect(line?.slice(2)).toEqual(['収納 模擬市役所（市県民税）', slip?.amount]);
    expect(await balance(who)).toBe(1_250_000 - yenOf(slip?.amount ?? ''));
  });

  it('never takes 確認番号 for the code or the code for 確認番号', async () => {
    const { who, token } = await holder(bank);
    const [slip] = await slips(who);
    await who.send({ BTX0010: slip?.collector ?? '', BTX0020: slip?.number ?? '', BTX0030: token.code() === slip?.check ? '' : token.code() });
    expect(who.alert()).toContain('確認番号');
    await toPayment(who, slip);
    await who.send({ BPW0010: slip?.check === token.code() ? '' : (slip?.check ?? '') });
    expect(who.alert()).not.toBe('');
    expect(await balance(who)).toBe(1_250_000);
  });

  it('refuses each wrong number on the same page, keeps the others and forgets 確認番号', async () => {
    const { who } = await holder(bank);
    const [slip] = await slips(who);
    const right = { BTX0010: slip?.collector ?? '', BTX0020: slip?.number ?? '', BTX0030: slip?.check ?? '', BTX0040: '' };
    const wrong: [Partial<typeof right> & { BSL0010?: string }, string][] = [
      [{ BTX0010: '' }, '収納機関番号は半角数字5桁'], [{ BTX0010: '9910' }, '収納機関番号は半角数字5桁'], [{ BTX0010: "99'01" }, '収納機関番号は半角数字5桁'],
      [{ BTX0020: '' }, '納付番号は半角数字20桁以内'], [{ BTX0020: '1'.repeat(21) }, '納付番号は半角数字20桁以内'], [{ BTX0020: '12-34' }, '納付番号は半角数字20桁以内'],
      [{ BTX0030: '' }, '確認番号は半角数字6桁'], [{ BTX0030: '12345' }, '確認番号は半角数字6桁'], [{ BTX0040: 'A' }, '納付区分は半角数字10桁以内'],
      [{ BTX0010: '00000' }, '誤りがあります'], [{ BTX0030: String((Number(right.BTX0030) + 1) % 1_000_000).padStart(6, '0') }, '誤りがあります'],
      [{ BTX0020: '1'.repeat(20) }, '誤りがあります'], [{ BSL0010: '0000000' }, '引落口座を選択'],
    ];
    for (const [change, sentence] of wrong) {
      await slips(who);
      await who.send({ ...right, ...change });
      expect([who.status(), who.path()], sentence).toEqual([200, '/webbk/payment/b-slip.do']);
      expect(who.alert()).toContain(sentence);
      expect(who.page().querySelector<HTMLInputElement>('[name=BTX0030]')?.value).toBe('');
    }
    await who.send({ ...right, BTX0010: wide(right.BTX0010), BTX0020: wide(right.BTX0020), BTX0030: wide(right.BTX0030), BTX0040: '3' });
    expect(who.path()).toBe('/webbk/payment/b-confirm.do');
    expect(labels(who)).toContain('納付区分');
  });

  it('takes a slip once, and puts new ones into the letter box', async () => {
    const { who, token } = await holder(bank);
    const slip = await toPayment(who);
    await who.send({ BPW0010: token.code() });
    nextStep();
    await toPayment(who, slip);
    expect(who.alert()).toBe('この納付書は既に払込済みです。');
    expect((await slips(who)).map(({ number }) => number)).not.toContain(slip.number);
  });

  it('lets one of two customers pay a slip at the same moment, and leaves the other’s money alone', async () => {
    const [one, two] = [await holder(bank), await holder(bank)];
    const slip = await toPayment(one.who);
    await toPayment(two.who, slip);
    await Promise.all([one, two].map(({ who, token }) => who.send({ BPW0010: token.code() })));
    expect([one, two].filter(({ who }) => paid(who))).toHaveLength(1);
    const loser = paid(one.who) ? two : one;
    expect(loser.who.alert()).toBe('この納付書は既に払込済みです。');
    expect(await balance(loser.who)).toBe(1_250_000);
  });

  it('spends no code on a slip that somebody paid meanwhile', async () => {
    const [one, two] = [await holder(bank), await holder(bank)];
    const slip = await toPayment(one.who);
    await toPayment(two.who, slip);
    await one.who.send({ BPW0010: one.token.code() });
    await two.who.send({ BPW0010: two.token.code() });
    expect(two.who.alert()).toBe('この納付書は既に払込済みです。');
    await toTransfer(two.who, '1');
    await two.who.send({ BPW0010: two.token.code() });
    expect(two.who.text()).toContain('振込の手続が完了しました。');
  });

  it('pays once when the button is clicked many times, with one code or with two', async () => {
    const { who, token, customer } = await holder(bank);
    const slip = await toPayment(who);
    await Promise.all([0, 0, 1, 0].map((ahead) => who.send({ BPW0010: token.code(ahead) })));
    const events = bank.seen().filter(({ kind, contract }) => kind === 'payment' && contract === customer.contract);
    expect(events.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    expect(await balance(who)).toBe(1_250_000 - yenOf(slip.amount));
  });

  it('asks the card where there is no token, and a token at あぶくま', async () => {
    const customer = await bank.newCustomer({ institution: '1998', password: PASSWORD });
    const who = visitor(bank);
    await logIn(who, customer);
    await toPayment(who);
    await who.send(cardAnswers(who, customer));
    expect(paid(who)).toBe(true);
    await logIn(who, await bank.newCustomer({ institution: '1188', password: PASSWORD }));
    await who.go('/webbk/payment/b-slip.do');
    expect(who.alert()).toContain('ワンタイムパスワードが必要です');
  });

  it('leads back to its first page when a page comes out of order', async () => {
    const { who, token } = await holder(bank);
    await toPayment(who);
    const confirmation = who.page();
    await who.go('/webbk/payment/b-cancel.do');
    expect(who.heading()).toBe('トップページ');
    for (const path of ['/webbk/payment/b-confirm.do', '/webbk/payment/b-end.do']) {
      await who.go(path);
      expect(who.path()).toBe('/webbk/payment/b-slip.do');
    }
    who.show(confirmation);
    await who.send({ BPW0010: token.code() });
    expect(who.path()).toBe('/webbk/payment/b-slip.do');
    expect(await balance(who)).toBe(1_250_000);
  });
});

describe('振込', () => {
  it('with one code in two tabs at the same moment pays once', async () => {
    const { who, token, customer } = await holder(bank);
    const other = visitor(bank);
    nextStep();
    await comeIn(bank, other, customer, token);
    await toTransfer(who, '1000');
    await toTransfer(other, '1000');
    await Promise.all([who, other].map((one) => one.send({ BPW0010: token.code() })));
    expect([who, other].filter((one) => one.text().includes('振込の手続が完了しました。'))).toHaveLength(1);
    expect([who, other].filter((one) => one.alert().includes('同じパスワードは連続して使用できません'))).toHaveLength(1);
    expect(await balance(who)).toBe(1_249_000);
  });

  it('confirmed twice at the same moment, each time with a code of its own, pays once', async () => {
    const { who, token } = await holder(bank);
    await toTransfer(who, '1000');
    const seen: string[] = [];
    await Promise.all([0, 1].map(async (ahead) => {
      await who.send({ BPW0010: token.code(ahead) });
      seen.push(who.alert());
    }));
    expect(seen.some((alert) => alert !== '')).toBe(true);
    expect(await balance(who)).toBe(1_249_000);
  });

  it('on the card in two tabs at the same moment takes the two answers once', async () => {
    const customer = await bank.newCustomer({ institution: '1581', password: PASSWORD });
    const both = [visitor(bank), visitor(bank)];
    for (const who of both) {
      await logIn(who, customer);
      await toTransfer(who, '1000');
    }
    await Promise.all(both.map((who) => who.send(cardAnswers(who, customer))));
    expect(both.filter((who) => who.text().includes('振込の手続が完了しました。'))).toHaveLength(1);
    expect(both.filter((who) => who.alert() !== '')).toHaveLength(1);
    expect(await balance(both[0] ?? expect.unreachable())).toBe(1_249_000);
  });

  it('on the card, sent twice at the same moment, pays once and answers the second in a sentence', async () => {
    const customer = await bank.newCustomer({ institution: '1581', password: PASSWORD });
    const who = visitor(bank);
    await logIn(who, customer);
    await toTransfer(who, '1000');
    const answers = cardAnswers(who, customer);
    const statuses: number[] = [];
    await Promise.all([0, 1, 2].map(async () => {
      await who.send(answers);
      statuses.push(who.status());
    }));
    expect(statuses).toEqual([200, 200, 200]);
    expect(await balance(who)).toBe(1_249_000);
  });
});
