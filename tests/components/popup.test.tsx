// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { locked, look, NOON, refuse, settle, stopTime, token, wayIn } from './builders.tsx';
import { bankSite } from '../looks.ts';
import { click, popup } from './popup-builder.tsx';
import type { Answers } from './popup-builder.tsx';

beforeEach(stopTime);

describe('the popup without a vault', () => {
  it('welcomes and opens the enrolment', async () => {
    const { opened } = await popup(look({ vault: 'none', tokens: [] }));
    await click(screen.getByRole('button', { name: 'はじめる' }));
    expect(opened).toEqual(['/enrol.html']);
  });
});

describe('the locked popup', () => {
  it('shows the lock and the way to the loss kit, and nothing else', async () => {
    const { opened } = await popup(locked);
    screen.getByLabelText('パスフレーズ');
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['表示する', 'ロックを解除']);
    expect(screen.queryByRole('article')).toBeNull();
    await click(screen.getByRole('link', { name: '紛失・盗難のときは' }));
    expect(opened).toEqual(['/loss.html']);
  });

  it('unlocks with the stretched passphrase and looks again', async () => {
    let isLocked = true;
    const unlock = vi.fn<NonNullable<Answers['unlock']>>(() => {
      isLocked = false;
      return { renew: null };
    });
    await popup(locked, { look: () => (isLocked ? locked : look()), unlock });
    fireEvent.input(screen.getByLabelText('パスフレーズ'), { target: { value: 'himitsu' } });
    await settle();
    await click(screen.getByRole('button', { name: 'ロックを解除' }));
    expect(screen.getByRole('article', { name: /あぶくま信用金庫/ })).toBeTruthy();
    expect(unlock).toHaveBeenCalledExactlyOnceWith({ slotId: wayIn.slotId, key: 'stretched himitsu' });
  });

  it('leads whoever cannot unlock to what helps', async () => {
    await popup(locked);
    expect(screen.getByRole('link', { name: '解除できないとき（忘れたとき）' }).getAttribute('href')).toBe('/loss.html');
  });

  it('says that a passphrase is wrong and stays locked', async () => {
    await popup(locked, { unlock: () => refuse('wrong-passphrase') });
    fireEvent.input(screen.getByLabelText('パスフレーズ'), { target: { value: 'x' } });
    await settle();
    await click(screen.getByRole('button', { name: 'ロックを解除' }));
    expect(screen.getByText(/パスフレーズが違います/).closest('[role=alert]')).toBeTruthy();
  });

  it('shows the passphrase only on request', async () => {
    await popup(locked);
    const field = screen.getByLabelText('パスフレーズ');
    expect(field.getAttribute('type')).toBe('password');
    await click(screen.getByRole('button', { name: '表示する' }));
    expect(field.getAttribute('type')).toBe('text');
  });
});

describe('the popup that is told of a change', () => {
  it('shows the lock at once when the vault was locked elsewhere', async () => {
    let isLocked = false;
    const { tokensChanged } = await popup(look(), { look: () => (isLocked ? locked : look()) });
    expect(screen.getAllByRole('article')).not.toEqual([]);
    isLocked = true;
    await tokensChanged();
    expect(screen.queryByRole('article')).toBeNull();
    screen.getByLabelText('パスフレーズ');
  });
});

describe('the damaged popup', () => {
  it('says that nothing was overwritten and leads to the loss kit', async () => {
    await popup(look({ vault: 'damaged', tokens: [] }));
    expect(screen.getByRole('heading', { name: '保存した内容を読めません' })).toBeTruthy();
    expect(screen.getByText(/何も上書きしていません/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '紛失・盗難のときは' })).toBeTruthy();
  });
});

