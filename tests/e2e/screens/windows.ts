/** The small windows: unlocking by a passkey, and the question before a fill. */
import { confirmWords } from '../../../components/words-confirm.ts';
import { lockWords } from '../../../components/words-lock.ts';
import { popupWords } from '../../../components/words-popup.ts';
import { sentences } from '../../../components/sentences.ts';
import type { ConfirmLook } from '../../../lib/messages/looks.ts';
import { type Answers, refused } from './answers.ts';
import { locked, look, passkeyWay, ways } from './looks.ts';
import type { Act, Screen } from './screen.ts';

type Part = Pick<Screen, 'shows'> & Partial<Pick<Screen, 'reach' | 'passkeys'>>;

const small = (address: string, name: string, answers: Answers, part: Part): Screen => ({ name, address, answers, ...part });

function confirm(overrides: Partial<ConfirmLook> = {}): ConfirmLook {
  return {
    institution: 'あぶくま信用金庫',
    host: 'ib.shinkin.localhost:8790',
    roles: ['serial', 'current'],
    tokens: [{ id: 'a', label: 'あぶくま信用金庫 SKTS48201937' }],
    ways: null,
    ...overrides,
  };
}

const two = confirm({
  tokens: [
    { id: 'a', label: 'あぶくま信用金庫 SKTS48201937（利用中）' },
    { id: 'b', label: 'あぶくま信用金庫 SKTS48209901（利用開始前）' },
  ],
});
/** Its buttons take no click for half a second. */
const fill: Act = async (view) => {
  await view.click(`//button[contains(@class, 'primary') and not(@disabled)]`);
};

export const windowScreens: Screen[] = [
  small('/unlock.html', 'unlock', { look: locked() }, { shows: (language) => lockWords[language].unlockHeading }),
  small('/unlock.html', 'unlock-passkey', { look: locked({ passkeys: [passkeyWay] }) }, { passkeys: true, shows: (language) => lockWords[language].unlocking }),
  small('/unlock.html', 'unlock-open', {}, { shows: (language) => lockWords[language].opened }),
  small('/unlock.html', 'unlock-damaged', { look: look({ vault: 'damaged', tokens: [] }) }, { shows: (language) => sentences[language]['vault-damaged'] }),
  small('/unlock.html', 'unlock-none', { look: look({ vault: 'none', tokens: [] }) }, { shows: (language) => lockWords[language].nothingYet.heading }),
  small('/confirm.html', 'confirm', { confirmLook: confirm() }, { shows: (language) => confirmWords[language].question('あぶくま信用金庫') }),
  small('/confirm.html', 'confirm-two', { confirmLook: two }, { shows: () => 'SKTS48209901' }),
  small('/confirm.html', 'confirm-without', { confirmLook: confirm({ tokens: [] }) }, { shows: (language) => confirmWords[language].none }),
  small('/confirm.html', 'confirm-locked', { confirmLook: confirm({ tokens: [], ways: ways() }), look: locked() }, { shows: (language) => confirmWords[language].locked }),
  small('/confirm.html', 'confirm-armed', { confirmLook: confirm(), confirmFill: { kind: 'armed', seconds: 12 } }, { reach: fill, shows: (language) => popupWords[language].outcome.armed(12) }),
  small('/confirm.html', 'confirm-filled', { confirmLook: confirm(), confirmFill: { kind: 'filled', roles: ['current'] } }, { reach: fill, shows: (language) => popupWords[language].outcome.filled }),
  small('/confirm.html', 'confirm-gone', { confirmLook: refused('page-changed') }, { shows: (language) => sentences[language]['page-changed'] }),
  small('/confirm.html', 'confirm-refused', { confirmLook: confirm(), confirmFill: refused('page-changed') }, { reach: fill, shows: (language) => sentences[language]['page-changed'] }),
];
