import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { startBank, type MockBank } from './bank.ts';
import { logIn, PERIOD, screenId, unionCustomer, unionVisitor, valueOf, withToken } from './parasol-visitor.ts';
import type { Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3);
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ now: () => NOON });
}, 60_000);
afterAll(() => bank.close());
beforeEach(() => bank.passTime(PERIOD));

async function inside(more: { inquiryOnly?: boolean } = {}): Promise<{ who: Visitor; customer: Customer }> {
  const customer = await unionCustomer(bank, more);
  const who = unionVisitor(bank);
  await logIn(who, customer);
  return { who, customer };
}

async function toConfirmation(who: Visitor, amount = '10000'): Promise<void> {
  await who.go('/ib/bft001.do');
  await who.send({ BRD0010: '0', BTX0050: amount });
}

async function balance(who: Visitor): Promise<string> {
  await who.go('/ib/bac001.do');
  return who.page().querySelector('.yen')?.textContent ?? '';
}

const payer = ({ accounts: [account] }: Customer): string => `本店営業部 普通 ${account?.number}`;

describe('振替', () => {
  it('moves money to the customer’s other account, once, after the same confirmation', async () => {
    const { who, customer } = await inside();
    const other = customer.accounts[1]?.number ?? '';
    await who.go('/ib/bft001.do');
    expect([...who.page().querySelectorAll('label')].map((label) => label.textContent.trim())).toContain(`ご本人口座への振替（赤城支店 普通 ${other}）`);
    await who.send({ BRD0010: `own-${other}`, BTX0050: '30000' });
    expect([screenId(who), valueOf(who, '引落口座'), valueOf(who, '振込先')]).toEqual(['画面ID : BFT002', payer(customer), `ご本人口座 赤城支店 普通 ${other}`]);
    const confirmation = who.page();
    await who.send({ BPW0010: 'kakunin' });
    expect(who.alert()).toBe('確認用パスワードに誤りがあります。');
    const word = { BPW0010: customer.confirmPassword ?? '' };
    await Promise.all([who.send(word), who.send(word)]);
    who.show(confirmation);
    await who.send(word);
    await who.go('/ib/bac001.do');
    expect([...who.page().querySelectorAll('.yen')].map((yen) => yen.textContent)).toEqual(['1,220,000円', '110,000円', '30,000円']);
    expect(who.text()).toContain(`振替 ご本人口座 赤城支店 普通 ${other}`);
  });

  it('goes neither to the account that pays nor to anybody else’s', async () => {
    const { who, customer } = await inside();
    const stranger = await unionCustomer(bank);
    const own = customer.accounts[0]?.number ?? '';
    for (const [number, sentence] of [[own, '引落口座と異なる'], [stranger.accounts[1]?.number, '振込先を選択'], ['', '振込先を選択']] as const) {
      await who.go('/ib/bft001.do');
      await who.send({ BSL0010: own, BRD0010: `own-${number}`, BTX0050: '1' });
      expect(screenId(who)).toBe('画面ID : BFT001');
      expect(who.alert()).toContain(sentence);
    }
  });

  it('stops at the balance of the account that pays', async () => {
    const { who, customer } = await inside();
    await who.go('/ib/bft001.do');
    await who.send({ BSL0010: customer.accounts[1]?.number ?? '', BRD0010: `own-${customer.accounts[0]?.number}`, BTX0050: '80001' });
    expect(who.alert()).toBe('残高が不足しています。');
  });
});

