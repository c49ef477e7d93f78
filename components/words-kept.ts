/** Words for what was kept aside before something was written over it. */
import { catalogue } from './catalogue.ts';

interface KeptWords {
  heading: string;
  body: (day: string) => string[];
  save: string;
  working: string;
  saved: (name: string) => string;
  remove: string;
  sure: string;
  removed: string;
}

export const keptWords = catalogue({
  ja: (): KeptWords => ({
    heading: '別に残している内容',
    body: (day) => [
      `${day}に、そのときの内容を直す前に別に残しました。今お使いのトークンには関係ありません。`,
      'トークンの秘密には鍵がかかっていますが、金融機関の名前・電話番号とシリアル番号は読める形で残っています。いらなければ削除してください。',
    ],
    save: 'ファイルに保存する',
    working: 'お待ちください',
    saved: (name) => `「${name}」という名前で保存しました。`,
    remove: '別に残した内容を削除する',
    sure: '削除すると元に戻せないことが分かりました',
    removed: '別に残した内容を削除しました。今お使いのトークンはそのままです。',
  }),
  en: (): KeptWords => ({
    heading: 'Kept aside',
    body: (day) => [
      `On ${day} what was there was kept aside before it was put right. It has nothing to do with the tokens that you use now.`,
      'The secrets in it are sealed, but names and telephone numbers of institutions and serial numbers can be read. Delete it when you do not need it.',
    ],
    save: 'Save it to a file',
    working: 'Please wait',
    saved: (name) => `Saved as “${name}”.`,
    remove: 'Delete what was kept aside',
    sure: 'I understand that this cannot be undone',
    removed: 'What was kept aside is deleted. The tokens that you use now are as they were.',
  }),
});
