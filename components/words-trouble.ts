/** Words of the guide for whoever is stuck: what helps, and that somebody can be called. */
import { catalogue } from './catalogue.ts';

export type Stuck = 'start' | 'startUnion' | 'exchange' | 'stop' | 'release';

interface TroubleWords {
  heading: string;
  lines: Record<Stuck, string[]>;
  call: string;
  callUnknown: string;
}

export const troubleWords = catalogue({
  ja: (): TroubleWords => ({
    heading: 'うまくいかないとき',
    lines: {
      start: [
        'シリアル番号やワンタイムパスワードが受け付けられないときは、次の番号に変わってから、もう一度「このページに入力」を押してください。',
        '契約者ID、ログインパスワード、お客様カードの番号が分からないときは、ご自分では進められません。',
      ],
      startUnion: [
        'ワンタイムパスワードが受け付けられないときは、次の番号に変わってから、もう一度「このページに入力」を押してください。',
        'ログインIDやログインパスワードが分からないときは、ご自分では進められません。',
      ],
      exchange: [
        '番号が受け付けられないときは、次の番号に変わってから、もう一度「このページに入力」を押してください。',
        '時間切れでログイン画面に戻ったときは、手順1からやり直してください。登録が完了するまで、旧トークンはそのまま使えます。',
      ],
      stop: [
        'ワンタイムパスワードが受け付けられないときは、次の番号に変わってから、もう一度「このページに入力」を押してください。',
        '契約者IDやログインパスワードが分からないときは、ご自分では進められません。',
      ],
      release: [
        'ワンタイムパスワードが受け付けられないときは、次の番号に変わってから、もう一度「このページに入力」を押してください。',
        'トークンがロックされてログインできないとき、確認用パスワードが分からないときは、ご自分では進められません。',
      ],
    },
    call: 'お困りのときは、金融機関へお電話ください。',
    callUnknown: '電話番号は、通帳やキャッシュカードの裏面をご覧ください。',
  }),
  en: (): TroubleWords => ({
    heading: 'If it does not work',
    lines: {
      start: [
        'If the serial number or the one-time password is refused, wait for the next code and choose “Fill this page” once more.',
        'Without your contract ID, login password or card you cannot go on by yourself.',
      ],
      startUnion: [
        'If the one-time password is refused, wait for the next code and choose “Fill this page” once more.',
        'Without your login ID or login password you cannot go on by yourself.',
      ],
      exchange: [
        'If a code is refused, wait for the next one and choose “Fill this page” once more.',
        'If the session ran out and the login page is shown, begin again at step 1. Until the new token is registered the old one stays in use.',
      ],
      stop: [
        'If the one-time password is refused, wait for the next code and choose “Fill this page” once more.',
        'Without your contract ID or login password you cannot go on by yourself.',
      ],
      release: [
        'If the one-time password is refused, wait for the next code and choose “Fill this page” once more.',
        'If the token is locked so that you cannot log in, or without the confirmation password, you cannot go on by yourself.',
      ],
    },
    call: 'If you are stuck, please call your institution.',
    callUnknown: 'You find the number on your bankbook or the back of your cash card.',
  }),
});