describe('振込・振替', () => {
  it('asks without a token for the 確認用パスワード, books once and shows it in 口座情報', async () => {
    const { who, customer } = await inside();
    await toConfirmation(who, '１０,０００');
    expect([screenId(who), valueOf(who, '振込金額'), valueOf(who, '引落口座')]).toEqual(['画面ID : BFT002', '10,000円', payer(customer)]);
    expect([...who.page().querySelectorAll('h2')].map((h2) => h2.textContent)).toEqual(['振込・振替内容', '確認用パスワードの入力']);
    await who.send({ BPW0010: 'kakunin' });
    expect(who.alert()).toBe('確認用パスワードに誤りがあります。');
    await who.send({ BPW0010: customer.confirmPassword ?? '' });
    expect([screenId(who), valueOf(who, '受付番号')]).toEqual(['画面ID : BFT003', expect.stringMatching(/^[0-9A-Z]{12}$/)]);
    expect(valueOf(who, '引落口座')).toBe(payer(customer));
    expect(await balance(who)).toBe('1,240,000円');
    expect(who.text()).toContain('カ）タナカシヨウテン');
    expect(bank.seen().at(-1)).toMatchObject({ kind: 'transfer', outcome: 'accepted', contract: customer.contract });
  });

  it('asks with a token for the code under the label パスワード(半角数字), and spends it', async () => {
    const { who, serial, customer } = await withToken(bank);
    bank.passTime(PERIOD);
    await toConfirmation(who);
    expect([...who.page().querySelectorAll('h2')].map((h2) => h2.textContent)).toContain('ワンタイムパスワードの入力');
    expect(who.page().querySelector('[name=BPW0010]')?.closest('tr')?.querySelector('th')?.textContent).toBe('【必須】 パスワード(半角数字)');
    await who.send({ BPW0010: customer.confirmPassword ?? '' });
    expect(who.alert()).toBe('ワンタイムパスワードは半角数字6桁で入力してください。');
    const code = await bank.codeOf(serial);
    await who.send({ BPW0010: code });
    expect(screenId(who)).toBe('画面ID : BFT003');
    await toConfirmation(who);
    await who.send({ BPW0010: code });
    expect(who.alert()).toContain('同じパスワードは連続して使用できません');
    expect(await balance(who)).toBe('1,240,000円');
  });

  it('pays once for clicks at the same moment and for a form that is sent again', async () => {
    const { who, customer } = await inside();
    await toConfirmation(who);
    const confirmation = who.page();
    const word = { BPW0010: customer.confirmPassword ?? '' };
    await Promise.all([who.send(word), who.send(word), who.send(word)]);
    who.show(confirmation);
    await who.send(word);
    expect(screenId(who)).toBe('画面ID : BFT001');
    expect(await balance(who)).toBe('1,240,000円');
  });

  it('does not pay what was read in another tab', async () => {
    const { who, customer } = await inside();
    await toConfirmation(who, '1000');
    const first = who.page();
    await toConfirmation(who, '900000');
    who.show(first);
    await who.send({ BPW0010: customer.confirmPassword ?? '' });
    expect([who.alert(), valueOf(who, '振込金額')]).toEqual([expect.stringContaining('内容が変わりました'), '900,000円']);
    expect(await balance(who)).toBe('1,250,000円');
  });

  it('keeps within the balance and the limit of the day, without spending the code', async () => {
    const { who, serial, customer } = await withToken(bank);
    bank.passTime(PERIOD);
    const other = unionVisitor(bank);
    await toConfirmation(who, '600000');
    await logIn(other, customer);
    await other.send({ BPW0010: await bank.codeOf(serial) });
    await toConfirmation(other, '600000');
    bank.passTime(PERIOD);
    const code = await bank.codeOf(serial);
    await other.send({ BPW0010: code });
    expect(screenId(other)).toBe('画面ID : BFT003');
    bank.passTime(PERIOD);
    await who.send({ BPW0010: await bank.codeOf(serial) });
    expect(who.alert()).toContain('限度額');
    await toConfirmation(other, '400000');
    await other.send({ BPW0010: await bank.codeOf(serial) });
    expect(screenId(other)).toBe('画面ID : BFT003');
    await toConfirmation(other, '9999999');
    expect(other.alert()).toBe('残高が不足しています。');
    await bank.nextDay();
    await toConfirmation(other, '250000');
    expect(screenId(other)).toBe('画面ID : BFT002');
  });

  it('refuses accounts, payees and amounts that are none, on the same page', async () => {
    const { who } = await inside();
    await who.go('/ib/bft001.do');
    const page = who.page();
    const strange: [Record<string, string>, string][] = [
      [{ BRD0010: '' }, '振込先を選択'], [{ BRD0010: '7' }, '振込先を選択'], [{ BSL0010: "1' OR '1'='1", BRD0010: '0' }, '引落口座を選択'],
      ...['', '0', '-5', '1e9', '1.5', '99999999999'].map((amount): [Record<string, string>, string] => [{ BRD0010: '0', BTX0050: amount }, '1円以上']),
      [{ BRD0010: 'new', BTX0010: '模擬<b>', BTX0020: '本店', BTX0030: '1234567', BTX0040: 'サトウ' }, '金融機関名と支店名'],
      [{ BRD0010: 'new', BTX0010: '模擬銀行', BTX0020: '本店', BTX0030: '12', BTX0040: 'サトウ' }, '7桁'],
      [{ BRD0010: 'new', BTX0010: '模擬銀行', BTX0020: '本店', BTX0030: '1234567', BTX0040: '佐藤' }, 'カナ'],
    ];
    for (const [fields, sentence] of strange) {
      who.show(page);
      await who.send({ BTX0050: '1', ...fields });
      expect([screenId(who), who.status()], sentence).toEqual(['画面ID : BFT001', 200]);
      expect(who.alert()).toContain(sentence);
    }
    await who.send({ BRD0010: 'new', BTX0010: '模擬銀行', BTX0020: '本店', BTX0030: '１２３４５６７', BTX0040: 'サトウ', BTX0050: '1' });
    expect(valueOf(who, '振込先')).toBe('模擬銀行 本店 普通 1234567 サトウ');
  });

  it('is closed to contracts for inquiry only and out of order', async () => {
    const { who } = await inside({ inquiryOnly: true });
    await who.go('/ib/bft001.do');
    expect(who.alert()).toBe('照会のみのご契約のため、このお手続きはご利用いただけません。');
    const { who: other } = await inside();
    for (const path of ['/ib/bft002.do', '/ib/bft003.do']) {
      await other.go(path);
      expect([screenId(other), other.page().querySelector('[role=status]')?.textContent], path).toEqual(['画面ID : BFT001', expect.stringContaining('順序')]);
    }
  });
});
