/** Words of an imported token's card, and of reading a QR code from the page. */
import type { PageProblem } from './page-picture.ts';
import { catalogue } from './catalogue.ts';

interface LocalWords {
  unnamed: string;
  import: string;
  next: string;
  before: string;
  counter: (counter: number) => string;
  copied: (name: string) => string;
  copiedAgain: (name: string) => string;
  details: string;
  exporting: string;
  edit: { open: string; issuer: string; account: string; before: (name: string) => string; none: string; save: string; cancel: string; saving: string };
  page: { read: string; reading: string; problems: Record<PageProblem, string> };
}

export const localWords = catalogue({
  ja: (): LocalWords => ({
    unnamed: '名前のないトークン',
    import: '取り込む',
    next: '次の番号を出す',
    before: '番号は、必要なときに1つずつ出します。サービスの画面で入力を求められたら押してください。',
    counter: (counter) => `カウンター ${counter}`,
    copied: (name) => `${name}の番号をコピーしました。`,
    copiedAgain: (name) => `${name}の同じ番号をもう一度コピーしました。同じ番号は2回使えないことがあります。`,
    details: 'くわしく',
    exporting: '書き出す',
    edit: { open: '名前を変える', issuer: 'サービスの名前', account: 'アカウント', before: (name) => `変更前：${name}`, none: '未登録', save: '保存する', cancel: 'やめる', saving: '保存しています' },
    page: {
      read: '表示中のページのQRコードを読む',
      reading: 'QRコードを読み取っています',
      problems: {
        'no-code': 'このページにQRコードが見つかりません。QRコードの全体が画面に入るようにして、もう一度お試しください。',
        'not-a-picture': 'このページを画像として読み取れませんでした。QRコードの画像を保存し、「取り込む」から選んでください。',
        'too-large': '画面が大きすぎて読み取れませんでした。ウィンドウを小さくして、もう一度お試しください。',
        'not-shown': 'このページは読み取りが許されていません。QRコードのあるページを開いてから、ツールバーの鍵札を押してお試しください。',
      },
    },
  }),
  en: (): LocalWords => ({
    unnamed: 'Token without a name',
    import: 'Import',
    next: 'Get the next code',
    before: 'Codes come one at a time, when you need one. Choose this when the service asks for a code.',
    counter: (counter) => `Counter ${counter}`,
    copied: (name) => `Copied the code of ${name}.`,
    copiedAgain: (name) => `Copied the same code of ${name} again. A service may refuse a code used twice.`,
    details: 'Details',
    exporting: 'Export',
    edit: { open: 'Change the name', issuer: 'Name of the service', account: 'Account', before: (name) => `Before the change: ${name}`, none: 'none', save: 'Save', cancel: 'Cancel', saving: 'Saving' },
    page: {
      read: 'Read a QR code from this page',
      reading: 'Reading QR codes',
      problems: {
        'no-code': 'No QR code was found on this page. Bring the whole code into view and try again.',
        'not-a-picture': 'This page could not be read as a picture. Save the picture of the code and choose it under “Import”.',
        'too-large': 'The window is too large to be read. Make it smaller and try again.',
        'not-shown': 'This page may not be read. Open the page with the QR code, then choose Kagifuda in the toolbar.',
      },
    },
  }),
});
