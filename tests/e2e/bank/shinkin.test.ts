/** Every flow of the shinkin platform by hand, in a plain browser, in both layouts; each institution in its own way. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Customer } from '../../mock-bank/customers.ts';
import { expectInstitution } from '../../mock-bank/institutions.ts';
import { startBank, type MockBank } from '../../mock-bank/start.ts';
import { button, fieldAfter, radio, text } from '../browser/find.ts';
import { BROWSERS, type BrowserName } from '../browser/open.ts';
import { openPlain, type PlainBrowser } from '../browser/plain.ts';
import type { View } from '../browser/view.ts';
import { pictures } from '../pictures.ts';
import { answerCard, entry, follow, identify, logIn, nextCode, receipt, standing } from './customer.ts';
import { journey } from './steps.ts';

const CODE = 'パスワード(半角数字)';
const PASSWORD = 'kagi2026fuda';
const RECEIPT = { number: expect.stringMatching(/^0[0-9A-Z]{11}$/), time: expect.stringMatching(/^20\d\d年/) };

/** Every flow in both browsers and both layouts; every institution in one browser at least. */
const SCENES: Record<BrowserName, { institution: string; mobile: boolean }[]> = {
  chromium: [{ institution: '1188', mobile: false }, { institution: '1581', mobile: false }, { institution: '1999', mobile: false }],
  firefox: [{ institution: '1188', mobile: true }, { institution: '1998', mobile: true }, { institution: '1581', mobile: false }],
};

