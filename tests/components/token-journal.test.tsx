// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { journalWords } from '../../components/words-journal.ts';
import { useAt, type Use, type UsePage } from '../../lib/journal.ts';
import { localToken, look, NOON, refuse, settle, stopTime, token } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';
import type { Answers } from './popup-builder.tsx';

beforeEach(stopTime);

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const page = (over: Partial<UsePage> = {}): UsePage => ({ roles: ['current'], host: 'ib.example.jp', screen: 'transfer', ...over });
const many = (count: number): Use[] => Array.from({ length: count }, (_, at) => useAt(NOON - at * 86_400_000, 'copied', null));
const lines = (): string[] => within(screen.getByRole('list', { name: '使用の記録' })).getAllByRole('listitem').map((line) => line.textContent.replace(/\s+/g, ' ').trim());
const show = (uses: Use[], answers: Answers = {}) => popup(look(), { journal: () => ({ uses }), ...answers });

describe('使用の記録', () => {
  it('is read only when it is unfolded', async () => {
    const { asked } = await show(many(1));
    expect(asked).toEqual(['look']);
    expect(button('使用の記録').getAttribute('aria-expanded')).toBe('false');
    await click(button('使用の記録'));
    expect(button('使用の記録').getAttribute('aria-expanded')).toBe('true');
    expect(asked).toEqual(['look', 'journal']);
    await click(button('使用の記録'));
    expect(screen.queryByRole('list', { name: '使用の記録' })).toBeNull();
  });

  it('says when, what and where, in the order that it is told', async () => {
    await show([
      useAt(NOON, 'copied', null),
      useAt(NOON - 60_000, 'filled', page()),
      useAt(NOON - 120_000, 'filled', page({ roles: ['serial', 'new'], screen: 'exchange' })),
      useAt(NOON - 180_000, 'filled', page({ roles: ['old'], screen: null })),
      useAt(NOON - 240_000, 'shown', null),
    ]);
    await click(button('使用の記録'));
    expect(lines()).toEqual([
      expect.stringMatching(/^2026年7月1日 \d+:00 コピー$/),
      expect.stringMatching(/^2026年(7月1日|6月30日) \d+:59 番号を入力 振込 ib\.example\.jp$/),
      expect.stringMatching(/シリアル番号と新しいトークンの番号を入力 交換 ib\.example\.jp$/),
      expect.stringMatching(/旧トークンの番号を入力 ib\.example\.jp$/),
      expect.stringMatching(/番号を表示$/),
    ]);
    expect(screen.getByText(/番号そのものは記録しません/)).toBeTruthy();
  });

  it('says it in English', async () => {
    await popup(look(), { journal: () => ({ uses: [useAt(NOON, 'filled', page())] }) }, 'en');
    await click(button('Use journal'));
    expect(screen.getByRole('list', { name: 'Use journal' }).textContent).toMatch(/1 July 2026.*Filled in: code Transfer \(振込\) ib\.example\.jp/);
  });

  it('says of a token that was not used yet that it was not, and has nothing to clear', async () => {
    await show([]);
    await click(button('使用の記録'));
    expect(screen.getByText('まだ使用の記録はありません。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '記録を消す' })).toBeNull();
  });

  it('shows the first few, and the rest at a press that keeps the focus in the list', async () => {
    await show(many(12));
    await click(button('使用の記録'));
    expect(lines()).toHaveLength(5);
    await click(button('残りの7件も表示'));
    expect(lines()).toHaveLength(12);
    expect(document.activeElement).toBe(screen.getByRole('list', { name: '使用の記録' }));
  });

  it('is read again when something was used', async () => {
    const uses = many(1);
    const { tokensChanged } = await show(uses);
    await click(button('使用の記録'));
    uses.unshift(useAt(NOON + 1000, 'filled', page()));
    await tokensChanged();
    expect(lines()[0]).toMatch(/番号を入力/);
  });

  it('is cleared only after a question, whose safe answer has the focus', async () => {
    const { asked } = await show(many(3), { clearJournal: () => ({}) });
    await click(button('使用の記録'));
    await click(button('記録を消す'));
    expect(document.activeElement).toBe(button('消さない'));
    fireEvent.keyDown(button('消さない'), { key: 'Escape' });
    await settle();
    expect(document.activeElement).toBe(button('記録を消す'));
    expect(asked).not.toContain('clearJournal');
    await click(button('記録を消す'));
    await click(button('消す'));
    expect(asked).toContain('clearJournal');
    expect(screen.getByText('まだ使用の記録はありません。')).toBeTruthy();
    expect(document.activeElement).toBe(button('使用の記録'));
  });

  it('stays, and says why, when it could not be cleared', async () => {
    await show(many(3), { clearJournal: () => refuse('store-full') });
    await click(button('使用の記録'));
    await click(button('記録を消す'));
    await click(button('消す'));
    expect(lines()).toHaveLength(3);
    expect(within(screen.getByRole('article')).getAllByRole('alert').some((one) => one.textContent !== '')).toBe(true);
  });

  it('says why it could not be read', async () => {
    await show([], { journal: () => refuse('vault-damaged') });
    await click(button('使用の記録'));
    expect(within(screen.getByRole('article')).getAllByRole('alert').some((one) => one.textContent !== '')).toBe(true);
    expect(screen.queryByText('まだ使用の記録はありません。')).toBeNull();
  });

  it('is in the details of every kind of token', async () => {
    await popup(look({ tokens: [token(), localToken()] }));
    expect(screen.getAllByRole('button', { name: '使用の記録' })).toHaveLength(2);
  });

  it('has words for the same things in both languages', () => {
    expect(Object.keys(journalWords.en.screens)).toEqual(Object.keys(journalWords.ja.screens));
  });
});
