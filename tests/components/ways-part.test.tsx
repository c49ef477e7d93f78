// @vitest-environment jsdom
import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { drafts, locked, look, passkeys, passkeyWay, refuse, wayIn, ways } from './builders.tsx';
import { passkeyLook, passphraseLook, press, settings, type } from './settings-builder.tsx';
import type { Answers } from './settings-builder.tsx';

const GOOD = 'tuhi-hude-tozu-zedu-niye';
const both = { ways: [passphraseLook, passkeyLook], opening: ways({ passkeys: [passkeyWay] }) };
const onlyPasskey = { ways: [passkeyLook], opening: ways({ passphrases: [], passkeys: [passkeyWay] }) };

const asked = <K extends keyof Answers>(answer: NonNullable<Answers[K]>) => vi.fn<NonNullable<Answers[K]>>(answer);

describe('the ways to unlock', () => {
  it('are listed with the day they were added', async () => {
    await settings({}, { there: both });
    const part = screen.getByRole('heading', { name: 'ロックを解除する方法' }).closest('section') ?? expect.unreachable();
    const rows = within(part).getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows).toEqual(['パスフレーズ2026年11月21日に追加パスフレーズを削除', 'パスキー追加した日は記録されていませんパスキーを削除']);
  });

  it('cannot be taken away when there is only one, and say why', async () => {
    const { asked: names } = await settings({}, { passkeys: passkeys() });
    const button = screen.getByRole('button', { name: 'パスフレーズを削除' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/これだけのため、削除できません/);
    await press('パスフレーズを削除');
    expect(screen.queryByRole('button', { name: '削除する' })).toBeNull();
    expect(names).not.toContain('removeWay');
  });

  it('do not ask for another way where the browser has none', async () => {
    await settings();
    const button = screen.getByRole('button', { name: 'パスフレーズを削除' });
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/変更はできますが、削除はできません/);
    expect(screen.queryByText(/2つ以上あると/)).toBeNull();
  });

  it('say nothing of passkeys where the browser has none', async () => {
    await settings();
    expect(screen.queryByRole('button', { name: 'パスキーを追加' })).toBeNull();
    expect(screen.queryByText(/指紋/)).toBeNull();
  });
});

describe('removing a way', () => {
  it('asks, takes a proof, and moves the focus where it is not lost', async () => {
    let there = both;
    const removeWay = asked<'removeWay'>(() => ((there = { ...both, ways: [passphraseLook] }), {}));
    await settings({ ways: () => there, removeWay });
    await press('パスキーを削除');
    expect(screen.getByText(/このパスキーでは解除できなくなります/)).toBeTruthy();
    await type('今のパスフレーズ', 'himitsu');
    await press('削除する');
    expect(removeWay).toHaveBeenCalledExactlyOnceWith({ proof: { slotId: 'slot', key: 'himitsu by AAAA' }, slotId: 'passkey' });
    expect(screen.queryByText('追加した日は記録されていません')).toBeNull();
    expect(screen.getByText(/^削除しました/, { selector: '[role=status]' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'ロックを解除する方法' }));
  });

  it('removes nothing without a passphrase, and nothing after やめる', async () => {
    const { asked: names } = await settings({}, { there: both });
    await press('パスキーを削除');
    await press('削除する');
    await press('やめる');
    expect(names).not.toContain('removeWay');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'パスキーを削除' }));
  });

  it('says that the proof was wrong and keeps the form', async () => {
    await settings({ removeWay: () => refuse('wrong-passphrase') }, { there: both });
    await press('パスキーを削除');
    await type('今のパスフレーズ', 'x');
    screen.getByRole('button', { name: '削除する' }).focus();
    await press('削除する');
    expect(screen.getByText(/パスフレーズが違います/).closest('[role=alert]')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('今のパスフレーズ'));
  });

  it('shows the lock when the vault locked itself meanwhile', async () => {
    let isLocked = false;
    await settings({ look: () => (isLocked ? locked : look()), removeWay: () => ((isLocked = true), refuse('locked')) }, { there: both });
    await press('パスキーを削除');
    await type('今のパスフレーズ', 'himitsu');
    await press('削除する');
    expect(screen.getByRole('button', { name: 'ロックを解除' })).toBeTruthy();
  });
});

const change = async (typed: { old: string; first: string; second: string }): Promise<void> => {
  await press('パスフレーズを変更');
  await type('今のパスフレーズ', typed.old);
  await type('新しいパスフレーズ', typed.first);
  await type('新しいパスフレーズ（確認）', typed.second);
  await press('変更する');
};

const keptBy = (label: string): string | null => screen.getByLabelText(label).getAttribute('autocomplete');

