/** Words about a copied code on the clipboard. */
import { catalogue } from './catalogue.ts';

interface ClipboardWords {
  /** After a copy. */
  cleared: string;
  clearedCounted: string;
  stays: string;
  ask: string;
  /** In the settings. */
  heading: string;
  lead: string;
  only: string;
  counted: string;
  history: string;
  isOn: string;
  isOff: string;
  question: string;
  allow: string;
  drop: string;
  allowed: string;
  refused: string;
  dropped: string;
}

export const clipboardWords = catalogue({
  ja: (): ClipboardWords => ({
    cleared: 'この番号の残り時間が終わると、クリップボードから自動で消します。',
    clearedCounted: 'コピーから1分たつと、クリップボードから自動で消します。',
    stays: 'コピーした番号はクリップボードに残ります。',
    ask: '自動で消すようにする',
    heading: 'クリップボード',
    lead: 'コピーした番号を、残り時間が終わったときと、ロックしたときに、クリップボードから自動で消せます。',
    only: '消すのは、コピーした番号がそのまま残っているときだけです。ほかの内容は消さず、保存も送信もしません。',
    counted: '残り時間のない番号（カウンター）は、コピーから1分たつと消します。',
    history: 'パソコンの「クリップボードの履歴」に残った番号や、ブラウザーを閉じたあとに残った番号は消せません。',
    isOn: '今は、自動で消します。',
    isOff: '今は、自動で消しません。コピーした番号は、ほかのものをコピーするまで残ります。',
    question: '「許可する」を押すと、クリップボードの読み取りと変更を許可するか、ブラウザーがたずねます。',
    allow: '許可する',
    drop: '許可を取り消す',
    allowed: '許可されました。コピーした番号を自動で消します。',
    refused: '許可されませんでした。コピーした番号は、これまでどおり残ります。',
    dropped: '許可を取り消しました。コピーした番号は、自動では消しません。',
  }),
  en: (): ClipboardWords => ({
    cleared: 'It is cleared from the clipboard when the time of this code is over.',
    clearedCounted: 'It is cleared from the clipboard one minute after copying.',
    stays: 'The copied code stays on the clipboard.',
    ask: 'Clear it automatically',
    heading: 'Clipboard',
    lead: 'A copied code can be cleared from the clipboard when its time is over and when you lock Kagifuda.',
    only: 'It is cleared only if it is still there. Nothing else is cleared, and nothing is kept or sent.',
    counted: 'A code without a time (a counter) is cleared one minute after copying.',
    history: 'A code in the PC’s clipboard history, or one left when the browser was closed, cannot be cleared.',
    isOn: 'Copied codes are cleared.',
    isOff: 'Copied codes are not cleared. They stay until something else is copied.',
    question: 'After “Allow”, the browser asks whether Kagifuda may read and change the clipboard.',
    allow: 'Allow',
    drop: 'Take the permission back',
    allowed: 'Allowed. Copied codes are cleared.',
    refused: 'Not allowed. Copied codes stay as before.',
    dropped: 'The permission was taken back. Copied codes are not cleared.',
  }),
});
