/** Words of the browser's menu on a field. */
import type { Catalogue } from './language.ts';

interface MenuWords {
  fill: string;
}

export const menuWords: Catalogue<MenuWords> = {
  ja: { fill: '鍵札：ワンタイムパスワードを入力' },
  en: { fill: 'Kagifuda: fill the one-time password' },
};
