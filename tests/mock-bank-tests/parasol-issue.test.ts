import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { startBank, type MockBank } from './bank.ts';
import {
  choose, entryOf, issueToken, logIn, PERIOD, phoneOf, screenId, setUpPhone, START_PASSWORD, unionCustomer, unionVisitor,
  valueOf,
} from './parasol-visitor.ts';
import { visitor, type Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3);
const MINUTE = 60_000;
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ now: () => NOON });
}, 60_000);
afterAll(() => bank.close());
// Each test spends codes of minutes of its own.
beforeEach(() => bank.passTime(PERIOD));

async function inside(): Promise<{ who: Visitor; customer: Customer }> {
  const customer = await unionCustomer(bank);
  const who = unionVisitor(bank);
  await logIn(who, customer);
  return { who, customer };
}

const crumbs = (who: Visitor): (string | null)[] => [...who.page().querySelectorAll('.steps li')].map((li) => li.textContent);
const mailbox = async (address: string): Promise<Document> => {
  const who = visitor(bank, 'mail.localhost');
  await who.go(`/?address=${encodeURIComponent(address)}`);
  return who.page();
};

describe('ワンタイムパスワード申請', () => {
  it('leads from the menu to BOP001, which says the manual’s words', async () => {
    const { who } = await inside();
    await who.go('/ib/bom001.do');
    expect(who.page().querySelector('main a')?.getAttribute('href')).toBe('/ib/bop001.do');
    await who.go('/ib/bop001.do');
    expect([screenId(who), who.heading()]).toEqual(['画面ID : BOP001', 'ワンタイムパスワード申請内容選択']);
    expect([valueOf(who, '登録状況'), valueOf(who, 'サービスID'), valueOf(who, 'ユーザID')]).toEqual(['未発行', '－', '－']);
    expect(who.text()).toContain('「ワンタイムパスワード」とは、1分毎に更新される使い捨てのパスワードで、');
    expect(who.text()).toContain('翌日以降に、新たに「トークン発行」「ワンタイムパスワード利用開始」を実施してワンタイムパスワードの利用を再開ください。');
    expect([...who.page().querySelectorAll('.buttons > *')].map((one) => one.textContent))
      .toEqual(['トークン発行', 'ワンタイムパスワード利用開始', 'ワンタイムパスワード利用解除', 'トップページへ']);
  });

  it('answers every button that makes no sense now with a sentence, on BOP001', async () => {
    const { who, customer } = await inside();
    const answer = async (button: 'issue' | 'start' | 'release'): Promise<string> => {
      await choose(who, button);
      expect(screenId(who)).toBe('画面ID : BOP001');
      return who.alert();
    };
    expect(await answer('start')).toContain('先に「トークン発行」を行ってください');
    expect(await answer('release')).toBe('ワンタイムパスワードはご利用されていません。');
    await issueToken(who, customer);
    expect(await answer('start')).toContain('初期設定がお済みではありません');
    await setUpPhone(who, phoneOf(bank));
    expect(await answer('release')).toBe('ワンタイムパスワードはご利用されていません。');
    await who.send({ BBT0010: 'constructor' });
    expect(who.alert()).toBe('変更対象のボタンを押して下さい。');
    await who.send({ BBT0010: '' });
    expect(who.alert()).toBe('変更対象のボタンを押して下さい。');
  });

  it('is closed to contracts for inquiry only, at every page', async () => {
    const who = unionVisitor(bank);
    await logIn(who, await unionCustomer(bank, { inquiryOnly: true }));
    for (const path of ['/ib/bot001.do', '/ib/bos001.do']) {
      await who.go(path);
      expect([screenId(who), who.alert()], path).toEqual(['画面ID : BOP001', '照会のみのご契約のため、このお手続きはご利用いただけません。']);
    }
  });
});