describe.each(BROWSERS)('the shinkin platform by hand in %s', (name) => {
  let bank: MockBank;
  beforeAll(async () => {
    bank = await startBank({ quiet: true, now: standing });
  });
  afterAll(() => bank?.close());

  describe.each(SCENES[name])('$institution, on a phone: $mobile', ({ institution, mobile }) => {
    const picture = pictures(`bank-${institution}-${mobile ? 'phone' : 'pc'}-${name}`);
    const { loginCode, tokenRequired, endOfCard, firstLayout } = expectInstitution(institution);
    const layout = mobile ? 'phone' : firstLayout;
    let browser: PlainBrowser;
    let page: View;
    let customer: Customer;
    let serial: string;

    beforeAll(async () => {
      browser = await openPlain(name, { mobile });
      page = await browser.newView();
      customer = await bank.newCustomer({ institution });
    });
    afterAll(async () => await browser?.close());

    const step = journey();
    const code = (): Promise<string> => nextCode(bank, serial);
    /** The bar of the PC, the folded menu of the smartphone. */
    const menu = async (item: string): Promise<void> => {
      if (layout === 'phone') await page.click(`//summary[contains(., 'メニュー')]`);
      await follow(page, `//a[normalize-space(.)='${item}']`);
    };
    const enterCode = async (): Promise<void> => await page.type(fieldAfter(CODE), await code());

    step('first login: the password must be changed, and each rule is said', async () => {
      await page.go(entry(bank, institution));
      await picture(page, '1-login');
      await logIn(page, customer, customer.firstPassword);
      await page.waitFor(text('パスワードのご利用可能期間が過ぎました。新しいパスワードを設定してください。'));
      const change = async (first: string, second: string): Promise<void> => {
        await page.type(`(//input[@type='password'])[1]`, first);
        await page.type(`(//input[@type='password'])[2]`, second);
        await follow(page, button('変更'));
      };
      await change('abcdef', 'abcdef');
      await page.waitFor(text('必ず数字、英字それぞれ1文字以上使用してください。'));
      await change(PASSWORD, `${PASSWORD.slice(0, -1)}b`);
      await page.waitFor(text('一致しません'));
      await picture(page, '2-change-password');
      await change(PASSWORD, PASSWORD);
      await page.waitFor(text('重要なお知らせ'));
      await picture(page, '3-news');
    });

    step('without a token 振込 asks for the card, or for a token first', async () => {
      await follow(page, button('登録せずにトップページへ進む'));
      await page.waitFor(text('いつもご利用いただきありがとうございます'));
      await menu('振込');
      if (tokenRequired) return await page.waitFor(text('お取引にはワンタイムパスワードが必要です'));
      await page.click(radio('模擬銀行 本店'));
      await follow(page, button('次へ'));
      await page.type(fieldAfter('振込金額(半角数字)'), '12000');
      await follow(page, button('次へ'));
      await answerCard(page, customer);
      await picture(page, '4-transfer-by-card');
      await follow(page, button('振込実行'));
      expect(await receipt(page, '振込の手続が完了しました。')).toEqual(RECEIPT);
    });

    step('利用開始: serial, code, 認証要否 and the card; 処理結果 says what was registered', async () => {
      serial = await bank.newAppToken(institution);
      await page.go(entry(bank, institution));
      await follow(page, `//a[normalize-space(.)='利用開始']`);
      await picture(page, '5-identify');
      await identify(page, customer, PASSWORD);
      if (endOfCard) await page.waitFor(text('9999年99月99日に廃止'));
      await page.type(fieldAfter('シリアル番号(半角英数字)'), serial);
      await page.type(fieldAfter('ワンタイムパスワード(半角数字)'), await code());
      if (loginCode === 'choice') await page.click(radio('認証する'));
      await answerCard(page, customer);
      await picture(page, '6-registration');
      await follow(page, button(endOfCard ? '実行' : '登録'));
      expect(await receipt(page, 'ワンタイムパスワードの利用開始が完了しました。')).toEqual(RECEIPT);
      const words = await page.textOf('//main');
      expect(words).toContain(serial);
      expect(words.includes('認証要否')).toBe(loginCode === 'choice');
      await picture(page, '7-registered');
      expect(await bank.tokenState(serial)).toBe('ACTIVE');
    });

    step('login asks for the code; a repeat is refused in the manual’s words', async () => {
      await follow(page, button('ログイン画面'));
      await logIn(page, customer, PASSWORD);
      await page.type(fieldAfter('ワンタイムパスワード(半角数字)'), await bank.codeOf(serial));
      await follow(page, button('ログイン'));
      await page.waitFor(text('同じパスワードは連続して使用できません。'));
      await picture(page, '8-login-code');
      await page.type(fieldAfter('ワンタイムパスワード(半角数字)'), await code());
      await follow(page, button('ログイン'));
      await page.waitFor(text('いつもご利用いただきありがとうございます'));
    });

    step('振込: accounts, amount, confirmation with the code, completion', async () => {
      await menu('振込');
      await page.click(radio('模擬銀行 本店'));
      await follow(page, button('次へ'));
      await page.type(fieldAfter('振込金額(半角数字)'), '12000');
      await follow(page, button('次へ'));
      await enterCode();
      await picture(page, '9-transfer');
      await follow(page, button('振込実行'));
      expect(await receipt(page, '振込の手続が完了しました。')).toEqual(RECEIPT);
    });

    step('利用限度額変更: a lower limit stops a transfer above it', async () => {
      await menu('サービス一覧');
      await follow(page, button('利用限度額変更'));
      await page.type(fieldAfter('変更後の利用限度額(半角数字)'), '30000');
      await follow(page, button('確認'));
      await enterCode();
      await picture(page, '10-limit');
      await follow(page, button('実行'));
      expect(await receipt(page, '利用限度額の変更手続が完了しました。')).toEqual(RECEIPT);
      await menu('振込');
      await page.click(radio('模擬銀行 本店'));
      await follow(page, button('次へ'));
      await page.type(fieldAfter('振込金額(半角数字)'), '30001');
      await follow(page, button('次へ'));
      await page.waitFor(text('限度額'));
    });

    step('収納サービス: the slip’s 確認番号 on its own page, then the code', async () => {
      await menu('サービス一覧');
      await follow(page, button('利用限度額変更'));
      await page.type(fieldAfter('変更後の利用限度額(半角数字)'), '1000000');
      await follow(page, button('確認'));
      await enterCode();
      await follow(page, button('実行'));
      await menu('サービス一覧');
      await follow(page, button('収納サービス'));
      await page.click('//main//summary');
      const words = await page.textOf(`(//details[.//summary])[last()]`);
      const told = (label: string): string => new RegExp(`${label}\\s*(\\d+)`).exec(words)?.[1] ?? '';
      await page.type(fieldAfter('収納機関番号(半角数字5桁)'), told('収納機関番号'));
      await page.type(fieldAfter('納付番号(半角数字20桁以内)'), told('納付番号'));
      await page.type(fieldAfter('確認番号(半角数字)'), told('確認番号'));
      await picture(page, '11-slip');
      await follow(page, button('次へ'));
      await enterCode();
      await picture(page, '12-payment');
      await follow(page, button('払込実行'));
      expect(await receipt(page, '払込の手続が完了しました。')).toEqual(RECEIPT);
    });

    step('交換 to a hardware token from the post: the old code, then the new serial and code', async () => {
      const hardware = await bank.ship(customer);
      await menu('ログアウト');
      await follow(page, `//a[normalize-space(.)='交換']`);
      await identify(page, customer, PASSWORD);
      await page.type(fieldAfter('旧トークンのワンタイムパスワード(半角数字)'), await code());
      await follow(page, button('次へ'));
      await page.type(fieldAfter('シリアル番号(半角英数字)'), hardware);
      await page.type(fieldAfter('ワンタイムパスワード(半角数字)'), await bank.codeOf(hardware));
      await picture(page, '13-exchange');
      await follow(page, button('登録'));
      expect(await receipt(page, 'ワンタイムパスワードの交換が完了しました。')).toEqual(RECEIPT);
      expect([await bank.tokenState(serial), await bank.tokenState(hardware)]).toEqual(['REPLACED', 'ACTIVE']);
      serial = hardware;
    });

    step('利用中止: the code, once more; afterwards login asks for none', async () => {
      await follow(page, button('ログイン画面'));
      await follow(page, `//a[normalize-space(.)='利用中止']`);
      await page.type(fieldAfter('契約者ID（利用者番号）'), customer.contract);
      await page.type(`(//input[@type='password'])[1]`, PASSWORD);
      await page.type(fieldAfter('ワンタイムパスワード(半角数字)'), await code());
      await picture(page, '14-stop');
      await follow(page, button('利用中止'));
      expect(await receipt(page, 'ワンタイムパスワードの利用中止が完了しました。')).toEqual(RECEIPT);
      expect(await bank.tokenState(serial)).toBe('STOPPED');
      await follow(page, button('ログイン画面'));
      await logIn(page, customer, PASSWORD);
      await page.waitFor(text('いつもご利用いただきありがとうございます'));
    });

    step('ten minutes without a click end the visit', async () => {
      bank.passTime(600_000);
      await menu('サービス一覧');
      await page.waitFor(text('一定時間操作がなかったため、ログアウトしました'));
      await picture(page, '15-timed-out');
    });
  });
});
