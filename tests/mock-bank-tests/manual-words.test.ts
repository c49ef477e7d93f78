/** What the pages say, held against the manuals word by word. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBank, type MockBank } from './bank.ts';
import { choose, holder, PASSWORD, toPayment, toTransfer } from './holder.ts';
import { enrol } from './token-client.ts';
import { cardAnswers, entryPath, logIn, register, startRegistration, visitor, type Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
const NEWS = 'ワンタイムパスワードを登録する';
const BRANCH = 'お取引店、またはカード裏面の連絡先までお問い合わせください。';
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ quiet: true, now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

const all = (who: Visitor, css: string): string[] => [...who.page().querySelectorAll(css)].map((one) => one.textContent.trim());
const now = (who: Visitor): string => all(who, '.steps .now').join();
const cellBeside = (who: Visitor, label: string): string | undefined =>
  [...who.page().querySelectorAll('.entry tr')].find((tr) => tr.querySelector('th')?.textContent === label)?.querySelector('td:last-child')?.textContent;

async function at(institution: string, layout: 'pc' | 'phone' = 'pc'): Promise<Visitor> {
  const who = visitor(bank);
  await choose(who, layout);
  await startRegistration(who, await bank.newCustomer({ institution, password: PASSWORD }));
  return who;
}

describe('利用開始', () => {
  it('counts three steps at 利用者認証 and two from there on', async () => {
    const customer = await bank.newCustomer({ institution: '1188', password: PASSWORD });
    const token = await enrol(bank);
    const who = visitor(bank);
    await who.go(entryPath('1188'));
    await who.go('/webbk/otp/b-start-auth.do');
    expect([all(who, '.steps li'), now(who)]).toEqual([['利用者認証', 'ワンタイムパスワードの登録', '処理開始'], '利用者認証']);
    await startRegistration(who, customer);
    expect([all(who, '.steps li'), now(who)]).toEqual([['ワンタイムパスワード登録', '処理結果'], 'ワンタイムパスワード登録']);
    await who.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '1', ...cardAnswers(who, customer) });
    expect([all(who, '.steps li'), now(who)]).toEqual([['ワンタイムパスワード登録', '処理結果'], '処理結果']);
  });

  it('leads back to the login in the words of each manual', async () => {
    for (const [institution, layout, words] of [
      ['1188', 'pc', '< ログイン画面に戻る'], ['1188', 'phone', 'ログイン画面'], ['1999', 'phone', 'ログイン画面に戻る'], ['1581', 'phone', 'ログイン画面に戻る'],
    ] as const) expect(all(await at(institution, layout), '.buttons a'), `${institution} ${layout}`).toEqual([words]);
  });

  it('shows the app’s picture with the institution’s series, without a session', async () => {
    for (const [institution, series] of [['1188', 'SKTS'], ['1999', 'SKOH']] as const) {
      const source = (await at(institution)).page().querySelector('img.token')?.getAttribute('src') ?? '';
      const reply = await bank.fetch(new Request(bank.address('ib.shinkin.localhost', source)));
      expect(reply.headers.get('content-type')).toBe('image/svg+xml');
      const drawn = await reply.text();
      for (const words of [`${series} XXXXXXXX`, 'シリアル番号', 'ワンタイムパスワード']) expect(drawn).toContain(words);
      expect(drawn).not.toContain('style=');
    }
  });

  it('says that the app may change only where the manual says it', async () => {
    for (const [institution, said] of [['1188', true], ['1581', true], ['1998', false], ['1999', false]] as const)
      expect((await at(institution)).text().includes('※アプリの画面については'), institution).toBe(said);
  });

  it('marks 「トークンをご用意されていない場合はこちら」 with a plus, and the other summary not', async () => {
    const who = await at('1998');
    expect(all(who, 'details.plus > summary')).toEqual(['トークンをご用意されていない場合はこちら']);
    await who.go('/webbk/otp/b-start-auth.do');
    expect([all(who, 'details > summary'), all(who, 'details.plus')]).toEqual([['トークンの準備方法について'], []]);
  });
});

describe('arrows', () => {
  it('stand on 次へ and 振込実行, and neither on ログイン nor on 振込’s 戻る', async () => {
    const { who, customer, token } = await holder(bank, '1188');
    await toTransfer(who, '5000');
    expect(all(who, 'main .buttons > *')).toEqual(['振込実行 >', '取引中止', '戻る']);
    expect(who.page().querySelector('img.token')?.getAttribute('src')).toBe('/webbk/token-skts.svg');
    await who.go(entryPath('1188'));
    expect([all(who, '.go'), all(who, 'h2')]).toEqual([['ログイン'], ['ワンタイムパスワード']]);
    await who.go('/webbk/otp/b-start-auth.do');
    expect(all(who, '.go')).toEqual(['次へ >']);
    await logIn(who, customer);
    expect([who.heading(), all(who, '.go')]).toEqual(['ログイン（ワンタイムパスワード認証）', ['ログイン']]);
    await who.send({ BPW0010: token.code() });
    expect(who.heading()).toBe('トップページ');
  });
});

describe('a contract that only inquires', () => {
  it('is not asked to register what would be refused', async () => {
    const customer = await bank.newCustomer({ institution: '1188', inquiryOnly: true });
    const who = visitor(bank);
    await logIn(who, customer);
    await who.send({ BPW0010: PASSWORD, BPW0020: PASSWORD });
    expect([who.heading(), all(who, 'main .buttons > *')]).toEqual(['重要なお知らせ', ['トップページへ進む']]);
    expect([who.text().includes('照会のみのご契約'), who.text().includes('入力が必須となります')]).toEqual([true, false]);
    await who.go('/webbk/top.do');
    expect([who.heading(), who.text().includes(NEWS)]).toEqual(['トップページ', false]);
  });

  it('differs in that from one that may pay', async () => {
    const who = visitor(bank);
    await logIn(who, await bank.newCustomer({ institution: '1188', password: PASSWORD }));
    expect(who.text()).toContain(NEWS);
  });
});

describe('ヘルプ一覧', () => {
  it('speaks of 文字サイズ only where there is one, and offers no help about itself', async () => {
    for (const [layout, sizes] of [['pc', true], ['phone', false]] as const) {
      const who = visitor(bank);
      await choose(who, layout);
      expect([who.heading(), all(who, '#general').join().includes('文字サイズ')]).toEqual(['ヘルプ一覧', sizes]);
      expect(who.text()).not.toContain('この画面のヘルプ');
      expect(who.text()).not.toContain('個人インターネットバンキング');
    }
  });
});

describe('whom to ask', () => {
  it('is said as the foot of the institution’s pages says it', async () => {
    for (const [institution, words] of [['1188', BRANCH], ['1999', 'しんきんEBサポートデスク 0120-985-317']] as const) {
      const { who, customer, token } = await holder(bank, institution);
      await logIn(who, customer);
      for (const [state, refusal] of [['SUSPENDED', 'ロックしました。'], ['REVOKED', 'ご利用いただけません。']] as const) {
        await bank.deskSetsState(token.serial, state);
        await who.send({ BPW0010: token.code() });
        expect(who.alert()).toContain(refusal + words);
      }
    }
  });
});

describe('引落口座', () => {
  it('is named with branch and kind on every page of 振込 and on its receipt', async () => {
    const { who, customer, token } = await holder(bank);
    const { branch, kind, number } = customer.accounts[0] ?? {};
    const name = `${branch} ${kind} ${number}`;
    await toTransfer(who, '5000');
    const seen = [cellBeside(who, '引落口座')];
    await who.send({ BPW0010: token.code() });
    expect(who.text()).toContain('振込の手続が完了しました。');
    seen.push(cellBeside(who, '引落口座'));
    await who.go('/webbk/transfer/b-accounts.do');
    // The balance is no part of the choice: a narrow screen would cut it off.
    expect([all(who, 'option')[0], all(who, '.balances').join()]).toEqual([name, expect.stringContaining(`${number}　残高 1,245,000円`)]);
    await who.send({ BRD0010: '0' });
    await who.send({ BTX0010: '0' });
    expect(who.alert()).toContain('1円以上');
    seen.push(cellBeside(who, '引落口座'));
    expect(seen).toEqual([name, name, name]);
  });

  it('is named so at 収納サービス too', async () => {
    const { who, customer, token } = await holder(bank);
    const { branch, kind, number } = customer.accounts[0] ?? {};
    await toPayment(who);
    const before = cellBeside(who, '引落口座');
    await who.send({ BPW0010: token.code() });
    expect([before, cellBeside(who, '引落口座')]).toEqual(Array(2).fill(`${branch} ${kind} ${number}`));
  });
});

describe('the banner', () => {
  it('says on every page that it is a mock', async () => {
    const who = await at('1581');
    expect(all(who, '[role=note]')).toEqual(['模擬 (mock) この画面は試験用の模擬画面です。実在の金融機関のものではありません。']);
    await register(who, await bank.newCustomer({ institution: '1581', password: PASSWORD }), await enrol(bank), '0');
    expect(all(who, '[role=note]').join()).toContain('試験用の模擬画面です');
  });
});
