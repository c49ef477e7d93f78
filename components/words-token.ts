/** Words of a token's card: states as 00's table and the manuals have them. */
import type { TokenState } from '../lib/token.ts';
import { catalogue } from './catalogue.ts';

export type ShownState = TokenState | 'RELEASED';

interface TokenWords {
  states: Record<ShownState, string>;
  serial: string;
  code: (spaced: string) => string;
  remaining: (seconds: number) => string;
  secondsUnit: string;
  copy: string;
  untilNext: (seconds: number) => string;
  usedMark: string;
  copiedMark: string;
  soon: string;
  nextCode: string;
  nextBegins: (seconds: number) => string;
  nextSpoken: (spaced: string) => string;
  /** Digits that are shown after a press only. */
  hidden: { digits: string; next: string; show: string; hide: string; newCode: string };
  ended: string;
  timing: string;
  details: string;
  receiptNumber: string;
  receiptTime: string;
  started: string;
  noReceipt: string;
  checkState: string;
  checked: (state: string) => string;
  next: {
    start: string;
    startSteps: string;
    startBy: (moment: string) => string;
    startByUnion: (moment: string) => string;
    login: string;
    enrolAgain: string;
    setUpNew: string;
    expired: string;
    expiredUnion: string;
    suspended: string;
    replaced: string;
    stopped: string;
    released: string;
    revoked: string;
    call: (telephone: string) => string;
    setUp: string;
    toSetUp: string;
    exchangeInstead: string;
    goOnExchange: string;
    exchangeWaits: string;
    endsSoon: (day: string) => string;
    endsSoonUnion: (day: string) => string;
    exchanging: string;
    showSteps: string;
    endExchange: string;
  };
  errands: { exchange: string; stop: string; release: string };
  rename: string;
  remove: { open: string; plain: string; startFirst: string; stopFirst: string; suspendedFirst: string; releaseFirst: string; local: string; newWaits: string; yes: string; no: string };
  newCode: (spaced: string) => string;
  tenLeft: string;
}

