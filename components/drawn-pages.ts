/** What the drawn pages of the bank say: the manuals' own words, so in every language as they stand on the bank's pages. */

export interface Drawn {
  title: string;
  /** Under its label: an empty field, or what stands in it once it is filled. */
  fields?: { label: string; value?: string; marked?: true }[];
  /** One of two, the first chosen. */
  choice?: [string, string];
  /** Buttons one under the other, as menus have them. */
  buttons?: { label: string; marked?: true }[];
  /** What stands beside the login form. */
  side?: { title: string; buttons: { label: string; marked?: true }[] };
  /** What the page says at the end. */
  said?: string;
}

const DOTS = '●●●●●●';
const CONTRACT = '契約者ID（利用者番号）';
const LOGIN_PASSWORD = 'ログインパスワード';
const CODE = 'ワンタイムパスワード';
const SERIAL = 'シリアル番号';

const loginBeside = (marked: string): Drawn => ({
  title: 'ログイン',
  fields: [{ label: CONTRACT }, { label: 'パスワード' }],
  side: { title: CODE, buttons: ['利用開始', '交換', '利用中止'].map((label) => (label === marked ? { label, marked: true } : { label })) },
});
const saying = (title: string, said: string, back: string): Drawn => ({ title, said, buttons: [{ label: back }] });
const BACK = 'ログイン画面に戻る';
const TO_CHOICE = 'ワンタイムパスワード申請内容選択へ';
const choosing = (marked: string): Drawn => ({
  title: 'ワンタイムパスワード申請内容選択（BOP001）',
  buttons: ['トークン発行', 'ワンタイムパスワード利用開始', 'ワンタイムパスワード利用解除'].map((label) => (label === marked ? { label, marked: true } : { label })),
});

export const drawn = {
  chooseStart: loginBeside('利用開始'),
  chooseExchange: loginBeside('交換'),
  chooseStop: loginBeside('利用中止'),
  authenticate: {
    title: '利用者認証',
    fields: [{ label: CONTRACT, marked: true }, { label: LOGIN_PASSWORD, marked: true }],
    buttons: [{ label: '次へ', marked: true }],
  },
  register: {
    title: 'ワンタイムパスワードの登録',
    fields: [{ label: SERIAL, value: 'SKTS00000000', marked: true }, { label: CODE, value: DOTS, marked: true }],
  },
  loginChoice: { title: 'ログイン時のワンタイムパスワード認証要否', choice: ['認証する', '認証しない'] },
  card: {
    title: '確認用／資金移動用パスワード入力',
    fields: [{ label: 'お客様カードの数字', marked: true }],
    buttons: [{ label: '登録', marked: true }],
  },
  started: saying('処理結果', '利用開始が完了しました。', BACK),
  oldCode: {
    title: '旧トークンの認証',
    fields: [{ label: '旧トークンのワンタイムパスワード', value: DOTS, marked: true }],
    buttons: [{ label: '次へ', marked: true }],
  },
  newToken: {
    title: '新しいトークンの登録',
    fields: [{ label: SERIAL, value: 'SKTS00000000', marked: true }, { label: CODE, value: DOTS, marked: true }],
    buttons: [{ label: '登録', marked: true }],
  },
  exchanged: saying('処理結果', '交換が完了しました。', BACK),
  stopLogin: {
    title: 'ワンタイムパスワード利用中止',
    fields: [{ label: CONTRACT, marked: true }, { label: LOGIN_PASSWORD, marked: true }, { label: CODE }],
  },
  stopCode: {
    title: 'ワンタイムパスワード利用中止',
    fields: [{ label: CODE, value: DOTS, marked: true }],
  },
  stopPress: { title: 'ワンタイムパスワード利用中止', buttons: [{ label: '利用中止', marked: true }] },
  stopped: saying('処理結果', '利用中止が完了しました。', BACK),
  unionLogin: {
    title: 'ログイン',
    fields: [{ label: 'ログインID', marked: true }, { label: LOGIN_PASSWORD, marked: true }],
    buttons: [{ label: 'ログイン', marked: true }],
  },
  unionLoginCode: {
    title: 'ログイン（ワンタイムパスワード認証）',
    fields: [{ label: CODE, value: DOTS, marked: true }],
    buttons: [{ label: '次へ', marked: true }],
  },
  unionTop: { title: 'トップページ', buttons: [{ label: '振込・振替' }, { label: 'ワンタイムパスワード申請', marked: true }] },
  unionMenu: { title: 'ワンタイムパスワード申請メニュー', buttons: [{ label: 'ワンタイムパスワード申請', marked: true }] },
  unionChooseStart: choosing('ワンタイムパスワード利用開始'),
  unionChooseRelease: choosing('ワンタイムパスワード利用解除'),
  unionCode: { title: 'ソフトウェアトークン確認', fields: [{ label: 'パスワード', value: DOTS, marked: true }] },
  unionStart: { title: 'ソフトウェアトークン確認', buttons: [{ label: '利用開始する', marked: true }] },
  unionStarted: saying('ソフトウェアトークン完了', '利用を開始しました。', TO_CHOICE),
  unionRelease: {
    title: 'ワンタイムパスワード利用解除',
    fields: [{ label: '確認用パスワード', marked: true }],
    buttons: [{ label: '利用解除する', marked: true }],
  },
  unionReleased: saying('ワンタイムパスワード利用解除', '利用を解除しました。', TO_CHOICE),
} satisfies Record<string, Drawn>;

export type PictureName = keyof typeof drawn;
