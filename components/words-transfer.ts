/** Words of the page 取り込みと書き出し, and of exporting. */
import { catalogue } from './catalogue.ts';

interface TransferWords {
  title: string;
  none: string;
  start: string;
  waiting: string;
  export: {
    heading: string;
    body: string;
    noLocal: string;
    choose: string;
    issued: string;
    bound: string;
    noneChosen: string;
    passphrase: string;
    again: string;
    note: string;
    next: string;
    prove: string;
    proveBody: string;
    back: string;
    exporting: string;
    saved: (count: number) => string;
    savedAs: (name: string) => string;
    afterwards: string[];
    another: string;
  };
}

export const transferWords = catalogue({
  ja: (): TransferWords => ({
    title: '取り込みと書き出し',
    none: '先に、トークンをしまう箱の鍵（パスフレーズなど）を決めてください。',
    start: 'はじめる',
    waiting: '読み取る内容をお預かりしています。解除すると続きを行います。',
    export: {
      heading: '書き出す',
      body: '取り込んだトークンの控えを、1つのファイルに保存します。別のパソコンの鍵札で取り込んだり、もしものときに元に戻したりできます。',
      noLocal: '書き出せるトークンはまだありません。書き出せるのは、取り込んだトークンだけです。',
      choose: '書き出すトークン',
      issued: '書き出せないトークン',
      bound: '金融機関から発行されたトークンは、このブラウザー専用のため書き出せません。パソコンを替えるときは、信用金庫では、新しいパソコンで発行してから「交換」をしてください。信用組合では、先に「利用解除」をし、翌日以降に新しいパソコンで発行してください。',
      noneChosen: '書き出すトークンを1つ以上選んでください。',
      passphrase: 'ファイルのパスフレーズ',
      again: 'ファイルのパスフレーズ（確認）',
      note: 'このファイルを開くためのパスフレーズを、新しく決めてください。忘れると、だれにもファイルを開けません。紙に書いて、ファイルとは別の場所に保管してください。',
      next: '次へ',
      prove: 'ご本人の確認',
      proveBody: '書き出す前に、鍵札のロックを解除するときと同じ方法で確認します。',
      back: '戻る',
      exporting: '書き出しています',
      saved: (count) => `${count}件を書き出しました`,
      savedAs: (name) => `「ダウンロード」に ${name} を保存しました。`,
      afterwards: [
        'このファイルは、決めたパスフレーズがないと開けません。パスフレーズを忘れると、だれにも元に戻せません。',
        'USBメモリーなど、パソコンとは別の場所に保管してください。',
        '元に戻すときは、この画面の「取り込む」でこのファイルを選びます。',
      ],
      another: 'もう一度書き出す',
    },
  }),
  en: (): TransferWords => ({
    title: 'Import and export',
    none: 'First choose the key (a passphrase, for example) to the box that keeps your tokens.',
    start: 'Get started',
    waiting: 'What you want to read is being held. Once unlocked, it goes on.',
    export: {
      heading: 'Export',
      body: 'Saves a copy of your imported tokens in one file. Kagifuda on another PC can import it, or you can bring them back from it.',
      noLocal: 'There is nothing to export yet. Only imported tokens can be exported.',
      choose: 'Tokens to export',
      issued: 'Tokens that cannot be exported',
      bound: 'A token issued by an institution belongs to this browser and cannot be exported. For another PC: with a shinkin bank get a new one there, then exchange (「交換」); with a credit union release this one first (「利用解除」), and get a new one there from the next day on.',
      noneChosen: 'Choose at least one token.',
      passphrase: 'Passphrase of the file',
      again: 'Passphrase of the file (again)',
      note: 'Choose a new passphrase that opens this file. If you forget it, nobody can open the file. Write it on paper and keep it apart from the file.',
      next: 'Next',
      prove: 'Confirm that it is you',
      proveBody: 'Before the export, confirm in the way in which you unlock Kagifuda.',
      back: 'Back',
      exporting: 'Exporting',
      saved: (count) => `${count} exported`,
      savedAs: (name) => `Saved ${name} under “Downloads”.`,
      afterwards: [
        'The file opens only with the passphrase you chose. If you forget it, nobody can restore it.',
        'Keep it away from this PC, on a USB stick for example.',
        'To bring the tokens back, choose the file under “Import” on this page.',
      ],
      another: 'Export again',
    },
  }),
});
