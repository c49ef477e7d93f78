/** Words of the lock: unlocking, and choosing the passphrase at the first run. */
import type { Weakness, Strength } from './passphrase.ts';
import { catalogue } from './catalogue.ts';

interface LockWords {
  passphrase: string;
  show: string;
  hide: string;
  unlock: string;
  unlocking: string;
  /** Leads to the loss kit. */
  cannot: string;
  unlockHeading: string;
  interrupted: string;
  byPasskey: string;
  byPassphrase: string;
  triesLeft: (tries: number) => string;
  wait: (seconds: number) => string;
  waited: string;
  /** The window of its own that the popup opens for a passkey. */
  openHeading: string;
  opened: string;
  /** There, before the first run. */
  nothingYet: { heading: string; body: string; start: string };
  close: string;
  ways: {
    heading: string;
    lead: string;
    passkey: string;
    passkeyWhy: string;
    makePasskey: string;
    makingPasskey: string;
    or: string;
  };
  spare: {
    heading: string;
    made: string;
    why: string;
    set: string;
    skip: string;
    question: string;
    yes: string;
    no: string;
  };
  choose: {
    heading: string;
    why: string;
    warning: string;
    again: string;
    suggest: string;
    suggested: string;
    suggestion: string;
    set: string;
    setting: string;
    strength: string;
  };
  strengths: Record<Strength, string>;
  weaknesses: Record<Weakness, string>;
  durable: { kept: string; notKept: string };
}

