/** ? ヘルプ一覧: one page, one anchor per screen. */
import { html } from 'hono/html';
import { frame, type Html } from '../pages/frame.ts';

const TOPICS = [
  ['general', '操作全般', '画面上部の「文字サイズ」で文字を大きくできます。10分間操作がないと、安全のため自動的にログアウトします。'],
  ['browsers', 'ご利用推奨環境', '最新の Google Chrome、Microsoft Edge、Firefox をご利用ください。'],
  ['login', 'ログイン', 'お客様カードに記載されている契約者ID（利用者番号）と、ログインパスワードを入力します。初めての場合は、申込書に記載した初回ログインパスワードを入力します。'],
  ['change-password', 'ログインパスワードの強制変更', '初めてログインするとき、6～12桁の新しいログインパスワードを設定します。数字と英字をそれぞれ1文字以上使用してください。'],
  ['otp', 'ワンタイムパスワード利用開始', 'トークンのシリアル番号とワンタイムパスワード、お客様カードの確認用（資金移動用）パスワードを入力します。'],
  ['login-code', 'ログイン時のワンタイムパスワード', 'トークンに表示された6桁の数字を入力します。一度使用した数字は使用できません。'],
  ['exchange', 'ワンタイムパスワード交換', '旧トークンのワンタイムパスワードで認証したあと、新しいトークンのシリアル番号とワンタイムパスワードを登録します。'],
  ['stop', 'ワンタイムパスワード利用中止', '契約者ID、ログインパスワード、ワンタイムパスワードを入力して利用を中止します。'],
  ['transfer', '振込', '引落口座と振込先を指定し、金額を入力し、内容を確認してワンタイムパスワードを入力します。'],
] as const;

export function helpView(): Html {
  return frame({
    institution: null,
    title: 'ヘルプ一覧',
    body: html`${TOPICS.map(([anchor, title, words]) => html`<section id="${anchor}"><h2>${title}</h2><p>${words}</p></section>`)}
<p>トークンを紛失された場合は、ただちにお取引店またはカード裏面の連絡先へご連絡ください。</p>`,
  });
}
