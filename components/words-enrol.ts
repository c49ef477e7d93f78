/** Words of the enrolment page. The terms are our own text; the steps are the manuals'. */
import { catalogue } from './catalogue.ts';

interface EnrolWords {
  title: string;
  steps: [string, string, string, string];
  /** Spoken before a step that is done. */
  past: string;
  stepOf: (now: number, all: number) => string;
  welcome: { heading: string; body: string; time: string };
  search: {
    heading: string;
    label: string;
    hint: string;
    results: string;
    count: (found: number) => string;
    countFirst: (found: number, shown: number) => string;
    none: string;
    noneHelp: string[];
    supported: string;
    noneSupported: string;
    toTransfer: string;
    code: (code: string) => string;
    unsupported: string;
    choose: string;
  };
  consent: {
    heading: (institution: string) => string;
    needs: string;
    needsNote: string;
    terms: string;
    termsText: string[];
    acceptTerms: string;
    samePc: string;
    samePcText: string[];
    acceptSamePc: string;
    issue: string;
    back: string;
  };
  issuing: { working: string; failed: string; retry: string; startOver: string; kept: string };
  done: {
    heading: string;
    body: (institution: string) => string;
    serial: string;
    state: string;
    nextHeading: string;
    open: (institution: string) => string;
    another: string;
    later: string;
    exchange: (old: string) => string;
    toExchange: string;
    exchangeInstead: string;
    withPictures: string;
  };
  /** A token whose set-up was interrupted. */
  unfinished: { body: string; goOn: string };
  /** An issue that was interrupted, found when its institution is chosen again. */
  found: { body: string; whose: string; goOn: string };
  refused: { heading: string; unknown: string; loss: string; wayOn: { again: string; recover: string; other: string } };
}

