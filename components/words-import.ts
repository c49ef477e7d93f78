/** Words of importing standard tokens: the ways in, what was found, and what is wrong with it. */
import type { EntryProblem, SourceProblem } from '../lib/transfer/problems.ts';
import type { UnreadWhy } from './import-state.ts';
import { catalogue } from './catalogue.ts';

interface ImportWords {
  heading: string;
  limits: string[];
  text: string;
  textHint: string;
  readText: string;
  files: string;
  filesHint: string;
  clipboard: string;
  reading: string;
  again: string;
  clear: string;
  origins: { typed: string; clipboard: string; page: string };
  found: {
    heading: string;
    summary: (all: number, fresh: number) => string;
    none: string;
    unnamed: string;
    all: string;
    noneChosen: string;
    kinds: { time: (seconds: number) => string; counter: string };
    digits: (digits: number) => string;
    states: { new: string; kept: string; removed: string; twice: string; unreadable: string };
    removed: string;
    missing: (parts: number) => string;
    add: (count: number) => string;
    adding: string;
  };
  sealed: { heading: (name: string) => string; body: string; passphrase: string; open: string; opening: string; wrong: string };
  added: { heading: (count: number) => string; steps: string[] };
  problems: { heading: string; entry: Record<EntryProblem, string>; source: Record<SourceProblem, string>; unread: Record<UnreadWhy, string> };
}

