/** Words of the lock: unlocking, and choosing the passphrase at the first run. */
import type { Weakness, Strength } from './passphrase.ts';
import type { Catalogue } from './language.ts';

interface LockWords {
  passphrase: string;
  show: string;
  hide: string;
  unlock: string;
  unlocking: string;
  unlockHeading: string;
  interrupted: string;
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

export const lockWords: Catalogue<LockWords> = {
  ja: {
    passphrase: 'パスフレーズ',
    show: '表示する',
    hide: '隠す',
    unlock: 'ロックを解除',
    unlocking: 'ロックを解除しています',
    unlockHeading: 'ロック中です',
    interrupted: 'ロックされたため中断しました。解除すると続きに戻ります。',
    choose: {
      heading: 'パスフレーズを決める',
      why: 'パスフレーズは、トークンをしまう箱の鍵です。パソコンが他人の手に渡っても、これを知らなければ番号は表示されません。',
      warning: '忘れると、だれにも元に戻せません。紙に書いて、パソコンとは別の場所に保管してください。銀行のパスワードとは違うものにしてください。',
      again: 'パスフレーズ（確認）',
      suggest: 'おすすめを作る',
      suggested: 'この言葉を紙に書き写してください。書いたら、下の2つの欄に入力してください。',
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
  },
  en: {
    passphrase: 'Passphrase',
    show: 'Show',
    hide: 'Hide',
    unlock: 'Unlock',
    unlocking: 'Unlocking',
    unlockHeading: 'Locked',
    interrupted: 'This was interrupted by the lock. Once unlocked, it goes on from here.',
    choose: {
      heading: 'Choose a passphrase',
      why: 'The passphrase is the key to the box that keeps your tokens. Without it nobody sees a code, even with your PC in their hands.',
      warning: 'If you forget it, nobody can restore it. Write it on paper and keep it away from the PC. Do not use a password of your bank.',
      again: 'Passphrase (again)',
      suggest: 'Suggest one',
      suggested: 'Write these words on paper. Then type them into the two fields below.',
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
  },
};
