/** The popup's cards: every state of a token, its code in every use, and what is asked and said at a card. */
import { clipboardWords } from '../../../components/words-clipboard.ts';
import { journalWords } from '../../../components/words-journal.ts';
import { localWords } from '../../../components/words-local.ts';
import { popupWords } from '../../../components/words-popup.ts';
import { sentences } from '../../../components/sentences.ts';
import { siteWords } from '../../../components/words-site.ts';
import { tokenWords } from '../../../components/words-token.ts';
import type { Use } from '../../../lib/journal.ts';
import type { TokenLook } from '../../../lib/messages/looks.ts';
import { field } from '../browser/find.ts';
import { type Answers, refused } from './answers.ts';
import { DAY } from '../../looks.ts';
import { code, localToken, LONG_NAME, look, NOW, token, unionToken } from './looks.ts';
import { first, press, type Screen, unfold } from './screen.ts';

type Part = Pick<Screen, 'shows'> & Partial<Pick<Screen, 'reach'>> & { answers?: Answers };

const cards = (name: string, tokens: TokenLook[], { answers = {}, ...part }: Part): Screen => ({
  name: `popup-${name}`,
  address: '/popup.html',
  answers: { look: look({ tokens }), ...answers },
  ...part,
});

const over: Partial<TokenLook> = { code: null };
const receipt = { number: '2611210034A7', time: '2026年11月21日 9時58分21秒' };
const uses: Use[] = [
  { at: NOW - 3_600_000, kind: 'filled', page: { roles: ['current'], host: 'ib.shinkin.localhost:8790', screen: 'transfer' } },
  { at: NOW - 2 * 3_600_000, kind: 'copied', page: null },
  { at: NOW - DAY, kind: 'filled', page: { roles: ['serial', 'current'], host: 'ib.shinkin.localhost:8790', screen: 'start' } },
];
const counting = localToken({ code: null, local: { issuer: '見本サーバー', account: 'hanako', counts: true, site: null } });
const bound = { origin: 'https://mail.example.jp', inPage: true };

