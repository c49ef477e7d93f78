// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { code, look, NOON, pass, refuse, settle, stopTime, token } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';

beforeEach(stopTime);

const copied = () => ({ digits: '482915', endsAt: NOON + 18_000, again: false, clearing: 'stays' as const });

describe('a card', () => {
  it('shows institution, serial, state, the code digit by digit and the seconds', async () => {
    await popup(look());
    const card = within(screen.getByRole('article', { name: 'あぶくま信用金庫 SKTS48201937' }));
    expect(card.getByRole('heading', { name: 'あぶくま信用金庫' })).toBeTruthy();
    expect(card.getByRole('img', { name: 'ワンタイムパスワード 4 8 2 9 1 5' }).textContent).toBe('482915');
    expect(card.getByRole('timer', { name: '残り18秒' })).toBeTruthy();
    expect(card.getByText('利用中')).toBeTruthy();
  });

  it('counts down by itself without asking the background', async () => {
    const { asked } = await popup(look());
    screen.getByRole('timer', { name: '残り18秒' });
    await pass(5001);
    expect(screen.getByRole('timer').getAttribute('aria-label')).toBe('残り13秒');
    expect(asked).toEqual(['look']);
  });

  it('asks for the new code when the old one ends', async () => {
    let turn = 0;
    const second = code({ digits: '003917', step: 8, endsAt: NOON + 48_000 });
    await popup(look(), { look: () => look({ tokens: [token({ code: turn++ === 0 ? code() : second })] }) });
    screen.getByRole('img', { name: /4 8 2/ });
    await pass(18_200);
    expect(screen.getByRole('img', { name: 'ワンタイムパスワード 0 0 3 9 1 7' })).toBeTruthy();
    expect(screen.getByText('新しい番号 0 0 3 9 1 7')).toBeTruthy();
  });

  it('copies by button and by Enter, and says what became of the clipboard', async () => {
    const { clipboard } = await popup(look(), { copy: copied });
    await click(screen.getByRole('button', { name: 'コピー' }));
    expect(clipboard).toEqual(['482915']);
    expect(screen.getByText(/あぶくま信用金庫の番号をコピーしました/)).toBeTruthy();
    expect(screen.getByText('コピーした番号はクリップボードに残ります。')).toBeTruthy();
    fireEvent.keyDown(screen.getByRole('article'), { key: 'Enter' });
    await settle();
    expect(clipboard).toHaveLength(2);
  });

  it('does not copy when Enter is pressed on a button inside it', async () => {
    const { asked } = await popup(look());
    fireEvent.keyDown(screen.getByText('くわしく'), { key: 'Enter' });
    await settle();
    expect(asked).toEqual(['look']);
  });

  it('warns when the same code is copied again', async () => {
    const tokens = [token({ code: code({ use: 'copied' }) })];
    await popup(look({ tokens }), { copy: () => ({ digits: '482915', endsAt: NOON + 18_000, again: true, clearing: 'stays' }) });
    expect(screen.getByText('コピー済み')).toBeTruthy();
    await click(screen.getByRole('button', { name: 'コピー' }));
    expect(screen.getByText(/同じ番号を2回受け付けません/)).toBeTruthy();
  });

  it('shows a used code as 使用済み and says why it is not copied', async () => {
    const tokens = [token({ code: code({ use: 'filled' }) })];
    const { clipboard } = await popup(look({ tokens }), { copy: () => refuse('code-spent') });
    expect(screen.getByText('使用済み')).toBeTruthy();
    expect(screen.getByText(/次の番号まで18秒/)).toBeTruthy();
    await click(screen.getByRole('button', { name: 'コピー' }));
    expect(screen.getByText(/この番号は使用済みです/)).toBeTruthy();
    expect(clipboard).toEqual([]);
  });

  it('says 時刻確認中 while the clock is unmeasured', async () => {
    await popup(look({ tokens: [token({ code: code({ timed: false }) })] }));
    expect(screen.getByText('時刻確認中')).toBeTruthy();
  });

  it('leads from 利用開始前 to the login page and says until when', async () => {
    const { opened } = await popup(look({ tokens: [token({ state: 'UNBOUND' })] }));
    await click(screen.getByRole('button', { name: '利用開始へ' }));
    expect(opened).toEqual([token().loginAddress]);
    expect(screen.getByText(/^7月30日\d+時までに/)).toBeTruthy();
  });

  it.each(['EXPIRED', 'SUSPENDED', 'REPLACED', 'STOPPED', 'REVOKED'] as const)('shows no code when %s', async (state) => {
    await popup(look({ tokens: [token({ state })] }));
    screen.getByRole('article');
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.queryByRole('button', { name: 'コピー' })).toBeNull();
  });

  it('keeps the receipt of the bank in its details and asks for the state', async () => {
    const receipt = { number: '0HT18BUADJU1', time: '2026年07月24日12時28分32秒' };
    const { asked } = await popup(look({ tokens: [token({ receipt })] }), { refreshStatus: () => ({ state: 'ACTIVE' }) });
    expect(screen.getByText('0HT18BUADJU1')).toBeTruthy();
    await click(screen.getByText('状態を確認する'));
    expect(asked).toEqual(['look', 'refreshStatus', 'look']);
    expect(screen.getByText('発行元に確かめました。いまの状態は「利用中」です。').closest('[role=status]')).toBeTruthy();
  });

  it('says nothing of a state when the issuer could not be asked', async () => {
    await popup(look({ tokens: [token()] }), { refreshStatus: () => refuse('issuer-unreachable') });
    await click(screen.getByText('状態を確認する'));
    expect(screen.queryByText(/発行元に確かめました/)).toBeNull();
  });
});