describe('トークン発行', () => {
  it('goes over BOT001, BOT002 and BOT003 to the two IDs and a mail with them', async () => {
    const { who, customer } = await inside();
    await choose(who, 'issue');
    expect([screenId(who), who.heading()]).toEqual(['画面ID : BOT001', 'トークン発行（ソフトウェアトークン発行情報入力）']);
    expect(crumbs(who)).toEqual(['ソフトウェアトークン発行情報入力', 'ソフトウェアトークン発行情報内容確認', 'ソフトウェアトークン発行完了']);
    expect([...who.page().querySelectorAll('th')].map((th) => th.textContent)).toEqual([
      '【必須】 携帯電話メールアドレス(半角英数字記号)', '【必須】 携帯電話メールアドレス (確認用)(半角英数字記号)',
      '【必須】 利用開始パスワード', '【必須】 利用開始パスワード (確認用)',
    ]);
    await who.send(entryOf(customer));
    expect([screenId(who), valueOf(who, '携帯電話メールアドレス')]).toEqual(['画面ID : BOT002', customer.mail]);
    expect(who.page().documentElement.outerHTML).not.toContain(START_PASSWORD);
    await who.send({ BPW0010: customer.confirmPassword ?? '' });
    expect([screenId(who), who.page().querySelector('.done')?.textContent]).toEqual(['画面ID : BOT003', 'ソフトウェアトークンの発行が完了しました。']);
    expect(who.text()).toContain('ご指定のメールアドレスに「トークン発行のご案内」を送信しました。');
    expect(who.page().querySelector('footer')?.textContent).toContain('お問い合わせ先：お取引店');
    expect(valueOf(who, '受付番号')).toMatch(/^[0-9A-Z]{12}$/);
    expect(valueOf(who, '受付時刻')).toMatch(/^2026年11月21日\d\d時\d\d分\d\d秒$/);
    expect(who.page().querySelector('main .button')?.textContent).toBe('ワンタイムパスワード申請内容選択へ');
    await who.go('/ib/bop001.do');
    expect(valueOf(who, '登録状況')).toBe('トークン発行済');
    expect([valueOf(who, 'サービスID'), valueOf(who, 'ユーザID')]).toEqual(['IB21430001', expect.stringMatching(/^[2-9A-Z]{10}$/)]);
    expect((await mailbox(customer.mail ?? '')).body.textContent).toContain('トークン発行のご案内');
    expect((await mailbox('nobody@mail.localhost')).body.textContent).not.toContain('トークン発行のご案内');
    expect(bank.seen().at(-1)).toMatchObject({ kind: 'issue', outcome: 'accepted', contract: customer.contract });
    expect(JSON.stringify(bank.seen())).not.toContain(START_PASSWORD);
  });

  const REFUSED: [string, (customer: Customer) => Record<string, string>, string][] = [
    ['without an address', () => ({ BTX0010: '' }), '携帯電話メールアドレスを2か所とも'],
    ['with two addresses', () => ({ BTX0020: 'other@mail.localhost' }), '一致しません'],
    ['with a full-width address', () => ({ BTX0010: 'ａｋａｇｉ＠mail.localhost' }), '半角英数字記号'],
    ['with an address that is two lines', () => ({ BTX0010: 'a@b.jp\nBcc: c@d.jp' }), '半角英数字記号'],
    ['with an endless address', () => ({ BTX0010: `${'a'.repeat(5000)}@b.jp` }), '半角英数字記号'],
    ['without a password', () => ({ BPW0020: '' }), '利用開始パスワードを2か所とも'],
    ['with three digits', () => ({ BPW0010: '471', BPW0020: '471' }), '4～8桁の半角数字'],
    ['with nine digits', () => ({ BPW0010: '471108352', BPW0020: '471108352' }), '4～8桁の半角数字'],
    ['with letters', () => ({ BPW0010: 'abcd47', BPW0020: 'abcd47' }), '4～8桁の半角数字'],
    ['with two passwords', () => ({ BPW0020: '471109' }), '一致しません'],
    ...['0000', '1234', '4321', '12345678', '87654321', '7890', '2109', '111111', '12121212'].map((digits): [string, () => Record<string, string>, string] =>
      [`with ${digits}`, () => ({ BPW0010: digits, BPW0020: digits }), '推測されやすい']),
  ];
  it.each(REFUSED)('is refused %s, and keeps the address that was typed', async (_what, spoil, sentence) => {
    const { who, customer } = await inside();
    await choose(who, 'issue');
    const typed = { ...entryOf(customer), ...spoil(customer) };
    await who.send(typed);
    expect([screenId(who), who.status()]).toEqual(['画面ID : BOT001', 200]);
    expect(who.alert()).toContain(sentence);
    expect([...who.page().querySelectorAll<HTMLInputElement>('[type=password]')].map(({ value }) => value)).toEqual(['', '']);
    expect(who.page().querySelector<HTMLInputElement>('[name=BTX0020]')?.value).toBe(typed['BTX0020']);
    await who.go('/ib/bot002.do');
    expect(who.page().querySelector('[role=status]')?.textContent).toContain('お手続きの順序が正しくない');
  });

  it('takes full-width digits as digits', async () => {
    const { who, customer } = await inside();
    await choose(who, 'issue');
    await who.send(entryOf(customer, '４７１１０８'));
    await who.send({ BPW0010: customer.confirmPassword ?? '' });
    expect(await setUpPhone(who, phoneOf(bank, '471108'))).toMatch(/^AKGS/);
  });

  it('wants the right 確認用パスワード, pauses after five wrong ones and says so', async () => {
    const { who, customer } = await inside();
    await choose(who, 'issue');
    await who.send(entryOf(customer));
    await who.send({ BPW0010: '' });
    expect(who.alert()).toBe('確認用パスワードを入力してください。');
    for (let trial = 0; trial < 5; trial++) {
      await who.send({ BPW0010: "x' OR 1=1" });
      expect([screenId(who), who.alert()]).toEqual(['画面ID : BOT002', '確認用パスワードに誤りがあります。']);
    }
    await who.send({ BPW0010: customer.confirmPassword ?? '' });
    expect(who.alert()).toContain('一時的に受付を停止');
    await who.go('/ib/bop001.do');
    expect(valueOf(who, '登録状況')).toBe('未発行');
    bank.passTime(MINUTE);
    await who.go('/ib/bot002.do');
    await who.send({ BPW0010: customer.confirmPassword ?? '' });
    expect(screenId(who)).toBe('画面ID : BOT003');
  });

  it('happens once for two clicks at the same moment, and not again for a form that is sent later', async () => {
    const { who, customer } = await inside();
    await choose(who, 'issue');
    await who.send(entryOf(customer));
    const confirmation = who.page();
    const clicks = [who.send({ BPW0010: customer.confirmPassword ?? '' }), who.send({ BPW0010: customer.confirmPassword ?? '' })];
    await Promise.all(clicks);
    who.show(confirmation);
    await who.send({ BPW0010: customer.confirmPassword ?? '' });
    expect(screenId(who)).toBe('画面ID : BOP001');
    expect(bank.seen().filter(({ kind, outcome, contract }) => kind === 'issue' && outcome === 'accepted' && contract === customer.contract)).toHaveLength(1);
  });

  it('does not send to an address that was confirmed in another tab', async () => {
    const { who, customer } = await inside();
    await choose(who, 'issue');
    await who.send(entryOf(customer));
    const first = who.page();
    await choose(who, 'issue');
    await who.send({ ...entryOf(customer), BTX0010: 'other@mail.localhost', BTX0020: 'other@mail.localhost' });
    who.show(first);
    await who.send({ BPW0010: customer.confirmPassword ?? '' });
    expect([screenId(who), valueOf(who, '携帯電話メールアドレス')]).toEqual(['画面ID : BOT002', 'other@mail.localhost']);
    expect(who.alert()).toContain('内容が変わりました');
  });

  it('replaces at once an issue that five wrong passwords locked, and one whose token was not started', async () => {
    const { who, customer } = await inside();
    await issueToken(who, customer);
    for (let trial = 0; trial < 5; trial++) expect(await setUpPhone(who, phoneOf(bank, '990011'))).toBeNull();
    expect(valueOf(who, '登録状況')).toBe('トークン発行済');
    await who.go('/ib/bop001.do');
    expect(valueOf(who, '登録状況')).toBe('トークン発行済（ロック中）');
    expect(await setUpPhone(who, phoneOf(bank))).toBeNull();
    const locked = valueOf(who, 'ユーザID');
    await issueToken(who, customer);
    const first = await setUpPhone(who, phoneOf(bank)) ?? '';
    expect(valueOf(who, 'ユーザID')).not.toBe(locked);
    await issueToken(who, customer);
    expect(await bank.tokenState(first)).toBe('REVOKED');
    await choose(who, 'start');
    expect(who.alert()).toContain('初期設定がお済みではありません');
  });
});
