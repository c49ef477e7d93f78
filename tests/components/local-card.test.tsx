// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { namesOf } from '../../components/local-name.ts';
import { matching, popupReducer, unseen } from '../../components/popup-state.ts';
import type { TokenLook } from '../../lib/messages/looks.ts';
import { code, localToken, locked, look, NOON, refuse, settle, stopTime, token } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';
import type { Answers } from './popup-builder.tsx';

beforeEach(stopTime);

const counting = localToken({ code: null, local: { issuer: 'Example', account: 'taro', counts: true, site: null } });
const show = (shown: TokenLook, answers: Answers = {}) => popup(look({ tokens: [shown] }), answers);
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const card = (): HTMLElement => screen.getByRole('article');

describe('the card of an imported token', () => {
  it('shows service, account, code and seconds, and nothing of a bank', async () => {
    await show(localToken());
    const inside = within(screen.getByRole('article', { name: 'Example hanako@example.jp' }));
    expect(inside.getByRole('heading', { name: 'Example' })).toBeTruthy();
    expect(inside.getByText('取り込み')).toBeTruthy();
    expect(inside.getByRole('img', { name: 'ワンタイムパスワード 4 8 2 9 1 5' })).toBeTruthy();
    expect(inside.getByRole('timer', { name: '残り18秒' })).toBeTruthy();
    expect(card().textContent).not.toMatch(/シリアル番号|利用開始|状態を確認|交換|受付/);
  });

  it.each([
    ['482915', ['482', '915']],
    ['4829150', ['4829', '150']],
    ['48291507', ['4829', '1507']],
  ])('groups %s readably', async (digits, groups) => {
    await show(localToken({ code: code({ digits }) }));
    const parts = screen.getByRole('img').querySelectorAll('span');
    expect([...parts].map((part) => part.textContent)).toEqual(groups);
  });

  it('is copied by Enter, and a second copy warns without speaking of banks', async () => {
    const copied = { digits: '482915', endsAt: NOON + 18_000, again: true, clearing: 'stays' as const };
    const { clipboard } = await show(localToken(), { copy: () => copied });
    fireEvent.keyDown(card(), { key: 'Enter' });
    await settle();
    expect(clipboard).toEqual(['482915']);
    expect(screen.getByText(/Exampleの同じ番号をもう一度コピーしました/)).toBeTruthy();
    expect(card().textContent).not.toContain('金融機関');
  });

  it('is called by its account where the service is not named', () => {
    expect(namesOf({ issuer: '', account: 'taro' }, 'x')).toEqual({ heading: 'taro', line: '' });
    expect(namesOf({ issuer: '', account: '' }, 'x')).toEqual({ heading: 'x', line: '' });
  });

  it('is found by service and by account', () => {
    const all = [token(), localToken()];
    expect(matching(all, 'ｅｘａｍｐｌｅ')).toEqual([all[1]]);
    expect(matching(all, 'HANAKO@')).toEqual([all[1]]);
    expect(matching(all, 'あぶくま')).toEqual([all[0]]);
  });
});

const copyCounted = () => ({ clearing: 'cleared' as const, clearsAt: NOON + 60_000 });
const nextCode = (): { digits: string; counter: number } => ({ digits: '755224', counter: 12 });

