/** Settings: open with one way in and with all of them, each of their forms, locked, and before the first run. */
import { lockWords } from '../../../components/words-lock.ts';
import { sentences } from '../../../components/sentences.ts';
import { managedWords } from '../../../components/words-managed.ts';
import { settingsWords } from '../../../components/words-settings.ts';
import { waysWords } from '../../../components/words-ways.ts';
import { checkbox, field } from '../browser/find.ts';
import { type Answers, refused } from './answers.ts';
import { managed, locked, look, NOW, passkeyWay, token, unionToken, wayIn, ways, waysHere } from './looks.ts';
import { first, press, type Screen } from './screen.ts';

type Part = Pick<Screen, 'shows'> & Partial<Pick<Screen, 'reach' | 'passkeys'>>;

const settings = (name: string, answers: Answers, part: Part): Screen => ({ name: `settings-${name}`, address: '/settings.html', answers, ...part });

const opened: Answers = { look: look({ tokens: [token(), unionToken()] }) };
const pin = { salt: wayIn.salt, memory: 8192, passes: 1, lanes: 1, triesLeft: 5 };
const all: Answers = {
  ...opened,
  ways: { ways: [...waysHere, { slotId: 'passkey', kind: 'passkey', madeAt: NOW }], opening: ways({ passkeys: [passkeyWay], pin }) },
  lossKit: { lines: null, hidden: true },
};

const onlyPasskeys: Answers = {
  ...opened,
  ways: { ways: [{ slotId: 'passkey', kind: 'passkey', madeAt: NOW }], opening: ways({ passphrases: [], passkeys: [passkeyWay] }) },
};
/** The passkey, with a passphrase as the proof. */
const remove = first(
  press((language) => waysWords[language].remove.open(waysWords[language].kinds.passkey)),
  async (view, language) => await view.type(field(waysWords[language].proof.passphrase), 'sakana-moyoru'),
  async (view, language) => await view.click(`//form//button[normalize-space(.)='${waysWords[language].remove.yes}']`),
);

export const settingsScreens: Screen[] = [
  settings('open', opened, { shows: (language) => waysWords[language].onlyPassphrase }),
  settings('all-ways', all, { passkeys: true, shows: (language) => waysWords[language].pin.drop }),
  settings('change-passphrase', opened, {
    reach: press((language) => waysWords[language].change.open),
    shows: (language) => waysWords[language].newAgain,
  }),
  settings('pin', all, { passkeys: true, reach: press((language) => waysWords[language].pin.again), shows: (language) => waysWords[language].pin.rule }),
  settings('remove', all, {
    passkeys: true,
    reach: press((language) => waysWords[language].remove.open(waysWords[language].kinds.passkey)),
    shows: (language) => waysWords[language].remove.question.passkey,
  }),
  settings('remove-refused', { ...all, removeWay: refused('wrong-passphrase') }, {
    passkeys: true,
    reach: remove,
    shows: (language) => sentences[language]['wrong-passphrase'],
  }),
  settings('locked-midway', { ...all, look: [look({ tokens: [token(), unionToken()] }), locked()], removeWay: refused('locked') }, {
    passkeys: true,
    reach: remove,
    shows: (language) => lockWords[language].unlockHeading,
  }),
  settings('add-passkey', opened, { passkeys: true, reach: press((language) => waysWords[language].addPasskey.open), shows: (language) => waysWords[language].addPasskey.lead }),
  settings('add-passphrase', onlyPasskeys, {
    passkeys: true,
    reach: press((language) => waysWords[language].addPassphrase.open),
    shows: (language) => waysWords[language].addPassphrase.lead,
  }),
  settings('saved', opened, { reach: async (view, language) => await view.click(checkbox(settingsWords[language].offerAt('あぶくま信用金庫'))), shows: (language) => settingsWords[language].saved }),
  settings('managed', { ...opened, policy: managed }, { shows: (language) => managedWords[language].offersOff }),
  settings('managed-unheard', { ...opened, policy: refused('store-blocked') }, { shows: (language) => sentences[language]['store-blocked'] }),
  settings('failed', { ...opened, look: refused('store-unavailable') }, { shows: (language) => sentences[language]['store-unavailable'] }),
  settings('damaged', { look: look({ vault: 'damaged', tokens: [] }) }, { shows: (language) => sentences[language]['vault-damaged'] }),
  settings('locked', { look: locked() }, { shows: (language) => lockWords[language].unlockHeading }),
  settings('none', { look: look({ vault: 'none', tokens: [] }) }, { shows: (language) => settingsWords[language].start }),
];
