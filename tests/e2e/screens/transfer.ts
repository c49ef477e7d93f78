/** 取り込みと書き出し: the ways in, what was found, what could not be read, and the way out. */
import { importWords } from '../../../components/words-import.ts';
import { lockWords } from '../../../components/words-lock.ts';
import { transferWords } from '../../../components/words-transfer.ts';
import { waysWords } from '../../../components/words-ways.ts';
import { sentences } from '../../../components/sentences.ts';
import type { Answer, OwnRequests } from '../../../lib/messages/protocol.ts';
import { field } from '../browser/find.ts';
import { type Answers, refused } from './answers.ts';
import { found, localToken, locked, look, token, wayIn } from './looks.ts';
import { type Act, first, press, type Screen } from './screen.ts';

type Part = Pick<Screen, 'shows'> & Partial<Pick<Screen, 'reach'>>;

const transfer = (name: string, answers: Answers, part: Part): Screen => ({ name: `transfer-${name}`, address: '/transfer.html', answers, ...part });

const mixed = localToken();
const opened: Answers = { look: look({ tokens: [token(), mixed, localToken({ id: 'm', local: { issuer: '', account: '', counts: true, site: null } })] }) };
const { salt, memory, passes, lanes } = wayIn;
const shut: Answer<OwnRequests, 'readImport'> = { found: [], sources: [{ kind: 'sealed', stretching: { salt, memory, passes, lanes } }], missing: 0 };
/** The popup handed something over. */
const handed = (text: string): Answers => ({ ...opened, takeFound: [{ texts: [text] }, { texts: [] }] });

const several: Answers = {
  ...handed('otpauth-migration://offline'),
  readImport: {
    found: [
      found(),
      found({ index: 1, issuer: '見本クラウドサービス管理コンソール', account: 'hanako.yamada.long.address@department.example.co.jp' }),
      found({ index: 2, issuer: '', account: '', token: { counts: true, algorithm: 'SHA-1', digits: 8, period: 30 } }),
      found({ index: 3, issuer: '見本ショップ', state: 'kept' }),
      found({ index: 4, issuer: '見本ショップ', state: 'twice' }),
      found({ index: 5, issuer: '見本ゲーム', token: null, state: 'unreadable', problem: 'digits-unusual' }),
      found({ index: 6, issuer: '見本チャット' }),
      found({ index: 7, issuer: '見本メール', state: 'removed' }),
      found({ index: 8, issuer: '見本銀行', token: null, state: 'unreadable', problem: 'line-wrapped' }),
    ],
    sources: [{ kind: 'read', count: 9 }],
    missing: 1,
  },
  importTokens: { added: 3 },
};

const exportPassphrase: Act = async (view, language) => {
  const words = transferWords[language].export;
  await view.type(field(words.passphrase), 'sakana-moyoru-hitomi-kedaru');
  await view.type(field(words.again), 'sakana-moyoru-hitomi-kedaru');
  await view.click(`//button[normalize-space(.)='${words.next}']`);
};

export const transferScreens: Screen[] = [
  transfer('open', opened, { shows: (language) => transferWords[language].export.choose }),
  transfer('open-without', { look: look() }, { shows: (language) => transferWords[language].export.noLocal }),
  transfer('found', several, { shows: () => '見本チャット' }),
  transfer('added', several, {
    reach: press((language) => importWords[language].found.add(4)),
    shows: (language) => importWords[language].added.heading(3),
  }),
  transfer('problem', { ...handed('nothing of use'), readImport: { found: [], sources: [{ kind: 'problem', problem: 'unknown-format' }], missing: 0 } }, {
    shows: (language) => importWords[language].problems.source['unknown-format'],
  }),
  transfer('sealed', { ...handed('{}'), readImport: shut }, {
    shows: (language) => importWords[language].sealed.body,
  }),
  transfer('sealed-wrong', { ...handed('{}'), readImport: [shut, { ...shut, sources: [{ kind: 'problem', problem: 'file-passphrase' }] }] }, {
    async reach(view, language) {
      await view.type('//form//input', 'sakana-moyoru');
      await view.click(`//form//button[normalize-space(.)='${importWords[language].sealed.open}']`);
    },
    shows: (language) => importWords[language].sealed.wrong,
  }),
  transfer('read-refused', { ...handed('otpauth://'), readImport: refused('internal') }, { shows: (language) => sentences[language].internal }),
  transfer('add-refused', { ...several, importTokens: refused('store-full') }, {
    reach: press((language) => importWords[language].found.add(4)),
    shows: (language) => importWords[language].found.heading,
  }),
  transfer('waiting', { ...handed('otpauth://'), look: locked() }, { shows: (language) => transferWords[language].waiting }),
  transfer('damaged', { look: look({ vault: 'damaged', tokens: [] }) }, { shows: (language) => sentences[language]['vault-damaged'] }),
  transfer('saved', { ...opened, exportTokens: { file: '{}', count: 2 } }, {
    reach: first(exportPassphrase, async (view, language) => {
      await view.type(field(waysWords[language].proof.passphrase), 'sakana-moyoru');
      await view.press('Enter');
    }),
    shows: (language) => transferWords[language].export.saved(2),
  }),
  transfer('prove', opened, { reach: exportPassphrase, shows: (language) => transferWords[language].export.proveBody }),
  transfer('none-chosen', opened, {
    reach: first(
      async (view) => await view.click('(//fieldset//input)[1]'),
      async (view) => await view.click('(//fieldset//input)[2]'),
      async (view, language) => await view.click(`//button[normalize-space(.)='${transferWords[language].export.next}']`),
    ),
    shows: (language) => transferWords[language].export.noneChosen,
  }),
  transfer('locked', { look: locked() }, { shows: (language) => lockWords[language].unlockHeading }),
  transfer('none', { look: look({ vault: 'none', tokens: [] }) }, { shows: (language) => transferWords[language].start }),
];