describe('the keyboard', () => {
  const tokens = Array.from({ length: 7 }, (_, at) => token({ id: `t${at}`, serial: `SKTS0000000${at}` }));

  it('moves over the cards with the arrows, Home and End', async () => {
    await popup(look({ tokens }));
    const cards = screen.getAllByRole('article');
    fireEvent.keyDown(document.body, { key: 'ArrowDown' });
    await settle();
    expect(document.activeElement).toBe(cards[0]);
    fireEvent.keyDown(cards[0] ?? document.body, { key: 'ArrowDown' });
    await settle();
    expect(document.activeElement).toBe(cards[1]);
    fireEvent.keyDown(cards[1] ?? document.body, { key: 'End' });
    await settle();
    expect(document.activeElement).toBe(cards[6]);
    expect(cards.map((card) => card.tabIndex)).toEqual([-1, -1, -1, -1, -1, -1, 0]);
  });

  it('searches after / and clears, then closes, on Esc', async () => {
    const { closed } = await popup(look({ tokens }));
    const search = screen.getByRole('searchbox', { name: 'トークンをさがす' });
    fireEvent.keyDown(document.body, { key: '/' });
    await settle();
    expect(document.activeElement).toBe(search);
    fireEvent.input(search, { target: { value: '00000003' } });
    await settle();
    expect(screen.getAllByRole('article')).toHaveLength(1);
    fireEvent.keyDown(search, { key: 'Escape' });
    await settle();
    expect(screen.getAllByRole('article')).toHaveLength(7);
    expect(closed).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await settle();
    expect(closed).toHaveBeenCalledOnce();
  });

  it('has no search for a few tokens', async () => {
    await popup(look({ tokens: tokens.slice(0, 5) }));
    screen.getAllByRole('article');
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});

describe('the site line', () => {
  const site = bankSite({ roles: ['serial', 'current'] });

  it('says that a page gets no more offers, and still fills it', async () => {
    await popup(look({ site: { ...site, offersOver: true } }));
    expect(screen.getByText(/入力の案内を止めています/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'このページに入力' })).toBeTruthy();
  });

  it('names the bank and fills its page on one click', async () => {
    const fillActiveTab = vi.fn<NonNullable<Answers['fillActiveTab']>>(() => ({ kind: 'filled', roles: ['serial', 'current'] }));
    await popup(look({ site }), { fillActiveTab });
    expect(screen.getByText('あぶくま信用金庫のページです')).toBeTruthy();
    expect(screen.getByText(/シリアル番号・ワンタイムパスワード/)).toBeTruthy();
    await click(screen.getByRole('button', { name: 'このページに入力' }));
    expect(screen.getByText(/入力しました/)).toBeTruthy();
    expect(fillActiveTab).toHaveBeenCalledExactlyOnceWith({ tokenId: 'a' });
  });

  it('has one button for each of several tokens', async () => {
    const tokens = [token({ state: 'ACTIVE' }), token({ id: 'b', serial: 'SKTS00000002', state: 'UNBOUND' })];
    await popup(look({ tokens, site: { ...site, roles: ['old', 'new'], tokenIds: ['a', 'b'] } }));
    screen.getByRole('button', { name: 'SKTS48201937（利用中）の番号をこのページに入力' });
    expect(screen.getByRole('button', { name: 'SKTS00000002（利用開始前）の番号をこのページに入力' })).toBeTruthy();
  });

  it('says why a fill was refused', async () => {
    await popup(look({ site }), { fillActiveTab: () => refuse('field-read-only') });
    await click(screen.getByRole('button', { name: 'このページに入力' }));
    expect(screen.getByText(/ソフトウェアキーボード専用/)).toBeTruthy();
  });

  it('asks whose page it is when that is unknown', async () => {
    await popup(look({ site: { ...site, institution: null } }));
    expect(screen.getByRole('button', { name: 'あぶくま信用金庫のページとして入力' })).toBeTruthy();
    expect(screen.queryByText(/のページです/)).toBeNull();
  });

  it('tells two tokens of one institution apart when the page is of an unknown one', async () => {
    const others = { institution: 'きた信用金庫', institutionCode: '1581' };
    const tokens = [token(), token({ id: 'b', serial: 'SKTS00000002' }), token({ id: 'c', serial: 'SKTS00000003', ...others })];
    await popup(look({ tokens, site: { ...site, roles: ['current'], institution: null, tokenIds: ['a', 'b', 'c'] } }));
    expect(screen.getAllByRole('button', { name: /のページとして入力/ }).map(({ textContent }) => textContent)).toEqual([
      'あぶくま信用金庫のページとして入力（SKTS48201937）',
      'あぶくま信用金庫のページとして入力（SKTS00000002）',
      'きた信用金庫のページとして入力',
    ]);
  });

  it('has no button that would be refused: the page asks for a new token’s code, and the one that is here is in use', async () => {
    await popup(look({ tokens: [token({ state: 'ACTIVE' })], site: { ...site, roles: ['serial', 'new'], institution: null, tokenIds: [] } }));
    screen.getByText(site.host);
    expect(screen.queryByRole('button', { name: /入力/ })).toBeNull();
  });

  it('offers nothing to fill on a page without a field', async () => {
    await popup(look({ site: { ...site, roles: [] } }));
    screen.getByText('あぶくま信用金庫のページです');
    expect(screen.queryByRole('button', { name: /入力/ })).toBeNull();
  });
});

describe('the rest of the popup', () => {
  it('locks at once', async () => {
    let isLocked = false;
    await popup(look(), { look: () => (isLocked ? locked : look()), lock: () => ((isLocked = true), {}) });
    await click(screen.getByRole('button', { name: '今すぐロック' }));
    screen.getByLabelText('パスフレーズ');
    expect(screen.queryByText(/SKTS/)).toBeNull();
  });

  it('lets an interrupted issue go on, or drops it after a question', async () => {
    const pendings = [{ id: 'p 1', institutionCode: '1188', institution: 'あぶくま信用金庫', kind: 'shinkin' as const, startedAt: NOON }];
    const { opened, asked, closed } = await popup(look({ tokens: [], pendings }), { dropPending: () => ({}) });
    await click(screen.getByRole('button', { name: '続ける' }));
    expect(opened).toEqual(['/enrol.html?pending=p%201']);
    await click(screen.getByRole('button', { name: 'やり直す' }));
    fireEvent.keyDown(screen.getByRole('button', { name: '取り消さない' }), { key: 'Escape' });
    await settle();
    expect(closed).not.toHaveBeenCalled();
    await click(screen.getByRole('button', { name: 'やり直す' }));
    expect(asked).not.toContain('dropPending');
    await click(screen.getByRole('button', { name: '取り消してやり直す' }));
    expect(asked).toContain('dropPending');
  });

  it.each([
    [-183_000, /約3分進んでいます/],
    [12_000, /約12秒遅れています/],
  ])('says that the clock is off by %i ms', async (clockOffset, words) => {
    await popup(look({ clockOffset }));
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('is silent about a clock that is off by five seconds at most', async () => {
    await popup(look({ clockOffset: 5000 }));
    screen.getByRole('article');
    expect(screen.queryByText(/時計/)).toBeNull();
  });

  it('shows the shortcuts that the browser really gave', async () => {
    await popup(look({ shortcuts: { open: '', fill: 'Alt+Shift+K' } }));
    screen.getByText('Alt+Shift+K');
    expect(document.querySelectorAll('kbd')).toHaveLength(1);
  });

  it('says what failed and looks again on request', async () => {
    let turn = 0;
    await popup(look(), { look: () => (turn++ === 0 ? refuse('store-blocked') : look()) });
    screen.getByText(/ほかの画面が保存領域を使っています/);
    await click(screen.getByRole('button', { name: 'もう一度試す' }));
    expect(screen.getByRole('article')).toBeTruthy();
  });

  it('speaks English to others', async () => {
    await popup(look(), {}, 'en');
    expect(screen.getByRole('button', { name: 'Copy' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'One-time password 4 8 2 9 1 5' })).toBeTruthy();
  });
});
