/** Codes under a bank's own name for them, and codes in parts; and what is named or cut alike and is none. */
import { boot, frame, shinkin, six, tr, wants } from './everyday-shells.ts';
import type { Page } from './snippets.ts';

const part = (length: number, more = ''): string => `<input type="text" inputmode="numeric" maxlength="${length}" size="${length}"${more}>`;
const described = (label: string, words: string, field = 'maxlength="6"'): string => boot('お手続きの確認', `<label for="a">${label}</label><input type="password" id="a" ${field} aria-describedby="b"><p id="b">${words}</p>`);

export const EVERYDAY_NAMES: Page[] = [
  { title: 'a short name, described as what the token shows', html: wants('current', described('ワンパス', 'トークンに表示された6桁の数字です。表示は60秒ごとに変わります。')) },
  { title: 'a short name, described as what comes by mail', html: described('ワンパス', 'メールでお送りした6桁の数字です。') },
  { title: 'a short name, of which nothing is said', html: described('ワンパス', '半角数字6桁') },
  { title: 'a name for something else than a secret, described by a help for the whole form', html: described('ご担当者', 'トークンに表示された6桁の数字は次の画面で入力します。', 'maxlength="20"') },
  { title: 'a code of the branch, beside what is said of the token', html: boot('照会', `<p>トークンに表示された数字は、あとで使います。</p><label for="a">取扱店コード</label><input id="a" maxlength="6">`) },
  { title: 'a name that is explained after the field', html: wants('current', frame('ご本人確認', `<form><table><tr><td>変動パスワード(半角数字)</td><td><input type="password" maxlength="6"></td></tr></table><p>変動パスワードとは、お手元のトークンに表示される6桁の番号です。</p></form>`)) },
  { title: 'a name that is explained before the field', html: wants('- current', shinkin('振込', `<p>更新パスコードとは、認証アプリの画面に表示される6桁の数字です。</p><table>${tr('更新パスコード', six)}</table>`)) },
  { title: 'a name that is explained as something on paper', html: shinkin('振込', `<p>更新パスコードとは、お客さまカードに記載の6桁の数字です。</p><table>${tr('更新パスコード', six)}</table>`) },
  { title: 'another name is explained', html: shinkin('振込', `<p>更新パスコードとは、トークンに表示される6桁の数字です。</p><table>${tr('振替コード', '<input maxlength="6">')}</table>`) },
  { title: 'for the check of a number, described as what the app shows', html: wants('current', described('お客さま番号認証用パスコード', 'アプリに表示されている6桁のパスコードを入力してください。')) },
  { title: 'the number itself, described with the app', html: described('お客さま番号', 'アプリに表示されている6桁の番号を入力してください。') },

  { title: 'two halves of three', html: wants('current current', frame('ログイン認証', `<p>トークンのボタンを押すと「123 456」のように表示されます。</p><form><table><tr><th>ワンタイムパスワード</th><td>${part(3)} － ${part(3)}</td></tr></table></form>`)) },
  { title: 'two halves of four, one label', html: wants('current current', boot('認証', `<fieldset><legend>認証</legend><div>ワンタイムパスワード</div>${part(4)}${part(4)}</fieldset>`)) },
  { title: 'three pairs', html: wants('- current current current', shinkin('振込', `<table>${tr('ワンタイムパスワード', `${part(2)}-${part(2)}-${part(2)}`)}</table>`)) },
  { title: 'halves that were sent', html: frame('認証', `<p>SMSで認証番号をお送りしました。</p><form><table><tr><th>ワンタイムパスワード</th><td>${part(3)} - ${part(3)}</td></tr></table></form>`) },
  { title: 'halves of a postcode, under a heading that names the code', html: shinkin('ワンタイムパスワードの入力', `<table>${tr('郵便番号', `${part(3)}-${part(3)}`)}</table>`) },
  { title: 'halves of what is called password only, under a heading that names the code', html: wants('current current', frame('振込', `<h2>ワンタイムパスワードの入力</h2><form><table><tr><td>パスワード(半角数字)</td><td>${part(3)}-${part(3)}</td></tr></table></form>`)) },
  { title: 'halves of what is called password only, under no such heading', html: frame('振込', `<h2>ご本人の確認</h2><form><table><tr><td>パスワード</td><td>${part(3)}-${part(3)}</td></tr></table></form>`) },
  { title: 'halves without a label, under a heading that names the code', html: frame('振込', `<h2>ワンタイムパスワードの入力</h2><form>${part(3)}-${part(3)}</form>`) },
  { title: 'halves that are called a code only', html: frame('振込', `<h2>ワンタイムパスワードの入力</h2><form><table><tr><td>コード</td><td>${part(3)}-${part(3)}</td></tr></table></form>`) },
  { title: 'halves that make five or seven', html: frame('認証', `<form><table><tr><td>ワンタイムパスワード</td><td>${part(3)}-${part(4)}</td></tr></table></form>`) },
  { title: 'halves that stand apart', html: frame('認証', `<form><p>ワンタイムパスワード</p>${part(3)}<p>前回の番号</p>${part(3)}</form>`) },
  { title: 'a date of three pairs', html: shinkin('限度額の変更', `<table>${tr('ワンタイムパスワード発行日', `${part(2)}年${part(2)}月${part(2)}日`)}</table>`) },

  { title: 'six boxes, each in a label of its own', html: wants('current current current current current current', boot('認証', `<p>トークンに表示された6桁の数字を入力してください。</p><div>ワンタイムパスワード</div>${[1, 2, 3, 4, 5, 6].map((at) => `<label><span class="visually-hidden">${at}桁目</span><input inputmode="numeric" maxlength="1"></label>`).join('')}`)) },
  { title: 'a field without a label behind one that stands in its label, which the sentence is about', html: wants('current -', boot('認証', `<p>ワンタイムパスワード</p><label>入力欄<input type="tel" maxlength="6" readonly value="123456"></label><input maxlength="6">`)) },
  { title: 'a field whose own label stands around it, behind another such field', html: wants('- current', boot('ログイン', `<label>契約者ID<input></label><label>ワンタイムパスワード<input maxlength="6"></label>`)) },

  { title: 'the old token in brackets of another kind', html: wants('- old', shinkin('ワンタイムパスワード交換', `<h2>旧トークンの認証</h2><table>${tr('ワンタイムパスワード(半角数字)<br>〔旧トークン〕', six)}</table>`)) },
  { title: 'in English, with the width of its digits', html: wants('current', '<h2>Enter your one-time password</h2><form><table><tr><th>Password (half-width digits)</th><td>Required</td><td><input type="password" maxlength="6"></td></tr></table></form>') },
  { title: 'under its column’s header, beside an amount with its unit', html: wants('- - current', shinkin('ATM限度額の変更', '<table><tr><th>1日の限度額</th><th>ワンタイムパスワード</th></tr><tr><td><input maxlength="4">万円</td><td><input type="password" maxlength="6"></td></tr></table>')) },
  { title: 'a password under a caption that names another, on a page whose menu names the code', html: `<title>解約</title><table><tr><td><a href="#">残高照会</a></td><td><a href="#">ﾜﾝﾀｲﾑﾊﾟｽﾜｰﾄﾞ</a></td><td><a href="#">各種変更</a></td></tr></table><form><b>取引パスワードの入力</b><br><table><tr><td>パスワード(半角英数字)</td><td><input type="password" maxlength="12"></td></tr></table></form>` },
  { title: 'a password on a page whose menu alone names the code', html: `<title>解約</title><table><tr><td><a href="#">残高照会</a></td><td><a href="#">ﾜﾝﾀｲﾑﾊﾟｽﾜｰﾄﾞ</a></td></tr></table><form><table><tr><td>パスワード(半角英数字)</td><td><input type="password" maxlength="12"></td></tr></table></form>` },
  { title: 'a password under a caption that names the code, and one above that names another', html: wants('current', `<form><p>取引パスワードの確認は済みました</p><b>ワンタイムパスワードの入力</b><br><table><tr><td>パスワード(半角数字)</td><td><input type="password" maxlength="6"></td></tr></table></form>`) },

  { title: 'the code of another bank, whose account is to be linked', html: boot('他金融機関の口座を連携する', `<dl><dt>みらい見本銀行のお客さまID</dt><dd><input></dd><dt>みらい見本銀行のワンタイムパスワード</dt><dd>${six}</dd></dl>`) },
  { title: 'our own code, to link an account held elsewhere', html: wants('- current', boot('他金融機関の口座を連携する', `<dl><dt>連携先</dt><dd><input></dd><dt>ワンタイムパスワード</dt><dd>${six}</dd></dl>`)) },
  { title: 'a transfer to another bank', html: wants('- current', shinkin('他行あて振込', `<table>${tr('あぶくま信用金庫のワンタイムパスワード', six)}</table>`)) },
];
