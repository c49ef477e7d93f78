/** Words of the settings of appearance. The languages call themselves by their own names, so that a person finds theirs in any. */
import type { Appearance } from '../lib/messages/appearance.ts';
import { catalogue } from './catalogue.ts';

interface AppearanceWords {
  /** All of it counts at once. */
  lead: string;
  language: string;
  languages: Record<Appearance['language'], string>;
  theme: string;
  themes: Record<Appearance['theme'], string>;
  textSize: string;
  textSizes: Record<Appearance['textSize'], string>;
  sample: string;
  hides: string;
  hidesNote: string;
}

const OWN_NAMES = { ja: '日本語', en: 'English' };

export const appearanceWords = catalogue({
  ja: (): AppearanceWords => ({
    lead: '選ぶとすぐに、鍵札のすべての画面に反映されます。',
    language: '言語',
    languages: { auto: 'ブラウザーに合わせる', ...OWN_NAMES },
    theme: '明るさ',
    themes: { auto: 'パソコンに合わせる', light: '明るい画面', dark: '暗い画面' },
    textSize: '文字の大きさ',
    textSizes: { 100: '標準', 125: '大きい', 150: 'もっと大きい', 200: 'いちばん大きい' },
    sample: '番号の見本',
    hides: '番号を隠しておく',
    hidesNote: '画面を人に見られる場所では、隠しておくと安心です。番号は、見るための操作をしたときだけ表示します。コピーと入力は、隠したままできます。',
  }),
  en: (): AppearanceWords => ({
    lead: 'What you choose shows at once, on every screen of Kagifuda.',
    language: 'Language',
    languages: { auto: 'Same as the browser', ...OWN_NAMES },
    theme: 'Brightness',
    themes: { auto: 'Same as this PC', light: 'Light', dark: 'Dark' },
    textSize: 'Text size',
    textSizes: { 100: 'Standard', 125: 'Large', 150: 'Larger', 200: 'Largest' },
    sample: 'Sample of a code',
    hides: 'Keep codes hidden',
    hidesNote: 'For places where others see the screen. A code is shown only when you ask for it. Copying and filling work while it is hidden.',
  }),
});
