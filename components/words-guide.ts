/** Words of the guide: 利用開始, 利用中止 and 利用解除 step by step, in the manuals' words. 交換 has its own. */
import { catalogue } from './catalogue.ts';

interface ErrandWords {
  heading: (token: string) => string;
  needs: string[];
  steps: string[];
  after: string[];
  finished: string;
}

interface GuideWords {
  title: string;
  needs: string;
  steps: string;
  after: string;
  check: string;
  checking: string;
  authority: string;
  notNow: string;
  /** 利用中止 or 交換 of a token that was never started. */
  startFirst: string;
  toStart: string;
  /** Where the customer is; step numbers, both included. */
  here: (first: number, last: number) => string;
  past: string;
  keepOpen: string;
  toolbar: string;
  backToBank: string;
  beginAgain: string;
  finishedHeading: string;
  close: string;
  unknown: { heading: string; body: string; tokens: string; enrol: string };
  /** The steps of a credit union's start are those that its enrolment ends with. */
  errands: Record<'start' | 'stop' | 'release', ErrandWords> & { startUnion: Omit<ErrandWords, 'steps'> };
}

export const guideWords = catalogue({
  ja: (): GuideWords => ({
    title: '金融機関でのお手続き',
    needs: 'ご用意いただくもの',
    steps: 'お手続きの順序',
    after: 'お手続きのあと',
    check: '状態を確認する',
    checking: '発行元に確かめています',
    authority: '状態は、発行元に確かめてから変わります。金融機関の完了画面を見たのに変わらないときは、少し待って「状態を確認する」を押してください。',
    notNow: 'いまの状態では、この手続きはできません。',
    startFirst: 'このトークンは、まだ利用開始前です。先に金融機関の画面で「利用開始」をしてください。',
    toStart: '利用開始の案内へ',
    here: (first, last) => (first === last ? 'いまここ' : `いまここ（手順${first}～${last}）`),
    past: '済み',
    keepOpen: 'この案内は開いたままにしておいてください。金融機関の画面を進めると、いまの手順に「いまここ」の印が付きます。',
    toolbar: 'ツールバーは、画面の上の、アドレス欄の右側です。鍵札のボタンが見えないときは、パズルの形のボタンを押すと「鍵札」が出てきます。',
    backToBank: '開いている金融機関の画面に戻る',
    beginAgain: '手順1からやり直す（ログイン画面を開く）',
    finishedHeading: 'お手続きは終わりました',
    close: 'この画面は閉じてかまいません。',
    unknown: {
      heading: 'このトークンは見つかりません',
      body: '削除されたか、この案内のアドレスが正しくありません。お持ちのトークンの一覧から、もう一度選んでください。',
      tokens: 'トークンの一覧を開く',
      enrol: 'トークンを発行する',
    },
    errands: {
      start: {
        heading: (token) => `${token}の利用開始`,
        needs: ['契約者ID（利用者番号）', 'ログインパスワード（インターネットバンキングに初めてログインする方は、先に初回ログインパスワードでログインし、新しいログインパスワードを決めてから、手順1をはじめてください）', 'お客様カード（確認用パスワードまたは資金移動用パスワード）'],
        steps: [
          '金融機関のログイン画面を開きます。',
          'ワンタイムパスワードの「利用開始」を押します。まだログインはしません。',
          '契約者IDとログインパスワードを入力し、「次へ」を押します。',
          '鍵札を開いて「このページに入力」を押すと、シリアル番号とワンタイムパスワードが入ります。',
          '「ログイン時のワンタイムパスワード認証要否」をたずねられたら、「認証する」を選択します。',
          'お客様カードの確認用パスワード（資金移動用パスワード）を入力し、「登録」を押します。画面によっては「実行」または「確認」です。',
          '「ワンタイムパスワードの利用開始が完了しました。」と表示されたら、「ログイン画面に戻る」を押して終わりです。',
        ],
        after: ['次回より、ログインや振込などのお取引の際に、ワンタイムパスワードが必要となります。'],
        finished: '利用開始が済んでいます。ログインや振込などのお取引に、鍵札の番号をお使いください。',
      },
      startUnion: {
        heading: (token) => `${token}の利用開始`,
        needs: ['ログインID', 'ログインパスワード'],
        after: ['次回のログインから、「ワンタイムパスワード認証」の画面が表示されます。'],
        finished: '利用開始が済んでいます。ログインや振込に、鍵札の番号をお使いください。',
      },
      stop: {
        heading: (token) => `${token}の利用中止`,
        needs: ['契約者ID（利用者番号）', 'ログインパスワード', 'このトークンの番号（鍵札に表示されています）'],
        steps: [
          '金融機関のログイン画面を開きます。',
          'ワンタイムパスワードの「利用中止」を押します。まだログインはしません。',
          '契約者IDとログインパスワードを入力します。',
          '鍵札を開いて「このページに入力」を押すと、ワンタイムパスワードが入ります。',
          '内容を確かめて、「利用中止」を押します。',
          '「ワンタイムパスワードの利用中止が完了しました。」と表示されたら終わりです。',
        ],
        after: [
          'このトークンの番号は使えなくなり、表示されません。鍵札から削除できます。',
          'ワンタイムパスワードが必要な金融機関では、もう一度「利用開始」をするまで、振込などのお取引はできません。',
          'もう一度ご利用になるときは、新しいトークンを発行し、「利用開始」をしてください。',
        ],
        finished: '利用を中止しました。このトークンは、鍵札から削除してかまいません。',
      },
      release: {
        heading: (token) => `${token}の利用解除`,
        needs: ['ログインID', 'ログインパスワード', '確認用パスワード（振込取引時に使用するパスワード）'],
        steps: [
          '金融機関のログイン画面を開きます。',
          'ログインIDとログインパスワードを入力し、「ログイン」を押します。',
          '「ワンタイムパスワード認証」の画面では、鍵札を開いて「このページに入力」を押します。番号が入ったら、「次へ」を押します。',
          'トップページで「ワンタイムパスワード申請」を押します。',
          '「ワンタイムパスワード申請メニュー」で「ワンタイムパスワード申請」を押します。',
          '「ワンタイムパスワード申請内容選択」で「ワンタイムパスワード利用解除」を押します。',
          '確認用パスワードを入力し、「利用解除する」を押します。',
          '「ワンタイムパスワードの利用を解除しました。」と表示されたら終わりです。',
        ],
        after: [
          'このトークンの番号は使えなくなり、表示されません。鍵札から削除できます。',
          '次回のログインから「ワンタイムパスワード認証」の画面は表示されず、通常のログインになります。',
          'もう一度ご利用になるときは、翌日以降に、金融機関の画面で新たに「トークン発行」と「ワンタイムパスワード利用開始」をしてください。パソコンを買い替えたときも同じです。',
        ],
        finished: '利用を解除しました。翌日以降に、新たに「トークン発行」ができます。このトークンは、鍵札から削除してかまいません。',
      },
    },
  }),
  en: (): GuideWords => ({
    title: 'What to do at the bank',
    needs: 'What to have at hand',
    steps: 'Step by step',
    after: 'Afterwards',
    check: 'Check the state',
    checking: 'Asking the issuer',
    authority: 'The state changes once the issuer has been asked. If it does not change after the bank’s completion page, wait a little and choose “Check the state”.',
    notNow: 'This cannot be done in its present state.',
    startFirst: 'This token has not been started yet. First choose 「利用開始」 on the bank’s page.',
    toStart: 'To the guide of “利用開始”',
    here: (first, last) => (first === last ? 'You are here' : `You are here (steps ${first} to ${last})`),
    past: 'done',
    keepOpen: 'Leave this guide open. As you go on at the bank, the step you are at is marked “You are here”.',
    toolbar: 'The toolbar is at the top, to the right of the address bar. If you do not see Kagifuda there, press the puzzle-piece button: Kagifuda is in its list.',
    backToBank: 'Back to the bank’s page',
    beginAgain: 'Begin again at step 1 (open the login page)',
    finishedHeading: 'This is done',
    close: 'You can close this page.',
    unknown: {
      heading: 'This token was not found',
      body: 'It was deleted, or the address of this guide is wrong. Please choose again from the list of your tokens.',
      tokens: 'Open the list of tokens',
      enrol: 'Get a token',
    },
    errands: {
      start: {
        heading: (token) => `Starting to use ${token}`,
        needs: ['Contract ID (契約者ID)', 'Login password (if you have never logged in: first log in with your first login password, 初回ログインパスワード, and choose a new one; then begin at step 1)', 'Your card (確認用パスワード or 資金移動用パスワード)'],
        steps: [
          'Open the bank’s login page.',
          'Choose 「利用開始」 for one-time passwords (ワンタイムパスワード). Do not log in yet.',
          'Enter your contract ID (契約者ID) and login password, then 「次へ」.',
          'Open Kagifuda and choose “Fill this page”: it enters the serial number and the one-time password.',
          'If asked whether logins need a code, choose 「認証する」.',
          'Enter the confirmation password of your card (確認用／資金移動用パスワード), then 「登録」; some pages say 「実行」 or 「確認」.',
          'When the page says 「ワンタイムパスワードの利用開始が完了しました。」, choose 「ログイン画面に戻る」. You are done.',
        ],
        after: ['From now on logins, transfers and other transactions need a one-time password.'],
        finished: 'The token is in use. Its codes serve for logins, transfers and other transactions.',
      },
      startUnion: {
        heading: (token) => `Starting to use ${token}`,
        needs: ['Login ID', 'Login password'],
        after: ['From the next login on the page 「ワンタイムパスワード認証」 is shown.'],
        finished: 'The token is in use. Its codes serve for logins and transfers.',
      },
      stop: {
        heading: (token) => `Stopping the use of ${token}`,
        needs: ['Contract ID (契約者ID)', 'Login password', 'A code of this token (Kagifuda shows it)'],
        steps: [
          'Open the bank’s login page.',
          'Choose 「利用中止」 for one-time passwords (ワンタイムパスワード). Do not log in yet.',
          'Enter your contract ID (契約者ID) and login password.',
          'Open Kagifuda and choose “Fill this page”: it enters the one-time password.',
          'Check what you entered and choose 「利用中止」.',
          'You are done when the page says 「ワンタイムパスワードの利用中止が完了しました。」.',
        ],
        after: [
          'Its codes stop working and are no longer shown. You can delete the token from Kagifuda.',
          'Where the institution requires a one-time password, transfers and the like are not possible until you start a token again.',
          'To use one again, get a new token and choose 「利用開始」.',
        ],
        finished: 'Its use was stopped. You can delete this token from Kagifuda.',
      },
      release: {
        heading: (token) => `Releasing ${token}`,
        needs: ['Login ID', 'Login password', 'Confirmation password (確認用パスワード, the one for transfers)'],
        steps: [
          'Open the bank’s login page.',
          'Enter your login ID and login password, then 「ログイン」.',
          'On the page 「ワンタイムパスワード認証」 open Kagifuda and choose “Fill this page”. When the code is in, choose 「次へ」.',
          'On the top page choose 「ワンタイムパスワード申請」.',
          'In 「ワンタイムパスワード申請メニュー」 choose 「ワンタイムパスワード申請」.',
          'In 「ワンタイムパスワード申請内容選択」 choose 「ワンタイムパスワード利用解除」.',
          'Enter the confirmation password (確認用パスワード) and choose 「利用解除する」.',
          'You are done when the page says 「ワンタイムパスワードの利用を解除しました。」.',
        ],
        after: [
          'Its codes stop working and are no longer shown. You can delete the token from Kagifuda.',
          'From the next login on the page 「ワンタイムパスワード認証」 is not shown: you log in as before.',
          'To use one again, do 「トークン発行」 and 「ワンタイムパスワード利用開始」 anew at the bank, from the next day on. The same goes for a new PC.',
        ],
        finished: 'It was released. From the next day on 「トークン発行」 is possible again. You can delete this token from Kagifuda.',
      },
    },
  }),
});