export const tokenWords = catalogue({
  ja: (): TokenWords => ({
    states: {
      UNBOUND: '利用開始前',
      EXPIRED: '期限切れ',
      ACTIVE: '利用中',
      SUSPENDED: 'ロック中',
      REPLACED: '交換済み',
      STOPPED: '利用中止',
      RELEASED: '利用解除',
      REVOKED: '失効',
      LOCAL: '取り込み',
    },
    serial: 'シリアル番号',
    code: (spaced) => `ワンタイムパスワード ${spaced}`,
    remaining: (seconds) => `残り${seconds}秒`,
    secondsUnit: '秒',
    copy: 'コピー',
    untilNext: (seconds) => `次の番号まで${seconds}秒`,
    usedMark: '使用済み',
    copiedMark: 'コピー済み',
    soon: 'まもなく次の番号に変わります',
    nextCode: '次の番号',
    nextBegins: (seconds) => `（${seconds}秒後から）`,
    nextSpoken: (spaced) => `次の番号 ${spaced}`,
    hidden: {
      digits: 'ワンタイムパスワードは隠しています',
      next: '次の番号は隠しています',
      show: '番号を表示',
      hide: '番号を隠す',
      newCode: '新しい番号になりました',
    },
    ended: '次の番号を待っています',
    timing: '時刻確認中',
    details: 'くわしく',
    receiptNumber: '受付番号',
    receiptTime: '受付時刻',
    started: '利用開始の記録はまだありません。',
    noReceipt: '受付番号の記録はありません。',
    checkState: '状態を確認する',
    checked: (state) => `発行元に確かめました。いまの状態は「${state}」です。`,
    next: {
      start: '利用開始へ',
      startSteps: '利用開始の手順を見る',
      startBy: (moment) => `${moment}までに「利用開始」をしてください。ログインはせず、ログイン画面にある「利用開始」を押します。`,
      startByUnion: (moment) => `${moment}までに、金融機関の画面で「利用開始」をしてください。`,
      login: 'ログイン画面を開く',
      enrolAgain: 'もう一度発行する',
      setUpNew: '新しいトークンの初期設定へ',
      expired: '期限が切れたため、番号は表示されません。ご利用中だったときは、金融機関へお問い合わせください。',
      expiredUnion: '期限が切れたため、番号は表示されません。利用開始がまだだったときは、先に金融機関の画面で「トークン発行」をもう一度行ってください。ご利用中だったときは、金融機関へお問い合わせください。',
      suspended: '番号の誤りが続いたため、金融機関がこのトークンをロックしました。鍵札のパスフレーズでは解除できません。下の連絡先へお電話ください。',
      replaced: '新しいトークンに交換済みです。このトークンの番号は使えません。',
      stopped: '利用を中止しました。番号は表示されません。',
      released: '利用を解除しました。番号は表示されません。新しいトークンは、翌日以降に金融機関の画面で「トークン発行」をすると追加できます。',
      revoked: '金融機関がこのトークンを無効にしました。番号は表示されません。',
      call: (telephone) => `お問い合わせ ${telephone}`,
      setUp: '初期設定が途中です。続きを済ませると、番号が表示されます。',
      toSetUp: '初期設定の続き',
      exchangeInstead: '前のトークンと交換する方はこちら',
      goOnExchange: '交換の続きへ',
      exchangeWaits: '前のトークンとの交換が途中です。金融機関の画面で「交換」をしてください。',
      endsSoon: (day) => `このトークンは${day}に期限が切れます。それまでに、金融機関の画面で新しいトークンと「交換」してください。`,
      endsSoonUnion: (day) => `このトークンは${day}に期限が切れます。それまでに「利用解除」をし、翌日以降に新しいトークンを発行してください。`,
      exchanging: '交換の手続き中です。新しいトークンの登録が終わるまで、このトークンはそのままにしておいてください。',
      showSteps: '交換の手順を見る',
      endExchange: '交換をやめる',
    },
    errands: { exchange: '交換の手順', stop: '利用中止の手順', release: '利用解除の手順' },
    rename: '表示名の変更',
    remove: {
      open: '削除',
      plain: 'このトークンを鍵札から削除しますか。',
      startFirst: 'このトークンを鍵札から削除しますか。削除すると、金融機関の画面で「利用開始」ができなくなります。',
      stopFirst: '金融機関でまだ有効なトークンです。削除の前に、金融機関の画面で「利用中止」をしてください。できないときは、金融機関へお電話ください。それでも削除しますか。',
      suspendedFirst: '金融機関でまだ有効なトークンです。ロック中は「利用中止」ができないため、先に下の連絡先へお電話ください。それでも削除しますか。',
      releaseFirst: '金融機関でまだ有効なトークンです。削除の前に、金融機関の画面で「利用解除」をしてください。できないときは、金融機関へお電話ください。それでも削除しますか。',
      local: 'このトークンを鍵札から削除しますか。書き出したファイルや、スマートフォンのアプリなどの控えがないと、このサービスに入れなくなることがあります。',
      newWaits: '新しい（利用開始前の）トークンがあるため、このトークンは削除できません。先に新しいほうを削除するか、金融機関でこのトークンの「利用中止」をしてください。',
      yes: '削除する',
      no: '削除しない',
    },
    newCode: (spaced) => `新しい番号 ${spaced}`,
    tenLeft: '残り10秒',
  }),
  en: (): TokenWords => ({
    states: {
      UNBOUND: 'Not started yet',
      EXPIRED: 'Expired',
      ACTIVE: 'In use',
      SUSPENDED: 'Locked by the bank',
      REPLACED: 'Replaced',
      STOPPED: 'Stopped',
      RELEASED: 'Released',
      REVOKED: 'Revoked',
      LOCAL: 'Imported',
    },
    serial: 'Serial number',
    code: (spaced) => `One-time password ${spaced}`,
    remaining: (seconds) => `${seconds} seconds left`,
    secondsUnit: 's',
    copy: 'Copy',
    untilNext: (seconds) => `next code in ${seconds} s`,
    usedMark: 'Used',
    copiedMark: 'Copied',
    soon: 'The next code is about to come',
    nextCode: 'Next code',
    nextBegins: (seconds) => ` (in ${seconds} s)`,
    nextSpoken: (spaced) => `Next code ${spaced}`,
    hidden: {
      digits: 'The one-time password is hidden',
      next: 'The next code is hidden',
      show: 'Show the code',
      hide: 'Hide the code',
      newCode: 'There is a new code',
    },
    ended: 'Waiting for the next code',
    timing: 'Checking the time',
    details: 'Details',
    receiptNumber: 'Receipt number',
    receiptTime: 'Receipt time',
    started: 'No start of use has been recorded yet.',
    noReceipt: 'No receipt number has been recorded.',
    checkState: 'Check the state',
    checked: (state) => `The issuer was asked. The state is now “${state}”.`,
    next: {
      start: 'Go to 「利用開始」',
      startSteps: 'Show the steps of “利用開始”',
      startBy: (moment) => `Start it by ${moment}: do not log in, choose 「利用開始」 on the login page.`,
      startByUnion: (moment) => `Choose 「利用開始」 on the bank’s page by ${moment}.`,
      login: 'Open the login page',
      enrolAgain: 'Get a new token',
      setUpNew: 'Set up a new token',
      expired: 'Its time has run out, so it shows no code. If you were using it at the bank, please ask your institution.',
      expiredUnion: 'Its time has run out, so it shows no code. If you had not started it, first do 「トークン発行」 at the bank again. If you were using it, ask your institution.',
      suspended: 'After several wrong codes the institution has locked this token. Your Kagifuda passphrase does not release it. Please call the number below.',
      replaced: 'It was replaced by a new token. Its codes no longer work.',
      stopped: 'Its use was stopped. It shows no code.',
      released: 'It was released and shows no code. From the next day on you can add a new one, after 「トークン発行」 at the bank.',
      revoked: 'The institution has made this token invalid. It shows no code.',
      call: (telephone) => `Enquiries ${telephone}`,
      setUp: 'Its set-up is not finished. Finish it, and it shows codes.',
      toSetUp: 'Go on with the set-up',
      exchangeInstead: 'Replacing an older token? Go here',
      goOnExchange: 'Go on with the exchange',
      exchangeWaits: 'The exchange with your former token is not finished. Choose 「交換」 on the bank’s page.',
      endsSoon: (day) => `This token ends on ${day}. Before that, exchange it for a new one: 「交換」 on the bank’s page.`,
      endsSoonUnion: (day) => `This token ends on ${day}. Before that, release it (「利用解除」); from the next day on a new one can be issued.`,
      exchanging: 'It is being exchanged. Keep it until the new token is registered.',
      showSteps: 'Show the steps of the exchange',
      endExchange: 'Cancel the exchange',
    },
    errands: { exchange: 'Steps of 「交換」 (exchange)', stop: 'Steps of 「利用中止」 (stopping)', release: 'Steps of 「利用解除」 (releasing)' },
    rename: 'Change the display name',
    remove: {
      open: 'Delete',
      plain: 'Delete this token from Kagifuda?',
      startFirst: 'Delete this token from Kagifuda? It could then no longer be started at the bank.',
      stopFirst: 'The bank still accepts this token. Before you delete it, stop its use at the bank (「利用中止」), or call your institution if you cannot. Delete it all the same?',
      suspendedFirst: 'The bank still holds this token. While it is locked you cannot stop its use yourself: first call the number below. Delete it all the same?',
      releaseFirst: 'The bank still accepts this token. Before you delete it, release it at the bank (「利用解除」), or call your institution if you cannot. Delete it all the same?',
      local: 'Delete this token from Kagifuda? Without another copy, in an exported file or in an app of your phone, you may be shut out of this service.',
      newWaits: 'It cannot be deleted while a token of this institution waits for its start. Delete that one first, or stop the use of this one at the bank (「利用中止」).',
      yes: 'Delete it',
      no: 'Do not delete',
    },
    newCode: (spaced) => `New code ${spaced}`,
    tenLeft: '10 seconds left',
  }),
});