describe('a counting token', () => {
  it('shows no code until one is asked for, and then the counter', async () => {
    await show(counting, { nextCode });
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.queryByRole('timer')).toBeNull();
    await click(button('次の番号を出す'));
    expect(screen.getByRole('img', { name: 'ワンタイムパスワード 7 5 5 2 2 4' })).toBeTruthy();
    expect(screen.getByText('カウンター 12')).toBeTruthy();
  });

  it('copies what is shown without using up another counter', async () => {
    const { clipboard, asked } = await show(counting, { nextCode, copyCounted });
    fireEvent.keyDown(card(), { key: 'Enter' });
    await settle();
    expect(clipboard).toEqual([]);
    await click(button('次の番号を出す'));
    await click(button('コピー'));
    fireEvent.keyDown(card(), { key: 'Enter' });
    await settle();
    expect(clipboard).toEqual(['755224', '755224']);
    expect(asked.filter((name) => name !== 'look')).toEqual(['nextCode', 'copyCounted', 'copyCounted']);
    expect(screen.getByText(/Exampleの番号をコピーしました/)).toBeTruthy();
    expect(screen.getByText('コピーから1分たつと、クリップボードから自動で消します。')).toBeTruthy();
  });

  it('uses up one counter for two quick clicks', async () => {
    let given = 0;
    await show(counting, { nextCode: () => ({ digits: '755224', counter: given++ }) });
    fireEvent.click(button('次の番号を出す'));
    fireEvent.click(button('次の番号を出す'));
    await settle();
    expect(given).toBe(1);
  });

  it('says why there is no next code', async () => {
    await show(counting, { nextCode: () => refuse('store-full') });
    await click(button('次の番号を出す'));
    expect(screen.getByText(/空き容量が足りず/)).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('drops what was said of the code before', async () => {
    await show(counting, { nextCode, copyCounted });
    await click(button('次の番号を出す'));
    await click(button('コピー'));
    await click(button('次の番号を出す'));
    expect(screen.queryByText(/コピーしました/)).toBeNull();
  });

  it('keeps no code once it is locked', () => {
    const open = popupReducer(unseen, { kind: 'looked', look: look({ tokens: [counting] }) });
    const counted = popupReducer(open, { kind: 'counted', tokenId: 'l', code: nextCode() });
    expect(counted.counted).toEqual({ l: nextCode() });
    expect(popupReducer(counted, { kind: 'looked', look: locked }).counted).toEqual({});
  });
});

describe('what is done with an imported token', () => {
  it('is renamed in its place', async () => {
    let local = { issuer: 'Example', account: 'hanako@example.jp', counts: false, site: null };
    const { asked } = await show(localToken(), {
      look: () => look({ tokens: [localToken({ local })] }),
      editLocal: ({ issuer, account }) => ((local = { ...local, issuer, account }), {}),
    });
    await click(button('名前を変える'));
    expect(document.activeElement).toBe(screen.getByLabelText('サービスの名前'));
    fireEvent.input(screen.getByLabelText('サービスの名前'), { target: { value: ' 見本商店 ' } });
    fireEvent.input(screen.getByLabelText('アカウント'), { target: { value: '花子' } });
    await click(button('保存する'));
    expect(screen.getByRole('article', { name: '見本商店 花子' })).toBeTruthy();
    expect(document.activeElement).toBe(button('名前を変える'));
    expect(asked).toEqual(['look', 'editLocal', 'look']);
  });

  it('keeps what was typed when the name is refused, and Esc leaves it as it was', async () => {
    const { closed } = await show(localToken(), { editLocal: () => refuse('store-full') });
    await click(button('名前を変える'));
    fireEvent.input(screen.getByLabelText('アカウント'), { target: { value: '花子' } });
    await click(button('保存する'));
    expect(screen.getByText(/空き容量が足りず/)).toBeTruthy();
    expect(screen.getByLabelText('アカウント')).toHaveProperty('value', '花子');
    fireEvent.keyDown(screen.getByLabelText('アカウント'), { key: 'Escape' });
    await settle();
    expect(closed).not.toHaveBeenCalled();
    expect(screen.getByRole('article', { name: 'Example hanako@example.jp' })).toBeTruthy();
  });

  it('is deleted after a warning that there may be no other copy, and brought back', async () => {
    let isGone = false;
    const removed = [{ id: 'l', institution: 'Example', serial: '', until: NOON + 86_400_000 }];
    await show(localToken(), {
      look: () => (isGone ? look({ tokens: [], removed }) : look({ tokens: [localToken()] })),
      removeToken: () => ((isGone = true), {}),
      restoreToken: () => ((isGone = false), {}),
    });
    await click(button('削除'));
    expect(screen.getByText(/控えがないと、このサービスに入れなくなる/)).toBeTruthy();
    await click(button('削除する'));
    expect(screen.getByText(/^Example を削除しました/)).toBeTruthy();
    await click(button('元に戻す'));
    expect(document.activeElement).toBe(card());
  });

  it('is exported on its page', async () => {
    const { opened } = await show(localToken());
    await click(button('書き出す'));
    expect(opened).toEqual(['/transfer.html#export']);
  });
});
