/** The guide to the bank's errands, for both kinds of institution and for both sides of a 交換. */
import { exchangeWords } from '../../../components/words-exchange.ts';
import { guideWords } from '../../../components/words-guide.ts';
import { lockWords } from '../../../components/words-lock.ts';
import { sentences } from '../../../components/sentences.ts';
import { tokenWords } from '../../../components/words-token.ts';
import { unionWords } from '../../../components/words-union.ts';
import type { TokenLook } from '../../../lib/messages/looks.ts';
import { type Answers, refused } from './answers.ts';
import { bankSite } from '../../looks.ts';
import { locked, look, token, unionToken } from './looks.ts';
import { press, type Screen } from './screen.ts';

type Part = Pick<Screen, 'shows'> & Partial<Pick<Screen, 'reach'>> & { answers?: Answers };

const guide = (name: string, errand: string, tokens: TokenLook[], { answers = {}, ...part }: Part): Screen => ({
  name: `guide-${name}`,
  address: `/guide.html?token=${tokens[0]?.id ?? 'gone'}&errand=${errand}`,
  answers: { look: look({ tokens }), ...answers },
  ...part,
});

const fresh = token({ id: 'b', serial: 'SKTS48209901', state: 'UNBOUND' });
const leaving = token({ exchanging: true, mayRemove: false });

export const guideScreens: Screen[] = [
  guide('start', 'start', [token({ state: 'UNBOUND' })], { shows: (language) => guideWords[language].steps }),
  guide('start-union', 'start', [unionToken({ state: 'UNBOUND' })], { shows: (language) => unionWords[language].start.backHeading }),
  guide('finished', 'start', [token()], { shows: (language) => guideWords[language].finishedHeading }),
  guide('exchange', 'exchange', [token()], { shows: (language) => exchangeWords[language].newElsewhere }),
  guide('exchange-fresh', 'exchange', [fresh], { shows: (language) => exchangeWords[language].oldElsewhere }),
  guide('exchange-both', 'exchange', [leaving, fresh], { shows: (language) => exchangeWords[language].pair }),
  guide('exchange-elsewhere', 'exchange', [fresh], {
    reach: press((language) => exchangeWords[language].oldElsewhere),
    shows: (language) => exchangeWords[language].oldUnavailable.heading,
  }),
  guide('stop', 'stop', [token()], { shows: (language) => guideWords[language].after }),
  guide('release', 'release', [unionToken()], { shows: (language) => guideWords[language].after }),
  guide('expired', 'start', [unionToken({ state: 'EXPIRED', code: null })], { shows: (language) => tokenWords[language].next.expiredUnion }),
  guide('not-now', 'stop', [token({ state: 'SUSPENDED', code: null })], { shows: (language) => guideWords[language].notNow }),
  guide('check-failed', 'stop', [token()], {
    answers: { refreshStatus: refused('issuer-unreachable') },
    reach: press((language) => guideWords[language].check),
    shows: (language) => sentences[language]['issuer-unreachable'],
  }),
  guide('inside', 'start', [token({ state: 'UNBOUND' })], {
    answers: { look: look({ tokens: [token({ state: 'UNBOUND' })], site: bankSite({ roles: [] }) }) },
    shows: (language) => guideWords[language].backToBank,
  }),
  guide('failed', 'start', [], { answers: { look: refused('store-unavailable') }, shows: (language) => sentences[language]['store-unavailable'] }),
  guide('unknown', 'start', [], { shows: (language) => guideWords[language].unknown.heading }),
  guide('locked', 'start', [], { answers: { look: locked() }, shows: (language) => lockWords[language].unlockHeading }),
];