export const lockWords = catalogue({
  ja: (): LockWords => ({
    passphrase: 'パスフレーズ',
    show: '表示する',
    hide: '隠す',
    unlock: 'ロックを解除',
    unlocking: 'ロックを解除しています',
    cannot: '解除できないとき（忘れたとき）',
    unlockHeading: 'ロック中です',
    interrupted: 'ロックされたため中断しました。解除すると続きに戻ります。',
    byPasskey: 'パスキーで解除',
    byPassphrase: 'パスフレーズで解除する',
    triesLeft: (tries) => `あと${tries}回まで入力できます。`,
    wait: (seconds) => `あと${seconds}秒お待ちください。`,
    waited: 'もう一度入力できます。',
    openHeading: 'ロックを解除しました',
    opened: '番号が見えないときは、鍵札のボタンをもう一度押してください。このウィンドウは自動で閉じます。',
    nothingYet: { heading: 'まだ準備ができていません', body: '鍵札には、まだ何も設定されていません。ロックの方法を決めるところから始めます。', start: 'はじめる' },
    close: '閉じる',
    ways: {
      heading: 'ロックの方法を選ぶ',
      lead: '番号を守る鍵です。次のどちらかで決めてください。あとから追加や変更もできます。',
      passkey: 'パスキー（指紋・顔・Windows Hello など）',
      passkeyWhy: 'パソコンの画面ロックと同じ、指紋や顔、Windows HelloのPINで解除します。覚えるものは増えません。',
      makePasskey: 'パスキーを使う',
      makingPasskey: 'ブラウザーの案内にしたがってください',
      or: 'または',
    },
    spare: {
      heading: '予備のパスフレーズを決める',
      made: 'パスキーで解除できるようになりました。',
      why: 'パソコンの修理や、指紋・顔・Windows Helloの設定のやり直しで、パスキーはなくなることがあります。予備のパスフレーズがあれば、そのときも解除できます。',
      set: 'これを予備にする',
      skip: '予備を決めずに進む',
      question: '予備がないと、パスキーがなくなったときはだれにも元に戻せません。金融機関でトークンの再発行が必要になります。予備なしで進みますか。',
      yes: '予備なしで進む',
      no: '予備を決める',
    },
    choose: {
      heading: 'パスフレーズを決める',
      why: 'パスフレーズは、トークンをしまう箱の鍵です。パソコンが他人の手に渡っても、これを知らなければ番号は表示されません。',
      warning: '忘れると、だれにも元に戻せません。紙に書いて、パソコンとは別の場所に保管してください。金融機関のパスワードとは違うものにしてください。',
      again: 'パスフレーズ（確認）',
      suggest: 'おすすめを作る',
      suggested: 'この文字を、間の「-」も含めて、紙に書き写してください。書いたら、下の2つの欄に、半角で同じように入力してください。',
      suggestion: 'おすすめのパスフレーズ',
      set: 'このパスフレーズにする',
      setting: '設定しています',
      strength: 'パスフレーズの強さ',
    },
    strengths: {
      empty: '入力してください',
      weak: '弱い　まだ使えません',
      fair: '十分　使えます',
      strong: 'とても強い　安心です',
    },
    weaknesses: {
      short: 'もう少し長くしてください。',
      common: 'よく使われる言葉が入っています。',
      repeat: '同じ文字のくり返しがあります。',
      sequence: '順番に並んだ文字があります。',
      date: '日付や年のような数字があります。',
    },
    durable: {
      kept: '保存領域は、ブラウザーが自動で消さないように保護されました。',
      notKept: 'ブラウザーから「自動で消さない」という約束は得られませんでした。このままお使いいただけますが、閲覧データを消すときはご注意ください。',
    },
  }),
  en: (): LockWords => ({
    passphrase: 'Passphrase',
    show: 'Show',
    hide: 'Hide',
    unlock: 'Unlock',
    unlocking: 'Unlocking',
    cannot: 'Can’t unlock? (forgotten)',
    unlockHeading: 'Locked',
    interrupted: 'This was interrupted by the lock. Once unlocked, it goes on from here.',
    byPasskey: 'Unlock with a passkey',
    byPassphrase: 'Unlock with the passphrase',
    triesLeft: (tries) => (tries === 1 ? 'One try is left.' : `${tries} tries are left.`),
    wait: (seconds) => (seconds === 1 ? 'Please wait 1 second.' : `Please wait ${seconds} seconds.`),
    waited: 'You can try again now.',
    openHeading: 'Unlocked',
    opened: 'If you see no code, press Kagifuda’s button again. This window closes by itself.',
    nothingYet: { heading: 'Nothing is set up yet', body: 'There is nothing to unlock. It begins with choosing how to lock Kagifuda.', start: 'Get started' },
    close: 'Close',
    ways: {
      heading: 'Choose how to unlock',
      lead: 'This is the key to your codes. Choose one of the two; you can add or change ways later.',
      passkey: 'Passkey (fingerprint, face, Windows Hello, …)',
      passkeyWhy: 'You unlock as you unlock this PC: by fingerprint, face or the PIN of Windows Hello. There is nothing more to remember.',
      makePasskey: 'Use a passkey',
      makingPasskey: 'Please follow the browser',
      or: 'or',
    },
    spare: {
      heading: 'Choose a spare passphrase',
      made: 'You can now unlock with your passkey.',
      why: 'When the PC is repaired, or fingerprint, face or Windows Hello are set up anew, passkeys may be gone. With a spare passphrase you can still unlock.',
      set: 'Use this as the spare',
      skip: 'Go on without a spare',
      question: 'Without a spare nobody can restore anything once the passkey is gone: your institution would have to issue new tokens. Go on without one?',
      yes: 'Go on without a spare',
      no: 'Choose a spare',
    },
    choose: {
      heading: 'Choose a passphrase',
      why: 'The passphrase is the key to the box that keeps your tokens. Without it nobody sees a code, even with your PC in their hands.',
      warning: 'If you forget it, nobody can restore it. Write it on paper and keep it away from the PC. Do not use a password of your bank.',
      again: 'Passphrase (again)',
      suggest: 'Suggest one',
      suggested: 'Write this on paper, hyphens included. Then type it the same way into the two fields below.',
      suggestion: 'Suggested passphrase',
      set: 'Use this passphrase',
      setting: 'Setting up',
      strength: 'Strength of the passphrase',
    },
    strengths: {
      empty: 'Please type one',
      weak: 'Weak: not usable yet',
      fair: 'Good enough',
      strong: 'Very strong',
    },
    weaknesses: {
      short: 'Make it a little longer.',
      common: 'It contains a word that many people use.',
      repeat: 'It repeats the same characters.',
      sequence: 'It contains characters in a row.',
      date: 'It contains what looks like a date or a year.',
    },
    durable: {
      kept: 'The browser will not delete the storage by itself.',
      notKept: 'The browser gave no promise to keep the storage. You can go on, but take care when you clear browsing data.',
    },
  }),
});