describe('changing the passphrase', () => {
  it('puts the new one in the place of the slot that the present one opens', async () => {
    const replaceWay = asked<'replaceWay'>(() => ({}));
    await settings({ replaceWay });
    await change({ old: 'himitsu', first: GOOD, second: GOOD });
    expect(replaceWay).toHaveBeenCalledExactlyOnceWith({
      proof: { slotId: 'slot', key: 'himitsu by AAAA' },
      slotId: 'slot',
      way: { kind: 'passphrase', ...drafts.passphrase },
      key: `${GOOD} by AAAA`,
    });
    expect(screen.getByText(/^パスフレーズを変更しました/, { selector: '[role=status]' })).toBeTruthy();
  });

  it('can be proven by a passkey when the present one is forgotten', async () => {
    const replaceWay = asked<'replaceWay'>(() => ({}));
    await settings({ replaceWay }, { there: both, passkeys: passkeys() });
    await press('パスフレーズを変更');
    await type('新しいパスフレーズ', GOOD);
    await type('新しいパスフレーズ（確認）', GOOD);
    await press('パスキーで確認して変更する');
    expect(replaceWay.mock.calls[0]?.[0]).toMatchObject({ proof: { slotId: 'passkey', key: 'key of the passkey' }, slotId: 'slot' });
  });

  it.each([
    ['a weak one', { first: 'sakura2024', second: 'sakura2024' }, /推測されやすい/],
    ['two different ones', { first: GOOD, second: `${GOOD}x` }, /一致しません/],
  ])('refuses %s before anything is asked', async (_, typed, sentence) => {
    const { asked: names } = await settings();
    await change({ old: 'himitsu', ...typed });
    expect(screen.getByText(sentence).closest('[role=alert]')).toBeTruthy();
    expect(names).not.toContain('draftWays');
  });

  it('lets no browser keep what is typed', async () => {
    await settings();
    await press('パスフレーズを変更');
    expect(['今のパスフレーズ', '新しいパスフレーズ', '新しいパスフレーズ（確認）'].map(keptBy)).toEqual(['off', 'new-password', 'new-password']);
  });
});

describe('adding a way', () => {
  it('adds a passphrase where there is none, with a passkey as the proof', async () => {
    const addWay = asked<'addWay'>(() => ({}));
    await settings({ addWay }, { there: onlyPasskey, passkeys: passkeys() });
    expect(screen.queryByRole('button', { name: 'パスフレーズを変更' })).toBeNull();
    await press('パスフレーズを追加');
    await type('新しいパスフレーズ', GOOD);
    await type('新しいパスフレーズ（確認）', GOOD);
    await press('パスキーで確認して追加する');
    const proof = { slotId: 'passkey', key: 'key of the passkey' };
    expect(addWay).toHaveBeenCalledExactlyOnceWith({ proof, way: { kind: 'passphrase', ...drafts.passphrase }, key: `${GOOD} by AAAA` });
  });

  it('adds a passkey after the passphrase has been found right', async () => {
    const addWay = asked<'addWay'>(() => ({}));
    const { asked: names } = await settings({ unlock: () => ({ renew: null }), addWay }, { passkeys: passkeys() });
    await press('パスキーを追加');
    await type('今のパスフレーズ', 'himitsu');
    await press('追加する');
    const way = { kind: 'passkey', ...drafts.passkey, credentialId: 'Y3JlZA' };
    expect(addWay).toHaveBeenCalledExactlyOnceWith({ proof: { slotId: wayIn.slotId, key: 'himitsu by AAAA' }, way, key: 'key of the passkey' });
    expect(names.indexOf('unlock')).toBeLessThan(names.indexOf('addWay'));
    expect(screen.getByText('パスキーを追加しました。', { selector: '[role=status]' })).toBeTruthy();
  });

  it('makes no passkey for a wrong passphrase', async () => {
    const make = vi.fn<() => Promise<never>>();
    await settings({ unlock: () => refuse('wrong-passphrase') }, { passkeys: passkeys({ make }) });
    await press('パスキーを追加');
    await type('今のパスフレーズ', 'x');
    await press('追加する');
    expect(screen.getByText(/パスフレーズが違います/)).toBeTruthy();
    expect(make).not.toHaveBeenCalled();
  });

  it('adds nothing when the authenticator has no PRF', async () => {
    const answers: Answers = { unlock: () => ({ renew: null }) };
    const { asked: names } = await settings(answers, { passkeys: passkeys({ make: async () => refuse('passkey-unavailable') }) });
    await press('パスキーを追加');
    await type('今のパスフレーズ', 'himitsu');
    await press('追加する');
    expect(screen.getByText(/ではパスキーを使えません/)).toBeTruthy();
    expect(names).not.toContain('addWay');
  });
});
