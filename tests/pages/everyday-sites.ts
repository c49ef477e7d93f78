/** Second steps of other sites, for imported tokens, as the programs that many sites use have them; and what such sites ask that no token answers. */
import { wants } from './everyday-shells.ts';
import type { Page } from './snippets.ts';

/** A card in the middle of an empty page: what nearly all of them look like. */
const card = (title: string, body: string): string => `<title>${title} - Mihon</title><nav><a href="/">Mihon</a></nav><main><div class="card"><h3>${title}</h3><form method="post" action="#">${body}</form></div></main>`;
const bare = (title: string, body: string): string => `<title>${title}</title><form method="post" action="#">${body}</form>`;
const seed = '<p>読み取れないときは次の鍵を入力してください。</p><p><code>JBSW Y3DP EHPK 3PXP</code></p>';

/** `asks`: the page says too little to be sure; the offer asks first. */
const SITES: (Page & { asks?: true })[] = [
  // What the field is called.
  { title: 'a passcode by number, under Two-Factor', asks: true, html: wants('current', card('Two-Factor Authentication', '<label for="p">Passcode</label><input id="p" type="number" required><a href="#">Use a scratch code</a>')) },
  { title: 'a passcode that nothing explains', html: card('Sign in', '<label for="p">Passcode</label><input id="p" type="password">') },
  { title: 'パスコード, and an app that shows it', html: wants('current', card('2要素認証の登録', `<p>認証アプリケーションで画像を読み取ってください。</p>${seed}<p>アプリケーションに表示されたパスコードを入力してください。</p><label for="p">パスコード</label><input id="p">`)) },
  { title: 'the standard alone in the heading', html: wants('current', card('TOTP (Authenticator app)', '<input type="text" autocomplete="off" required><a href="#">Use backup code</a>')) },
  { title: 'a name for the app that is added, declared as a code, and the code', html: wants('- current', card('Add an authenticator', '<label>Name<input type="tel" autocomplete="one-time-code" placeholder="My phone"></label><label>Code<input maxlength="6" placeholder="123456"></label>')) },
  { title: 'トークン and nothing more, under 2段階認証', asks: true, html: wants('current', card('2段階認証', '<input maxlength="6" placeholder="トークン" required>')) },
  { title: 'トークン and nothing more, how many are ordered', html: card('ハードウェアトークンのお申込み', '<label for="n">トークン</label><input id="n" type="number" min="1" max="5" value="1"> 個') },
  { title: 'トークン and nothing more, under an order', html: card('トークンのお申込み', '<label for="n">トークン</label><input id="n"><p>色をお書きください。</p>') },
  { title: 'verify, with the code named in the field only', html: wants('current', card('Set up 2FA with an authentication application', '<label for="t">Verify application</label><input id="t" inputmode="numeric" placeholder="Authentication code">')) },
  { title: 'an unknown label over a sample that could be any code', html: card('Orders', '<label for="t">Warehouse</label><input id="t" placeholder="Authentication code">') },
  { title: 'Two-Factor Code in the field, under Two Factor', asks: true, html: wants('current', card('Two Factor Authentication', '<input placeholder="Two-Factor Code">')) },
  { title: '2-Factor Authentication as the label, 2FA code in the field', asks: true, html: wants('current', card('Login', '<label for="t">2-Factor Authentication</label><input id="t" placeholder="Your 2FA code">')) },
  { title: 'MFA code, and a sample', asks: true, html: wants('current', card('Login', '<label>MFA code</label><div><input placeholder="Verify code"></div>')) },
  { title: 'auth token, and the field says the rest to programmers', asks: true, html: wants('current', card('Mihon', '<input name="twofactor" placeholder="Please enter auth token">')) },
  { title: 'a code of which only programmers know', asks: true, html: wants('current', bare('Login', '<label for="c">Code</label><input id="c" name="2fa_code"><button>Go</button>')) },
  { title: 'a code, and only the page’s name says which', asks: true, html: wants('current', bare('Check the two factor authentication code', '<label for="c">Code</label><input id="c"><button>Check</button>')) },
  { title: 'a code, and neither says which', html: bare('Redeem', '<label for="c">Code</label><input id="c"><button>Check</button>') },
  { title: '認証コードを入力して確認, to switch it off', asks: true, html: wants('current', card('二要素認証を無効にする', '<label>認証コードを入力して確認</label><input name="v" maxlength="6" inputmode="numeric" placeholder="000000">')) },
  { title: '確認用コード, at the end of a list of steps', html: wants('current', card('登録', '<p>１．スマートフォンに認証アプリを入れてください。</p><p>２．表示されたコードを入力してください。</p><label for="k">確認用コード</label><input id="k" placeholder="例) 012345">')) },
  { title: '認証コード in the field, after a sentence and a secret', html: wants('current', card('登録', `<p>二要素認証アプリでQRコードを読み込み、表示された6桁の認証コードを入力してください。</p>${seed}<input placeholder="認証コード">`)) },

  { title: '二段階認証 right at the field, beside a maker’s name', asks: true, html: wants('current', '<img src="l.png" alt="Mihon Mail"><form><table><tr><td><label for="c">二段階認証</label></td><td><input id="c" size="10" maxlength="10"></td></tr></table></form>') },
  { title: 'a code of the app that its maker gives the name', html: wants('- current', card('Withdraw', '<label>Amount<input></label><label for="g">Google verification code</label><input id="g" maxlength="6" placeholder="Enter code">')) },
  { title: 'a current code, from the app', html: wants('current', card('Two-Factor Authentication', '<p>Submit the 6-digit code for this site from your Authenticator app.</p><label>Current code:</label><input type="text">')) },
  { title: 'a field of a hundred and twenty-eight letters, by default', html: wants('current', card('Two-Factor Authentication', '<div>Enter code from your application.<label for="c">Code</label><input id="c" maxlength="128"></div>')) },
  { title: 'a message of two thousand letters', html: card('Two-Factor Authentication', '<div>Enter code from your application.<label for="c">Code</label><input id="c" maxlength="2000"></div>') },
  { title: 'a log-in with all three on one page', asks: true, html: wants('- - current', card('Log in', '<label>Email<input type="email"></label><label>Password<input type="password"></label><label>Authentication code<input name="tfa_code"></label>')) },
  { title: 'how a generator is set', html: card('TOTP Generator', '<label>Secret key<input></label><label>Digits<input type="number" value="6"></label><label>Period<input type="number" value="30"></label>') },

  // What is said of where it comes from.
  { title: 'shown by an authenticator, in Japanese', html: wants('current', bare('2段階認証', '<h1>2段階認証</h1><p>google authenticatorに表示される6桁の数字を入力してください。</p><input type="text"><input type="submit">')) },
  { title: 'shown by a 認証デバイス', html: wants('current', card('検証', '<label for="t">検証のため、認証デバイスに表示されたコードを入力してください</label><input id="t">')) },
  { title: 'generated by a trusted device', html: wants('current', card('Mihon', '<p>Enter the security code generated from your trusted device:</p><input placeholder="XXXXXX">')) },
  { title: 'the app on the device, with two adjectives', html: wants('current', card('Welcome', '<label for="c">Authentication code:</label><input id="c"></form><p>Open the two-factor authentication app on your device to view your authentication code.</p>')) },
  { title: 'of the app or of a list, in one field', html: wants('current', card('Log in', '<p>Enter the code from your authenticator app or a recovery code to continue.</p><input autocomplete="one-time-code" placeholder="Authentication code">')) },
  { title: 'OTP or recovery code', html: wants('current', card('Multi-factor authentication', '<label for="o">OTP or recovery code</label><input id="o" autocomplete="one-time-code">')) },
  { title: 'OTP (or a backup code)', html: wants('current', card('Multi-factor authentication', '<label for="o">OTP (or a backup code)</label><input id="o" autocomplete="one-time-code">')) },
  { title: 'a code that is, in brackets, a recovery code', html: card('Multi-factor authentication', '<label for="o">Code (recovery code)</label><input id="o" autocomplete="one-time-code">') },
  { title: 'a recovery code alone', html: card('Multi-factor authentication', '<label for="o">Recovery code</label><input id="o" autocomplete="one-time-code">') },
  { title: '回復コードのみ', html: card('二要素認証', '<p>回復コードを入力してください。</p><input placeholder="コード">') },
  { title: 'a backup token of the program that calls all codes tokens', html: card('Login', '<p>Use this form for entering backup tokens for logging in.</p><label for="t">Token:</label><input id="t" autocomplete="one-time-code" maxlength="8">') },
  { title: 'a mail is another way, after the field', html: wants('current', card('Log in', '<p>Enter the code generated by your authenticator app.</p><label for="a">Authentication Code:</label><input id="a" inputmode="numeric" autocomplete="one-time-code"><button>Verify</button><ul><li><a href="#">Send a code to your email</a></li></ul>')) },
  { title: 'other ways as buttons, by their names', asks: true, html: wants('current', card('二要素認証の検証', '<label for="c">コード</label><input id="c"><p>または、他の方法を選択</p><button>OTP SMS</button><button>OTPメール</button>')) },
  { title: 'nothing came, from a device of the standard', html: wants('current', card('Two-factor authentication', '<p>Please enter the code from your phone (TOTP) device.</p><label for="o">One-time password</label><input id="o" maxlength="6"><a href="#">I did not receive the code / use another device</a>')) },
  { title: 'nothing came, from nobody knows where', html: card('Two-factor authentication', '<label for="o">One-time password</label><input id="o" maxlength="6"><a href="#">I did not receive the code</a>') },
  { title: 'tokens that were sent', html: card('Login', '<p>We sent you a text message, please enter the tokens we sent.</p><label for="t">Token:</label><input id="t" autocomplete="one-time-code" maxlength="6">') },
  { title: 'a call', html: card('Login', '<p>We are calling your phone right now, please enter the digits you hear.</p><label for="t">Token:</label><input id="t" autocomplete="one-time-code" maxlength="6">') },
  { title: 'a television that wants to be signed in', html: card('Enter device code', '<p>Enter the code displayed on your device.</p><input autocomplete="one-time-code" placeholder="Code">') },
  { title: 'a device code in Japanese', html: card('デバイスコードの入力', '<p>お使いの端末に表示された8桁のコードを入力してください。</p><label for="c">コード</label><input id="c" autocomplete="one-time-code">') },
  { title: 'sent again by a button', html: bare('Enter a one time password', '<label><input type="number" placeholder="ワンタイムパスワード"></label><button type="button">もう一度メールを送信する</button>') },
  { title: 'a mail’s code, to be fetched before other fields', html: bare('会員登録', '<div><input placeholder="メールアドレス"><span>認証コードを取得する</span></div><div><div>お名前</div><input></div><div><div>ワンタイムパスワード</div><input type="password" maxlength="6"></div>') },

  // What the field takes.
  { title: 'a pattern of thirty-two letters', html: card('二要素認証', '<label for="c">確認コード</label><input id="c" pattern="[A-Z0-9]{32}" autocomplete="one-time-code"><button type="button">ワンタイムパスワードを使う</button>') },
  { title: 'a pattern of six digits', html: wants('current', card('二要素認証', '<p>認証アプリのコードを入力してください。</p><input pattern="[0-9]{6}" inputmode="numeric">')) },
  { title: 'a pattern that no browser understands', html: wants('current', card('二要素認証', '<p>認証アプリのコードを入力してください。</p><input pattern="[0-9" inputmode="numeric">')) },
  { title: 'six boxes, of which the first takes them all, declared', html: wants('current current current current current current', card('二要素認証', `<p>認証アプリのコードを入力してください。</p><div><input inputmode="numeric" autocomplete="one-time-code">${'<input inputmode="numeric" maxlength="1">'.repeat(5)}</div>`)) },
  { title: 'six boxes that take six digits each', html: wants('current current current current current current', card('二要素認証', `<p>認証アプリのコードを入力してください。</p><div role="group" aria-label="認証コード入力">${[1, 2, 3, 4, 5, 6].map((at) => `<input inputmode="numeric" maxlength="6" aria-label="コード ${at}桁目">`).join('')}</div>`)) },
];

export const EVERYDAY_SITES: Page[] = SITES.filter(({ asks }) => !asks);
export const EVERYDAY_SITES_UNSURE: Page[] = SITES.filter(({ asks }) => asks);