export const enrolWords = catalogue({
  ja: (): EnrolWords => ({
    title: 'トークンの発行',
    steps: ['ロック', '金融機関', '確認と同意', '発行完了'],
    past: '済み',
    stepOf: (now, all) => `${all}つの手順のうち${now}つめ`,
    welcome: {
      heading: '鍵札へようこそ',
      body: 'はじめに鍵札のロックを決め、つぎに金融機関をさがして、トークンを発行します。',
      time: '5分ほどで終わります。途中でやめても、続きから再開できます。',
    },
    search: {
      heading: '金融機関をさがす',
      label: '金融機関の名前またはコード',
      hint: '漢字・ひらがな・カタカナ・ローマ字、または4桁の金融機関コードで入力してください。',
      results: '金融機関の一覧',
      count: (found) => `${found}件見つかりました`,
      countFirst: (found, shown) => `${found}件見つかりました。はじめの${shown}件を表示しています。名前の続きを入力すると、しぼり込めます。`,
      none: '見つかりません。名前の一部だけを入力するか、4桁の金融機関コードをお試しください。',
      noneHelp: [
        '「信用金庫」「信用組合」は入力しなくてもかまいません。',
        '金融機関コード（4桁）は、通帳などに書かれていることがあります。キャッシュカードの暗証番号は入力しないでください。',
        '銀行・ゆうちょ・農協・労働金庫は、鍵札ではご利用になれません。',
      ],
      supported: 'いまトークンを発行できる金融機関です。ほかの金融機関は、名前を入力してさがしてください。',
      noneSupported: 'いまは、トークンを発行できる金融機関がありません。ほかのサービスのトークンは、取り込んで使えます。',
      toTransfer: '取り込みと書き出しへ',
      code: (code) => `コード ${code}`,
      unsupported: 'この金融機関はまだ対応していません',
      choose: 'この金融機関を選ぶ',
    },
    consent: {
      heading: (institution) => `${institution}のトークン発行`,
      needs: 'ご用意いただくもの',
      needsNote: '発行のあと、金融機関の画面で使います。鍵札に入力することはありません。',
      terms: 'ご利用にあたって',
      termsText: [
        'トークンは、1度限りのパスワード（ワンタイムパスワード）を30秒ごとに作る道具です。鍵札では、この6桁の数字を「番号」と呼びます。',
        '鍵札は個人が利用するための道具で、どの金融機関とも提携していません。',
        '表示された番号（ワンタイムパスワード）を、電話やメールで他人に教えないでください。金融機関の職員がおたずねすることもありません。',
      ],
      acceptTerms: 'ご利用にあたっての内容に同意する',
      samePc: '同じパソコンで使うときのご注意',
      samePcText: [
        '金融機関の手続きをするパソコンに番号を表示すると、別の機器（スマートフォンなど）に表示するより安全性は下がります。',
        'そのパソコンがウイルスに感染したり乗っ取られたりすると、パスワードと番号の両方が盗まれるおそれがあります。',
      ],
      acceptSamePc: '同じパソコンで使うときの注意を理解した',
      issue: '同意して発行する',
      back: '金融機関を選び直す',
    },
    issuing: {
      working: '発行元と安全に鍵を取り交わしています',
      failed: '発行は完了していません',
      retry: 'もう一度試す',
      startOver: 'やり直す',
      kept: '途中までの手続きは失われていません。あとで続きから再開できます。',
    },
    done: {
      heading: 'トークンを発行しました',
      body: (institution) => `${institution}のトークンです。まだ使えません。金融機関の画面で「利用開始」をしてください。`,
      serial: 'シリアル番号',
      state: '状態',
      nextHeading: '次にすること',
      open: (institution) => `${institution}のログイン画面を開く`,
      another: '別のトークンを発行する',
      later: 'あとで行うときは、ツールバーの鍵札を開き「利用開始へ」を押してください。',
      exchange: (old) => `いまお使いのトークン（${old}）と交換するためのトークンです。次に、金融機関の画面で「交換」をしてください。`,
      toExchange: '交換の手順へ',
      exchangeInstead: '前のトークンと交換する方はこちら',
      withPictures: '絵つきの案内で進める',
    },
    unfinished: { body: '初期設定が途中のトークンがあります', goOn: '初期設定の続き' },
    found: {
      body: 'この金融機関では、途中になっている手続きがあります。',
      whose: '別のユーザーIDで行うときは、「やり直す」を押してください。',
      goOn: '続ける',
    },
    refused: { heading: 'ここでは発行できません', unknown: 'トークンが見つかりません', loss: '紛失・盗難のときは', wayOn: { again: 'もう一度試す', recover: '保存した内容を確認する', other: '金融機関を選び直す' } },
  }),
  en: (): EnrolWords => ({
    title: 'Getting a token',
    steps: ['Lock', 'Institution', 'Consent', 'Done'],
    past: 'Done',
    stepOf: (now, all) => `Step ${now} of ${all}`,
    welcome: {
      heading: 'Welcome to Kagifuda',
      body: 'First you choose how Kagifuda is locked, then you find your institution and get a token.',
      time: 'It takes about five minutes. You can stop at any time and go on later.',
    },
    search: {
      heading: 'Find your institution',
      label: 'Name or code of the institution',
      hint: 'Type it in kanji, kana or rōmaji, or its four-digit code.',
      results: 'Institutions',
      count: (found) => `${found} found`,
      countFirst: (found, shown) => `${found} found, of which the first ${shown} are shown. Type more of the name to narrow it down.`,
      none: 'Nothing found. Type only a part of the name, or the four-digit code.',
      noneHelp: [
        'You need not type “信用金庫” or “信用組合”.',
        'The four-digit code may be printed in your bankbook. Never type the PIN of your cash card here.',
        'Kagifuda does not serve other banks, Japan Post Bank, JA or labour banks.',
      ],
      supported: 'These institutions can issue a token today. Type a name to find any other.',
      noneSupported: 'No institution can issue a token today. You can import tokens of other services.',
      toTransfer: 'To import and export',
      code: (code) => `Code ${code}`,
      unsupported: 'This institution is not supported yet',
      choose: 'Choose this institution',
    },
    consent: {
      heading: (institution) => `A token of ${institution}`,
      needs: 'What to have at hand',
      needsNote: 'You will need these on the bank’s pages afterwards, never here.',
      terms: 'Before you use it',
      termsText: [
        'A token makes a password that works once (a one-time password), a new one every 30 seconds. Kagifuda calls these six digits the “code”.',
        'Kagifuda is a tool for private use and is affiliated with no bank.',
        'Never tell anyone a code, by telephone or by mail. Staff of your institution will not ask for it.',
      ],
      acceptTerms: 'I accept these terms',
      samePc: 'Using it on the same PC',
      samePcText: [
        'Codes on the PC that does the banking are weaker than codes on a second device, such as a telephone.',
        'If that PC is infected or taken over, both the password and the code can be stolen.',
      ],
      acceptSamePc: 'I understand the note on using the same PC',
      issue: 'Accept and issue',
      back: 'Choose another institution',
    },
    issuing: {
      working: 'Agreeing on a key with the issuer',
      failed: 'The token is not issued yet',
      retry: 'Try again',
      startOver: 'Start over',
      kept: 'What was done so far is kept. You can go on later.',
    },
    done: {
      heading: 'Your token is issued',
      body: (institution) => `It belongs to ${institution}. It cannot be used yet: choose 「利用開始」 on the bank’s page.`,
      serial: 'Serial number',
      state: 'State',
      nextHeading: 'What to do next',
      open: (institution) => `Open the login page of ${institution}`,
      another: 'Get another token',
      later: 'To do it later, open Kagifuda in the toolbar and choose “Go to 「利用開始」”.',
      exchange: (old) => `It is to take the place of the token you use now (${old}). Next, choose 「交換」 on the bank’s page.`,
      toExchange: 'Show the steps of the exchange',
      exchangeInstead: 'If it replaces a former token, go here',
      withPictures: 'Go on with the guide in pictures',
    },
    unfinished: { body: 'There is a token whose set-up is not finished', goOn: 'Go on with the set-up' },
    found: {
      body: 'At this institution there is a request that was interrupted.',
      whose: 'For another user ID, choose “Start over”.',
      goOn: 'Continue',
    },
    refused: { heading: 'No token can be issued here', unknown: 'The token was not found', loss: 'Loss or theft', wayOn: { again: 'Try again', recover: 'Check what was saved', other: 'Choose another institution' } },
  }),
});
