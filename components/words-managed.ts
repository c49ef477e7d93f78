/** Words about what the organisation that manages this browser has decided. */
import type { PolicyFault } from '../lib/messages/policy.ts';
import { catalogue } from './catalogue.ts';

interface ManagedWords {
  heading: string;
  /** In the settings. */
  autoLockMost: (delay: string) => string;
  offersOff: string;
  faulty: string;
  /** On the health page. */
  institutions: { name: string; value: (count: number) => string };
  autoLock: { name: string; value: (minutes: number) => string };
  inPageOffer: { name: string; on: string; off: string };
  issuer: { name: string; value: (origin: string, count: number) => string; noLeave: string };
  parts: Record<PolicyFault['part'], string>;
  refused: (why: string) => string;
  refusedTodo: string;
  /** On the enrolment page. */
  notAllowed: string;
  issuedBy: { mock: string; own: (host: string) => string };
}

export const managedWords = catalogue({
  ja: (): ManagedWords => ({
    heading: '組織の設定',
    autoLockMost: (delay) => `このパソコンを管理している組織（お勤め先など）の設定により、${delay}までの時間から選べます。`,
    offersOff: 'このパソコンを管理している組織（お勤め先など）の設定により、ページの中には案内を出しません。ツールバーとショートカットからは入力できます。',
    faulty: '組織の設定のうち、正しく書かれていないものがあり、使っていません。くわしくは「保存の状態」をご覧ください。',
    institutions: { name: '新しく発行できる金融機関', value: (count) => `組織が決めた${count}機関` },
    autoLock: { name: '自動でロックするまでの時間', value: (minutes) => `最長 ${minutes}分` },
    inPageOffer: { name: 'ページの中の案内', on: '出せます', off: '出しません' },
    issuer: { name: '組織の発行元', value: (origin, count) => `${origin}（${count}機関）`, noLeave: 'この発行元との通信を、ブラウザーからまだ許可されていません。通信できないときは、許可してください。' },
    parts: {
      all: '組織の設定の全体',
      unknown: '鍵札の知らない項目',
      institutions: '新しく発行できる金融機関の設定',
      autoLockMinutes: '自動のロックの設定',
      inPageOffer: 'ページの中の案内の設定',
      issuer: '組織の発行元の設定',
    },
    refused: (why) => `正しく書かれていないため、使っていません（${why}）`,
    refusedTodo: 'このパソコンを管理している組織の担当の方に、この画面の内容をお伝えください。',
    notAllowed: '組織の設定により、新しく発行できません',
    issuedBy: {
      mock: '現在の発行元は、動作を確かめるための模擬の発行元です。',
      own: (host) => `発行元は、このパソコンを管理している組織（お勤め先など）が指定した ${host} です。はじめに、ブラウザーが通信の許可をたずねることがあります。`,
    },
  }),
  en: (): ManagedWords => ({
    heading: 'Decided by your organisation',
    autoLockMost: (delay) => `The organisation that manages this PC (your employer, for instance) allows no more than ${delay}.`,
    offersOff: 'The organisation that manages this PC (your employer, for instance) has switched offers in pages off. Toolbar and shortcut still fill.',
    faulty: 'Some of what your organisation decided is not written correctly, and is not used. See “Storage status”.',
    institutions: { name: 'Institutions to get a token of', value: (count) => `${count}, chosen by the organisation` },
    autoLock: { name: 'Locks by itself after', value: (minutes) => `${minutes} min at most` },
    inPageOffer: { name: 'Offers in pages', on: 'may be shown', off: 'are not shown' },
    issuer: { name: 'Issuer of the organisation', value: (origin, count) => `${origin} (institutions: ${count})`, noLeave: 'The browser has not yet been told that we may speak to this issuer. If it cannot be reached, please allow it.' },
    parts: {
      all: 'All that the organisation decided',
      unknown: 'An entry that Kagifuda does not know',
      institutions: 'The entry on institutions',
      autoLockMinutes: 'The entry on locking by itself',
      inPageOffer: 'The entry on offers in pages',
      issuer: 'The entry on the organisation’s issuer',
    },
    refused: (why) => `not written correctly, so it is not used (${why})`,
    refusedTodo: 'Please tell whoever manages this PC for your organisation what this page says.',
    notAllowed: 'Your organisation allows no new token of it',
    issuedBy: {
      mock: 'The issuer it knows today is a mock one, made for trying it out.',
      own: (host) => `The issuer is ${host}, named by the organisation that manages this PC (your employer, for instance). The browser may ask first whether we may speak to it.`,
    },
  }),
});
