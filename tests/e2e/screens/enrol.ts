/** Getting a token: the lock, the institution, the consent, and each of the manual's screens after it. */
import { enrolWords } from '../../../components/words-enrol.ts';
import { lockWords } from '../../../components/words-lock.ts';
import { popupWords } from '../../../components/words-popup.ts';
import { sentences } from '../../../components/sentences.ts';
import { unionWords } from '../../../components/words-union.ts';
import { checkbox, field } from '../browser/find.ts';
import { type Answers, refused } from './answers.ts';
import { locked, look, NOW, passkeyWay, token, unionToken } from './looks.ts';
import { type Act, first, press, type Screen } from './screen.ts';

type Part = Pick<Screen, 'shows'> & Partial<Pick<Screen, 'reach' | 'passkeys' | 'privately'>>;

const enrol = (name: string, search: string, answers: Answers, part: Part): Screen => ({ name: `enrol-${name}`, address: `/enrol.html${search}`, answers, ...part });

const none: Answers = { look: look({ vault: 'none', tokens: [] }) };
const empty: Answers = { look: look({ tokens: [] }) };
const pending = (institutionCode: string, institution: string): Answers => ({
  look: look({ tokens: [], pendings: [{ id: 'p', institutionCode, institution, kind: institutionCode === '2143' ? 'credit-union' : 'shinkin', startedAt: NOW - 600_000 }] }),
});
const fresh = token({ state: 'UNBOUND' });
/** The vault was made a moment ago, and so was the passkey. */
const made: Answers = { look: [look({ vault: 'none', tokens: [] }), look({ tokens: [] })], makeVault: {} };
/** The vault locks itself under the customer's hands. */
const lockedMidway: Answers = { look: [look({ tokens: [] }), locked()], enrolUnion: refused('locked'), enrolShinkin: refused('locked') };
const freshUnion = unionToken({ state: 'UNBOUND', introduced: false, code: null });

const typed = (passphrase: string, again: string): Act => async (view, language) => {
  await view.type(field(lockWords[language].passphrase), passphrase);
  await view.type(field(lockWords[language].choose.again), again);
};
const byPasskey = press((language) => lockWords[language].ways.makePasskey);
const strong = typed('sakana-moyoru-hitomi-kedaru', 'sakana-moyoru-hitomi-kedaru');
const search = (query: string): Act => async (view) => await view.type('//input[@role="combobox"]', query);
const consent: Act = async (view, language) => {
  const words = enrolWords[language].consent;
  await view.click(checkbox(words.acceptTerms));
  await view.click(checkbox(words.acceptSamePc));
  await view.click(`//button[normalize-space(.)='${words.issue}']`);
};
const send = press((language) => unionWords[language].send);
const activation: Act = async (view, language) => {
  const words = unionWords[language];
  await view.type(field(words.service.label), 'SV12345678');
  await view.type(field(words.user.label), 'USER0001');
  await view.type(field(words.password.label), '284913');
  await view.click(checkbox(words.agree));
  await send(view, language);
};

