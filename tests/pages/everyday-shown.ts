/** What a token shows, told by the label, behind the field, by the step before or by the column; each with a neighbour that means something else. */
import { boot, frame, shinkin, six, tr, wants } from './everyday-shells.ts';
import type { Page } from './snippets.ts';

const note = (text: string): string => `${six}<p>${text}</p>`;
const matrix = (rows: string): string => shinkin('トークン交換', `<table><tr><td></td><th>現在ご利用のトークン</th><th>新しくご利用になるトークン</th></tr>${rows}</table>`);
const steps = (first: string): string => boot('スマホで認証', `<ol><li>${first}</li><li>表示された8桁のパスワードを入力します。<br><input type="tel" maxlength="8"></li><li>「次へ」を押します。</li></ol>`);
const alone = (caption: string, more = ''): string => boot('コインの出庫', `<div><span>出庫手数料</span><b>0.0005 BTC</b></div></form><form>${more}<input maxlength="6"><div>${caption}</div><button>出庫する</button>`);

export const EVERYDAY_SHOWN: Page[] = [
  { title: 'the display of a token', html: wants('- - current', shinkin('振込内容の確認', `<p><b>第二暗証</b> ${six}</p><p><b>カード型トークンの表示</b> ${six}</p>`)) },
  { title: 'the name of a token', html: shinkin('トークンの設定', '<p><b>トークンの表示名</b> <input maxlength="6"></p>') },
  { title: 'six digits of the token app', html: wants('current', boot('入力', '<div>トークンアプリの6桁</div><input type="tel" maxlength="6">')) },
  { title: 'six digits of the shop', html: boot('入力', '<div>お店の6桁</div><input type="tel" maxlength="6">') },
  { title: 'a token number that stands on its screen', html: wants('- - current', shinkin('ログイン', `<dl><dt>店番</dt><dd><input maxlength="3"></dd><dt>トークン番号</dt><dd>${note('カード型トークンの画面に表示された6桁の番号です（裏の番号ではありません）。')}</dd></dl>`)) },
  { title: 'a token number that stands on its back', html: shinkin('ログイン', `<dl><dt>店番</dt><dd><input maxlength="3"></dd><dt>トークン番号</dt><dd>${note('トークンの裏面の6桁の番号です。')}</dd></dl>`) },
  { title: 'the token, with what its display shows', html: wants('- current -', shinkin('確認', '<div><span>トークン</span><input type="number" max="999999"><em>液晶に表示されている6桁の数字</em></div><div><span>ログインパスワード</span><input type="password"></div>')) },
  { title: 'the token, with the number on its label', html: shinkin('確認', '<div><span>トークン</span><input type="number" max="999999"><em>ラベルに印刷されている6桁の数字</em></div><div><span>ログインパスワード</span><input type="password"></div>') },
  { title: 'the password card whose button is pressed', html: wants('- current', shinkin('振込', `<p>パスワードカードのボタンを押して、表示された数字を入力してください。</p><table>${tr('パスワードカード', six)}</table>`)) },
  { title: 'the password card that is applied for', html: shinkin('申込', `<p>パスワードカードをお申し込みになります。</p><table>${tr('パスワードカード', six)}</table>`) },
  { title: 'a caption under the only field of its form', html: wants('current', alone('2段階認証コード（Google 認証システムで生成された6桁）')) },
  { title: 'a caption between two fields', html: wants('- current', alone('2段階認証コード（Google 認証システムで生成された6桁）<input maxlength="6">')) },
  { title: 'a passcode that changes', html: wants('current', frame('Sign in', '<table><tr><td>Passcode:</td><td><input type="password" maxlength="8"></td></tr><tr><td colspan="2">The passcode changes every 60 seconds.</td></tr></table>')) },
  { title: 'a passcode of the meeting', html: frame('Join', '<table><tr><td>Passcode:</td><td><input type="password" maxlength="8"></td></tr><tr><td colspan="2">The meeting changes every week.</td></tr></table>') },
  { title: 'a bracket for each way', html: wants('- - current', shinkin('電話番号の変更', `<table>${tr('認証コード（SMSで届いた6桁）', six)}${tr('認証コード（アプリに表示された6桁）', six)}</table><button>SMSを再送</button>`)) },
  { title: 'mails that have come to an end', html: wants('- current', shinkin('ログイン', `<p>電子メールによるワンタイムパスワードの通知は終了しました。</p><table>${tr('ワンタイムパスワード', six)}</table>`)) },
  { title: 'mails that have not', html: shinkin('ログイン', `<p>電子メールによりワンタイムパスワードを通知しました。</p><table>${tr('ワンタイムパスワード', six)}</table>`) },
  { title: 'a screen of the app to look at', html: wants('current', boot('実行', '<div role="dialog" aria-labelledby="d"><h2 id="d">ワンタイムパスワードを入力</h2><p>アプリの「ワンタイムパスワード表示」からご確認ください。</p><input maxlength="6"></div>')) },
  { title: 'a token that is started first', html: wants('current', steps('スマートフォンで「見本トークン」を起動します。')) },
  { title: 'a mail that is opened first', html: steps('スマートフォンでメールを開きます。') },
  { title: 'an approver’s token', html: wants('- - current', shinkin('承認', `<table>${tr('承認者ID', '<input maxlength="12">')}${tr('承認者トークンの表示', six)}</table>`)) },
  { title: 'a label in the cell behind', html: wants('current -', frame('ログイン', `<table><tr><td>${six}</td><td>：ワンタイムパスワード</td></tr><tr><td><input type="password"></td><td>：ログインパスワード</td></tr></table>`)) },
  { title: 'a label between two fields', html: wants('- current', frame('ログイン', `<table><tr><td><input maxlength="6"></td><td>ワンタイムパスワード</td><td>${six}</td></tr></table>`)) },
  { title: 'described as what the token shows', html: wants('- current', shinkin('申込', `<dl><dt>トークン認証</dt><dd><input type="password" maxlength="6" aria-describedby="w"><span id="w">トークンに表示中の数字</span></dd></dl>`)) },
  { title: 'a short name that is introduced', html: wants('- current', shinkin('申込', '<p>当金庫のワンタイムパスワード（以下「ワンパス」）をご入力ください。</p><label>ワンパス：<input maxlength="6"></label>')) },
  { title: 'a short name of something else', html: shinkin('申込', '<p>当金庫のワンダフルパスポート（以下「ワンパス」）の番号をご入力ください。</p><label>ワンパス：<input maxlength="6"></label>') },
  { title: 'the old token’s code in quotation marks', html: wants('- old', shinkin('トークンの交換', `<p>旧トークンの「ワンタイムパスワード」を入力し、「次へ」を押してください。</p><p>${six}</p>`)) },
  { title: 'what came to the telephone', html: shinkin('照会', `<table>${tr('ワンタイムパスワード', note('※お届けの携帯電話に届いたものをご入力ください。'))}</table>`) },
  { title: 'a new token by the bar over its table', html: wants('serial new', `<table><tr><td colspan="2">新しいトークンの登録</td></tr>${tr('シリアル番号', '<input maxlength="12">')}${tr('ワンタイムパスワード', six)}</table>`) },
  { title: 'a token by the bar over its table', html: wants('serial current', `<table><tr><td colspan="2">トークンの登録</td></tr>${tr('シリアル番号', '<input maxlength="12">')}${tr('ワンタイムパスワード', six)}</table>`) },
  { title: 'a column for each token', html: wants('- serial old new', matrix(`<tr><th>シリアル番号</th><td>SKTS0001****</td><td><input maxlength="12"></td></tr><tr><th>ワンタイムパスワード</th><td>${six}</td><td>${six}</td></tr>`)) },
  { title: 'a column for each passbook', html: wants('- old -', matrix(`<tr><th>ワンタイムパスワード</th><td>${six}</td><td><input maxlength="6"></td></tr>`).replaceAll(/<th>(現在|新しく)[^<]*トークン/g, '<th>$1の通帳')) },
];
