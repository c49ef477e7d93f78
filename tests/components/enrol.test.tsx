// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { wantedFrom } from '../../components/enrol-state.ts';
import { Enrol } from '../../components/enrol.tsx';
import { activeAfter, rowsFor } from '../../components/institution-search.tsx';
import { background, locked, look, NOON, refuse, shown, token, wayIn } from './builders.tsx';

type Answers = Parameters<typeof background>[0];
const GOOD = 'tuhi-hude-tozu-zedu-niye';
const unbound = token({ state: 'UNBOUND' });

async function enrol(answers: Answers, search = '', options: { private?: boolean; kept?: boolean } = {}) {
  const opened: string[] = [];
  const stretch = vi.fn<(passphrase: string) => Promise<string>>(async (passphrase) => `stretched ${passphrase}`);
  const { ask, asked } = background(answers);
  const view = await shown(
    <Enrol
      ask={ask}
      stretch={stretch}
      random={(length) => crypto.getRandomValues(new Uint8Array(length))}
      persist={async () => options.kept ?? true}
      wanted={wantedFrom(search, options.private ?? false)}
      open={(address) => opened.push(address)}
    />,
  );
  return { ...view, opened, asked, stretch };
}

const none = look({ vault: 'none', tokens: [] });
const press = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole('button', { name }));
const type = (name: string, value: string): boolean =>
  fireEvent.input(screen.getByLabelText(name, { selector: 'input' }), { target: { value } });

const atLock = async (answers: Answers = {}) => {
  const page = await enrol({ look: () => none, ...answers });
  await screen.findByRole('heading', { name: 'パスフレーズを決める' });
  return page;
};

const atConsent = async (answers: Answers) => {
  const page = await enrol({ look: () => look({ tokens: [unbound] }), ...answers }, '?institution=1188');
  await screen.findByRole('heading', { name: 'あぶくま信用金庫のトークン発行' });
  return page;
};

const consent = (): void => {
  fireEvent.click(screen.getByRole('checkbox', { name: 'ご利用にあたっての内容に同意する' }));
  fireEvent.click(screen.getByRole('checkbox', { name: '同じパソコンで使うときの注意を理解した' }));
};

describe('choosing the lock', () => {

  it('refuses a weak passphrase with a sentence, and makes nothing', async () => {
    const { asked, stretch } = await atLock();
    type('パスフレーズ', 'sakura2024');
    type('パスフレーズ（確認）', 'sakura2024');
    expect(screen.getByRole('meter', { name: 'パスフレーズの強さ' }).getAttribute('aria-valuetext')).toMatch(/弱い/);
    press('このパスフレーズにする');
    expect(await screen.findByText(/推測されやすい/)).toBeTruthy();
    expect(asked).toEqual(['look']);
    expect(stretch).not.toHaveBeenCalled();
  });

  it('refuses two different passphrases', async () => {
    const { asked } = await atLock();
    type('パスフレーズ', GOOD);
    type('パスフレーズ（確認）', `${GOOD}x`);
    press('このパスフレーズにする');
    expect(await screen.findByText(/一致しません/)).toBeTruthy();
    expect(asked).toEqual(['look']);
  });

  it('makes the vault, shows the browser’s answer about the storage and goes on', async () => {
    let made: unknown = null;
    const answers: Answers = {
      look: () => (made ? look({ tokens: [] }) : none),
      draftLock: () => wayIn,
      makeVault: (ask) => ((made = ask), {}),
    };
    await atLock(answers);
    type('パスフレーズ', GOOD);
    type('パスフレーズ（確認）', GOOD);
    press('このパスフレーズにする');
    expect(await screen.findByRole('heading', { name: '金融機関をさがす' })).toBeTruthy();
    expect(made).toEqual({ ...wayIn, stretched: `stretched ${GOOD}` });
    expect(await screen.findByText(/自動で消さないように保護されました/)).toBeTruthy();
  });

  it('suggests a passphrase to write down', async () => {
    await atLock();
    press('おすすめを作る');
    const suggested = await screen.findByRole('status', { name: 'おすすめのパスフレーズ' });
    expect(suggested.textContent).toMatch(/^[a-z]{4}(-[a-z]{4}){4}$/);
  });

  it('refuses a private window with the reason, before anything is made', async () => {
    const { asked } = await enrol({ look: () => none }, '', { private: true });
    expect(await screen.findByText(/プライベートウィンドウでは/)).toBeTruthy();
    expect(screen.queryByLabelText('パスフレーズ')).toBeNull();
    expect(asked).toEqual(['look']);
  });

  it('asks for the passphrase when the vault is locked', async () => {
    await enrol({ look: () => locked });
    expect(await screen.findByRole('button', { name: 'ロックを解除' })).toBeTruthy();
  });
});

