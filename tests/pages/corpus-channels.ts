/** Codes that came another way, are shown by another thing or lie on paper; and token pages that only speak of such ways. */
import type { Page } from './snippets.ts';

const OTP = '<label>ワンタイムパスワード<input maxlength="6"></label>';
const NUMBER = '<label>認証番号<input maxlength="6"></label>';
const ENGLISH = '<label>One-time code<input maxlength="6"></label>';
const CODE = '<label>Code<input></label>';
const OURS = '<label>ワンタイムパスワード<input data-want="current" maxlength="6"></label>';
const OUR_CODE = '<label>Code<input data-want="current" maxlength="6"></label>';

/** The title is the sentence itself. */
const said = (field: string, sentences: string[], heading = '<h2>追加認証</h2>'): Page[] =>
  sentences.map((sentence) => ({ title: sentence, html: `${heading}<p>${sentence}</p><form>${field}<button>次へ</button></form>` }));
const headed = (field: string, headings: string[]): Page[] => headings.map((heading) => ({ title: heading, html: `<h1>${heading}</h1><form>${field}</form>` }));

export const CORPUS_CHANNELS: Page[] = [
  ...said(NUMBER, ['ご登録の携帯電話番号あてに認証番号を送りました。', '電話で認証番号をお伝えしました。'], '<h2>ワンタイムパスワード認証</h2>'),
  ...said(OTP, [
    'ご登録の携帯電話番号へワンタイムパスワードをお知らせしました。',
    'ご登録のメールアドレスにワンタイムパスワードを送付しております。',
    'メールアドレス宛にワンタイムパスワードを送信しています。',
    '「次へ」を押すと、携帯電話にワンタイムパスワードを送信します。',
    '当行アプリへプッシュ通知でお知らせした番号を入力してください。',
    'アプリに通知したワンタイムパスワードを入力してください。',
    'プッシュ通知に表示される番号を入力してください。',
    '＋メッセージに届いた番号を入力してください。',
    'LINEの公式アカウントでワンタイムパスワードを確認してください。',
    'ATMの画面に表示されたワンタイムパスワードを入力してください。',
    '店頭の端末に表示されたワンタイムパスワードを入力してください。',
    'テレビのアプリに表示された6桁のコードを入力してください。',
    'バックアップコードを1つ入力してください。',
  ]),
  ...said(ENGLISH, [
    'A one-time code was issued to your registered mobile number.',
    'A one-time code has been provided to your mobile ending 123.',
    'A one-time code was delivered to k***@example.com.',
    'We pushed a one-time code to your phone.',
    'We have messaged a code to +81 ****1234.',
    'Your one-time code is on WhatsApp.',
    'You will get a call with a 6-digit code.',
    'Type the one-time code in the text we have just provided.',
    'Type the code displayed in the app on your TV.',
  ], '<h1>Verify</h1>'),
  ...said('<label>Token code<input></label>', ['Type the token code from the package.'], '<h1>Redeem</h1>'),
  ...said(CODE, [
    "Can't use your authenticator app? Enter one of your scratch codes.",
    'If you lost your authenticator app, enter a recovery code below.',
    'Enter an emergency code. Lost your authenticator app?',
  ], '<h1>Two-factor authentication</h1>'),
  ...said('<label>コード<input></label>', ['認証アプリが使えない場合は、バックアップコードを入力してください。'], '<h1>二段階認証</h1>'),
  ...headed(ENGLISH, ['Use a recovery code', 'Backup codes']),
  ...headed('<p>認証アプリを紛失した場合に使います。</p><label>コード<input></label>', ['リカバリーコードでログイン']),
];

export const CORPUS_CHANNELS_WANTING: Page[] = [
  ...said(OURS, [
    'ワンタイムパスワードをメールでお送りすることはありません。',
    '電話でワンタイムパスワードをお知らせすることは一切ありません。',
    'ワンタイムパスワードを他人に知らせないでください。',
    '先日お知らせしたとおり、ワンタイムパスワードの入力が必要です。',
    '店頭でお渡ししたトークンに表示されたワンタイムパスワードを入力してください。',
    'プッシュ通知で承認できない場合は、ワンタイムパスワードを入力してください。',
    '振込の結果を、ご登録のメールアドレスに送信いたします。',
    'お取引の限度額は、ATMに表示されます。',
    '携帯電話のソフトトークンに表示されたワンタイムパスワードを入力してください。',
    'オンラインで商品概要説明書に目を通し、ワンタイムパスワードを入力してください。',
  ]),
  ...said(OUR_CODE, [
    'Type the code provided by your token.',
    'Enter the code from the authenticator app on your phone.',
    'Enter the code from your authenticator app or a recovery code.',
    'Enter the code from your authenticator app. If you lost it, enter a recovery code.',
    'Enter the code from your authenticator app to see your recovery codes.',
    'Enter the code from your authenticator app. You can enter a backup code instead.',
    'Enter the code from your authenticator app. If you receive a call that asks for a code, hang up.',
  ], '<h1>Two-factor authentication</h1>'),
  {
    title: 'a link to a recovery code above the field',
    html: '<h1>Two-factor authentication</h1><p>Enter the code from your authenticator app.</p><p><a href="#r">Use a recovery code</a></p><label>Code<input data-want="current"></label>',
  },
  {
    title: 'recovery codes that are shown after a code of the app',
    html: '<h1>Recovery codes</h1><p>Enter the code from your authenticator app to see them.</p><label>Code<input data-want="current"></label>',
  },
];
