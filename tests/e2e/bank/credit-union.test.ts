/** The credit union by hand, in a plain browser: bank, mailbox and telephone in three tabs, as the manual has it. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Customer } from '../../mock-bank/customers.ts';
import { startBank, type MockBank } from '../../mock-bank/start.ts';
import { button, checkbox, field, fieldAfter, radio, text } from '../browser/find.ts';
import { BROWSERS } from '../browser/open.ts';
import { openPlain, type PlainBrowser } from '../browser/plain.ts';
import type { View } from '../browser/view.ts';
import { pictures } from '../pictures.ts';
import { follow, nextCode, standing } from './customer.ts';
import { journey } from './steps.ts';

const MINUTE = 60_000;
const ACTIVATION = '284913';

const SCENES = [{ mobile: false }, { mobile: true }];

describe.each(BROWSERS)('the credit union by hand in %s', (name) => {
  let bank: MockBank;
  beforeAll(async () => {
    bank = await startBank({ quiet: true, now: standing });
  });
  afterAll(() => bank?.close());

  describe.each(SCENES)('on a phone: $mobile', ({ mobile }) => {
    const picture = pictures(`bank-2143-${mobile ? 'phone' : 'pc'}-${name}`);
    let browser: PlainBrowser;
    let page: View;
    let other: View;
    let customer: Customer;
    let serial: string;

    beforeAll(async () => {
      browser = await openPlain(name, { mobile });
      page = await browser.newView();
      other = await browser.newView();
      customer = await bank.newCustomer({ institution: '2143', password: 'kagi2026fuda' });
    });
    afterAll(async () => await browser?.close());

    const step = journey();
    const enter = async (): Promise<void> => {
      await page.front();
      await page.go(bank.address('parasol.localhost', '/ib/index.do?PT=BS&CCT0080=2143'));
      await page.type(fieldAfter('ログインID'), customer.contract);
      await page.type(fieldAfter('ログインパスワード'), customer.password ?? '');
      await follow(page, `//button[normalize-space(.)='ログイン']`);
    };
    const screen = (id: string): Promise<void> => page.waitFor(text(`画面ID : ${id}`));
    const toChoice = async (): Promise<void> => {
      await follow(page, `//main//a[normalize-space(.)='ワンタイムパスワード申請']`);
      await screen('BOM001');
      await follow(page, `//main//a[normalize-space(.)='ワンタイムパスワード申請']`);
      await screen('BOP001');
    };
    const word = async (): Promise<void> => await page.type(`(//main//input[@type='password'])[1]`, customer.confirmPassword ?? '');
    const issue = async (): Promise<void> => {
      await follow(page, button('トークン発行'));
      await screen('BOT001');
      await page.type(fieldAfter('携帯電話メールアドレス'), customer.mail ?? '');
      await page.type(fieldAfter('携帯電話メールアドレス (確認用)'), customer.mail ?? '');
      for (const which of [1, 2]) await page.type(`(//main//input[@type='password'])[${which}]`, ACTIVATION);
    };

    /** 利用開始パスワード on the software keyboard of its nth field, after what had been typed there is cleared. */
    const typeByKeys = async (which: number): Promise<void> => {
      const place = `(//main//*[@class='soft'])[${which}]`;
      const key = (label: string): Promise<void> => page.click(`${place}//*[@class='keyboard']//button[normalize-space(.)='${label}']`);
      const secret = `${place}//input[@type='password']`;
      await page.click(`${place}//input[@type='checkbox']`);
      await key('全てクリア');
      expect(await page.value(secret)).toBe('');
      for (const digit of ACTIVATION) await key(digit);
      await key('0');
      await key('1文字クリア');
      await picture(page, `3-keyboard-${which}`);
      await key('入力確定');
      await page.waitGone(`${place}//*[@class='keyboard']`);
      expect(await page.value(secret)).toBe(ACTIVATION);
    };

    step('申請: from BLI001 to BOP001, where nothing is issued yet', async () => {
      await page.go(bank.address('parasol.localhost', '/ib/index.do?PT=BS&CCT0080=2143'));
      await screen('BLI001');
      await picture(page, '1-BLI001');
      await enter();
      await screen('BTP001');
      await toChoice();
      await picture(page, '2-BOP001');
      await follow(page, button('ワンタイムパスワード利用開始'));
      await page.waitFor(`//*[@role='alert']`);
    });

    step('トークン発行: address and 利用開始パスワード, confirmation by 確認用パスワード, then サービスID and ユーザID', async () => {
      await issue();
      await picture(page, '3-BOT001');
      for (const which of [1, 2]) await typeByKeys(which);
      await follow(page, button('次へ'));
      await screen('BOT002');
      await word();
      await picture(page, '4-BOT002');
      await follow(page, button('確定する'));
      await screen('BOT003');
      await follow(page, button('ワンタイムパスワード申請内容選択へ'));
      await page.waitFor(text('トークン発行済'));
      await picture(page, '5-BOP001-issued');
    });

    step('the mail brings the same two IDs and never the password; the telephone makes a token of them', async () => {
      const [, service = '', user = ''] = /サービスID\s*([0-9A-Z-]+)\s*ユーザー?ID\s*([0-9A-Z-]+)/i.exec(await page.textOf('//main')) ?? [];
      await other.front();
      await other.go(bank.address('mail.localhost', `/?address=${encodeURIComponent(customer.mail ?? '')}`));
      await follow(other, `//a[contains(., 'トークン発行のご案内')]`);
      await other.waitFor(text(user));
      const mail = await other.textOf('//main');
      expect(mail).toContain(service);
      expect(mail).not.toContain(ACTIVATION);
      expect(mail).toMatch(/■携帯電話を[^■]*■スマートフォンを[^■]*■パソコンのブラウザーをご利用のお客様\s*ツールバーから拡張機能「鍵札」を開き/);
      await picture(other, '6-mail');
      await other.go(bank.address('mail.localhost', '/phone'));
      await other.type(field('サービスID'), service);
      await other.type(field('ユーザーID'), user);
      await other.type(field('利用開始パスワード'), '999999');
      await other.click(checkbox('上記の内容に同意する'));
      await follow(other, button('送信'));
      await other.waitFor(`//*[@role='alert']`);
      await other.type(field('利用開始パスワード'), ACTIVATION);
      if (!(await other.isThere(`//input[@type='checkbox'][@checked]`))) await other.click(checkbox('上記の内容に同意する'));
      await follow(other, button('送信'));
      await other.waitFor(text('トークン初期設定完了'));
      serial = /AKGS\d{8}/.exec(await other.address())?.[0] ?? '';
      await follow(other, button('次へ'));
      await other.type(field('変更後の追加文言'), '本店用');
      await picture(other, '7-phone-name');
      await follow(other, button('登録'));
      await other.waitFor(text('注意メッセージ'));
      await follow(other, button('OK'));
      await other.waitFor(`//h2[normalize-space(.)='あかぎ信用組合 本店用']`);
      await other.waitFor(text(serial));
      await picture(other, '7-phone');
      expect(await bank.tokenState(serial)).toBe('UNBOUND');
    });

    step('利用開始: BOP001 was left open and goes on with one code', async () => {
      await page.front();
      await follow(page, button('ワンタイムパスワード利用開始'));
      await screen('BOS001');
      await page.type(`(//main//input[@type='password'])[1]`, await bank.codeOf(serial));
      await picture(page, '8-BOS001');
      await follow(page, button('利用開始する'));
      await screen('BOS002');
      await picture(page, '9-BOS002');
      expect(await bank.tokenState(serial)).toBe('ACTIVE');
      await follow(page, button('ワンタイムパスワード申請内容選択へ'));
      await follow(page, button('トップページへ'));
      await screen('BTP001');
    });

    step('login from then on asks BLI023, and takes each code once', async () => {
      await enter();
      await screen('BLI023');
      await page.type(fieldAfter('ワンタイムパスワードの入力'), await bank.codeOf(serial));
      await follow(page, button('次へ'));
      await page.waitFor(text('同じパスワードは連続して使用できません'));
      await picture(page, '10-BLI023');
      await page.type(fieldAfter('ワンタイムパスワードの入力'), await nextCode(bank, serial, MINUTE));
      await follow(page, button('次へ'));
      await screen('BTP001');
    });

    step('振込: confirmed by a code', async () => {
      await page.go(bank.address('parasol.localhost', '/ib/bft001.do'));
      await page.click(radio('模擬銀行 本店'));
      await page.type(`//input[@name='BTX0050']`, '8000');
      await follow(page, button('次へ'));
      await screen('BFT002');
      await page.type(`(//main//input[@type='password'])[1]`, await nextCode(bank, serial, MINUTE));
      await picture(page, '11-BFT002');
      await follow(page, button('実行する'));
      await screen('BFT003');
    });

    step('利用解除: 確認用パスワード and no code; login asks for none; トークン発行 again from the next day only', async () => {
      if (mobile) await page.click(`//summary[contains(., 'メニュー')]`);
      await follow(page, `//a[contains(., 'ワンタイムパスワード申請')]`);
      await follow(page, `//main//a[normalize-space(.)='ワンタイムパスワード申請']`);
      await follow(page, button('ワンタイムパスワード利用解除'));
      await screen('BOK001');
      await word();
      await picture(page, '12-BOK001');
      await follow(page, button('利用解除する'));
      await screen('BOK002');
      expect(await bank.tokenState(serial)).toBe('STOPPED');
      await enter();
      await screen('BTP001');
      await toChoice();
      await follow(page, button('トークン発行'));
      await page.waitFor(text('翌日'));
      await picture(page, '13-not-today');
      await bank.nextDay();
      await issue();
      await follow(page, button('次へ'));
      await screen('BOT002');
      await word();
      await follow(page, button('確定する'));
      await screen('BOT003');
    });
  });
});
