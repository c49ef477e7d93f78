/** The popup beside a page: a bank's, an imported token's own, another one, one that looks like a bank's; and the question before a copy. */
import { popupWords } from '../../../components/words-popup.ts';
import { sentences } from '../../../components/sentences.ts';
import { siteWords } from '../../../components/words-site.ts';
import { tokenWords } from '../../../components/words-token.ts';
import type { Likeness } from '../../../lib/institutions/look-alike.ts';
import type { SiteLook, TokenLook } from '../../../lib/messages/looks.ts';
import { type Answers, refused } from './answers.ts';
import { bankSite } from '../../looks.ts';
import { localToken, look, token } from './looks.ts';
import { type Act, press, type Screen } from './screen.ts';

type Part = Pick<Screen, 'shows'> & Partial<Pick<Screen, 'reach'>> & { tokens?: TokenLook[]; answers?: Answers };

const beside = (name: string, site: SiteLook, { tokens = [token()], answers = {}, ...part }: Part): Screen => ({
  name: `popup-site-${name}`,
  address: '/popup.html',
  answers: { look: look({ site, tokens }), ...answers },
  ...part,
});

const other = (host: string, like: Likeness = 'none'): SiteLook => ({ kind: 'other', host, like, bindable: `https://${host}` });
const fill: Act = press((language) => popupWords[language].site.fill);
const copy: Act = press((language) => tokenWords[language].copy);
const fresh = token({ id: 'b', serial: 'SKTS48209901', state: 'UNBOUND' });
const own = localToken({ local: { issuer: 'みほんメール', account: 'hanako', counts: false, site: { origin: 'https://mail.example.jp', inPage: false } } });

export const siteScreens: Screen[] = [
  beside('bank', bankSite(), { shows: (language) => popupWords[language].site.fill }),
  beside('bank-exchange', bankSite({ tokenIds: ['b'], roles: ['serial', 'new'] }), {
    tokens: [token({ exchanging: true }), fresh],
    shows: () => 'SKTS48209901',
  }),
  beside('bank-two', bankSite({ tokenIds: ['a', 'b'], roles: ['old', 'new'] }), { tokens: [token(), fresh], shows: () => 'SKTS48209901' }),
  beside('bank-unknown', bankSite({ institution: null }), { shows: (language) => popupWords[language].site.unknown }),
  beside('bank-without-token', bankSite({ institution: { code: '1581', name: '北伊勢上野信用金庫' }, tokenIds: [], roles: [] }), {
    shows: (language) => popupWords[language].site.bank('北伊勢上野信用金庫'),
  }),
  beside('bank-offers-over', bankSite({ offersOver: true }), { shows: (language) => popupWords[language].site.offersOver }),
  beside('filled', bankSite(), { answers: { fillActiveTab: { kind: 'filled', roles: ['current'] } }, reach: fill, shows: (language) => popupWords[language].outcome.filled }),
  beside('armed', bankSite(), { answers: { fillActiveTab: { kind: 'armed', seconds: 12 } }, reach: fill, shows: (language) => popupWords[language].outcome.armed(12) }),
  beside('refused', bankSite(), { answers: { fillActiveTab: refused('field-unusable') }, reach: fill, shows: (language) => sentences[language]['field-unusable'] }),
  beside('own', { kind: 'own', host: 'mail.example.jp', origin: 'https://mail.example.jp', like: 'none', tokenIds: ['l'], inPage: false, roles: ['current'], offersOver: false }, {
    tokens: [own],
    shows: (language) => siteWords[language].own,
  }),
  beside('other', other('www.example.co.jp'), { shows: (language) => siteWords[language].unlisted }),
  beside('look-alike', other('www11.ib.shinkin-lb.jp', 'near'), { shows: (language) => siteWords[language].alike }),
  beside('named', other('www.abukuma-shinkin.example', 'named'), { shows: (language) => siteWords[language].notBanking }),
  beside('gate', other('www.example.co.jp'), { reach: copy, shows: (language) => siteWords[language].gate.anyway }),
  beside('gate-look-alike', other('www11.ib.shinkin-lb.jp', 'near'), { reach: copy, shows: (language) => siteWords[language].gate.trueSite }),
  beside('gate-own', other('login.example.net'), { tokens: [own], reach: copy, shows: (language) => siteWords[language].gate.boundSite }),
];
