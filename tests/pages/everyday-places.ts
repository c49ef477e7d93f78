/** Where the code is found and where its name stands: in apps that are opened first, over rows, behind brackets, in two elements; each with a neighbour. */
import { boot, frame, shinkin, six, tr, wants } from './everyday-shells.ts';
import type { Page } from './snippets.ts';

const single = '<input type="password" maxlength="1" size="1">';
const cells = (fields: string[]): string => fields.map((field) => `<td>${field}</td>`).join('');
/** A row of boxes under a row of marks, both beside one header. */
const marked = (header: string, marks: string[]): string =>
  frame('振込の確認', `<form><table border="1"><tr><th rowspan="2">${header}</th>${cells(marks)}</tr><tr>${cells(marks.map(() => single))}</tr></table></form>`);
const alone = (words: string, field: string): string => shinkin('お手続き', `<p>${words}</p><table>${tr('パスワード', field)}</table>`);
const found = (words: string): string => boot('認証', `<p>${words}</p><form action="/faq"><input type="text" title="ワンタイムパスワード" placeholder="例：ワンタイムパスワード"><button>検索する</button></form>`);
const status = '<table><caption>ご登録の状況</caption><tr><td>状態</td><td>発行済み</td></tr></table>';

export const EVERYDAY_PLACES: Page[] = [
  { title: 'an app that is opened first, and shows the password', html: wants('- current', alone('「見本トークン」アプリを起動して、画面に表示されたパスワードをご入力ください。', '<input type="password" maxlength="8">')) },
  { title: 'an app that is opened first, and shows who one is', html: alone('「見本トークン」アプリを起動して、画面に表示されたお名前をご確認ください。', '<input type="password" maxlength="8">') },
  { title: 'an app in which the name of the code is tapped', html: wants('current current current current current current', boot('スマホで認証', `<p>お手元のスマートフォンで「みほんアプリ」を開き、「ワンタイムパスワード」をタップすると表示される認証用コード（6桁）を入力してください。</p><div role="group" aria-label="認証用コード">${[1, 2, 3, 4, 5, 6].map((at) => `<input type="tel" maxlength="1" aria-label="${at}文字目">`).join('')}</div>`)) },
  { title: 'a menu in which the name of the code is tapped, and another number is shown', html: boot('お申し込み', '<p>メニューの「ワンタイムパスワード」をタップすると表示される申込番号を入力してください。</p><label for="n">申込番号</label><input id="n" maxlength="6">') },
  { title: 'a picture tells which digits', html: wants('- current', shinkin('ワンタイムパスワード認証', '<p><img src="s.png" alt="トークンアプリの「番号」欄の数字を入力欄に入力"></p><div><span>入力欄</span><input type="password" size="14"></div>')) },

  { title: 'the code over the serial number of the token', html: wants('- serial current', shinkin('トークンの確認', `<table>${tr('シリアル番号', '<input maxlength="12">')}${tr('ワンタイムパスワード<br>（シリアル番号の上の6桁の数字）', six)}</table>`)) },
  { title: 'the serial number under the code', html: wants('- serial current', shinkin('トークンの確認', `<table>${tr('シリアル番号（ワンタイムパスワードの下の英数字）', '<input maxlength="12">')}${tr('ワンタイムパスワード', six)}</table>`)) },
  { title: '認証番号, and in brackets what shows it', html: wants('- - current', boot('ログイン', '<label>会員ID<input></label><label>会員パスワード<input type="password"></label><label>認証番号（トークン）<input maxlength="6"></label>')) },
  { title: '認証番号, and in brackets what it is printed on', html: boot('ログイン', '<label>会員ID<input></label><label>会員パスワード<input type="password"></label><label>認証番号（カード）<input maxlength="6"></label>') },
  { title: '使い捨てPW, and in brackets where it is', html: wants('- current', boot('確認', '<label>お客さまコード<input></label><label>使い捨てPW（トークンアプリ）<input type="password"></label>')) },
  { title: 'a name in two elements', html: wants('- current', '<div><span id="a">ワンタイム</span> | <span id="c">メモ</span></div><form><p><input aria-labelledby="c" maxlength="20"></p><p><span id="b" style="display:none">パスワード（6桁）</span><input type="password" aria-labelledby="a b" inputmode="numeric"></p></form>') },
  { title: 'another name in two elements', html: '<div><span id="a">取引</span> | <span id="c">メモ</span></div><form><p><input aria-labelledby="c" maxlength="20"></p><p><span id="b" style="display:none">パスワード（6桁）</span><input type="password" aria-labelledby="a b" inputmode="numeric"></p></form>' },
  { title: 'what is displayed now, and what comes next', html: wants('current current', '<h1>Synchronise your token</h1><form><label for="a">1. One-time password currently displayed</label><input id="a" maxlength="6"><p>Wait until it changes.</p><label for="b">2. Next one-time password</label><input id="b" maxlength="6"></form>') },

  { title: 'six boxes under the numbers of their places', html: wants('current current current current current current', marked('ワンタイム<br>パスワード', ['①', '②', '③', '④', '⑤', '⑥'])) },
  { title: 'six cells of a card', html: marked('お客さまカードの番号', ['①', '②', '③', '④', '⑤', '⑥']) },
  { title: 'six boxes under letters', html: marked('ワンタイム<br>パスワード', ['ア', 'イ', 'ウ', 'エ', 'オ', 'カ']) },
  { title: 'six boxes under places that were drawn', html: marked('ワンタイム<br>パスワード', ['3', '1', '6', '2', '5', '4']) },
  { title: 'columns beside a header that reaches over two rows', html: wants('- - current', frame('確認', `<form><table><tr><th rowspan="2">ご本人</th><th>合言葉</th><th>ワンタイムパスワード</th></tr><tr><td><input></td><td>${six}</td></tr></table></form>`).replace('<form>', '<form><input type="hidden">')) },

  { title: 'a sentence over a table with a caption, behind another such table', html: wants('current', frame('ワンタイムパスワード管理', `<h1>ワンタイムパスワード管理</h1>${status}<p>トークンに表示されたパスワードを入力して「有効化」を押してください。</p><form><table><caption>トークンの確認</caption><tr><td>パスワード</td><td><input type="password" maxlength="8"></td></tr></table></form>`)) },
  { title: 'a search that has the name of the code in its field', html: found('よくあるご質問') },
  { title: 'a link for those who get theirs by mail', html: wants('current', boot('ワンタイム認証', '<label>ワンタイムパスワード <input maxlength="8"></label><p>▶ <a href="#">メール方式のワンタイムパスワードをご利用の方はこちら</a><br>▶ <a href="#">トークンを紛失された方はこちら</a></p>')) },
  { title: 'what the mail says, after the field', html: boot('ワンタイム認証', '<label>ワンタイムパスワード <input maxlength="8"></label><p>▶ メールに記載のワンタイムパスワードを入力してください。</p>') },
];
