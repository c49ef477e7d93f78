/** Words about sites: the one that an imported token is bound to, unlisted ones, and the question before a code is copied beside one. */
import { catalogue } from './catalogue.ts';

export interface SiteWords {
  own: string;
  unlisted: string;
  alike: string;
  notBanking: string;
  bound: {
    heading: string;
    lead: string;
    address: string;
    example: string;
    use: string;
    useOpen: (host: string) => string;
    waiting: string;
    inPage: string;
    notInPage: string;
    permit: string;
    unbind: string;
  };
  gate: {
    bank: (host: string, institution: string) => string;
    notBanking: (host: string, institution: string) => string;
    site: (host: string, name: string, bound: string) => string;
    alike: string;
    trueSite: string;
    boundSite: string;
    anyway: string;
    leave: string;
  };
}

export const siteWords = catalogue({
  ja: (): SiteWords => ({
    own: '取り込んだトークンを登録したサイトです',
    unlisted: '登録されていないサイトです',
    alike: '金融機関のサイトに似た名前ですが、インターネットバンキングの画面ではありません。パスワードや番号を入力しないでください。すでに入力したときは、ただちに金融機関へお電話ください。',
    notBanking: 'インターネットバンキングの画面ではありません。パスワードや番号を入力しないでください。',
    bound: {
      heading: 'このトークンを使うサイト',
      lead: '登録すると、そのサイトの入力欄に番号を入力できます。ほかのサイトには入力しません。',
      address: 'サイトのアドレス',
      example: '例：example.com',
      use: 'このアドレスのサイトで使う',
      useOpen: (host) => `いま開いているサイト（${host}）で使う`,
      waiting: 'ブラウザーの確認を待っています',
      inPage: 'このサイトの入力欄に案内を出します。',
      notInPage: 'ブラウザーの許可がないため、ページの中には案内を出しません。ツールバーの鍵札から入力できます。',
      permit: 'ページの中にも案内を出す',
      unbind: 'このサイトで使うのをやめる',
    },
    gate: {
      bank: (host, institution) => `このサイト（${host}）は${institution}のサイトではありません。番号を入力すると、だまし取られるおそれがあります。`,
      notBanking: (host, institution) => `このサイト（${host}）は${institution}のインターネットバンキングではありません。番号を入力しないでください。`,
      site: (host, name, bound) => `このサイト（${host}）は、${name}を使うサイト（${bound}）ではありません。番号を入力すると、だまし取られるおそれがあります。`,
      alike: '名前を似せた、にせのサイトかもしれません。',
      trueSite: '正規サイトを開く',
      boundSite: '登録したサイトを開く',
      anyway: 'それでもコピーする',
      leave: 'コピーしない',
    },
  }),
  en: (): SiteWords => ({
    own: 'The site of an imported token',
    unlisted: 'This site is not registered',
    alike: 'Its name is like that of an institution, but it is no internet banking page. Enter no password and no code here. If you have entered something already, call your institution at once.',
    notBanking: 'This is no internet banking page. Enter no password and no code here.',
    bound: {
      heading: 'Site of this token',
      lead: 'Its codes can then be filled into the fields of that site, and of no other.',
      address: 'Address of the site',
      example: 'For example: example.com',
      use: 'Use it on the site of this address',
      useOpen: (host) => `Use it on the open site (${host})`,
      waiting: 'Waiting for the browser’s question',
      inPage: 'It is offered in the fields of this site.',
      notInPage: 'The browser has not given permission, so nothing is offered in the page. Fill from Kagifuda in the toolbar.',
      permit: 'Offer it in the page, too',
      unbind: 'Stop using it on this site',
    },
    gate: {
      bank: (host, institution) => `This site (${host}) is not the site of ${institution}. A code that you enter here may be stolen.`,
      notBanking: (host, institution) => `This site (${host}) is not the internet banking of ${institution}. Enter no code here.`,
      site: (host, name, bound) => `This site (${host}) is not the site of ${name} (${bound}). A code that you enter here may be stolen.`,
      alike: 'It may be a fake with a similar name.',
      trueSite: 'Open the true site',
      boundSite: 'Open its own site',
      anyway: 'Copy it anyway',
      leave: 'Do not copy',
    },
  }),
});
