/** Words for what was put right by itself with the two copies of what is kept: in the popup, and listed on the health page. */
import type { Mended } from '../lib/messages/ways.ts';
import { catalogue } from './catalogue.ts';

interface MendedWords {
  heading: Record<Mended['what'], string>;
  what: Record<Mended['what'], Record<Mended['why'], string>>;
  /** After `what`, of the vault itself. */
  unchanged: string;
  spent: string;
  when: (time: string) => string;
  seen: string;
  more: string;
}

export const mendedWords = catalogue({
  ja: (): MendedWords => ({
    heading: { primary: '保存した内容を元に戻しました', copy: '保存の予備を作り直しました' },
    what: {
      primary: {
        damaged: '保存した内容の一部が壊れていたため、予備から元に戻しました。',
        missing: '保存した内容がなくなっていたため、予備から元に戻しました。',
        older: '保存した内容が予備より古かったため、新しいほうに合わせました。',
      },
      copy: {
        damaged: '予備の内容が壊れていたため、作り直しました。',
        missing: '予備がなくなっていたため、作り直しました。',
        older: '予備が少し古かったため、最新の内容に合わせました。',
      },
    },
    unchanged: 'トークンはそのままです。',
    spent: '念のため、そのときの番号と次の番号は使用済みにしました。その直前に変えた内容があれば、ご確認ください。',
    when: (time) => `${time}に自動で行いました。`,
    seen: '確認しました',
    more: '保存の状態を見る',
  }),
  en: (): MendedWords => ({
    heading: { primary: 'What is saved was restored', copy: 'The second copy was made again' },
    what: {
      primary: {
        damaged: 'Part of what was saved was damaged, so it was restored from the second copy.',
        missing: 'What was saved had gone, so it was restored from the second copy.',
        older: 'What was saved was older than its second copy, so the newer one was taken.',
      },
      copy: {
        damaged: 'The second copy was damaged, so it was made again.',
        missing: 'The second copy had gone, so it was made again.',
        older: 'The second copy was a little behind, so it was brought up to date.',
      },
    },
    unchanged: 'Your tokens are as they were.',
    spent: 'To be safe, the code of that moment and the next one count as used. Please check what you had changed just before.',
    when: (time) => `Done by itself on ${time}.`,
    seen: 'I have read this',
    more: 'See the storage status',
  }),
});
