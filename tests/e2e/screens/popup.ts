/** The toolbar popup, and the same view beside the page: first run, locked, damaged, failing, empty; and its notices above the cards. */
import { lockWords } from '../../../components/words-lock.ts';
import { mendedWords } from '../../../components/words-mended.ts';
import { popupWords } from '../../../components/words-popup.ts';
import { recoveryWords } from '../../../components/words-recovery.ts';
import { tokenWords } from '../../../components/words-token.ts';
import { siteWords } from '../../../components/words-site.ts';
import { sentences } from '../../../components/sentences.ts';
import { field } from '../browser/find.ts';
import { type Answers, refused } from './answers.ts';
import { bankSite } from '../../looks.ts';
import { code, locked, look, NOW, passkeyWay, thirtyTokens, token, unionToken, wayIn } from './looks.ts';
import { type Act, first, press, type Screen, unfold } from './screen.ts';

type Part = Pick<Screen, 'shows'> & Partial<Pick<Screen, 'reach' | 'passkeys'>>;

const popup = (name: string, answers: Answers, part: Part): Screen => ({ name: `popup-${name}`, address: '/popup.html', answers, ...part });

/** The same beside the page. */
const panel = (name: string, answers: Answers, part: Part): Screen => ({ name: `panel-${name}`, address: '/sidepanel.html', answers, ...part });

const unlock: Act = first(
  async (view, language) => await view.type(field(lockWords[language].passphrase), 'sakana-moyoru-hitomi'),
  press((language) => lockWords[language].unlock),
);
const pin = { salt: wayIn.salt, memory: 8192, passes: 1, lanes: 1, triesLeft: 3 };

export const popupScreens: Screen[] = [
  popup('welcome', { look: look({ vault: 'none', tokens: [] }) }, { shows: (language) => popupWords[language].welcome.heading }),
  popup('loading', { look: 'never' }, { shows: (language) => popupWords[language].loading }),
  popup('failed', { look: refused('store-unavailable') }, { shows: (language) => popupWords[language].retry }),
  popup('damaged', { look: look({ vault: 'damaged', tokens: [] }) }, { shows: (language) => recoveryWords[language].face.go }),
  popup('locked', { look: locked() }, { shows: (language) => lockWords[language].unlockHeading }),
  popup('locked-passkey', { look: locked({ passkeys: [passkeyWay] }) }, { shows: (language) => lockWords[language].byPasskey, passkeys: true }),
  popup('locked-pin', { look: locked({ pin }) }, { shows: (language) => lockWords[language].triesLeft(3) }),
  popup('locked-wait', { look: locked({ againAt: NOW + 40_000 }) }, { shows: (language) => lockWords[language].wait(40) }),
  popup('open-failing', { look: [look({ tokens: [token(), unionToken()] }), refused('store-unavailable')], refreshStatus: refused('issuer-unreachable') }, {
    reach: first(unfold(), press((language) => tokenWords[language].checkState)),
    shows: (language) => sentences[language]['store-unavailable'],
  }),
  popup(
    'locked-wrong',
    { look: locked(), unlock: refused('wrong-passphrase') },
    {
      reach: unlock,
      shows: (language) => sentences[language]['wrong-passphrase'],
    },
  ),
  popup('unlocking', { look: locked(), unlock: 'never' }, { reach: unlock, shows: (language) => lockWords[language].unlocking }),
  popup('locked-offline', { look: locked(), unlock: refused('store-unavailable') }, { reach: unlock, shows: (language) => sentences[language]['store-unavailable'] }),
  popup('empty', { look: look({ tokens: [] }) }, { shows: (language) => popupWords[language].empty.heading }),
  popup('thirty', { look: look({ tokens: thirtyTokens() }) }, { shows: () => 'SKTS48201929' }),
  popup(
    'search',
    { look: look({ tokens: thirtyTokens() }) },
    { reach: async (view) => await view.type('//input[@type="search"]', 'その10'), shows: () => 'その10' },
  ),
  popup(
    'search-nothing',
    { look: look({ tokens: thirtyTokens() }) },
    { reach: async (view) => await view.type('//input[@type="search"]', 'zzz'), shows: (language) => popupWords[language].noMatch },
  ),
  popup('clock-slow', { look: look({ clockOffset: 190_000 }) }, { shows: (language) => popupWords[language].clock.slow(popupWords[language].clock.about(190)) }),
  popup('clock-unsure', { look: look({ clockUnsure: true, tokens: [token({ code: code({ timed: false, digits: '' }) })] }) }, { shows: (language) => popupWords[language].clock.unsure }),
  popup(
    'clock-asks',
    { look: look({ clockOffset: -3 * 86_400_000, clockAsks: true, tokens: [token({ code: null })] }) },
    { shows: (language) => popupWords[language].clock.far.accept },
  ),
  popup(
    'mended',
    { look: look({ mended: { at: NOW - 3_600_000, what: 'primary', why: 'damaged', spent: true } }) },
    { shows: (language) => mendedWords[language].seen },
  ),
  popup(
    'pending',
    { look: look({ tokens: [], pendings: [{ id: 'p', institutionCode: '1188', institution: 'あぶくま信用金庫', kind: 'shinkin' as const, startedAt: NOW - 60_000 }] }) },
    { shows: (language) => popupWords[language].pending.resume },
  ),
  popup(
    'pending-question',
    { look: look({ tokens: [], pendings: [{ id: 'p', institutionCode: '2143', institution: 'あかぎ信用組合', kind: 'credit-union', startedAt: NOW - 60_000 }] }) },
    { reach: press((language) => popupWords[language].pending.startOver), shows: (language) => popupWords[language].pending.confirm },
  ),
  popup(
    'removed',
    {
      look: look({
        removed: [
          { id: 'r', institution: '北伊勢上野信用金庫', serial: 'SKTS48201938', until: NOW + 80_000_000 },
          { id: 's', institution: '', serial: '', until: NOW + 80_000_000 },
        ],
      }),
    },
    { shows: (language) => popupWords[language].removed.restore },
  ),
  panel('locked', { look: locked() }, { shows: (language) => lockWords[language].unlockHeading }),
  panel('welcome', { look: look({ vault: 'none', tokens: [] }) }, { shows: (language) => popupWords[language].welcome.heading }),
  panel('failed', { look: refused('store-unavailable') }, { shows: (language) => popupWords[language].retry }),
  panel('unlisted', { look: look({ site: { kind: 'other', host: 'www.example.co.jp', like: 'none', bindable: null }, tokens: [token(), unionToken()] }) }, {
    shows: (language) => siteWords[language].unlisted,
  }),
  panel('bank', { look: look({ site: bankSite(), tokens: [token(), unionToken()] }) }, { shows: (language) => popupWords[language].site.fill }),
];
