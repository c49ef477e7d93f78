/** Labels that name the app alone, a dialog’s heading as a label, parts called 前半 and 後半; each with a neighbour that means something else. */
import { boot, frame, shinkin, tr, wants } from './everyday-shells.ts';
import type { Page } from './snippets.ts';

const three = (title: string): string => `<input type="tel" maxlength="3" title="${title}">`;
const dialog = (heading: string, ask: string): string =>
  `<label for="lim">New limit (JPY)</label><input id="lim" type="number"><div role="dialog" aria-labelledby="mt"><h3 id="mt">${heading}</h3><p>${ask}</p><input type="tel" maxlength="6" aria-labelledby="mt"></div>`;
const vpn = (told: string): string =>
  frame('SSL-VPN', `<form><table>${tr('Username', '<input>')}${tr('Password', '<input type="password">')}${tr('Secondary Password', '<input type="password" name="password#2">')}</table><button>Sign In</button></form><p>${told}</p>`);
const login = (picture: string): string =>
  boot('Login', `<div><label>User ID</label><input name="u"></div><div><label for="cp">Security code</label><span><input id="cp" size="8" maxlength="6"><br><span>${picture}</span></span></div><ul><li>Beware of sites that ask for the 6-digit code on your token.</li></ul>`);
const send = (label: string): string => boot('BTCを送る', `<div><label>宛先アドレス<input></label></div><div><span>${label}</span><div><input inputmode="numeric" maxlength="6"></div></div>`);

export const EVERYDAY_MORE: Page[] = [
  { title: 'the code of a token app, by its aria-label', html: wants('current', boot('動作確認', '<p>登録したアプリで認証できるか確かめます。</p><input aria-label="トークンアプリのコード">')) },
  { title: 'the code of a shop’s app, by its aria-label', html: boot('動作確認', '<p>トークンは要りません。</p><input aria-label="ポイントアプリのコード">') },
  { title: 'three digits and three, called 前半 and 後半', html: wants('current current', boot('ワンタイムパスワード入力', `<p>アプリの「ワンタイムパスワード」画面に表示されている6桁を入力してください。</p><div>${three('ワンタイムパスワード 前半3桁')}<span>-</span>${three('ワンタイムパスワード 後半3桁')}</div>`)) },
  { title: 'a customer’s number in two halves', html: boot('ログイン', `<p>ワンタイムパスワードは次の画面で入力します。</p><div>${three('お客さま番号 前半3桁')}<span>-</span>${three('お客さま番号 後半3桁')}</div>`) },
  { title: 'OTP1 and OTP2', html: wants('- current current', shinkin('OTP同期ズレ補正', `OTPトークンに表示されているパスワードを、続けて2回入力してください。<table>${tr('OTP1', '<input name="a" maxlength="6">')}${tr('OTP2', '<input name="b" maxlength="6">')}</table>`)) },
  { title: 'digits shown in a picture, under a label of other codes', html: login('Type the six digits shown in the image.') },
  { title: 'the same label, and an app named beside it', html: wants('- current', login('Type the code of your authenticator app.')) },
  { title: 'a dialog whose heading is the field’s label, and a card token', html: wants('- current', boot('Change Limit', dialog('Confirm with your card token', 'Press button 1 on your password card and enter the 6 digits displayed.'))) },
  { title: 'a dialog whose heading is the field’s label, and a cash card', html: boot('Change Limit', dialog('Confirm with your cash card', 'Enter the 6 digits printed on your cash card.')) },
  { title: 'a secondary password that is explained below the form', html: wants('- - current', vpn('学外からの接続には多要素認証が必要です。Secondary Password には、認証アプリに表示される6桁の数字（30秒ごとに更新）を入力してください。')) },
  { title: 'a secondary password that is a secret of one’s own', html: vpn('Secondary Password には、初回に登録した英数字を入力してください。認証アプリは使いません。') },
  { title: 'the app’s name as the label', html: wants('- current', send('Google Authenticator')) },
  { title: 'the app’s name as the label of a device', html: boot('Your devices', '<label>Authenticator <input type="text" value="My phone"></label><button type="button">Rename</button>') },
  { title: 'a password before the code of the app', html: boot('Sign in', '<p>Enter your web password and the code from your authenticator app.</p><label>Web password <input type="password"></label>') },
  { title: 'a password before a token is reset', html: boot('Reset your MFA token', '<p>Confirm with your password.</p><label>Password <input type="password"></label>') },
  { title: 'the code of a second step, asked for by the heading alone', html: wants('current', boot('Enter 2FA code', '<input name="code" placeholder="123456">')) },
  { title: 'an amount, in a dialog whose heading is its label', html: boot('出金', '<div role="dialog" aria-labelledby="h"><h2 id="h">出金数量</h2><p>認証アプリの6桁のコードが必要です。</p><input inputmode="numeric" aria-labelledby="h"></div>') },
  { title: 'an amount, asked for in a sentence right over it', html: boot('Send', '<p>You need the one-time password from your token for this.</p><p>Type the amount to send.</p><input type="tel">') },
  { title: 'how many use an app', html: boot('Plan', '<label>Number of app users <input inputmode="numeric" maxlength="6"></label>') },
  { title: 'a picture with a QR code, and the app’s code', html: wants('current', boot('Set up two-factor authentication', '<p>Scan the QR code in the image with your authenticator app, then enter the code it shows.</p><label>Verification code <input inputmode="numeric" maxlength="6"></label>')) },
  { title: 'codes that are no longer sent', html: wants('current', boot('Two-factor authentication', '<p>Codes are no longer sent by SMS. Please use your authenticator app.</p><label>Code <input inputmode="numeric" maxlength="6"></label>')) },
  { title: 'a code that we’ll send', html: boot('Two-factor authentication', '<p>We’ll send a code to your phone.</p><label>Code <input inputmode="numeric" maxlength="6"></label>') },
  { title: 'the shop’s name as the label', html: send('Google Play') },
];
