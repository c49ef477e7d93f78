/** Words of the loss kit: read in a hurry, printed, kept in a drawer. */
import { catalogue } from './catalogue.ts';

interface LossWords {
  title: string;
  lead: string;
  print: string;
  list: string;
  institution: string;
  serial: string;
  telephone: string;
  hours: string;
  hoursUnknown: string;
  none: string;
  /** While the settings hide the list and the vault is locked. */
  hidden: { why: string; how: string; again: string; still: string };
  showing: string;
  cases: { heading: string; steps: string[] }[];
  note: string;
  /** Printed only: a place to write in. */
  memo: string;
}

export const lossWords = catalogue({
  ja: (): LossWords => ({
    title: '紛失・盗難のときは',
    lead: 'キャッシュカードの紛失などと同じように、ただちにお取引の金融機関までご連絡ください。',
    print: '印刷する',
    list: 'ご連絡先とシリアル番号',
    institution: '金融機関',
    serial: 'シリアル番号',
    telephone: '電話',
    hours: '受付時間',
    hoursUnknown: '金融機関にご確認ください',
    none: '金融機関のトークンは登録されていません。連絡先は、通帳、カードの裏面、または印刷した控えをご覧ください。',
    hidden: {
      why: '設定により、ロック中はこの一覧を隠しています。',
      how: 'ツールバーの鍵札でロックを解除してから、次のボタンを押してください。解除できないときは、通帳やキャッシュカードに書かれた金融機関へお電話ください。',
      again: '一覧を表示する',
      still: 'まだロックされています。',
    },
    showing: '一覧を読み込んでいます',
    cases: [
      {
        heading: 'パソコンをなくした・盗まれたとき',
        steps: [
          'ただちに上の連絡先へお電話ください。',
          '「ソフトウェアトークンの入ったパソコンをなくした」と伝え、シリアル番号をお知らせください。',
          '見つかっても、金融機関が再開するまで使わないでください。',
        ],
      },
      {
        heading: 'パスフレーズを忘れたとき・パスキーがなくなったとき',
        steps: [
          'パスフレーズとパスキーは、だれにも元に戻せません。紙の控えをおさがしください。',
          '見つからないときは、上の連絡先へお電話のうえ、トークンの再発行をご依頼ください。',
          '再発行のあとは、この画面を印刷してから、ブラウザーから鍵札（拡張機能）を削除し、入れ直して、はじめから設定してください。鍵札に入っているトークンは、取り込んだものも含めて、すべて消えます。',
        ],
      },
      {
        heading: '拡張機能やブラウザーを入れ直したとき',
        steps: [
          '入れ直すと、前のトークンは元に戻りません。',
          '利用中止をする前に削除してしまったときは、上の連絡先までお問い合わせください。',
        ],
      },
      {
        heading: '身に覚えのない取引があるとき',
        steps: ['ただちに上の連絡先へお電話ください。', 'メールや画面に書かれた電話番号にはかけないでください。'],
      },
    ],
    note: '金融機関の職員が、6桁のワンタイムパスワードやパスフレーズをおたずねすることはありません。シリアル番号は、お伝えいただいてかまいません。',
    memo: 'メモ（お取引店の電話番号など）',
  }),
  en: (): LossWords => ({
    title: 'Loss or theft',
    lead: 'As with a lost cash card, please call your institution at once.',
    print: 'Print',
    list: 'Whom to call, and serial numbers',
    institution: 'Institution',
    serial: 'Serial number',
    telephone: 'Telephone',
    hours: 'Hours',
    hoursUnknown: 'please ask the institution',
    none: 'No token of an institution is registered here. For whom to call, see your bankbook, the back of your card, or the page you printed.',
    hidden: {
      why: 'By your settings this list is hidden while Kagifuda is locked.',
      how: 'Unlock Kagifuda in the toolbar, then press this button. If you cannot unlock it, call the institution named on your bankbook or cash card.',
      again: 'Show the list',
      still: 'It is still locked.',
    },
    showing: 'Loading the list',
    cases: [
      {
        heading: 'The PC is lost or stolen',
        steps: [
          'Call the number above at once.',
          'Say that the PC with your software token is lost, and give the serial number.',
          'If you find it, do not use it until the institution says so.',
        ],
      },
      {
        heading: 'The passphrase is forgotten, or the passkey is gone',
        steps: [
          'Nobody can restore either. Look for the paper you wrote the passphrase on.',
          'If it cannot be found, call the number above and ask for a new token.',
          'After that, print this page, remove Kagifuda (the extension) from the browser, install it again and set it up from the start. Every token in Kagifuda is then gone, imported ones too.',
        ],
      },
      {
        heading: 'The extension or the browser was reinstalled',
        steps: [
          'The former token cannot be brought back.',
          'If you removed it before stopping its use at the bank, please call the number above.',
        ],
      },
      {
        heading: 'A transaction is not yours',
        steps: ['Call the number above at once.', 'Do not call a number that a mail or a page shows you.'],
      },
    ],
    note: 'Staff of an institution never ask for a six-digit code or a passphrase. The serial number you may tell them.',
    memo: 'Notes (e.g. the telephone number of your branch)',
  }),
});