export const importWords = catalogue({
  ja: (): ImportWords => ({
    heading: '取り込む',
    limits: [
      '取り込めるのは、スマートフォンの認証アプリなどで使う標準のトークン（otpauth形式）だけです。金融機関のトークンは、ここでは取り込めません。「トークンを追加」から発行してください。',
      'トークンのQRコードや書き出したファイルを持っている人は、だれでも同じ番号を出せます。人に渡したり、メールで送ったりしないでください。',
    ],
    text: '文字で取り込む',
    textHint: '「otpauth://」で始まる文字を、1行に1つずつ貼り付けてください。',
    readText: '読み取る',
    files: 'ファイルから取り込む',
    filesHint: 'QRコードの画像、Aegis・2FASのファイル、鍵札で書き出したファイルを選べます。いくつかまとめて選んだり、この画面に置いたりもできます。',
    clipboard: 'クリップボードから読む',
    reading: '読み取っています',
    again: 'もう一度読み取る',
    clear: 'やめる',
    origins: { typed: '入力した文字', clipboard: 'クリップボード', page: 'ページのQRコード' },
    found: {
      heading: '見つかったトークン',
      summary: (all, fresh) =>
        fresh === 0 ? `${all}件見つかりました。追加できる新しいものはありません。` : `${all}件見つかりました。新しいものは${fresh}件です。まだ追加していません。`,
      none: 'トークンは見つかりませんでした。',
      unnamed: '名前のないトークン',
      all: 'すべて選ぶ',
      noneChosen: 'すべて外す',
      kinds: { time: (seconds) => `時間式（${seconds}秒）`, counter: '回数式' },
      digits: (digits) => `${digits}桁`,
      states: { new: '新しい', kept: 'すでにあります', removed: '削除済み', twice: '二重', unreadable: '読めません' },
      removed: '削除したトークンです。また使うときは、ツールバーの鍵札を開き、「元に戻す」を押してください。',
      missing: (parts) => `QRコードがあと${parts}枚足りません。残りの画像も読み取ってください。今あるものだけを追加することもできます。`,
      add: (count) => `${count}件を追加する`,
      adding: '追加しています',
    },
    sealed: {
      heading: (name) => `${name}を開く`,
      body: '鍵札で書き出したファイルです。書き出したときに決めたパスフレーズを入力してください。',
      passphrase: 'ファイルのパスフレーズ',
      open: '開く',
      opening: 'ファイルを開いています',
      wrong: 'パスフレーズが違うか、ファイルが壊れています。書き出したときのパスフレーズを確かめて、もう一度入力してください。',
    },
    added: {
      heading: (count) => `${count}件を追加しました`,
      steps: [
        'ツールバーの鍵札を開き、番号がサービスの画面で使えることを確かめてください。',
        '確かめたら、取り込みに使ったファイルや画像を削除してください。ごみ箱からも削除します。',
      ],
    },
    problems: {
      heading: '読み取れなかったもの',
      entry: {
        'secret-garbled': '秘密の文字列が正しくありません。サービスの画面からコピーし直してください。',
        'secret-empty': '秘密の文字列がありません。サービスの画面で、もう一度QRコードを表示してください。',
        'kind-unknown': 'この種類のトークンは使えません。時間式と回数式だけを取り込めます。',
        'algorithm-unknown': '計算の方式が分からないため使えません。',
        'digits-unusual': '番号の桁数が6～8桁ではないため使えません。',
        'period-unusual': '番号が変わる間隔が正しくないため使えません。',
        'counter-garbled': '回数式のカウンターがないか、正しくありません。',
        'label-garbled': 'サービスやアカウントの名前が読めません。文字をコピーし直してください。',
        'line-wrapped': 'すぐ次の行に、続きかもしれない文字があります。続きなら改行を消して1行にし、続きでなければ間に空の行を入れて、もう一度読み取ってください。',
      },
      source: {
        empty: '中に何も書かれていません。',
        'too-large': '大きすぎて読み取れません。トークンのファイルかどうかを確かめてください。',
        'too-many': 'トークンが多すぎます。1000件以下に分けて読み取ってください。',
        'unknown-format': 'トークンの内容ではありません。「otpauth://」で始まる文字か、Aegis・2FAS・鍵札のファイルを選んでください。',
        'uri-garbled': '「otpauth://」の文字が途中で切れているか、正しくありません。全体をコピーし直してください。',
        'migration-garbled': '認証アプリの書き出し用QRコードですが、内容が壊れています。もう一度表示して、読み取り直してください。',
        'aegis-encrypted': 'Aegisの暗号化されたファイルです。Aegisで「暗号化しない」を選んで書き出し、そのファイルを選んでください。取り込んだら、ファイルは必ず削除してください。',
        'twofas-encrypted': '2FASのパスワード付きファイルです。2FASでパスワードを付けずに書き出し、そのファイルを選んでください。取り込んだら、ファイルは必ず削除してください。',
        'file-garbled': 'ファイルが壊れているため読めません。もう一度書き出したファイルを選んでください。',
        'file-newer': '新しい版の鍵札で書き出したファイルです。鍵札を最新版にしてから、もう一度お試しください。',
        'file-passphrase': 'パスフレーズが違うか、ファイルが壊れています。',
      },
      unread: {
        'not-a-picture': '読み取れない種類の画像です。PNGまたはJPEGの画像を選んでください。',
        'too-large': '大きすぎて読み取れません。QRコードの部分だけを切り取って、もう一度お試しください。',
        'no-code': 'QRコードが見つかりません。QRコードの全体が、はっきり写っている画像を選んでください。',
        'too-many': '一度に読み取れる量を超えました。先に今あるものを追加してから、続きを読み取ってください。',
        unreadable: 'ファイルを開けませんでした。ほかの画面で使っていないか確かめて、もう一度選んでください。',
        'clipboard-refused': 'ブラウザーがクリップボードの読み取りを許しませんでした。この画面で Ctrl+V を押すと（Macは ⌘V）、貼り付けて読み取れます。',
        'clipboard-empty': 'クリップボードに文字も画像もありません。先にコピーしてください。',
      },
    },
  }),
  en: (): ImportWords => ({
    heading: 'Import',
    limits: [
      'Only standard tokens (otpauth), as in the authenticator app of a phone, can be imported. A token of a bank cannot be imported here: get it under “Add a token”.',
      'Whoever has the QR code or the exported file of a token can make the same codes. Do not hand it on and do not send it by mail.',
    ],
    text: 'Import text',
    textHint: 'Paste text that begins with “otpauth://”, one token a line.',
    readText: 'Read it',
    files: 'Import files',
    filesHint: 'Pictures of QR codes, files of Aegis and 2FAS, files exported by Kagifuda. Several at once are fine, and you can drop them on this page.',
    clipboard: 'Read the clipboard',
    reading: 'Reading',
    again: 'Read again',
    clear: 'Cancel',
    origins: { typed: 'Typed text', clipboard: 'Clipboard', page: 'QR code of the page' },
    found: {
      heading: 'Tokens found',
      summary: (all, fresh) => (fresh === 0 ? `${all} found. None of them is new and can be added.` : `${all} found, ${fresh} of them new. Nothing has been added yet.`),
      none: 'No token was found.',
      unnamed: 'Token without a name',
      all: 'Choose all',
      noneChosen: 'Choose none',
      kinds: { time: (seconds) => `by time (${seconds} s)`, counter: 'by counter' },
      digits: (digits) => `${digits} digits`,
      states: { new: 'New', kept: 'Already here', removed: 'Deleted', twice: 'Twice', unreadable: 'Unreadable' },
      removed: 'You deleted this token. To use it again, open Kagifuda in the toolbar and choose “Bring it back”.',
      missing: (parts) =>
        `${parts === 1 ? 'One more QR code is' : `${parts} more QR codes are`} missing. Read the other pictures too. You can also add only what is here.`,
      add: (count) => `Add ${count}`,
      adding: 'Adding',
    },
    sealed: {
      heading: (name) => `Open ${name}`,
      body: 'Kagifuda exported this file. Enter the passphrase that was chosen for it then.',
      passphrase: 'Passphrase of the file',
      open: 'Open',
      opening: 'Opening the file',
      wrong: 'The passphrase is wrong, or the file is damaged. Check the passphrase that was chosen for the file and try again.',
    },
    added: {
      heading: (count) => `${count} added`,
      steps: [
        'Open Kagifuda in the toolbar and check that the service accepts a code.',
        'Then delete the file or picture that you imported, also from the recycle bin.',
      ],
    },
    problems: {
      heading: 'Could not be read',
      entry: {
        'secret-garbled': 'Its secret is not right. Copy it again from the service.',
        'secret-empty': 'It has no secret. Have the service show the QR code again.',
        'kind-unknown': 'This kind of token cannot be used: only those by time and by counter.',
        'algorithm-unknown': 'Its algorithm is unknown, so it cannot be used.',
        'digits-unusual': 'Its codes do not have 6 to 8 digits, so it cannot be used.',
        'period-unusual': 'The time between its codes is not right, so it cannot be used.',
        'counter-garbled': 'Its counter is missing or not right.',
        'label-garbled': 'Its names cannot be read. Copy the text again.',
        'line-wrapped': 'The line right behind it may be the rest of it. If so, make both one line; if not, put an empty line between them. Then read it again.',
      },
      source: {
        empty: 'There is nothing in it.',
        'too-large': 'It is too large to be read. Check that it is a file of tokens.',
        'too-many': 'It has too many tokens. Read no more than 1000 at once.',
        'unknown-format': 'It holds no tokens. Choose text that begins with “otpauth://”, or a file of Aegis, 2FAS or Kagifuda.',
        'uri-garbled': 'The “otpauth://” text is cut off or not right. Copy all of it again.',
        'migration-garbled': 'This is the export code of an authenticator app, but it is damaged. Show it again and read it anew.',
        'aegis-encrypted': 'This is an encrypted file of Aegis. Export without encryption there and choose that file. Be sure to delete it after the import.',
        'twofas-encrypted': 'This file of 2FAS has a password. Export without a password there and choose that file. Be sure to delete it after the import.',
        'file-garbled': 'The file is damaged and cannot be read. Choose one that was exported again.',
        'file-newer': 'A newer version of Kagifuda exported this file. Update Kagifuda, then try again.',
        'file-passphrase': 'The passphrase is wrong, or the file is damaged.',
      },
      unread: {
        'not-a-picture': 'This kind of picture cannot be read. Choose a PNG or JPEG picture.',
        'too-large': 'It is too large to be read. Cut out the QR code and try again.',
        'no-code': 'No QR code was found. Choose a picture that shows all of the code clearly.',
        'too-many': 'That is more than can be read at once. Add what is here first, then read the rest.',
        unreadable: 'The file could not be opened. Check that nothing else uses it, then choose it again.',
        'clipboard-refused': 'The browser did not let Kagifuda read the clipboard. Press Ctrl+V on this page (⌘V on a Mac) to paste and read it.',
        'clipboard-empty': 'There is neither text nor a picture on the clipboard. Copy something first.',
      },
    },
  }),
});
