/** Classes of real pages that want a code, each shown by a short page of our own. */
import type { Page } from './snippets.ts';

export const CORPUS_WANTING: Page[] = [
  {
    title: 'a source of the code named in the label, in brackets',
    html: '<form><label>確認コード（認証アプリ）<input data-want="current" maxlength="6"></label></form>',
  },
  {
    title: 'a label with a link to what it is',
    html: '<dl><dt>ワンタイムパスワード <a href="#">ワンタイムパスワードとは？</a></dt><dd><input data-want="current" maxlength="6"></dd></dl>',
  },
  {
    title: 'a 2FA code whose source is told under the field',
    html: `<h2>Sign in</h2><form><p>2-step verification</p><input data-want="current" placeholder="6-digit code" maxlength="6">
      <p>You can read the code in your authentication app: open the authenticator to see the code.</p></form>`,
  },
  {
    title: 'a code beside name and password, explained after them',
    html: `<form><input placeholder="User name"><input type="password" placeholder="Password"><input data-want="current" placeholder="Verification code">
      <p>Type the code from your app.</p></form>`,
  },
  {
    title: 'a security code by name, a token’s code by its explanation',
    html: '<form><p>The code is shown on the screen of your token.</p><label>Security code<input data-want="current" type="password"></label></form>',
  },
  {
    title: 'a passcode of a key fob in an old table',
    html: '<table><tr><td>Passcode</td><td>Press the button on your key fob and type the six digits.</td></tr><tr><td></td><td><input data-want="current" type="password" maxlength="6"></td></tr></table>',
  },
  {
    title: 'six boxes that are all called by the same name',
    html: `<h1>Sign in</h1><p>Type the code of your authenticator app.</p><form>${'<input data-want="current" maxlength="1" aria-label="OTP character">'.repeat(6)}</form>`,
  },
  {
    title: 'six boxes in a group named by another element',
    html: `<p id="g">ワンタイムパスワード</p><div role="group" aria-labelledby="g">${'<input data-want="current" type="tel" maxlength="1">'.repeat(6)}</div>`,
  },
  {
    title: 'a declared field with a label of many words',
    html: '<form><label>Type the digits for this sign-in<input data-want="current" autocomplete="one-time-code"></label></form>',
  },
  {
    title: 'an old and a new device',
    html: `<title>機種変更</title><form><p>旧端末のアプリに表示されたワンタイムパスワード<input data-want="old" maxlength="6"></p>
      <p>新端末のアプリに表示されたワンタイムパスワード<input data-want="new" maxlength="6"></p></form>`,
  },
  {
    title: 'old and new token under captions that are no headings',
    html: `<title>トークン切替</title><table><tr><td colspan="2"><b>旧トークン</b></td></tr><tr><td>ワンタイムパスワード</td><td><input data-want="old" maxlength="6"></td></tr></table>
      <table><tr><td colspan="2"><b>新トークン</b></td></tr><tr><td>シリアル番号</td><td><input data-want="serial" maxlength="12"></td></tr>
      <tr><td>ワンタイムパスワード</td><td><input data-want="new" maxlength="6"></td></tr></table>`,
  },
  {
    title: 'a table inside a table: the header above is of its own table',
    html: `<table><tr><td>口座番号</td></tr><tr><td><table><tr><th>ワンタイムパスワード</th></tr><tr><td><input data-want="current" maxlength="6"></td></tr></table></td></tr></table>`,
  },
  {
    title: 'a button between a label and its field',
    html: '<form><label for="b">ワンタイムパスワード</label><button type="button">表示方法</button><input data-want="current" id="b" maxlength="6"><button>送信</button></form>',
  },
];
