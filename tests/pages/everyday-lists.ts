/** Lists of terms, folds, parts of three digits and cards with a display; each with a neighbour that means something else. */
import { boot, frame, shinkin, six, tr, wants } from './everyday-shells.ts';
import type { Page } from './snippets.ts';

const terms = (...pairs: [string, string][]): string => `<dl>${pairs.map(([term, field]) => `<dt>${term}</dt><dd>${field}</dd>`).join('')}</dl>`;
const text = '<input type="text" maxlength="16">';
const noted = (note: string): string => `<input maxlength="6"><small>${note}</small>`;
const three = (place: string): string => `<input maxlength="3" inputmode="numeric" aria-label="${place}">`;
const fold = (name: string, body: string): string => `<details open><summary>${name}</summary>${body}</details>`;
const mail = '<div><label>メールアドレス<input type="text"></label></div>';
const chosen = (app: string): string =>
  `<fieldset><label><input type="radio" name="w" checked> 認証アプリ</label><div><input maxlength="6" placeholder="${app}"></div><label><input type="radio" name="w"> Eメール</label><div><button type="button">送信</button><input maxlength="6" placeholder="メールに記載の番号"></div></fieldset>`;

export const EVERYDAY_LISTS: Page[] = [
  { title: 'the token’s own number before its password, asked for in one sentence', html: wants('- - current', shinkin('トークンの登録', `<p>トークン裏面のトークンID及び、表面に表示されたワンタイムパスワードを入力してください。</p>${terms(['トークンID（裏面）', text], ['ワンタイムパスワード（表面）', six])}`)) },
  { title: 'an activation code that the token shows once', html: wants('- serial -', shinkin('トークンの登録', `<p>トークンで二次元コードを読み取り、表示されたアクティベーションコードを入力してください。</p><table>${tr('シリアル番号', text)}${tr('アクティベーションコード', text)}</table>`)) },
  { title: 'what a card shows, under a heading that names its password', html: wants('current', boot('お振込内容の確認', '<h2>ワンタイムパスワードカードによる認証</h2><p>電源ボタンを押してください。</p><label for="c">カードに表示された数字</label><input id="c" type="tel" maxlength="6">')) },
  { title: 'what is printed on a card', html: boot('お振込内容の確認', '<h2>お客さまカードによる認証</h2><label for="c">カードに記載された数字</label><input id="c" type="tel" maxlength="4">') },
  { title: 'where to look, as the end of the label', html: wants('- current', boot('出金口座の変更', '<label>口座番号<input maxlength="7"></label><label for="o">ワンタイムパスワード<br><small>証券アプリで確認</small></label><input id="o" maxlength="6">')) },
  { title: 'an app’s six digits, with mail as the other choice', html: wants('- current - -', boot('追加認証', chosen('アプリの6桁の数字'))) },
  { title: 'a mail’s six digits, and the app of a prize', html: boot('追加認証', chosen('招待された方の番号')) },
  { title: 'a note in the cell of the field before, of a mail', html: wants('- - current', boot('出金', `<table>${tr('出金額', text)}${tr('メール認証コード', noted('ご登録のメールアドレスに送信した6桁'))}${tr('2段階認証コード', noted('認証アプリに表示された6桁'))}</table>`)) },
  { title: 'a note in the field’s own cell, of a mail', html: boot('出金', `<table>${tr('出金額', text)}${tr('2段階認証コード', noted('ご登録のメールアドレスに送信した6桁'))}</table>`) },
  { title: 'three digits and three', html: wants('current current', boot('認証', `<h2>ワンタイムパスワード</h2><p>トークンに表示されている数字を3桁ずつ入力してください。</p><div>${three('ワンタイムパスワード 上3桁')}<span>-</span>${three('ワンタイムパスワード 下3桁')}</div>`)) },
  { title: 'three digits and four', html: boot('お届け先', `<h2>郵便番号</h2><div>${three('郵便番号 上3桁')}<span>-</span><input maxlength="4" aria-label="郵便番号 下4桁"></div>`) },
  { title: 'the first of two codes, named by its turn', html: wants('current', boot('トークンの時刻補正', '<p>1回目に入力するワンタイムパスワードをお確かめください。</p><label for="a">1回目</label><input id="a" maxlength="6">')) },
  { title: 'a new generator’s serial number and code', html: wants('- serial new', shinkin('パスワード生成機　交換登録', `<table>${tr('新しいパスワード生成機のシリアル番号', text)}${tr('ワンタイムパスワード<br>（1つ目）', six)}</table>`)) },
  { title: 'two folds, each a way in with a code of the app', html: wants('- - current - current', boot('ログイン', `${fold('メールでログイン', `${mail}<div><label>受信したコード（6桁）<input maxlength="6"></label></div><div><label>認証アプリのコード（設定済みの方）<input maxlength="6"></label></div>`)}${fold('認証アプリのコードでログイン', `${mail}<div><label>認証アプリのコード（6桁）<input maxlength="6"></label></div>`)}`)) },
  { title: 'a fold beside, whose name asks for a code', html: boot('設定', `${fold('トークンのワンタイムパスワードの入力', '<p>お手元にご用意ください。</p>')}<label>お取引の店舗<input></label><label>パスワード<input type="password"></label>`) },
  { title: 'a code that another device has made', html: boot('パスキーを追加', '<p>登録済みのメールアドレスと、認証済みデバイスで発行された6桁のコードを入力してください。</p><label>メールアドレス<input type="email"></label><label>ワンタイムパスワード<input maxlength="6" autocomplete="one-time-code"></label>') },
  { title: 'a code that the page itself has made', html: frame('コードの生成', '<h3>認証コードを生成する</h3><label for="t">認証コード</label><input id="t" readonly aria-label="生成された認証コード"><button type="button">認証コードをコピー</button>') },
  { title: 'a code of the TV', html: boot('Living room', '<label>Six-digit code from TV<input inputmode="numeric" maxlength="6" autocomplete="one-time-code" placeholder="123456"></label><button>Pair</button>') },
  { title: 'a code of a label that says TFA, a sample in the field', html: wants('current', boot('Two-Factor Authentication', '<p>Please enter your Google Authenticator code.</p><label for="none">Enter your TFA Code</label><input placeholder="Verify Code">')) },
  { title: 'what an authenticator app has generated, in no other word', html: wants('current', boot('TOTP Two-Step Verification', '<div>Enter the 2-step verification generated by your authenticator app:</div><input type="text">')) },
  { title: 'what is paid, between the sentence and the field', html: wants('current', frame('本人認証', '<form><p>見本カードアプリを開き、アプリに表示されている6桁の数字を入力してください。</p><div>お支払先 見本商店／45,600円</div><input type="tel" maxlength="6"><input type="submit" value="OK"></form>')) },
  { title: 'a fixed password, and a button for the other way in', html: frame('本人認証', `<form><p>会員のパスワードを入力してください。</p><table><tr><td>パスワード</td><td><input type="password"></td></tr></table><button>送信</button> <button type="button">ワンタイムパスワードで認証</button></form>`) },
  { title: 'VIP Access: an ID and a security code', html: wants('- - current', shinkin('OTP利用登録', '<fieldset><legend>OTP情報</legend><p>VIP Accessに表示されている内容を入力してください。</p><p><label>クレデンシャルID <input maxlength="12"></label></p><p><label>セキュリティコード <input maxlength="6"></label></p></fieldset>')) },
  { title: 'a card: a number and a security code', html: shinkin('カード情報', '<fieldset><legend>カード情報</legend><p>カードに記載されている内容を入力してください。</p><p><label>カード番号 <input maxlength="16"></label></p><p><label>セキュリティコード <input maxlength="4"></label></p></fieldset>') },
];

/** The page says that one of them may have been sent, or leaves open whether one is asked for. */
export const EVERYDAY_LISTS_UNSURE: Page[] = [
  { title: 'the app’s or a mailed code, which a button sends', html: wants('current', boot('認証コードの入力', '<p>トークンアプリに表示された6桁の数字、またはメールでお送りした6桁の認証コードを入力してください。</p><label for="c">認証コード</label><input id="c" maxlength="6" inputmode="numeric"><button>次へ</button><button type="button">メールで認証コードを受け取る</button>')) },
  { title: 'a code only if it is required, beside a password', html: wants('- - current', boot('Please sign in', '<label>Email address<input type="email"></label><label>Password<input type="password"></label><label>2FA Code (If required)<input type="text"></label><button>Sign in</button>')) },
];
