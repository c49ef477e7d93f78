/** Classes of real pages that want no code of ours, each shown by a short page of our own. */
import type { Page } from './snippets.ts';

export const CORPUS_SILENT: Page[] = [
  {
    title: 'a message was sent, and the next sentence asks for the code',
    html: '<p>We have just sent you a text message. Please type your one-time code here.</p><label>One-time code<input></label>',
  },
  { title: 'a heading says that a message was sent', html: '<h3>We sent you a text message</h3><label>One-time code<input></label>' },
  { title: 'a mail was sent, and no code is spoken of', html: '<p>SMSを送信しました。</p><label>ワンタイムパスワード<input maxlength="6"></label>' },
  { title: 'a look into the mails is asked for', html: '<p>メールをご確認ください。</p><label>認証コード<input autocomplete="one-time-code"></label>' },
  { title: 'the heading checks a telephone', html: '<h1>Verify your phone</h1><label>Code<input autocomplete="one-time-code"></label>' },
  { title: 'the heading checks an address', html: '<h2>メールアドレスの確認</h2><label>確認コード<input autocomplete="one-time-code"></label>' },
  {
    title: 'a button sends the code',
    html: '<form><label>Mobile<input type="tel"></label><button type="button">Send OTP</button><label>OTP<input maxlength="6"></label></form>',
  },
  {
    title: 'a button has the code issued',
    html: '<form><label>携帯番号<input type="tel"></label><button type="button">ワンタイムパスワードを発行する</button><label>ワンタイムパスワード<input maxlength="6"></label></form>',
  },
  { title: 'a code that was received', html: '<p>Type the OTP received on your handset.</p><label>OTP<input maxlength="6"></label>' },
  { title: 'a code from a letter', html: '<label>郵便物に記載のワンタイムパスワード<input maxlength="6"></label>' },
  { title: 'a field too short for a code', html: '<label>OTP<input maxlength="5"></label>' },
  { title: 'a login password or a code', html: '<form><label>User ID<input></label><label>Password/OTP<input type="password"></label></form>' },
  {
    title: 'one-time-code on a password, to keep a browser from filling it',
    html: '<form><label>Email<input type="email"></label><label>Password<input type="password" autocomplete="one-time-code"></label></form>',
  },
  {
    title: 'one-time-code on a new password in a language that is not read',
    html: '<form><label>새 비밀번호<input type="password" autocomplete="one-time-code"></label></form>',
  },
  { title: 'one-time-code on a name', html: '<form><label>Full name<input autocomplete="one-time-code"></label></form>' },
  { title: 'the secret of an authenticator', html: '<form><label>Authenticator key (TOTP)<input></label></form>' },
  { title: 'a backup code beside an authenticator app', html: '<p>No authenticator app?</p><label>Backup code<input autocomplete="one-time-code"></label>' },
  { title: 'a column of tokens', html: '<table><tr><th>Item</th><th>Token</th></tr><tr><td><input></td><td><input></td></tr></table>' },
  { title: 'the name of a token of an interface', html: '<form><label>Access token<input></label><label>Token name<input></label></form>' },
  {
    title: 'a message box under talk of codes',
    html: '<h1>Chat</h1><p>My authenticator shows the wrong code</p><form><input placeholder="Write a message"><button>Send</button></form>',
  },
  {
    title: 'the login password before an authenticator app is set up',
    html: '<h1>Two-factor authentication</h1><p>To set up an authenticator app, type your password.</p><form><label>Password<input type="password"></label></form>',
  },
  { title: 'a code on a television', html: `<p>Type the code shown on your TV</p>${'<input maxlength="1">'.repeat(6)}` },
];
