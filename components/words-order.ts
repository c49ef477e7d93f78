/** Words of a token's place among the others. */
import { catalogue } from './catalogue.ts';

interface OrderWords {
  label: string;
  up: string;
  down: string;
  moved: (place: number) => string;
  first: string;
  last: string;
  /** What the keyboard does, beside the buttons. */
  hint: string;
  /** In the list of shortcuts. */
  byKeys: string;
  keys: [string, string];
}

export const orderWords = catalogue({
  ja: (): OrderWords => ({
    label: '並び順',
    up: '上へ',
    down: '下へ',
    moved: (place) => `${place}番目に移しました。`,
    first: 'いちばん上にあります。',
    last: 'いちばん下にあります。',
    hint: 'カードを選んで、Altキーを押しながら↑か↓を押しても移せます。',
    byKeys: '選んだトークンを上・下へ移す',
    keys: ['Alt+↑', 'Alt+↓'],
  }),
  en: (): OrderWords => ({
    label: 'Order',
    up: 'Up',
    down: 'Down',
    moved: (place) => `Moved to place ${place}.`,
    first: 'It is at the top.',
    last: 'It is at the bottom.',
    hint: 'On a selected card, Alt with ↑ or ↓ moves it, too.',
    byKeys: 'Move the selected token up or down',
    keys: ['Alt+↑', 'Alt+↓'],
  }),
});
