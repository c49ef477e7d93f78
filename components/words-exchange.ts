/** Words of 交換: where both tokens are, then the bank's steps in the manual's words. */
import { catalogue } from './catalogue.ts';

/** A serial for a token of this PC; null for one elsewhere. */
interface ExchangeSerials {
  old: string | null;
  fresh: string | null;
}

interface ExchangeWords {
  heading: (token: string) => string;
  what: string;
  whereNew: string;
  whereOld: string;
  issueHere: string;
  newElsewhere: string;
  newHere: (serial: string) => string;
  oldElsewhere: string;
  oldHere: (serial: string) => string;
  chooseAgain: string;
  pair: string;
  old: string;
  fresh: string;
  elsewhere: string;
  needs: string[];
  needNew: string;
  needOld: string;
  steps: (serials: ExchangeSerials) => string[];
  keep: string;
  hardware: string;
  oldUnavailable: { heading: string; body: string };
  after: string[];
  finishedOld: string;
  finishedNew: string;
}

export const exchangeWords = catalogue({
  ja: (): ExchangeWords => ({
    heading: (token) => `${token}の交換`,
    what: '交換とは、いま金融機関でお使いのトークン（旧トークン）を、新しいトークンに切り替えるお手続きです。',
    whereNew: '新しいトークンはどこにありますか',
    whereOld: '旧トークン（現在ご利用中のトークン）はどこにありますか',
    issueHere: 'このパソコンの鍵札に新しく発行する',
    newElsewhere: '別の機器・カード型（ハードウェアトークン）',
    newHere: (serial) => `このパソコンの鍵札にある ${serial}`,
    oldElsewhere: '別の機器（スマートフォン・カード型など）',
    oldHere: (serial) => `このパソコンの鍵札にある ${serial}`,
    chooseAgain: '選び直す',
    pair: '交換するトークン',
    old: '旧トークン',
    fresh: '新しいトークン',
    elsewhere: '別の機器・カード型',
    needs: ['契約者ID（利用者番号）', 'ログインパスワード'],
    needNew: '新しいトークン（別の機器、または金融機関から発送されたハードウェアトークン）',
    needOld: '旧トークンの入った機器（番号を表示できるもの）',
    steps: ({ old, fresh }) => [
      '金融機関のログイン画面を開きます。',
      'ワンタイムパスワードの「交換」を押します。まだログインはしません。',
      '契約者IDとログインパスワードを入力し、「次へ」を押します。',
      old === null
        ? '「旧トークンのワンタイムパスワード」の欄に、旧トークンに表示されている番号をご自分で入力し、「次へ」を押します。'
        : `「旧トークンのワンタイムパスワード」の欄では、鍵札を開いて「このページに入力」を押します。旧トークン（${old}）の番号が入ったら、「次へ」を押します。`,
      fresh === null
        ? '「新しいトークンの登録」の画面で、新しいトークンのシリアル番号とワンタイムパスワードをご自分で入力し、「登録」を押します。'
        : `「新しいトークンの登録」の画面では、鍵札を開いて「このページに入力」を押します。新しいトークン（${fresh}）のシリアル番号とワンタイムパスワードが入ったら、「登録」を押します。`,
      '「ワンタイムパスワードの交換が完了しました。」と表示されたら終わりです。',
    ],
    keep: '新しいトークンの登録が完了するまでは、旧トークンを削除しないでください。旧端末のアプリもアンインストールしないでください。',
    hardware: 'ハードウェアトークンは、金融機関から発送されたもののみ利用できます。',
    oldUnavailable: {
      heading: '旧トークンの番号を表示できないとき',
      body: 'ご自分では交換できません。金融機関へお電話ください。窓口で再発行の処理を行います。',
    },
    after: ['以後のお取引では、新しいトークンの番号をお使いください。', '旧トークンは「交換済み」になり、番号は使えなくなります。'],
    finishedOld: 'このトークンは交換済みです。以後は新しいトークンの番号をお使いください。このトークンは、鍵札から削除してかまいません。',
    finishedNew: '交換が済みました。以後のお取引では、このトークンの番号をお使いください。',
  }),
  en: (): ExchangeWords => ({
    heading: (token) => `Exchange (交換) of ${token}`,
    what: 'An exchange moves your banking from the token you use now (the old one) to a new one.',
    whereNew: 'Where is the new token?',
    whereOld: 'Where is the old token, the one you use now?',
    issueHere: 'Issue a new one in Kagifuda on this PC',
    newElsewhere: 'Another device, or a card (hardware token)',
    newHere: (serial) => `In Kagifuda on this PC: ${serial}`,
    oldElsewhere: 'Another device (smartphone, card or the like)',
    oldHere: (serial) => `In Kagifuda on this PC: ${serial}`,
    chooseAgain: 'Choose again',
    pair: 'The tokens of this exchange',
    old: 'Old token',
    fresh: 'New token',
    elsewhere: 'another device or card',
    needs: ['Contract ID (契約者ID)', 'Login password'],
    needNew: 'The new token (on another device, or the hardware token that your institution sent)',
    needOld: 'The device with the old token, able to show a code',
    steps: ({ old, fresh }) => [
      'Open the bank’s login page.',
      'Choose 「交換」 for one-time passwords (ワンタイムパスワード). Do not log in yet.',
      'Enter your contract ID (契約者ID) and login password, then 「次へ」.',
      old === null
        ? 'In the field 「旧トークンのワンタイムパスワード」 type the code that the old token shows, then 「次へ」.'
        : `At the field 「旧トークンのワンタイムパスワード」 open Kagifuda and choose “Fill this page”. When the code of the old token (${old}) is in, choose 「次へ」.`,
      fresh === null
        ? 'On the page 「新しいトークンの登録」 type the serial number and the one-time password of the new token, then 「登録」.'
        : `On the page 「新しいトークンの登録」 open Kagifuda and choose “Fill this page”. When serial number and one-time password of the new token (${fresh}) are in, choose 「登録」.`,
      'You are done when the page says 「ワンタイムパスワードの交換が完了しました。」.',
    ],
    keep: 'Until the new token is registered, do not delete the old one, and do not uninstall its app.',
    hardware: 'Only hardware tokens that your institution sent can be used.',
    oldUnavailable: {
      heading: 'If the old token can show no code',
      body: 'You cannot exchange it yourself. Please call your institution: it will issue the token again (再発行).',
    },
    after: ['From then on use the codes of the new token.', 'The old token becomes “Replaced” and its codes stop working.'],
    finishedOld: 'This token was replaced. Use the codes of the new one. You can delete this token from Kagifuda.',
    finishedNew: 'The exchange is done. Use the codes of this token from now on.',
  }),
});
