// @vitest-environment jsdom
/** The cheap look before the reader is brought: it may say yes for nothing, and never no where there is something to find. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../lib/autofill/detect.ts';
import { isWorthReading } from '../../../lib/autofill/worth.ts';
import { EVERY } from '../../pages/every.ts';
import { openPage } from '../../pages/open.ts';
import { looserText, opaqueNames, otherWidth, wrapped } from '../../pages/variations.ts';

const isMissed = (page: Document): boolean => detect(page).length > 0 && !isWorthReading(page);

describe('the look before the reader', () => {
  it('passes over no page on which a field is found', () => {
    expect(EVERY.filter(({ html }) => isMissed(openPage(html))).map(({ title }) => title)).toEqual([]);
    expect(EVERY.length).toBeGreaterThan(500);
  }, 60_000);

  it.each([
    ['with opaque names', opaqueNames],
    ['in more containers', wrapped],
    ['in another width or case', otherWidth],
    ['with more spaces', looserText],
  ])('nor one that is written %s', (_, vary) => {
    fc.assert(
      fc.property(fc.constantFrom(...EVERY), fc.nat(), ({ html }, seed) => {
        const page = openPage(html);
        vary(page, seed);
        expect(isMissed(page)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['a login', '<h1>ログイン</h1><table><tr><th>ご契約者番号</th><td><input></td></tr><tr><th>ログインパスワード</th><td><input type="password"></td></tr></table>'],
    ['a search of statements', '<h1>入出金明細照会</h1><label>支店コード <input></label><label>金額 <input></label><button>検索</button>'],
    ['a page that only its program knows of a token', '<h1>照会</h1><input><script>const token = "authenticator app";</script>'],
    ['an app that shows nothing', '<h1>アプリのご案内</h1><p>アプリでは残高を確認できます。</p><input>'],
    ['a showing that is no app’s', '<h1>照会</h1><p>明細を表示します。</p><input>'],
    ['words that stand in a program and a style alone', '<style>.token { color: red }</style><h1>照会</h1><script>const authenticator = 1;</script><script>const token = 2;</script><input>'],
    ['fields of other kinds', '<h1>ワンタイムパスワード</h1><input type="hidden"><input type="checkbox"><input type="search"><input type="submit">'],
  ])('passes over %s', (_, html) => {
    expect(isWorthReading(openPage(html))).toBe(false);
  });

  it.each([
    ['the words are a picture', '<img alt="ワンタイムパスワード"><input>'],
    ['they stand in the field', '<input placeholder="ﾜﾝﾀｲﾑﾊﾟｽﾜｰﾄﾞ">'],
    ['only the program that made the page says it', '<input autocomplete="one-time-code">'],
    ['an app shows the digits', '<p>アプリに表示された番号を入力してください。</p><input>'],
    ['the words are parted by what no one sees', '<p>ワン&#8203;タ&shy;イム</p><input>'],
    ['they stand beside a program that says the same', '<p>ワンタイム</p><script>const ワンタイム = 1;</script><input>'],
    ['a button says it', '<input type="button" value="ワンタイムパスワードを入力"><input>'],
    ['the field has its title', '<input title="One-Time Password">'],
    ['its name begins with a digit', '<label>Code<input name="2FA_code"></label>'],
    ['only the title says it', '<title>トークンの認証</title><input>'],
    ['they are far down among many fields', `${'<p>数量 <input></p>'.repeat(3000)}<input aria-label="ワン タイム パスワード">`],
    ['the page says that something is done', '<p>ワンタイムパスワードの利用開始が完 了しました。</p>'],
  ])('is for a page where %s', (_, html) => {
    expect(isWorthReading(openPage(html))).toBe(true);
  });
});
