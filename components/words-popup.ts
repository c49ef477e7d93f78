/** Words of the toolbar popup around the cards. */
import type { Role } from '../lib/field-role.ts';
import { catalogue } from './catalogue.ts';

interface PopupWords {
  name: string;
  loading: string;
  retry: string;
  welcome: { heading: string; body: string; start: string; note: string };
  loss: string;
  search: string;
  /** The same in the field itself, short enough for the largest text; `/` is its key. */
  searchHint: string;
  noMatch: string;
  empty: { heading: string; body: string; standard: string };
  list: string;
  add: string;
  settings: string;
  lock: string;
  beside: string;
  besideRefused: string;
  copied: (institution: string) => string;
  copiedAgain: (institution: string) => string;
  clipboardRefused: string;
  clock: {
    about: (seconds: number) => string;
    fast: (off: string) => string;
    slow: (off: string) => string;
    unsure: string;
    far: { heading: string; fast: (off: string) => string; slow: (off: string) => string; first: string; second: string; accept: string };
  };
  removed: { region: string; line: (token: string, until: string) => string; restore: string };
  shortcuts: { open: string; fill: string; show: string; space: string };
  pending: {
    state: string;
    body: string;
    bodyUnion: string;
    resume: string;
    startOver: string;
    confirm: string;
    yes: string;
    no: string;
  };
  site: {
    region: string;
    bank: (institution: string) => string;
    fill: string;
    /** One of several tokens; `state` where the institution says one. */
    fillWith: (token: string, state: string | null) => string;
    what: string;
    roles: Record<Role, string>;
    joint: string;
    unknown: string;
    /** With the serial number where the customer has more than one token of it. */
    pick: (institution: string, serial: string | null) => string;
    noToken: string;
    offersOver: string;
  };
  outcome: { filled: string; armed: (seconds: number) => string; armedSpoken: string; armedOver: string };
}