export const cardScreens: Screen[] = [
  cards('one', [token()], { shows: () => 'SKTS48201937' }),
  cards('two', [token(), unionToken({ suffix: '家計用' })], { shows: () => 'AKGS00012345' }),
  cards('unbound', [token({ state: 'UNBOUND' })], { shows: (language) => tokenWords[language].next.exchangeInstead }),
  cards('unbound-union', [unionToken({ state: 'UNBOUND' })], { shows: (language) => tokenWords[language].states.UNBOUND }),
  cards('details', [token({ receipt })], { reach: unfold(), shows: () => receipt.number }),
  cards('journal', [token({ receipt }), unionToken()], {
    answers: { journal: { uses } },
    reach: first(unfold(), press((language) => journalWords[language].open)),
    shows: (language) => journalWords[language].screens.transfer,
  }),
  cards('suspended', [token({ ...over, state: 'SUSPENDED' })], { shows: (language) => tokenWords[language].next.suspended }),
  cards('expired', [token({ ...over, state: 'EXPIRED', institution: LONG_NAME, institutionCode: '1581' })], { shows: (language) => tokenWords[language].next.expired }),
  cards('replaced', [token({ ...over, state: 'REPLACED' })], { shows: (language) => tokenWords[language].next.replaced }),
  cards('stopped', [token({ ...over, state: 'STOPPED' }), unionToken({ ...over, state: 'STOPPED' })], { shows: (language) => tokenWords[language].next.released }),
  cards('revoked', [token({ ...over, state: 'REVOKED', institutionCode: '1999', institution: '見本信用金庫' })], { shows: (language) => tokenWords[language].next.revoked }),
  cards('exchange', [token({ exchanging: true, mayRemove: false }), token({ id: 'b', state: 'UNBOUND', serial: 'SKTS48209901' })], {
    shows: (language) => tokenWords[language].next.exchangeWaits,
  }),
  cards('ends-soon', [token({ endsSoonAt: NOW + 12 * DAY })], { shows: (language) => tokenWords[language].errands.exchange }),
  cards('set-up', [unionToken({ ...over, state: 'UNBOUND', introduced: false })], { shows: (language) => tokenWords[language].next.toSetUp }),
  cards('delete-question', [token()], {
    reach: first(unfold(), press((language) => tokenWords[language].remove.open)),
    shows: (language) => tokenWords[language].remove.stopFirst,
  }),
  cards('local', [localToken()], { shows: () => 'みほんメール' }),
  cards('local-edit', [localToken({ local: { issuer: 'みほんメール', account: 'hanako', counts: false, site: bound } })], {
    reach: first(unfold(), press((language) => localWords[language].edit.open)),
    shows: (language) => siteWords[language].bound.unbind,
  }),
  cards('local-site', [localToken()], {
    answers: { look: look({ tokens: [localToken()], site: { kind: 'other', host: 'mail.example.jp', like: 'none', bindable: 'https://mail.example.jp' } }) },
    reach: unfold(),
    shows: (language) => siteWords[language].bound.lead,
  }),
  cards('counting', [counting], { shows: (language) => localWords[language].before }),
  cards('counting-code', [counting], {
    answers: { nextCode: { digits: '338142', counter: 8 } },
    reach: press((language) => localWords[language].next),
    shows: (language) => localWords[language].counter(8),
  }),
  cards('code-soon', [token({ code: code({ endsAt: NOW + 4000 }) })], { shows: (language) => tokenWords[language].soon }),
  cards('code-next', [token({ code: code({ endsAt: NOW + 8000, next: { digits: '160372', step: 8 } }) })], { shows: () => '160' }),
  cards('code-hidden', [token()], { answers: { look: look({ hidesDigits: true }) }, shows: (language) => tokenWords[language].hidden.show }),
  cards('code-used', [token({ code: code({ use: 'filled', digits: '' }) })], { shows: (language) => tokenWords[language].usedMark }),
  cards('code-copied', [token({ code: code({ use: 'copied' }) })], { shows: (language) => tokenWords[language].copiedMark }),
  cards('code-untimed', [token({ code: code({ timed: false, digits: '' }) })], { shows: (language) => tokenWords[language].timing }),
  cards('code-ended', [token({ code: code({ endsAt: NOW - 1000 }) })], { shows: (language) => tokenWords[language].ended }),
  cards('code-next-hidden', [token({ code: code({ endsAt: NOW + 8000, next: { digits: '160372', step: 8 } }) })], {
    answers: { look: look({ hidesDigits: true, tokens: [token({ code: code({ endsAt: NOW + 8000, next: { digits: '160372', step: 8 } }) })] }) },
    shows: (language) => tokenWords[language].hidden.show,
  }),
  cards('code-shown', [token()], {
    answers: { look: look({ hidesDigits: true }) },
    reach: press((language) => tokenWords[language].hidden.show),
    shows: (language) => tokenWords[language].hidden.hide,
  }),
  cards('copy-refused', [token()], {
    answers: { copy: refused('clock-uncertain') },
    reach: press((language) => tokenWords[language].copy),
    shows: (language) => sentences[language]['clock-uncertain'],
  }),
  cards('journal-empty', [token()], { reach: first(unfold(), press((language) => journalWords[language].open)), shows: (language) => journalWords[language].empty }),
  cards('journal-question', [token()], {
    answers: { journal: { uses } },
    reach: first(unfold(), press((language) => journalWords[language].open), press((language) => journalWords[language].clear.open)),
    shows: (language) => journalWords[language].clear.question,
  }),
  cards('local-site-refused', [localToken()], {
    answers: { bindLocal: refused('site-listed') },
    reach: first(
      unfold(),
      async (view, language) => await view.type(field(siteWords[language].bound.address), 'www.parasol.anser.ne.jp'),
      press((language) => siteWords[language].bound.use),
    ),
    shows: (language) => sentences[language]['site-listed'],
  }),
  cards('copied', [token({ code: code({ use: 'copied' }) })], {
    answers: { copy: { digits: '482915', endsAt: NOW + 18_000, again: false, clearing: 'stays' } },
    reach: press((language) => tokenWords[language].copy),
    shows: (language) => popupWords[language].copied('あぶくま信用金庫'),
  }),
  cards('copied-asks', [token({ code: code({ use: 'copied' }) })], {
    answers: { copy: { digits: '482915', endsAt: NOW + 18_000, again: false, clearing: 'asks' } },
    reach: press((language) => tokenWords[language].copy),
    shows: (language) => clipboardWords[language].ask,
  }),
  cards('copied-again', [token({ code: code({ use: 'copied' }) })], {
    answers: { copy: { digits: '482915', endsAt: NOW + 18_000, again: true, clearing: 'cleared' } },
    reach: press((language) => tokenWords[language].copy),
    shows: (language) => popupWords[language].copiedAgain('あぶくま信用金庫'),
  }),
];