export const enrolScreens: Screen[] = [
  enrol('lock', '', none, { shows: (language) => lockWords[language].choose.warning }),
  enrol('lock-passkey', '', none, { passkeys: true, shows: (language) => lockWords[language].ways.makePasskey }),
  enrol('lock-weak', '', none, {
    reach: first(typed('abc', 'abc'), press((language) => lockWords[language].choose.set)),
    shows: (language) => sentences[language]['weak-passphrase'],
  }),
  enrol('lock-suggested', '', none, {
    reach: press((language) => lockWords[language].choose.suggest),
    shows: (language) => lockWords[language].choose.suggested,
  }),
  enrol('lock-differ', '', none, {
    reach: first(typed('sakana-moyoru-hitomi-kedaru', 'sakana'), press((language) => lockWords[language].choose.set)),
    shows: (language) => sentences[language]['passphrases-differ'],
  }),
  enrol('lock-setting', '', { ...none, makeVault: 'never' }, {
    reach: first(strong, press((language) => lockWords[language].choose.set)),
    shows: (language) => lockWords[language].choose.setting,
  }),
  enrol('lock-refused', '', { ...none, makeVault: refused('store-full') }, {
    reach: first(strong, press((language) => lockWords[language].choose.set)),
    shows: (language) => sentences[language]['store-full'],
  }),
  enrol('spare', '', made, { passkeys: true, reach: byPasskey, shows: (language) => lockWords[language].spare.made }),
  enrol('spare-question', '', made, {
    passkeys: true,
    reach: first(byPasskey, press((language) => lockWords[language].spare.skip)),
    shows: (language) => lockWords[language].spare.question,
  }),
  enrol('private', '', none, { privately: true, shows: (language) => sentences[language]['private-window'] }),
  enrol('made', '', made, {
    reach: first(strong, press((language) => lockWords[language].choose.set)),
    shows: (language) => lockWords[language].durable.kept,
  }),
  enrol('unlock', '', { look: locked({ passkeys: [passkeyWay] }) }, { passkeys: true, shows: (language) => lockWords[language].unlockHeading }),
  enrol('damaged', '', { look: look({ vault: 'damaged', tokens: [] }) }, { shows: (language) => enrolWords[language].refused.loss }),
  enrol('search', '', empty, { shows: (language) => enrolWords[language].search.heading }),
  enrol('search-results', '', empty, { reach: search('shinkin'), shows: (language) => enrolWords[language].search.unsupported }),
  enrol('search-nothing', '', empty, { reach: search('zzzz'), shows: (language) => enrolWords[language].search.none }),
  enrol('search-refused', '', empty, {
    reach: first(async (view) => await view.type('//input[@role="combobox"]', '0001'), async (view) => await view.press('Enter')),
    shows: (language) => sentences[language]['institution-unknown'],
  }),
  enrol('unfinished', '', { look: look({ tokens: [freshUnion] }) }, { shows: (language) => enrolWords[language].unfinished.goOn }),
  enrol('consent', '?institution=1188', empty, { shows: (language) => enrolWords[language].consent.terms }),
  enrol('consent-missing', '?institution=1188', empty, {
    reach: press((language) => enrolWords[language].consent.issue),
    shows: (language) => sentences[language]['consent-missing'],
  }),
  enrol('issuing', '?institution=1188', { ...empty, enrolShinkin: 'never' }, { reach: consent, shows: (language) => enrolWords[language].issuing.working }),
  enrol('issue-failed', '?institution=1188', { ...empty, enrolShinkin: refused('issuer-unreachable') }, { reach: consent, shows: (language) => sentences[language]['issuer-unreachable'] }),
  enrol('locked-midway', '?institution=1188', lockedMidway, { reach: consent, shows: (language) => lockWords[language].interrupted }),
  enrol('start-over', '?institution=1188', { ...empty, enrolShinkin: refused('issuer-refused') }, {
    reach: first(consent, press((language) => enrolWords[language].issuing.startOver)),
    shows: (language) => popupWords[language].pending.confirm,
  }),
  enrol('resume-failed', '?pending=p', { ...pending('1188', 'あぶくま信用金庫'), resumePending: refused('issuer-busy') }, { shows: (language) => sentences[language]['issuer-busy'] }),
  enrol('done', '?token=a', { look: look({ tokens: [fresh] }) }, { shows: (language) => enrolWords[language].done.nextHeading }),
  enrol('done-exchange', '?token=a', { look: look({ tokens: [fresh, token({ id: 'old', serial: 'SKTS10000001', exchanging: true })] }) }, { shows: (language) => enrolWords[language].done.toExchange }),
  enrol('refused', '?token=gone', empty, { shows: (language) => enrolWords[language].refused.unknown }),
  enrol('union', '?institution=2143', empty, { shows: (language) => unionWords[language].service.hint }),
  enrol('union-missing', '?institution=2143', empty, { reach: send, shows: (language) => unionWords[language].consentMissing }),
  enrol('union-garbled', '?institution=2143', { ...empty, enrolUnion: refused('service-id-garbled') }, { reach: activation, shows: (language) => sentences[language]['service-id-garbled'] }),
  enrol('union-refused', '?institution=2143', { ...empty, enrolUnion: refused('activation-refused') }, { reach: activation, shows: (language) => sentences[language]['activation-refused'] }),
  enrol('union-locked', '?institution=2143', lockedMidway, { reach: activation, shows: (language) => lockWords[language].interrupted }),
  enrol('union-over', '?pending=p', { ...pending('2143', 'あかぎ信用組合'), resumePending: refused('pending-expired') }, { shows: (language) => sentences[language]['pending-expired'] }),
  enrol('union-resume', '?institution=2143', pending('2143', 'あかぎ信用組合'), { shows: (language) => enrolWords[language].found.goOn }),
  enrol('union-set-up', '?pending=u', { look: look({ tokens: [freshUnion, token()] }) }, { shows: (language) => unionWords[language].done.toName }),
  enrol('union-name', '?token=u', { look: look({ tokens: [freshUnion] }) }, { shows: (language) => unionWords[language].name.register }),
  enrol('union-caution', '?token=u', { look: look({ tokens: [freshUnion] }), nameToken: {} }, {
    reach: press((language) => unionWords[language].name.register),
    shows: (language) => unionWords[language].caution.heading,
  }),
  enrol('union-done', '?token=u', { look: look({ tokens: [unionToken({ state: 'UNBOUND' })] }) }, { shows: (language) => unionWords[language].start.backHeading }),
  enrol('rename', '?name=u', { look: look({ tokens: [unionToken({ suffix: '家計用' })] }) }, { shows: (language) => unionWords[language].name.before }),
  enrol('renamed', '?name=u', { look: look({ tokens: [unionToken({ suffix: '家計用' })] }), nameToken: {} }, {
    reach: press((language) => unionWords[language].name.register),
    shows: (language) => unionWords[language].name.renamed,
  }),
];
