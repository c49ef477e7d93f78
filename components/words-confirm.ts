/** Words of the small window that asks before a fill. */
import { catalogue } from './catalogue.ts';

interface ConfirmWords {
  title: string;
  question: (institution: string) => string;
  where: string;
  what: string;
  fill: (label: string) => string;
  cancel: string;
  close: string;
  arming: string;
  none: string;
  locked: string;
}

export const confirmWords = catalogue({
  ja: (): ConfirmWords => ({
    title: '入力の確認',
    question: (institution) => (institution === '' ? 'この画面に入力しますか' : `${institution}の画面に入力しますか`),
    where: '入力先',
    what: '入力するもの',
    fill: (label) => `${label}の番号を入力する`,
    cancel: '入力しない',
    close: '閉じる',
    arming: '押し間違いを防ぐため、少しお待ちください。',
    none: '使えるトークンがありません。',
    locked: '鍵札はロック中です。ロックを解除すると、入力の確認に進みます。',
  }),
  en: (): ConfirmWords => ({
    title: 'Confirm the fill',
    question: (institution) => (institution === '' ? 'Fill this page?' : `Fill the page of ${institution}?`),
    where: 'Where',
    what: 'What',
    fill: (label) => `Fill with ${label}`,
    cancel: 'Do not fill',
    close: 'Close',
    arming: 'One moment, to prevent a slip of the hand.',
    none: 'There is no token to use.',
    locked: 'Kagifuda is locked. Unlock it to go on to the confirmation.',
  }),
});
