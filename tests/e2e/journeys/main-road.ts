/**
 * The main road of the product, once, for both browsers: first run, enrolment at あぶくま信用金庫, 利用開始 at the
 * bank, login and 振込 filled. `npm start` plays it too, step by step, with pictures.
 */
import type { Customer } from '../../mock-bank/customers.ts';
import type { MockBank } from '../../mock-bank/start.ts';
import { button, checkbox, field, radio, rowField, text } from '../browser/find.ts';
import type { Stage, View } from '../browser/view.ts';
import { answerPlaces, login, logout } from './bank-pages.ts';
import { acceptOffer } from './offer.ts';
import type { TITLES } from './main-road-titles.ts';
import { changesOf, untilBadge, watchChanges } from './untouched.ts';

export interface Road {
  stage: Stage;
  bank: MockBank;
  customer: Customer;
  /** Saves a picture of the view under this name. */
  picture: (view: View, name: string) => Promise<void>;
}

export interface Step {
  title: (typeof TITLES)[number];
  /** A sentence about what was seen; throws when it was not. */
  play: () => Promise<string>;
}

export const PASSPHRASE = 'sakana-moyoru-hitomi-kedaru';
const NEW_PASSWORD = 'asagao7kazari';
const CODE = rowField('パスワード(半角数字)');

