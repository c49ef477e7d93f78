// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RemovedLook, TokenLook } from '../../lib/messages/looks.ts';
import { look, NOON, pass, refuse, settle, stopTime, token, unionToken } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';
import type { Answers } from './popup-builder.tsx';

beforeEach(stopTime);

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const gone: RemovedLook = { id: 'a', institution: 'あぶくま信用金庫', serial: 'SKTS48201937', until: NOON + 86_400_000 };

/** A background with one token that can be deleted and brought back. */
const oneToken = (first: TokenLook, refused: Answers = {}) => {
  let isGone = false;
  return popup(look({ tokens: [first] }), {
    look: () => (isGone ? look({ tokens: [], removed: [gone] }) : look({ tokens: [first] })),
    removeToken: () => ((isGone = true), {}),
    restoreToken: () => ((isGone = false), {}),
    ...refused,
  });
};

describe('deleting a token', () => {
  it.each([
    [token(), /「利用中止」をしてください。できないときは、金融機関へお電話/],
    [unionToken(), /「利用解除」をしてください。できないときは、金融機関へお電話/],
    [token({ state: 'SUSPENDED' }), /ロック中は「利用中止」ができないため、先に下の連絡先へお電話ください/],
    [token({ state: 'UNBOUND' }), /「利用開始」ができなくなります/],
    [token({ state: 'REPLACED' }), /このトークンを鍵札から削除しますか。$/],
  ])('asks first, and says what comes before it (%#)', async (first, words) => {
    const { asked } = await oneToken(first);
    await click(button('削除'));
    expect(screen.getByText(words)).toBeTruthy();
    expect(asked).not.toContain('removeToken');
    await click(button('削除しない'));
    expect(document.activeElement).toBe(button('削除'));
    expect(asked).not.toContain('removeToken');
  });

  it('leaves the search by which it was found, however few tokens are left', async () => {
    const six = Array.from({ length: 6 }, (_, at) => token({ id: `t${at}`, serial: `SKTS0000000${at}`, state: 'REPLACED', code: null }));
    let tokens = six;
    await popup(look({ tokens }), { look: () => look({ tokens }), removeToken: () => ((tokens = six.slice(1)), {}) });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '00000000' } });
    await settle();
    await click(button('削除'));
    await click(button('削除する'));
    expect(screen.queryAllByRole('article')).toEqual([]);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '' } });
    await settle();
    expect(screen.getAllByRole('article')).toHaveLength(5);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('puts the focus on the answer that deletes nothing, once', async () => {
    await oneToken(token());
    await click(button('削除'));
    expect(document.activeElement).toBe(button('削除しない'));
    button('削除する').focus();
    // The countdown draws the card anew every second.
    await pass(3000);
    expect(document.activeElement).toBe(button('削除する'));
  });

  it('is answered no by Esc, and the popup stays open', async () => {
    const { closed, asked } = await oneToken(token());
    await click(button('削除'));
    fireEvent.keyDown(button('削除しない'), { key: 'Escape' });
    await settle();
    expect(document.activeElement).toBe(button('削除'));
    expect(closed).not.toHaveBeenCalled();
    expect(asked).not.toContain('removeToken');
    fireEvent.keyDown(button('削除'), { key: 'Escape' });
    expect(closed).toHaveBeenCalledOnce();
  });

  it('can be undone for a while', async () => {
    const { asked } = await oneToken(token());
    await click(button('削除'));
    await click(button('削除する'));
    expect(screen.queryByRole('article')).toBeNull();
    expect(screen.getByText(/^あぶくま信用金庫 SKTS48201937 を削除しました。7月2日.*時まで元に戻せます。$/)).toBeTruthy();
    expect(document.activeElement).toBe(button('元に戻す'));
    const empty = screen.getByRole('heading', { name: 'トークンがまだありません' });
    expect(button('元に戻す').compareDocumentPosition(empty) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await click(button('元に戻す'));
    expect(document.activeElement).toBe(screen.getByRole('article', { name: /SKTS48201937/ }));
    expect(asked.filter((name) => name !== 'look')).toEqual(['removeToken', 'restoreToken']);
    expect(screen.queryByText(/削除しました/)).toBeNull();
  });

  it('is not offered while a 交換 is under way, and says why', async () => {
    const { asked } = await oneToken(token({ mayRemove: false, exchanging: true }));
    const remove = button('削除');
    expect(remove.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(remove.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/交換の手続きが終わるまで、前のトークンは削除できません/);
    await click(remove);
    expect(screen.queryByRole('button', { name: '削除する' })).toBeNull();
    expect(asked).not.toContain('removeToken');
  });

  it('is not offered beside a new token, though no 交換 was begun, and says what to do', async () => {
    await oneToken(token({ mayRemove: false }));
    expect(document.getElementById(button('削除').getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/利用開始前の）トークンがあるため、このトークンは削除できません/);
  });

  it('says at the card why it was refused', async () => {
    await oneToken(token(), { removeToken: () => refuse('exchange-unfinished') });
    await click(button('削除'));
    await click(button('削除する'));
    expect(screen.getByText(/交換の手続きが終わるまで/).closest('article')).toBeTruthy();
  });

  it.each([
    ['ja', /^名前のないトークン を削除しました。/, '元に戻す'],
    ['en', /^Token without a name was deleted\./, 'Bring it back'],
  ] as const)('says which, also of a token without a name (%s)', async (language, said, back) => {
    await popup(look({ tokens: [], removed: [{ ...gone, institution: '', serial: '' }] }), {}, language);
    expect(screen.getByText(said)).toBeTruthy();
    expect(button(back)).toBeTruthy();
  });

  it('says why a token could not be brought back', async () => {
    await popup(look({ tokens: [], removed: [gone] }), { restoreToken: () => refuse('token-unknown') });
    await click(button('元に戻す'));
    expect(screen.getByText(/このトークンは見つかりません/).closest('[role=status]')).toBeTruthy();
  });
});