describe('finding the institution', () => {
  it.each(['あぶくま', 'アブクマ', 'abukuma', '1188', 'あぶくま信金'])('finds あぶくま信用金庫 by %s and goes on', async (query) => {
    await enrol({ look: () => look({ tokens: [] }) });
    fireEvent.input(await screen.findByRole('combobox', { name: '金融機関の名前またはコード' }), { target: { value: query } });
    fireEvent.click(await screen.findByRole('option', { name: /^あぶくま信用金庫/ }));
    expect(await screen.findByRole('heading', { name: 'あぶくま信用金庫のトークン発行' })).toBeTruthy();
  });

  it('says that an institution without an issuer is not supported yet', async () => {
    await enrol({ look: () => look({ tokens: [] }) });
    fireEvent.input(await screen.findByRole('combobox'), { target: { value: '札幌' } });
    const option = screen.queryAllByRole('option')[0] ?? (await screen.findByRole('option'));
    expect(within(option).getByText('この金融機関はまだ対応していません')).toBeTruthy();
    fireEvent.click(option);
    expect(await screen.findByText(/まだ対応していません。金融機関が配布する/)).toBeTruthy();
  });

  it('chooses with arrows and Enter, but not while an input method composes', async () => {
    await enrol({ look: () => look({ tokens: [] }) });
    const field = await screen.findByRole('combobox');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(screen.queryByRole('heading', { name: /トークン発行/ })).toBeNull();
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByRole('heading', { name: '北伊勢上野信用金庫のトークン発行' })).toBeTruthy();
  });

  it('says so when nothing is found', async () => {
    await enrol({ look: () => look({ tokens: [] }) });
    fireEvent.input(await screen.findByRole('combobox'), { target: { value: '存在しない銀行' } });
    expect(await screen.findByText(/見つかりません。名前の一部/)).toBeTruthy();
  });

  it('keeps the active row within the list', () => {
    expect(activeAfter('ArrowDown', 2, 3)).toBe(2);
    expect(activeAfter('ArrowUp', 0, 3)).toBe(0);
    expect(activeAfter('a', 1, 3)).toBeNull();
    expect(rowsFor('')[0]?.code).toBe('1188');
  });
});

describe('consent and issue', () => {

  it('lists what to have at hand', async () => {
    await atConsent({});
    expect(screen.getByRole('heading', { name: 'ご用意いただくもの' })).toBeTruthy();
    expect(screen.getByText('契約者ID（利用者番号）')).toBeTruthy();
  });

  it('asks for the missing consent and sends nothing', async () => {
    const { asked } = await atConsent({});
    fireEvent.click(screen.getByRole('checkbox', { name: 'ご利用にあたっての内容に同意する' }));
    press('同意して発行する');
    expect(await screen.findByText(/同意の確認が済んでいません/)).toBeTruthy();
    expect(asked).toEqual(['look']);
  });

  it('issues the token and shows its serial and the bank’s steps', async () => {
    const enrolShinkin = vi.fn<NonNullable<Answers['enrolShinkin']>>(() => ({ tokenId: 'a', serial: 'SKTS48201937' }));
    const { opened } = await atConsent({ enrolShinkin });
    consent();
    press('同意して発行する');
    expect(await screen.findByRole('heading', { name: 'トークンを発行しました' })).toBeTruthy();
    expect(enrolShinkin).toHaveBeenCalledExactlyOnceWith({ institutionCode: '1188', termsAccepted: true, samePcAccepted: true });
    expect(screen.getByText('SKTS48201937')).toBeTruthy();
    expect(screen.getByText('利用開始前')).toBeTruthy();
    expect(screen.getByText(/「認証する」を選択します/)).toBeTruthy();
    press('あぶくま信用金庫のログイン画面を開く');
    expect(opened).toEqual([unbound.loginAddress]);
  });

  it('goes on with the interrupted issue when tried again', async () => {
    let fails = true;
    const pendings = [{ id: 'p', institution: 'あぶくま信用金庫', startedAt: NOON }];
    let begun = false;
    const { asked } = await atConsent({
      look: () => look({ tokens: fails ? [] : [unbound], pendings: begun && fails ? pendings : [] }),
      enrolShinkin: () => ((begun = true), refuse('issuer-unreachable')),
      resumePending: () => ((fails = false), { tokenId: 'a', serial: 'SKTS48201937' }),
    });
    consent();
    press('同意して発行する');
    expect(await screen.findByText(/発行元に接続できません/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '同意して発行する' })).toBeNull();
    press('もう一度試す');
    expect(await screen.findByRole('heading', { name: 'トークンを発行しました' })).toBeTruthy();
    expect(asked.filter((name) => name === 'enrolShinkin')).toHaveLength(1);
  });

  it('shows the lock when the vault locked itself meanwhile, then comes back to this institution', async () => {
    let isLocked = false;
    await atConsent({
      look: () => (isLocked ? locked : look({ tokens: [] })),
      enrolShinkin: () => ((isLocked = true), refuse('locked')),
      unlock: () => ((isLocked = false), {}),
    });
    consent();
    press('同意して発行する');
    await screen.findByRole('button', { name: 'ロックを解除' });
    type('パスフレーズ', GOOD);
    press('ロックを解除');
    expect(await screen.findByRole('heading', { name: 'あぶくま信用金庫のトークン発行' })).toBeTruthy();
  });

  it('resumes at once when opened for an interrupted issue', async () => {
    const pendings = [{ id: 'p', institution: 'あぶくま信用金庫', startedAt: NOON }];
    const { asked } = await enrol(
      { look: () => look({ tokens: [unbound], pendings }), resumePending: () => ({ tokenId: 'a', serial: 'SKTS48201937' }) },
      '?pending=p',
    );
    expect(await screen.findByRole('heading', { name: 'トークンを発行しました' })).toBeTruthy();
    await waitFor(() => expect(asked).toEqual(['look', 'resumePending', 'look']));
  });

  it('offers to start over when the interrupted issue has expired', async () => {
    let pendings = [{ id: 'p', institution: 'あぶくま信用金庫', startedAt: NOON }];
    const answers: Answers = {
      look: () => look({ tokens: [], pendings }),
      resumePending: () => refuse('pending-expired'),
      dropPending: () => ((pendings = []), {}),
    };
    await enrol(answers, '?pending=p');
    expect(await screen.findByText(/期限が切れました/)).toBeTruthy();
    press('やり直す');
    expect(await screen.findByRole('heading', { name: '金融機関をさがす' })).toBeTruthy();
    expect(pendings).toEqual([]);
  });
});