function expect(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

/** The fields of 利用開始, as the page numbers them. */
const SERIAL_FIELD = rowField('シリアル番号');
const CODE_FIELD = rowField('ワンタイムパスワード(半角数字)');

export function mainRoad({ stage, bank, customer, picture }: Road): Step[] {
  let own: View;
  let page: View;
  let serial = '';

  const reopenPopup = async (): Promise<void> => {
    await own.go(`${stage.ownOrigin}/popup.html`);
  };

  return [
    {
      title: '初回起動：パスフレーズを決める',
      async play() {
        own = await stage.ownPage('/enrol.html');
        await own.type(field('パスフレーズ'), PASSPHRASE);
        await own.type(field('パスフレーズ（確認）'), PASSPHRASE);
        await picture(own, '01-passphrase');
        await own.click(button('このパスフレーズにする'));
        await own.waitFor(text('金融機関をさがす'));
        return 'vault made, Argon2id in a worker of the page';
      },
    },
    {
      title: '金融機関をさがす：ローマ字・かな・コード',
      async play() {
        for (const query of ['abukuma', 'アブクマ', 'あぶくま信金', '1188']) {
          await own.type(field('金融機関の名前またはコード'), query);
          await own.waitFor(text('あぶくま信用金庫'));
        }
        await picture(own, '02-institution');
        await own.press('Enter');
        await own.waitFor(text('ご用意いただくもの'));
        return 'あぶくま信用金庫 (1188) found by rōmaji, kana, short name and code';
      },
    },
    {
      title: '同意して発行する',
      async play() {
        await own.click(checkbox('ご利用にあたっての内容に同意する'));
        await own.click(checkbox('同じパソコンで使うときの注意を理解した'));
        await picture(own, '03-consent');
        await own.click(button('同意して発行する'));
        await own.waitFor(text('トークンを発行しました'));
        serial = /SKTS\d{8}/.exec(await own.textOf('//main'))?.[0] ?? '';
        expect(serial !== '', 'no serial on the page');
        expect((await bank.tokenState(serial)) === 'UNBOUND', 'the issuer does not know the serial as UNBOUND');
        await picture(own, '04-issued');
        return `serial ${serial}, 利用開始前`;
      },
    },
    {
      title: '銀行の初回ログインとパスワードの強制変更',
      async play() {
        page = await stage.opened(() => own.click(button('あぶくま信用金庫のログイン画面を開く')));
        await login(page, customer, customer.firstPassword);
        await page.type(`(${rowField('新しいログインパスワード')})`, NEW_PASSWORD);
        await page.type(rowField('新しいログインパスワード', 2), NEW_PASSWORD);
        await page.click(button('変更'));
        await page.waitFor(text('重要なお知らせ'));
        await picture(page, '05-notice');
        return 'password changed, 重要なお知らせ shown';
      },
    },
    {
      title: '利用開始：シリアル番号とコードを1回の操作で入力',
      async play() {
        await page.click(button('ワンタイムパスワードを登録する'));
        await page.type(rowField('契約者ID'), customer.contract);
        await page.type(rowField('ログインパスワード'), NEW_PASSWORD);
        await watchChanges(page);
        await page.click(button('次へ'));
        await page.waitFor(SERIAL_FIELD);
        await untilBadge(own);
        const changes = await changesOf(page);
        expect(changes.length === 0, `the page was changed before the customer acted: ${changes.join(', ')}`);
        await acceptOffer(stage, page, CODE_FIELD, (offer) => picture(offer, '06-offer'));
        await page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^SKTS\d{8}$/.test(value)), 45);
        await untilCode(page);
        expect((await page.value(SERIAL_FIELD)) === serial, 'another serial was filled');
        expect(/^\d{6}$/.test(await page.value(CODE_FIELD)), 'no code was filled');
        const others = await page.run(() => [...document.querySelectorAll('input')].filter((input) => input.type === 'radio' ? input.checked : input.value !== '').length);
        // Two filled fields, and the two radios keep their own values unchecked.
        expect(others === 2, `${others} fields were touched instead of two`);
        await picture(page, '07-filled');
        return 'serial and code filled by one click, no other field touched';
      },
    },
    {
      title: '認証する・確認用パスワード・登録',
      async play() {
        await page.click(radio('認証する'));
        await answerPlaces(page, customer);
        await page.click(button('登録'));
        await page.waitFor(text('ワンタイムパスワードの利用開始が完了しました。'));
        await picture(page, '08-completed');
        expect((await bank.tokenState(serial)) === 'ACTIVE', 'the bank did not bind the token');
        return '処理結果: 利用開始が完了しました';
      },
    },
    {
      title: '鍵札が受付番号を読み、発行元に確かめて「利用中」',
      async play() {
        const receipt = await page.run(() => /受付番号：\s*(\w{12})/.exec(document.body.innerText)?.[1] ?? '');
        const time = await page.run(() => /受付時刻：\s*(\S+秒)/.exec(document.body.innerText)?.[1] ?? '');
        expect(receipt !== '' && time !== '', 'the completion page shows no receipt');
        await reopenPopup();
        await own.waitFor(text('利用中'));
        await own.click('//summary');
        await own.waitFor(text(receipt));
        await own.waitFor(text(time));
        await picture(own, '09-active');
        return `受付番号 ${receipt}, 利用中`;
      },
    },
    {
      title: 'ログイン：ショートカットで入力（次のコードまで待つ）',
      async play() {
        await page.click(button('ログイン画面に戻る'));
        await login(page, customer, NEW_PASSWORD);
        await page.waitFor(CODE);
        await stage.command('fill-code');
        await untilCode(page);
        await picture(page, '10-login-code');
        await page.click(button('ログイン'));
        await page.waitFor(text('振込'));
        return 'the step of 利用開始 was spent: the next code was filled at the rollover';
      },
    },
    {
      title: '振込：ツールバーの「このページに入力」',
      async play() {
        await toTransferConfirmation(page);
        const popup = await stage.openPopup();
        await popup.click(button('このページに入力'));
        await untilCode(page);
        await popup.close();
        await picture(page, '11-transfer');
        await page.click(button('振込実行'));
        await page.waitFor(text('振込の手続が完了しました。'));
        await picture(page, '12-transfer-done');
        return 'the field labelled only パスワード(半角数字) was found and filled';
      },
    },
    {
      title: '同じ番号は2回使われない',
      async play() {
        const steps = bank.seen().flatMap((event) => (event.serial === serial && event.outcome === 'accepted' && event.step !== undefined ? [event.step] : []));
        expect(steps.length === 3 && new Set(steps).size === 3, `accepted steps: ${steps.join(', ')}`);
        const refused = bank.seen().filter((event) => event.serial === serial && event.outcome === 'refused');
        expect(refused.length === 0, 'the bank refused a code');
        await reopenPopup();
        await own.waitFor(text('使用済み'));
        await picture(own, '13-used');
        return `three codes of three time steps, none refused: ${steps.join(', ')}`;
      },
    },
    {
      title: 'ロックと解除、ワーカーが消えても続く',
      async play() {
        await stage.killWorker();
        await own.front();
        await reopenPopup();
        await own.waitFor(text(serial));
        await own.click(button('今すぐロック'));
        await own.waitFor(button('ロックを解除'));
        expect(!(await own.textOf('//body')).includes(serial), 'the locked popup shows the serial');
        expect(!(await own.textOf('//body')).includes('あぶくま'), 'the locked popup shows the institution');
        await picture(own, '14-locked');
        await own.type(field('パスフレーズ'), PASSPHRASE);
        await own.click(button('ロックを解除'));
        await own.waitFor(text(serial));
        await page.front();
        await logout(page);
        return 'open after the death of the worker; locked it shows nothing; unlocked again';
      },
    },
  ];
}

/** A spent code is followed by the next one at the rollover: half a minute at most, and a little. */
async function untilCode(page: View): Promise<void> {
  await page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);
}

async function toTransferConfirmation(page: View): Promise<void> {
  await page.click(`(${button('振込')})[1]`);
  await page.click(`(//input[@type='radio'])[1]`);
  await page.click(button('次へ'));
  await page.type(rowField('振込金額'), '10000');
  await page.click(button('次へ'));
  await page.waitFor(CODE);
}
