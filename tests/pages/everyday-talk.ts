/** What pages say around the field of a code: warnings, help, notices, and what sounds like a 交換. */
import { boot, frame, shinkin, six, tr, wants } from './everyday-shells.ts';
import type { Page } from './snippets.ts';

export const EVERYDAY_TALK: Page[] = [
  { title: 'warning: asked by telephone', html: wants('current', boot('振込', `<label for="o">ワンタイムパスワード</label><input id="o" maxlength="6">`, '<p>銀行員を名乗り、電話でワンタイムパスワードを聞き出す手口にご注意ください。</p>')) },
  { title: 'warning: links in mails', html: wants('- current', shinkin('ログイン（ワンタイムパスワード認証）', `<p>メールに記載のリンク先で、ワンタイムパスワードを入力しないでください。</p><table>${tr('ワンタイムパスワード', six)}</table>`)) },
  { title: 'warning: mails that pretend', html: wants('- current', shinkin('振込', `<p>当金庫をかたる偽のメールで、ワンタイムパスワードを盗み取る被害が増えています。</p><table>${tr('ワンタイムパスワード', six)}</table>`)) },
  { title: 'help by telephone under the field', html: wants('- current', shinkin('振込', `<table>${tr('ワンタイムパスワード', six)}</table><p>※ワンタイムパスワードがご不明な場合は、お電話でお問い合わせください。</p>`)) },
  { title: 'lost token: by telephone', html: wants('- current', shinkin('ログイン', `<table>${tr('ワンタイムパスワード', six)}</table><p>トークンを紛失されたときは、ワンタイムパスワードの停止を電話でご連絡ください。</p>`)) },
  { title: 'a mail comes when the transfer is accepted', html: wants('- current', shinkin('振込 内容確認', `<p>ワンタイムパスワードを入力し「実行」を押すと、受付完了メールが送信されます。</p><table>${tr('ワンタイムパスワード', six)}</table>`)) },
  { title: 'the mail of acceptance does not come', html: wants('- current', shinkin('振込 内容確認', `<table>${tr('ワンタイムパスワード', six)}</table><button>実行</button><p>※受付完了メールが届かない場合は、メールアドレスの登録内容をご確認ください。</p>`)) },
  { title: 'the number of acceptance is told after it', html: wants('- current', shinkin('収納サービス', `<p>ワンタイムパスワードを入力して「実行」を押すと、受付番号をお知らせします。</p><table>${tr('ワンタイムパスワード', six)}</table>`)) },
  { title: 'the token came by post', html: wants('- current', shinkin('ワンタイムパスワード利用開始', `<p>郵送でお届けしたトークンに表示されているワンタイムパスワードを入力してください。</p><table>${tr('ワンタイムパスワード', six)}</table>`)) },
  { title: 'a mail service is changed, and the screen is called 確認', html: wants('- current', shinkin('メール通知サービス 登録内容確認', `<table>${tr('通知先', 'ta***@example.jp')}</table><h2>ワンタイムパスワードの入力</h2><table>${tr('パスワード(半角数字)', six)}</table>`)) },
  { title: 'links in one line above, no headings', html: wants('current', frame('振込', `<div><a href="#">ワンタイムパスワード</a>｜<a href="#">メール通知設定</a>｜<a href="#">電話でのお問い合わせ</a></div><form><table><tr><td>ワンタイムパスワード</td><td>${six}</td></tr></table></form>`)) },
  { title: 'トランザクション認証 is for others', html: wants('- current', shinkin('振込', `<p>トランザクション認証をご利用でないお客さまは、トークンに表示されたワンタイムパスワードを入力してください。</p><table>${tr('ワンタイムパスワード', six)}</table>`)) },
  { title: 'a link to トランザクション認証 above', html: wants('current', frame('資金移動', `<ul><li><a href="#">トランザクション認証のご案内</a></li></ul><form><table><tr><td>ワンタイムパスワード</td><td>${six}</td></tr></table></form>`)) },
  { title: '交換: 旧 and 新 in brackets behind the name', html: wants('- old serial new', shinkin('ワンタイムパスワード交換', `<table>${tr('ワンタイムパスワード（旧）', six)}${tr('シリアル番号（新）', '<input maxlength="12">')}${tr('ワンタイムパスワード（新）', six)}</table>`)) },
  { title: '交換: これまでお使いの and 新しくお届けした', html: wants('old new', boot('トークンの交換', `<p>これまでお使いのトークンのワンタイムパスワード</p>${six}<p>新しくお届けしたトークンのワンタイムパスワード</p>${six}`)) },
  { title: '交換: two-storey headers', html: wants('old serial new', frame('トークン交換', `<form><table border="1"><tr><th rowspan="1">旧トークン</th><th>ワンタイムパスワード</th><td>${six}</td></tr><tr><th rowspan="2">新トークン</th><th>シリアル番号</th><td><input maxlength="12"></td></tr><tr><th>ワンタイムパスワード</th><td>${six}</td></tr></table></form>`)) },
  { title: '交換: 現行 and 新規', html: wants('- old new', shinkin('トークン交換', `<table>${tr('現行トークンのワンタイムパスワード', six)}${tr('新規トークンのワンタイムパスワード', six)}</table>`)) },
  { title: 'ポイント交換 is no 交換', html: wants('current', boot('ポイント交換', `<label for="o">ワンタイムパスワード</label><input id="o" maxlength="6">`)) },
  { title: 'Web通帳への切替 is no 交換', html: wants('- current', shinkin('Web通帳への切替', `<table>${tr('ワンタイムパスワード', six)}</table>`)) },
  { title: 'カードの切替 with a generic label', html: wants('- current', shinkin('ICキャッシュカード切替のお申込み', `<h2>ワンタイムパスワードの入力</h2><table>${tr('パスワード(半角数字)', six)}</table>`)) },
  { title: '機種変更 with numbered steps', html: wants('old new', boot('機種変更のお手続き', `<h2>1. 旧端末</h2><label for="a">ワンタイムパスワード</label><input id="a" maxlength="6"><h2>2. 新端末</h2><label for="b">ワンタイムパスワード</label><input id="b" maxlength="6">`)) },
  { title: 'a message for those without a token, and the token below', html: wants('- current', boot('認証', `<p>SMSで認証番号を送信しました。</p><label for="a">認証番号</label><input id="a" maxlength="6"><label for="b">トークンのワンタイムパスワード</label><input id="b" maxlength="6">`)) },
  { title: 'the mail address is checked, with the token', html: wants('- current', shinkin('メールアドレスの確認', `<table>${tr('メールアドレス', 'ta***@example.jp')}</table><p>トークンに表示されたワンタイムパスワードを入力してください。</p><table>${tr('ワンタイムパスワード', six)}</table>`)) },
  { title: 'the bank does not ask by LINE', html: wants('- current', shinkin('ログイン', `<p>LINEの公式アカウントでは、パスワードやワンタイムパスワードをお聞きしません。</p><table>${tr('ワンタイムパスワード', six)}</table>`)) },
];
