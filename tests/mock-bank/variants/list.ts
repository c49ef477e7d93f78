/** The registry of hard forms: the index page, the routes and every test that walks them read it here. */
import { FRAMES } from './frames.ts';
import { LANGUAGES } from './languages.ts';
import { LATE } from './late.ts';
import { LAYERS } from './layers.ts';
import { LOOKALIKES, MARKUP } from './markup.ts';
import { REFUSING } from './refusing.ts';
import { ROOTS } from './roots.ts';
import { SCRIPTED } from './scripted.ts';
import type { Variant } from './variant.ts';

export const GROUPS: { name: string; variants: Variant[] }[] = [
  { name: 'スクリプトが値を持つ欄', variants: SCRIPTED },
  { name: '入れ方を選ぶ欄', variants: REFUSING },
  { name: 'あとから現れる欄', variants: LATE },
  { name: '枠（iframe）', variants: FRAMES },
  { name: '影の根（shadow root）', variants: ROOTS },
  { name: '重なる画面', variants: LAYERS },
  { name: '欄と見出しの書き方', variants: MARKUP },
  { name: 'トークンの番号ではないもの', variants: LOOKALIKES },
  { name: '文字コードと言語', variants: LANGUAGES },
];

/** As the index lists them; the pages in their frames are in `inner`. */
export const VARIANTS: Variant[] = GROUPS.flatMap(({ variants }) => variants);
