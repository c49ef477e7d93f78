/** Words of the settings page. */
import { catalogue } from './catalogue.ts';

/** By the anchor of each. */
export interface SettingsGroups {
  appearance: string;
  lock: string;
  filling: string;
  keeping: string;
  about: string;
}

interface SettingsWords {
  title: string;
  groupList: string;
  groups: SettingsGroups;
  lock: string;
  autoLock: string;
  autoLockNote: string;
  minutes: (minutes: number) => string;
  lockNow: string;
  offers: string;
  offersNote: string;
  offerAt: (institution: string) => string;
  noInstitutions: string;
  shortcuts: string;
  openPopup: string;
  fill: string;
  unset: string;
  howChrome: string;
  howFirefox: string;
  version: (version: string) => string;
  affiliation: string;
  loss: string;
  saved: string;
  start: string;
}

export const settingsWords = catalogue({
  ja: (): SettingsWords => ({
    title: '設定',
    groupList: '設定の項目',
    groups: { appearance: '表示', lock: 'ロック', filling: '入力とコピー', keeping: '紛失・故障への備え', about: '鍵札について' },
    lock: '自動のロック',
    autoLock: '自動でロックするまでの時間',
    autoLockNote: '最後に使ってからこの時間がたつと、自動でロックします。短いほど安全です。',
    minutes: (minutes) => (minutes === 60 ? '1時間' : `${minutes}分`),
    lockNow: '今すぐロック',
    offers: '入力の案内',
    offersNote: '金融機関の入力欄を選んだとき、その横に鍵札の案内を出します。案内を止めても、ツールバーとショートカットからは入力できます。',
    offerAt: (institution) => `${institution}のページに案内を出す`,
    noInstitutions: 'トークンを発行すると、金融機関ごとに選べるようになります。',
    shortcuts: 'ショートカットキー',
    openPopup: '鍵札を開く',
    fill: 'ワンタイムパスワードを入力',
    unset: '未設定',
    howChrome: '変更するには、アドレス欄に chrome://extensions/shortcuts と入力してください。',
    howFirefox: '変更するには、アドオンの管理（about:addons）の歯車から「拡張機能のショートカットキーの管理」を選んでください。',
    version: (version) => `バージョン ${version}（発行プロトコル 1）`,
    affiliation: '鍵札は、どの金融機関とも提携していません。',
    loss: '紛失・盗難のときは',
    saved: '保存しました',
    start: 'はじめる',
  }),
  en: (): SettingsWords => ({
    title: 'Settings',
    groupList: 'Groups of settings',
    groups: { appearance: 'Appearance', lock: 'Lock', filling: 'Filling and copying', keeping: 'In case of loss or damage', about: 'About Kagifuda' },
    lock: 'Automatic lock',
    autoLock: 'Lock automatically after',
    autoLockNote: 'Kagifuda locks when it has not been used for this long. Shorter is safer.',
    minutes: (minutes) => (minutes === 60 ? '1 hour' : `${minutes} min`),
    lockNow: 'Lock now',
    offers: 'Offers in the page',
    offersNote: 'When you choose a field of the bank, an offer to fill it appears beside it. Toolbar and shortcut work without it too.',
    offerAt: (institution) => `Show offers on pages of ${institution}`,
    noInstitutions: 'Once you have a token, you can choose this for each institution.',
    shortcuts: 'Keyboard shortcuts',
    openPopup: 'Open Kagifuda',
    fill: 'Fill the one-time password',
    unset: 'not set',
    howChrome: 'To change them, type chrome://extensions/shortcuts into the address bar.',
    howFirefox: 'To change them, open about:addons and choose “Manage Extension Shortcuts” from the gear.',
    version: (version) => `Version ${version} (issuing protocol 1)`,
    affiliation: 'Kagifuda is affiliated with no bank.',
    loss: 'Loss or theft',
    saved: 'Saved',
    start: 'Get started',
  }),
});
