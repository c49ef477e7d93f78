/** Words of a token's place among the others. */
import type { Catalogue } from './language.ts';

interface OrderWords {
  label: string;
  up: string;
  down: string;
  moved: (place: number) => string;
  first: string;
  last: string;
}

export const orderWords: Catalogue<OrderWords> = {
  ja: {
    label: '並び順',
    up: '上へ',
    down: '下へ',
    moved: (place) => `${place}番目に移しました。`,
    first: 'いちばん上にあります。',
    last: 'いちばん下にあります。',
  },
  en: {
    label: 'Order',
    up: 'Up',
    down: 'Down',
    moved: (place) => `Moved to place ${place}.`,
    first: 'It is at the top.',
    last: 'It is at the bottom.',
  },
};
