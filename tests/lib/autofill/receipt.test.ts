// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { readReceipt } from '../../../lib/autofill/receipt.ts';
import { openPage } from '../../pages/open.ts';

const DONE = '<p>ワンタイムパスワードの利用開始が完了しました。</p>';

const receipt = (lines: string): ReturnType<typeof readReceipt> => readReceipt(openPage(`${DONE}${lines}`));
const time = '<p>受付時刻：2018年07月24日12時28分32秒</p>';
const serialIn = (line: string): string | undefined => receipt(`<p>受付番号：0HT18BUADJU1</p>${time}<p>${line}</p>`)?.serial;

describe('the completion page', () => {
  it('is read where number and time stand on lines of their own', () => {
    const page = openPage(
      `<h1>ワンタイムパスワード利用開始</h1><div>ワンタイムパスワードの利用開始が完了しました。<br>受付番号： 0HT18BUADJU1<br>受付時刻： 2018年07月24日12時28分32秒</div>
      <h2>登録内容</h2><table><tr><th>シリアル番号</th><td>SKTS00012345</td></tr><tr><th>ログイン時のワンタイムパスワード認証要否</th><td>認証しない</td></tr></table>`,
    );
    expect(readReceipt(page)).toEqual({ errand: 'start', number: '0HT18BUADJU1', time: '2018年07月24日12時28分32秒', serial: 'SKTS00012345' });
  });

  it('is read from a table, in full-width letters', () => {
    const page = openPage(
      `${DONE}<table><tr><th>受付番号</th><td>０４１１０４０８４７ＩＴ</td></tr><tr><th>受付時刻</th><td>2020年11月26日 19時40分00秒</td></tr><tr><th>シリアル番号</th><td>SKOH12345678</td></tr></table>`,
    );
    expect(readReceipt(page)).toEqual({ errand: 'start', number: '0411040847IT', time: '2020年11月26日19時40分00秒', serial: 'SKOH12345678' });
  });

  it('is read with inline labels in one paragraph per value', () => {
    const page = openPage(`${DONE}<p><span>受付番号：</span><span>0411040847IT</span></p><p><span>受付時刻：</span><b>2020年11月26日19時40分00秒</b></p>`);
    expect(readReceipt(page)).toMatchObject({ number: '0411040847IT', serial: '' });
  });

  it('gives no serial where the page masks it', () => {
    const page = openPage(`${DONE}<dl><dt>受付番号</dt><dd>0411040847IT</dd><dt>受付時刻</dt><dd>2020年11月26日19時40分00秒</dd><dt>シリアル番号</dt><dd>S***********</dd></dl>`);
    expect(readReceipt(page)?.serial).toBe('');
  });

  it.each([
    ['a transfer that is complete', '<p>振込が完了しました。</p><p>受付番号：0HT18BUADJU1</p><p>受付時刻：2018年07月24日12時28分32秒</p>'],
    ['a completion page without its number', `${DONE}<p>受付時刻：2018年07月24日12時28分32秒</p>`],
    ['a number of another form', `${DONE}<p>受付番号：<script>0HT18BUADJU1</script></p><p>受付時刻：2018年07月24日12時28分32秒</p>`],
    ['a sentence in a hidden block', `<div hidden>${DONE}</div><p>受付番号：0HT18BUADJU1</p><p>受付時刻：2018年07月24日12時28分32秒</p>`],
    ['the registration page itself', '<h1>ワンタイムパスワード利用開始</h1><p>受付番号：0HT18BUADJU1</p>'],
  ])('is not %s', (_, html) => {
    expect(readReceipt(openPage(html))).toBeNull();
  });

  it.each([
    ['交換', 'exchange', '<p>ワンタイムパスワードの交換が完了しました。</p><p>受付番号：0HT18BUADJU1<br>受付時刻：2018年07月24日12時28分32秒</p><table><tr><th>シリアル番号</th><td>SKTS00012345</td></tr></table>', '0HT18BUADJU1', 'SKTS00012345'],
    ['利用中止', 'stop', '<p class="done">ワンタイムパスワードの利用中止が完了しました。</p><p>受付番号： 0HT18BUADJU1<br>受付時刻： 2018年07月24日12時28分32秒</p>', '0HT18BUADJU1', ''],
    ['利用解除', 'release', '<p>ワンタイムパスワードの利用を解除しました。</p>', '', ''],
    ["a credit union's 利用開始", 'start', '<p>ワンタイムパスワードの利用を開始しました。次回ログイン時からワンタイムパスワードの入力が必要となります。</p><dl><dt>受付番号</dt><dd>0HT18BUADJU1</dd><dt>受付時刻</dt><dd>2018年07月24日12時28分32秒</dd></dl>', '0HT18BUADJU1', ''],
  ])('of %s is read too', (_, errand, html, number, serial) => {
    expect(readReceipt(openPage(html))).toEqual({ errand, number, time: number === '' ? '' : '2018年07月24日12時28分32秒', serial });
  });


  it('has its labels at the beginning of a line, with or without a colon', () => {
    expect(receipt(`<p>受付番号 0HT18BUADJU1</p>${time}`)?.number).toBe('0HT18BUADJU1');
    expect(receipt(`<p>受付番号</p><p>：0HT18BUADJU1</p>${time}`)?.number).toBe('0HT18BUADJU1');
    expect(receipt(`<p>前回の受付番号：0HT18BUADJU1</p>${time}`)).toBeNull();
    expect(receipt('<p>受付番号：0HT18BUADJU1</p><p>前回の受付時刻：2018年07月24日12時28分32秒</p>')).toBeNull();
    expect(receipt('<p>受付番号：0HT18BUADJU1</p><p>受付時刻2018年7月4日9時5分</p>')?.time).toBe('2018年7月4日9時5分');
  });

  it('has the value that stands there: a second number is not looked at, nor what follows the next line', () => {
    expect(receipt(`<p>受付番号：0HT18BUADJU1</p><p>受付番号：0HT18BUADJU2</p>${time}`)?.number).toBe('0HT18BUADJU1');
    expect(receipt(`<p>受付番号：</p><p>確認中</p><p>0HT18BUADJU1</p>${time}`)).toBeNull();
    expect(receipt(`<p>受付番号：確認中</p><p>受付番号：0HT18BUADJU1</p>${time}`)?.number).toBe('0HT18BUADJU1');
    expect(receipt(`${time}<p>受付番号：</p>`)).toBeNull();
  });

  it('may say in brackets what its serial number is made of', () => {
    expect(['シリアル番号：SKTS00012345', 'シリアル番号（半角英数字）：SKTS00012345', 'シリアル番号(半角)SKTS00012345', '旧シリアル番号：SKTS00012345', 'シリアル番号：SKTS0001234'].map(serialIn)).toEqual(['SKTS00012345', 'SKTS00012345', 'SKTS00012345', '', '']);
  });

  it('of an errand that its hint alone speaks of is none', () => {
    expect(readReceipt(openPage('<p>開始しました。</p>'))).toBeNull();
    expect(readReceipt(new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'))).toBeNull();
  });

  it.each([
    ['a page that offers 交換', '<h1>ワンタイムパスワードの交換</h1><p>交換が完了すると、古いトークンは使えなくなります。</p>'],
    ['a page that warns before 利用解除', '<p>ワンタイムパスワードの利用を解除します。</p>'],
  ])('is not %s', (_, html) => {
    expect(readReceipt(openPage(html))).toBeNull();
  });

  it('is read where its source is broken within a word', () => {
    const page = openPage(`${DONE.replace('完了しました', '完\n  了しま\n  した')}<p>受付番号：0HT18BUADJU1<br>受付時刻：2018年07月24日12時28分32秒</p>`);
    expect(readReceipt(page)?.errand).toBe('start');
  });

  it('is read where a picture or a link stands on its lines', () => {
    const page = openPage(`${DONE}<p>受付番号：<a href="#">0HT18BUADJU1</a><br>受付時刻：<img alt="">2018年07月24日12時28分32秒</p>`);
    expect(readReceipt(page)).toMatchObject({ number: '0HT18BUADJU1', time: '2018年07月24日12時28分32秒' });
  });

  it('costs an ordinary page no second form of its text', () => {
    const page = openPage('<p>お取引の内容をご確認ください。</p>'.repeat(1000));
    const normalised = vi.spyOn(String.prototype, 'normalize');
    expect(readReceipt(page)).toBeNull();
    expect(normalised).not.toHaveBeenCalled();
    normalised.mockRestore();
  });

  it('is left as it was', () => {
    const page = openPage(`${DONE}<p>受付番号：0HT18BUADJU1<br>受付時刻：2018年07月24日12時28分32秒</p>`);
    const before = page.documentElement.outerHTML;
    expect(readReceipt(page)).not.toBeNull();
    expect(page.documentElement.outerHTML).toBe(before);
  });
});
