/** Names over columns, behind fields, in other tables and under rules; what changes every so many seconds; each with a neighbour. */
import { boot, frame, shinkin, six, tr, wants } from './everyday-shells.ts';
import type { Page } from './snippets.ts';

const grid = (title: string, heads: string, rows: string): string => frame(title, `<h1>${title}</h1><form><table border="1"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></form>`);
const said = (words: string, label = 'パスワード'): string => frame('ご確認', `<form><p>${words}</p><table>${tr(label, six)}</table></form>`);
const choice = (name: string, hint: string): string => `<tr><td><label><input type="radio" name="w"> ${name}</label></td><td><input maxlength="6"><br><small>${hint}</small></td></tr>`;
const summary = '<table><tr><td>お取引</td><td>積立定期 新規</td></tr><tr><td>毎月の積立</td><td>20,000円</td></tr><tr><td>書面</td><td><a href="#">商品概要説明書</a></td></tr></table>';

export const EVERYDAY_LAYOUTS: Page[] = [
  { title: 'a column under its name, the row beside its own', html: wants('old serial new', grid('トークンの更新登録', '<th></th><th>シリアル番号</th><th>ワンタイムパスワード</th>', `<tr><th>登録済のトークン</th><td>FD-228</td><td>${six}</td></tr><tr><th>新しいトークン</th><td><input maxlength="12"></td><td>${six}</td></tr>`)) },
  { title: 'a column under another name, the row beside its own', html: grid('トークンの一覧', '<th></th><th>シリアル番号</th><th>備考</th>', `<tr><th>登録済のトークン</th><td>FD-228</td><td>${six}</td></tr>`) },
  { title: 'columns under two rows of names', html: wants('serial current', frame('認証情報の登録', `<form><table><tr><th rowspan="2">お客様ID</th><th rowspan="2">区分</th><th colspan="2">トークン</th></tr><tr><th>シリアル番号</th><th>ワンタイムパスワード</th></tr><tr><td>kanri01</td><td>管理者</td><td><input maxlength="12"></td><td>${six}</td></tr></table></form>`)) },
  { title: 'ways in rows, what to type behind each field', html: wants('- - - current', boot('追加認証', `<table><tr><th>方法</th><th>入力</th></tr>${choice('メール', 'メールに記載の6桁の数字を入力')}${choice('認証アプリ', '認証アプリに表示中の6桁の数字を入力')}</table>`)) },
  { title: 'names behind the fields, with arrows', html: wants('- current', frame('解約の確認', '<form><p><input type="password" maxlength="12"> ← 確認用パスワード</p><p><input type="password" maxlength="6"> ← ワンタイムパスワード（アプリ画面に表示中の6桁）</p></form>')) },
  { title: 'names behind the fields, the other way round', html: wants('current -', frame('解約の確認', '<form><p><input type="password" maxlength="6"> ← ワンタイムパスワード</p><p><input type="password" maxlength="12"> ← 確認用パスワード</p></form>')) },
  { title: 'a table of what is ordered between the sentence and the field', html: wants('- current', shinkin('最終確認', `<p>下欄に、トークンの画面に表示されている数字を入力し、「確定」を押してください。</p>${summary}<table><tr><td><input type="password" maxlength="6"></td></tr></table>`)) },
  { title: 'a table that ends with another secret before the field', html: shinkin('最終確認', `<p>トークンの画面に表示されている数字は次の画面で入力します。</p><table><tr><td>確認用パスワード</td></tr></table><table><tr><td><input type="password" maxlength="6"></td></tr></table>`) },
  { title: 'a small page, its parts between rules', html: wants('current', '<title>振込確認</title><body>振込先:<br>ﾎﾝﾃﾝ 普通口座 0102030<br>金額:20,000円<hr>ﾄｰｸﾝに今表示されている数字を入力して[実行]を押してください｡<br><form><input name="n" maxlength="6"><br><input type="submit" value="実行"></form>') },
  { title: 'a small page, without a rule before the account', html: '<title>振込確認</title><body>ﾄｰｸﾝに今表示されている数字は次の画面で入力します｡<hr>口座番号:<br><form><input name="n" maxlength="7"><br><input type="submit" value="次へ"></form>' },

  { title: 'what changes every minute in an app', html: wants('current', said('スマホアプリ「みほんワンタイム」を起動し、60秒ごとに変わるパスワードを入力してください。')) },
  { title: 'what is changed every ninety days', html: said('90日ごとに変更していただくパスワードを入力してください。') },
  { title: 'what a button brings up', html: wants('current', said('カードの「１」のボタンを押して、表示された数字をご入力ください。')) },
  { title: 'what a button brings up, to be kept', html: said('画面のボタンを押して、表示された受付の番号をお控えください。') },
  { title: 'a digital token’s passcode', html: wants('- current', boot('ログイン', '<label>会員番号<input maxlength="10"></label><label>デジタルトークンのパスコード<input maxlength="6"></label>')) },
  { title: 'a name for what a thing shows every minute', html: wants('- current', frame('実行確認', `<form><table>${tr('固定パスワード', '<input type="password" maxlength="10">')}${tr('可変パスワード', six)}</table><p>可変パスワードとは、お渡ししたトークン（小型の表示装置）に60秒ごとに表示される数字のことです。</p></form>`)) },
  { title: 'an app in which the code is called up by its name', html: wants('- current', boot('注文', '<label>金額<input></label><section><h2>ご本人の認証</h2><p>みほんアプリの「ワンタイムパスワード表示」を押し、表示された番号を入力してください。</p><p><span>番号</span><input type="password" maxlength="6"></p></section>')) },
  { title: 'a number of which nothing is said', html: boot('注文', '<section><h2>ご本人の認証</h2><p><span>番号</span><input type="password" maxlength="6"></p></section>') },
  { title: 'two tokens, told apart by who has them', html: wants('old - new', frame('トークン交換', '<h1>トークン交換のお手続き</h1><form><h2>1 現在登録されているトークン</h2><dl><dt>トークンに表示されている数字</dt><dd><input type="tel" maxlength="6"></dd></dl><h2>2 新しく届いたトークン</h2><dl><dt>製造番号</dt><dd><input maxlength="10"></dd><dt>トークンに表示されている数字</dt><dd><input type="tel" maxlength="6"></dd></dl></form>')) },
];
