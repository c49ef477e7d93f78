/** Titles of our pages, by their names: what stands on a tab. Read by a page's first script, so that none is seen in another language first. */
import type { Catalogue } from './language.ts';

export const titleWords: Catalogue<Record<string, string>> = {
  ja: {
    confirm: '入力の確認 鍵札',
    enrol: 'トークンの発行 鍵札',
    guide: '金融機関でのお手続き 鍵札',
    health: '保存の状態 鍵札',
    loss: '紛失・盗難のときは 鍵札',
    popup: '鍵札',
    recovery: '保存した内容を確認する 鍵札',
    settings: '設定 鍵札',
    sidepanel: '鍵札',
    transfer: '取り込みと書き出し 鍵札',
    unlock: 'ロックの解除 鍵札',
  },
  en: {
    confirm: 'Confirm the fill - Kagifuda',
    enrol: 'Getting a token - Kagifuda',
    guide: 'What to do at the bank - Kagifuda',
    health: 'Storage status - Kagifuda',
    loss: 'Loss or theft - Kagifuda',
    popup: 'Kagifuda',
    recovery: 'Check what was saved - Kagifuda',
    settings: 'Settings - Kagifuda',
    sidepanel: 'Kagifuda',
    transfer: 'Import and export - Kagifuda',
    unlock: 'Unlock - Kagifuda',
  },
};