export const popupWords = catalogue({
  ja: (): PopupWords => ({
    name: '鍵札',
    loading: '読み込んでいます',
    retry: 'もう一度試す',
    welcome: {
      heading: 'ようこそ、鍵札へ',
      body: '信用金庫・信用組合のインターネットバンキングで使う「ワンタイムパスワード」を、このパソコンに表示します。',
      start: 'はじめる',
      note: '準備は5分ほどで終わります。',
    },
    loss: '紛失・盗難のときは',
    search: 'トークンをさがす',
    searchHint: 'さがす  /',
    noMatch: '見つかりません。別の言葉でさがしてください。',
    empty: {
      heading: 'トークンがまだありません',
      body: 'お取引の金融機関をさがして、トークンを発行しましょう。',
      standard: 'ほかのサービスで使うトークンは、QRコードやファイルから取り込めます。',
    },
    list: 'トークン一覧',
    add: 'トークンを追加',
    settings: '設定',
    lock: '今すぐロック',
    beside: '横に表示',
    besideRefused: '横に表示できませんでした。ブラウザーのサイドパネル（サイドバー）から「鍵札」を選んでください。',
    copied: (institution) => `${institution}の番号をコピーしました。`,
    copiedAgain: (institution) => `${institution}の同じ番号をもう一度コピーしました。金融機関は同じ番号を2回受け付けません。`,
    clipboardRefused: 'コピーできませんでした。画面の番号を見て入力してください。',
    clock: {
      about: (seconds) => {
        if (seconds < 100) return `約${seconds}秒`;
        if (seconds < 100 * 60) return `約${Math.round(seconds / 60)}分`;
        return seconds < 48 * 3600 ? `約${Math.round(seconds / 3600)}時間` : `約${Math.round(seconds / 86_400)}日`;
      },
      fast: (off) => `パソコンの時計が${off}進んでいます。番号は正しい時刻に合わせて表示しています。`,
      slow: (off) => `パソコンの時計が${off}遅れています。番号は正しい時刻に合わせて表示しています。`,
      unsure: '発行元に接続できず、時刻を確かめられません。インターネットの接続を確かめてください。',
      far: {
        heading: 'パソコンの日時を確かめてください',
        fast: (off) => `パソコンの日時が、発行元の時刻より${off}進んでいます。1日以上ずれているため、番号を表示していません。`,
        slow: (off) => `パソコンの日時が、発行元の時刻より${off}遅れています。1日以上ずれているため、番号を表示していません。`,
        first: 'パソコンの設定で「日付と時刻」を正しく合わせ、鍵札を開き直してください。',
        second: '合わせられないときは、発行元の時刻で番号を表示できます。',
        accept: '発行元の時刻で使う',
      },
    },
    removed: {
      region: '削除したトークン',
      line: (token, until) => `${token} を削除しました。${until}まで元に戻せます。`,
      restore: '元に戻す',
    },
    shortcuts: { open: '開く', fill: '入力', show: '番号を表示', space: 'スペース' },
    pending: {
      state: '発行手続き中',
      body: '発行が途中です。続きから再開できます。',
      bodyUnion: '初期設定が途中です。続きから再開できます。',
      resume: '続ける',
      startOver: 'やり直す',
      confirm: 'この手続きを取り消して、最初からやり直しますか。',
      yes: '取り消してやり直す',
      no: '取り消さない',
    },
    site: {
      region: '開いているページ',
      bank: (institution) => `${institution}のページです`,
      fill: 'このページに入力',
      fillWith: (token, state) => `${token}${state === null ? '' : `（${state}）`}の番号をこのページに入力`,
      what: '入力するもの：',
      roles: {
        current: 'ワンタイムパスワード',
        old: '旧トークンのワンタイムパスワード',
        new: 'ワンタイムパスワード',
        serial: 'シリアル番号',
      },
      joint: '・',
      unknown: 'どの金融機関のページか確認できません。お取引の金融機関を選んでください。',
      pick: (institution, serial) => `${institution}のページとして入力${serial === null ? '' : `（${serial}）`}`,
      noToken: 'この金融機関のトークンは、まだ発行されていません。',
      offersOver: '安全を確認できない操作が続いたため、このページでは入力の案内を止めています。上の「このページに入力」からは入力できます。',
    },
    outcome: {
      filled: '入力しました。内容を確かめて、ご自分で次へお進みください。',
      armed: (seconds) => `${seconds}秒後に、次の番号を入力します。`,
      armedSpoken: '次の番号になったら入力します。',
      armedOver: '次の番号になりました。入力されたことを、ページで確かめてください。',
    },
  }),
  en: (): PopupWords => ({
    name: 'Kagifuda',
    loading: 'Loading',
    retry: 'Try again',
    welcome: {
      heading: 'Welcome to Kagifuda',
      body: 'It shows the one-time passwords for the internet banking of your shinkin bank or credit union, on this PC.',
      start: 'Get started',
      note: 'It takes about five minutes.',
    },
    loss: 'Loss or theft',
    search: 'Search tokens',
    searchHint: 'Search  /',
    noMatch: 'Nothing found. Try other words.',
    empty: {
      heading: 'No tokens yet',
      body: 'Find your institution and get your first token.',
      standard: 'Tokens of other services can be imported from a QR code or a file.',
    },
    list: 'Tokens',
    add: 'Add a token',
    settings: 'Settings',
    lock: 'Lock now',
    beside: 'Show beside the page',
    besideRefused: 'It could not be shown beside the page. Choose Kagifuda in the browser’s side panel or sidebar.',
    copied: (institution) => `Copied the code of ${institution}.`,
    copiedAgain: (institution) => `Copied the same code of ${institution} again. Banks refuse a code used twice.`,
    clipboardRefused: 'Copying failed. Please read the code here and type it.',
    clock: {
      about: (seconds) => {
        if (seconds < 100) return `about ${seconds} s`;
        if (seconds < 100 * 60) return `about ${Math.round(seconds / 60)} min`;
        return seconds < 48 * 3600 ? `about ${Math.round(seconds / 3600)} hours` : `about ${Math.round(seconds / 86_400)} days`;
      },
      fast: (off) => `This PC’s clock is ${off} fast. Codes follow the right time.`,
      slow: (off) => `This PC’s clock is ${off} slow. Codes follow the right time.`,
      unsure: 'The issuer cannot be reached, so the time is not confirmed. Please check your internet connection.',
      far: {
        heading: 'Please check this PC’s date and time',
        fast: (off) => `This PC is ${off} ahead of the issuer’s time. That is more than a day, so no code is shown.`,
        slow: (off) => `This PC is ${off} behind the issuer’s time. That is more than a day, so no code is shown.`,
        first: 'Set “Date and time” in the PC’s settings, then open Kagifuda again.',
        second: 'If you cannot, codes can be shown by the issuer’s time.',
        accept: 'Use the issuer’s time',
      },
    },
    removed: {
      region: 'Deleted tokens',
      line: (token, until) => `${token} was deleted. It can be brought back until ${until}.`,
      restore: 'Bring it back',
    },
    shortcuts: { open: 'Open', fill: 'Fill', show: 'Show the code', space: 'Space' },
    pending: {
      state: 'Being issued',
      body: 'The issue was interrupted. It can go on from there.',
      bodyUnion: 'The set-up was interrupted. It can go on from there.',
      resume: 'Continue',
      startOver: 'Start over',
      confirm: 'Drop this request and start from the beginning?',
      yes: 'Drop it and start over',
      no: 'Do not drop it',
    },
    site: {
      region: 'Open page',
      bank: (institution) => `Page of ${institution}`,
      fill: 'Fill this page',
      fillWith: (token, state) => `Fill this page with ${token}${state === null ? '' : ` (${state})`}`,
      what: 'Will fill:',
      roles: {
        current: 'one-time password',
        old: 'one-time password of the old token',
        new: 'one-time password',
        serial: 'serial number',
      },
      joint: ', ',
      unknown: 'We cannot tell whose page this is. Choose your institution.',
      pick: (institution, serial) => `Fill as a page of ${institution}${serial === null ? '' : ` (${serial})`}`,
      noToken: 'You have no token of this institution yet.',
      offersOver: 'Safety could not be confirmed several times, so offers in this page are off. “Fill this page” above still fills it.',
    },
    outcome: {
      filled: 'Filled. Please check it and go on yourself.',
      armed: (seconds) => `The next code will be filled in ${seconds} s.`,
      armedSpoken: 'It is filled in when the next code comes.',
      armedOver: 'The next code has begun. Please check on the page that it was filled in.',
    },
  }),
});
