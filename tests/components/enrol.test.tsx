// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { activeAfter, rowsFor } from '../../components/institution-search.tsx';
import { drafts, locked, look, settle } from './builders.tsx';
import { broughtIntoView, enrol, GOOD, press, type } from './enrol-builder.tsx';
import type { Answers } from './enrol-builder.tsx';

const none = look({ vault: 'none', tokens: [] });

const atLock = async (answers: Answers = {}) => {
  const page = await enrol({ look: () => none, ...answers });
  await screen.findByRole('heading', { name: 'パスフレーズを決める' });
  return page;
};

describe('choosing the lock', () => {
  it('says first what is ahead', async () => {
    await atLock();
    expect(screen.getByText('鍵札へようこそ')).toBeTruthy();
    expect(screen.getByText(/5分ほど/)).toBeTruthy();
  });

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
      draftWays: () => drafts,
      makeVault: (ask) => ((made = ask), {}),
    };
    await atLock(answers);
    type('パスフレーズ', GOOD);
    type('パスフレーズ（確認）', GOOD);
    press('このパスフレーズにする');
    expect(await screen.findByRole('heading', { name: '金融機関をさがす' })).toBeTruthy();
    expect(made).toEqual({ way: { kind: 'passphrase', ...drafts.passphrase }, key: `stretched ${GOOD}` });
    expect(await screen.findByText(/自動で消さないように保護されました/)).toBeTruthy();
  });

  it('warns when the browser gave no promise about the storage', async () => {
    let made = false;
    await enrol({ look: () => (made ? look({ tokens: [] }) : none), draftWays: () => drafts, makeVault: () => ((made = true), {}) }, '', { kept: false });
    type('パスフレーズ', GOOD);
    type('パスフレーズ（確認）', GOOD);
    press('このパスフレーズにする');
    expect((await screen.findByText(/約束は得られませんでした/)).className).toBe('notice warn');
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

  it('says how many there are where not all are shown, and brings the active one into view', async () => {
    await enrol({ look: () => look({ tokens: [] }) });
    const field = await screen.findByRole('combobox');
    fireEvent.input(field, { target: { value: 'しんきん' } });
    expect(await screen.findByText(/^256件見つかりました。はじめの30件/)).toBeTruthy();
    expect(screen.getAllByRole('option')).toHaveLength(30);
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    await settle();
    const active = screen.getByRole('option', { selected: true });
    expect(field.getAttribute('aria-activedescendant')).toBe(active.id);
    expect(broughtIntoView.at(-1)).toBe(active.id);
  });

  it('is closed where nothing is found, and says what to try', async () => {
    await enrol({ look: () => look({ tokens: [] }) });
    const field = await screen.findByRole('combobox');
    fireEvent.input(field, { target: { value: 'みずほ銀行' } });
    expect(await screen.findByText(/金融機関コード（4桁）は、通帳など/)).toBeTruthy();
    expect(field.getAttribute('aria-expanded')).toBe('false');
    expect(field.hasAttribute('aria-activedescendant')).toBe(false);
  });

  it('comes back to what was typed when another institution is to be chosen', async () => {
    await enrol({ look: () => look({ tokens: [] }) });
    fireEvent.input(await screen.findByRole('combobox'), { target: { value: 'あぶくま' } });
    fireEvent.click(await screen.findByRole('option', { name: /^あぶくま信用金庫/ }));
    await screen.findByRole('heading', { name: 'あぶくま信用金庫のトークン発行' });
    press('金融機関を選び直す');
    expect((await screen.findByRole<HTMLInputElement>('combobox')).value).toBe('あぶくま');
    expect(screen.getAllByRole('option')).toHaveLength(1);
  });

  it('says which of how many steps it is', async () => {
    await enrol({ look: () => look({ tokens: [] }) });
    expect(await screen.findByRole('list', { name: '4つの手順のうち2つめ' })).toBeTruthy();
  });

  it('keeps the active row within the list', () => {
    expect(activeAfter('ArrowDown', 2, 3)).toBe(2);
    expect(activeAfter('ArrowUp', 0, 3)).toBe(0);
    expect(activeAfter('a', 1, 3)).toBeNull();
    expect(rowsFor('')[0]?.code).toBe('1188');
  });
});
