/** Pages that speak of one-time passwords and want none of the token. */
import { boot, shinkin, six, tr } from './everyday-shells.ts';
import type { Page } from './snippets.ts';

export const EVERYDAY_SILENT: Page[] = [
  { title: 'login panel for those with a token: 企業コード and パスワード', html: `<h2>ワンタイムパスワードをご利用のお客さま</h2><form><table>${tr('企業コード', '<input maxlength="10">')}${tr('パスワード', '<input type="password" maxlength="12">')}</table><button>ログイン</button></form>` },
  { title: 'the same with ユーザーネーム', html: boot('ログイン', `<h2>ワンタイムパスワードご利用の方</h2><label for="u">ユーザーネーム</label><input id="u"><label for="p">パスワード</label><input id="p" type="password">`) },
  { title: 'tabs above a login with placeholders only', html: `<ul class="tabs"><li>パスワード</li><li>ワンタイムパスワード</li></ul><form><input placeholder="ユーザーネーム"><input type="password" placeholder="パスワード"></form>` },
  { title: 'chat with quick replies', html: `<div class="chat"><p>お困りごとをお選びください。</p><button>振込</button><button>ワンタイムパスワード</button><input type="text" placeholder="メッセージを入力してください"><button>送信</button></div>` },
  { title: 'questions: what is often looked for', html: boot('よくあるご質問', `<p>よく検索される言葉</p><ul><li><a href="#">残高照会</a></li><li><a href="#">ワンタイムパスワード</a></li></ul><input type="text" placeholder="キーワードを入力"><button>検索</button>`) },
  { title: 'captcha, told after the field', html: shinkin('ソフトウェアトークン再発行', `<table>${tr('契約者ID', '<input>')}${tr('認証コード', '<img src="c.png" alt=""><input maxlength="6"><br>左の画像の文字を入力してください。')}</table>`) },
  { title: 'settings: 利用停止 with no code field', html: shinkin('ワンタイムパスワード利用設定', `<table>${tr('利用状況', 'ご利用中 <input type="submit" value="利用停止">')}${tr('シリアル番号', 'SKTS00012345')}${tr('表示名', '<input maxlength="20">')}</table>`) },
  { title: 'telephone authentication', html: boot('電話番号認証', `<p>ご登録の電話番号から下記へお電話ください。</p><p>0120-***-***</p><label for="c">電話番号（下4桁）</label><input id="c" type="tel" maxlength="4">`) },
  { title: 'メール通知パスワード of a company bank', html: shinkin('承認', `<table>${tr('メール通知パスワード', '<input type="password" maxlength="8">')}${tr('確認暗証番号', '<input type="password" maxlength="6">')}</table>`) },
  { title: 'Pay-easy with 確認番号', html: shinkin('税金・各種料金の払込', `<table>${tr('収納機関番号', '<input type="tel" maxlength="5">')}${tr('納付番号', '<input type="tel" maxlength="20">')}${tr('確認番号（6桁）', '<input type="tel" maxlength="6">')}</table><p>次の画面でワンタイムパスワードを入力します。</p>`) },
  { title: '乱数表 in a row of three', html: shinkin('振込', `<p>ご契約カード裏面の乱数表の数字を入力してください。</p><table><tr><th>１-イ</th><th>２-ロ</th><th>３-ハ</th></tr><tr><td><input type="password" maxlength="1"></td><td><input type="password" maxlength="1"></td><td><input type="password" maxlength="1"></td></tr></table>`) },
  { title: 'a broker sends a code to the mail address', html: boot('デバイス認証', `<p>ご登録のメールアドレスに認証コードを送信しました。</p><label for="c">認証コード</label><input id="c" inputmode="numeric" maxlength="6" autocomplete="one-time-code"><p>認証コードが届かない場合</p>`) },
  { title: 'public service: number of the card', html: boot('電子申請ログイン', `<label for="a">利用者ID</label><input id="a"><label for="b">パスワード</label><input id="b" type="password"><label for="c">整理番号</label><input id="c" maxlength="8">`) },
  { title: 'tax: one-time password by SMS', html: boot('二要素認証', `<p>SMSに送信されたワンタイムパスワードを入力してください。</p><label for="c">ワンタイムパスワード</label><input id="c" maxlength="6">`) },
  { title: 'the software token is issued: mail and 利用開始パスワード', html: shinkin('トークン発行', `<table>${tr('携帯電話メールアドレス', '<input>')}${tr('利用開始パスワード(4～8桁)', '<input type="password" maxlength="8">')}${tr('利用開始パスワード(確認用)', '<input type="password" maxlength="8">')}</table>`) },
  { title: 'カード認証番号', html: shinkin('ワンタイムパスワード申込', `<p>キャッシュカード裏面の番号をご用意ください。</p><table>${tr('カード番号', '<input maxlength="16">')}${tr('キャッシュカード暗証番号', '<input type="password" maxlength="4">')}${tr('連絡先電話番号', '<input type="tel">')}</table>`) },
  { title: 'voice call', html: boot('本人確認', `<p>自動音声でワンタイムパスワードをお伝えします。</p><label for="v">ワンタイムパスワード</label><input id="v" maxlength="6">`) },
  { title: 'a mail was sent, with its resend link', html: shinkin('ログイン', `<table>${tr('ワンタイムパスワード', six)}</table><a href="#">メールが届かない場合</a>`) },
  { title: 'branch search on a page about tokens', html: boot('トークン（ワンタイムパスワード生成機）の交換窓口', `<label for="z">郵便番号（PIN code）</label><input id="z" maxlength="7"><button>検索</button>`) },
  { title: 'what a mail says, without a word of sending', html: boot('認証', `<p>メールに記載された数字を入力してください。</p><label for="a">ワンタイムパスワード</label><input id="a" maxlength="6">`) },
  { title: 'a sheet from the counter', html: shinkin('初回登録', `<p>窓口でお渡しした用紙に記載のワンタイムパスワードを入力してください。</p><table>${tr('ワンタイムパスワード', six)}</table>`) },
  { title: 'the login password, and a warning not to type the code', html: shinkin('パスワード変更', `<p>トークンに表示された番号は入力しないでください。</p><table>${tr('パスワード', '<input type="password" maxlength="12">')}</table>`) },
];
