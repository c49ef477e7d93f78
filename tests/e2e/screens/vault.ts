/** Pages about the vault and about loss: 保存の状態, recovery, the loss kit. */
import { managedWords } from '../../../components/words-managed.ts';
import { healthWords } from '../../../components/words-health.ts';
import { healthLineWords } from '../../../components/words-health-lines.ts';
import { keptWords } from '../../../components/words-kept.ts';
import { lossWords } from '../../../components/words-loss.ts';
import { recoveryWords } from '../../../components/words-recovery.ts';
import { sentences } from '../../../components/sentences.ts';
import { waysWords } from '../../../components/words-ways.ts';
import { type Answers, refused } from './answers.ts';
import { DAY } from '../../looks.ts';
import { damage, health, lossLines, managed, NOW } from './looks.ts';
import { type Act, press, type Screen, unfold } from './screen.ts';

type Part = Pick<Screen, 'shows'> & Partial<Pick<Screen, 'reach'>>;

const page = (address: string, name: string, answers: Answers, part: Part): Screen => ({ name, address, answers, ...part });

const bad = health({
  vault: 'damaged',
  copy: { state: 'missing', generation: null },
  tokens: null,
  storage: { persisted: false, usage: 2 ** 31 - 2000, quota: 2 ** 31 },
  mended: [
    { at: NOW - DAY, what: 'copy', why: 'damaged', spent: false },
    { at: NOW - 3 * DAY, what: 'primary', why: 'missing', spent: true },
  ],
  clock: null,
  permissions: [{ name: 'https://*.ib.shinkin-ib.jp/*', granted: false }],
  asideAt: NOW - 3 * DAY,
  trouble: 'QuotaExceededError',
});
const broken: Answers = { health: health({ vault: 'damaged', tokens: null }) };
const salvaged = { kept: 1, lost: lossLines.slice(1) };

const prove: Act = async (view, language) => {
  await view.click(`//button[normalize-space(.)='${recoveryWords[language].salvage.open}']`);
  await view.type('//form//input', 'sakana-moyoru-hitomi-kedaru');
  await view.press('Enter');
};

export const vaultScreens: Screen[] = [
  page('/health.html', 'health-good', {}, { shows: (language) => healthWords[language].allGood }),
  page('/health.html', 'health-bad', { health: bad }, { shows: (language) => healthLineWords[language].aside.act }),
  page('/health.html', 'health-managed', { health: health({ policy: managed }) }, { shows: (language) => managedWords[language].refusedTodo }),
  page('/health.html', 'health-locked', { health: health({ vault: 'locked', tokens: null, clock: null }) }, { shows: (language) => healthWords[language].moreOnceOpen }),
  page('/health.html', 'health-slow', { health: 'never' }, { shows: (language) => healthWords[language].looking }),
  page('/health.html', 'health-failed', { health: refused('internal') }, { shows: (language) => sentences[language].internal }),
  page('/recovery.html', 'recovery-damaged', broken, { shows: (language) => recoveryWords[language].salvage.open }),
  page('/recovery.html', 'recovery-missing', { ...broken, damage: damage({ primary: { state: 'missing', records: 0 }, copy: { state: 'missing', records: 0 }, ways: null }) }, {
    shows: (language) => recoveryWords[language].what.missing,
  }),
  page('/recovery.html', 'recovery-proof', broken, {
    reach: press((language) => recoveryWords[language].salvage.open),
    shows: (language) => waysWords[language].proof.passphrase,
  }),
  page('/recovery.html', 'recovery-salvaged', { ...broken, salvage: salvaged }, {
    reach: prove,
    shows: (language) => recoveryWords[language].done.lost,
  }),
  page('/recovery.html', 'recovery-still', broken, { reach: press((language) => recoveryWords[language].again.act), shows: (language) => recoveryWords[language].again.still }),
  page('/recovery.html', 'recovery-nothing', { ...broken, salvage: refused('vault-damaged') }, { reach: prove, shows: (language) => recoveryWords[language].salvage.nothing }),
  page('/recovery.html', 'recovery-failed', { health: refused('store-blocked') }, { shows: (language) => sentences[language]['store-blocked'] }),
  page('/recovery.html', 'recovery-aside', { ...broken, damage: damage({ asideAt: NOW - 3 * DAY }) }, { reach: unfold(), shows: (language) => recoveryWords[language].aside.sure }),
  page('/recovery.html', 'recovery-fine', { damage: damage({ asideAt: NOW - 3 * DAY }) }, { shows: (language) => keptWords[language].remove }),
  page('/recovery.html', 'recovery-none', { health: health({ vault: 'none' }) }, { shows: (language) => recoveryWords[language].none.heading }),
  page('/loss.html', 'loss', { lossKit: { lines: lossLines, hidden: false } }, { shows: () => 'SKOH30418852' }),
  page('/loss.html', 'loss-empty', {}, { shows: (language) => lossWords[language].none }),
  page('/loss.html', 'loss-hidden', { lossKit: { lines: null, hidden: true } }, { shows: (language) => lossWords[language].hidden.why }),
  page('/loss.html', 'loss-still-hidden', { lossKit: { lines: null, hidden: true } }, {
    reach: press((language) => lossWords[language].hidden.again),
    shows: (language) => lossWords[language].hidden.still,
  }),
  page('/loss.html', 'loss-slow', { lossKit: 'never' }, { shows: (language) => lossWords[language].showing }),
  page('/loss.html', 'loss-failed', { lossKit: refused('store-unavailable') }, { shows: (language) => sentences[language]['store-unavailable'] }),
];
