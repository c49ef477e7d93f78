/** Words of the health page around its lines. */
import { catalogue } from './catalogue.ts';

interface HealthWords {
  title: string;
  looking: string;
  again: string;
  print: string;
  allGood: string;
  attend: (lines: number) => string;
  looked: (time: string) => string;
  moreOnceOpen: string;
  forSupport: (trouble: string) => string;
  /** Permissions that the customer may give or not. */
  optional: {
    names: Record<string, string>;
    page: (host: string) => string;
    granted: string;
    without: { value: string; todo: string };
    withoutPage: { value: string; todo: string };
    settings: string;
  };
  support: { heading: string; body: string; copy: string; copied: string; failed: string; show: string };
}

export const healthWords = catalogue({
  ja: (): HealthWords => ({
    title: '保存の状態',
    looking: '調べています',
    again: 'もう一度調べる',
    print: '印刷する',
    allGood: '問題は見つかりませんでした。',
    attend: (lines) => `ご確認いただきたい項目が${lines}つあります。「！」の付いた項目をご覧ください。`,
    looked: (time) => `${time} に調べました。`,
    moreOnceOpen: '一部の項目は、ロックを解除してから調べ直すと表示します。',
    forSupport: (trouble) => `サポート用：${trouble}`,
    optional: {
      names: { clipboardRead: 'クリップボードの読み取り（任意）', clipboardWrite: 'クリップボードの変更（任意）' },
      page: (host) => `${host} のページ（取り込んだトークン、任意）`,
      granted: '許可されています',
      without: { value: '許可されていません', todo: 'コピーした番号は、クリップボードから自動では消えません。' },
      withoutPage: { value: '許可されていません', todo: 'ページの中には案内を出しません。ツールバーの鍵札からは入力できます。' },
      settings: '設定を開く',
    },
    support: {
      heading: 'お問い合わせのときは',
      body: 'この画面の内容を、お問い合わせに貼り付けられます。トークンの秘密、シリアル番号、金融機関の名前は入りません。',
      copy: 'サポート用にコピー',
      copied: 'コピーしました。メールなどに貼り付けてください。',
      failed: 'コピーできませんでした。下の「コピーする内容を見る」を開き、文字を選んでコピーしてください。',
      show: 'コピーする内容を見る',
    },
  }),
  en: (): HealthWords => ({
    title: 'Storage status',
    looking: 'Checking',
    again: 'Check again',
    print: 'Print',
    allGood: 'No problem was found.',
    attend: (lines) => (lines === 1 ? 'One line needs your attention: it is marked “!”.' : `${lines} lines need your attention: they are marked “!”.`),
    looked: (time) => `Checked at ${time}.`,
    moreOnceOpen: 'Some lines show once you have unlocked Kagifuda and looked again.',
    forSupport: (trouble) => `For support: ${trouble}`,
    optional: {
      names: { clipboardRead: 'Reading the clipboard (optional)', clipboardWrite: 'Changing the clipboard (optional)' },
      page: (host) => `Pages of ${host} (imported token, optional)`,
      granted: 'allowed',
      without: { value: 'not allowed', todo: 'A copied code is not cleared from the clipboard by itself.' },
      withoutPage: { value: 'not allowed', todo: 'Nothing is offered in the page. You can fill from Kagifuda in the toolbar.' },
      settings: 'Open the settings',
    },
    support: {
      heading: 'When you ask for help',
      body: 'You can paste what this page says into your question. No secret, serial number or name of an institution is in it.',
      copy: 'Copy for support',
      copied: 'Copied. Paste it into your mail.',
      failed: 'Copying failed. Open “What is copied” below, select the text and copy it.',
      show: 'What is copied',
    },
  }),
});
