/** Words of a token's card: states as 00's table and the manuals have them. */
import type { TokenState } from '../lib/token.ts';
import type { Catalogue } from './language.ts';

export type ShownState = TokenState | 'RELEASED';

interface TokenWords {
  states: Record<ShownState, string>;
  serial: string;
  code: (spaced: string) => string;
  remaining: (seconds: number) => string;
  secondsUnit: string;
  copy: string;
  copyAgain: string;
  used: (seconds: number) => string;
  copied: (seconds: number) => string;
  usedMark: string;
  copiedMark: string;
  soon: string;
  ended: string;
  timing: string;
  details: string;
  receiptNumber: string;
  receiptTime: string;
  started: string;
  checkState: string;
  next: {
    start: string;
    startBy: (day: string) => string;
    login: string;
    enrolAgain: string;
    expired: string;
    suspended: string;
    replaced: string;
    stopped: string;
    released: string;
    revoked: string;
    call: (telephone: string) => string;
  };
  newCode: (spaced: string) => string;
  tenLeft: string;
}

export const tokenWords: Catalogue<TokenWords> = {
  ja: {
    states: {
      UNBOUND: '利用開始前',
      EXPIRED: '期限切れ',
      ACTIVE: '利用中',
      SUSPENDED: 'ロック中',
      REPLACED: '交換済み',
      STOPPED: '利用中止',
      RELEASED: '利用解除',
      REVOKED: '失効',
    },
    serial: 'シリアル番号',
    code: (spaced) => `ワンタイムパスワード ${spaced}`,
    remaining: (seconds) => `残り${seconds}秒`,
    secondsUnit: '秒',
    copy: 'コピー',
    copyAgain: 'もう一度コピー',
    used: (seconds) => `次の番号まで${seconds}秒`,
    copied: (seconds) => `次の番号まで${seconds}秒`,
    usedMark: '使用済み',
    copiedMark: 'コピー済み',
    soon: 'まもなく次の番号に変わります',
    ended: '次の番号を待っています',
    timing: '時刻確認中',
    details: 'くわしく',
    receiptNumber: '受付番号',
    receiptTime: '受付時刻',
    started: '利用開始の記録はまだありません。',
    checkState: '状態を確認する',
    next: {
      start: '利用開始へ',
      startBy: (day) => `${day}までに、銀行の画面で「利用開始」をしてください。`,
      login: 'ログイン画面を開く',
      enrolAgain: 'もう一度発行する',
      expired: '期限までに利用開始されなかったため、番号は表示されません。',
      suspended: '番号の誤りが続いたため、金融機関がこのトークンをロックしました。',
      replaced: '新しいトークンに交換済みです。このトークンの番号は使えません。',
      stopped: '利用を中止しました。番号は表示されません。',
      released: '利用を解除しました。再発行は翌日以降にできます。',
      revoked: '金融機関がこのトークンを無効にしました。番号は表示されません。',
      call: (telephone) => `お問い合わせ ${telephone}`,
    },
    newCode: (spaced) => `新しい番号 ${spaced}`,
    tenLeft: '残り10秒',
  },
  en: {
    states: {
      UNBOUND: 'Not started yet',
      EXPIRED: 'Expired',
      ACTIVE: 'In use',
      SUSPENDED: 'Locked by the bank',
      REPLACED: 'Replaced',
      STOPPED: 'Stopped',
      RELEASED: 'Released',
      REVOKED: 'Revoked',
    },
    serial: 'Serial number',
    code: (spaced) => `One-time password ${spaced}`,
    remaining: (seconds) => `${seconds} seconds left`,
    secondsUnit: 's',
    copy: 'Copy',
    copyAgain: 'Copy again',
    used: (seconds) => `next code in ${seconds} s`,
    copied: (seconds) => `next code in ${seconds} s`,
    usedMark: 'Used',
    copiedMark: 'Copied',
    soon: 'The next code is about to come',
    ended: 'Waiting for the next code',
    timing: 'Checking the time',
    details: 'Details',
    receiptNumber: 'Receipt number',
    receiptTime: 'Receipt time',
    started: 'No start of use has been recorded yet.',
    checkState: 'Check the state',
    next: {
      start: 'Start using it',
      startBy: (day) => `Choose “利用開始” on the bank’s page by ${day}.`,
      login: 'Open the login page',
      enrolAgain: 'Get a new token',
      expired: 'It was not started in time, so it shows no code.',
      suspended: 'After several wrong codes the institution has locked this token.',
      replaced: 'It was replaced by a new token. Its codes no longer work.',
      stopped: 'Its use was stopped. It shows no code.',
      released: 'It was released. A new one can be issued from tomorrow.',
      revoked: 'The institution has made this token invalid. It shows no code.',
      call: (telephone) => `Enquiries ${telephone}`,
    },
    newCode: (spaced) => `New code ${spaced}`,
    tenLeft: '10 seconds left',
  },
};
