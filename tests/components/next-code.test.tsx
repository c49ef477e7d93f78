// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { untilNextLook } from '../../components/popup-state.ts';
import type { CodeLook, Look } from '../../lib/messages/looks.ts';
import { code, localToken, look, NOON, pass, settle, stopTime, token, unionToken } from './builders.tsx';
import { popup } from './popup-builder.tsx';

beforeEach(stopTime);

const next = { digits: '003917', step: 8 };
const late = (overrides: Partial<CodeLook> = {}): CodeLook => code({ endsAt: NOON + 8_000, next, ...overrides });
const after = code({ digits: '003917', step: 8, endsAt: NOON + 38_000 });
const copied = (): { digits: string; endsAt: number; again: boolean; clearing: 'stays' } => ({ digits: '482915', endsAt: NOON + 8_000, again: false, clearing: 'stays' });
const nextImage = (): HTMLElement | null => screen.queryByRole('img', { name: /^次の番号/ });
const untilLook = (...codes: CodeLook[]): number | null =>
  untilNextLook({ look: look({ tokens: codes.map((one, at) => token({ id: String(at), code: one })) }), failed: null, failures: 0 }, NOON);

describe('the next code on a card', () => {
  it('is labelled, says when it begins, and is read digit by digit', async () => {
    await popup(look({ tokens: [token({ code: late() })] }));
    const card = within(screen.getByRole('article'));
    expect(card.getByRole('img', { name: '次の番号 0 0 3 9 1 7' }).textContent).toBe('003917');
    expect(card.getByText('（8秒後から）')).toBeTruthy();
    expect(card.getByRole('img', { name: 'ワンタイムパスワード 4 8 2 9 1 5' })).toBeTruthy();
    await pass(3001);
    expect(card.getByText('（5秒後から）')).toBeTruthy();
  });

  it('comes with a look of its own when the last ten seconds begin, and takes the place when its time has come', async () => {
    const looks = [code(), late({ endsAt: NOON + 18_000 }), { ...after, endsAt: NOON + 48_000 }];
    const { asked } = await popup(look(), { look: () => look({ tokens: [token({ code: looks.shift() ?? null })] }) });
    await pass(7_900);
    expect(nextImage()).toBeNull();
    await pass(200);
    expect(nextImage()).toBeTruthy();
    expect(asked).toEqual(['look', 'look']);
    await pass(10_000);
    expect(screen.getByRole('img', { name: 'ワンタイムパスワード 0 0 3 9 1 7' })).toBeTruthy();
    expect(nextImage()).toBeNull();
    expect(asked).toEqual(['look', 'look', 'look']);
  });

  it('is no button: a click on it copies nothing, and the copy is of the present code', async () => {
    const { asked, clipboard } = await popup(look({ tokens: [token({ code: late() })] }), { copy: copied });
    fireEvent.click(screen.getByRole('img', { name: /^次の番号/ }));
    await settle();
    expect(asked).toEqual(['look']);
    fireEvent.keyDown(screen.getByRole('article'), { key: 'Enter' });
    await settle();
    expect(clipboard).toEqual(['482915']);
  });

  it.each([
    ['copied', 'コピー済み'],
    ['filled', '使用済み'],
  ] as const)('stands beside the mark of a %s code', async (use, mark) => {
    await popup(look({ tokens: [token({ code: late({ use, digits: use === 'filled' ? '' : '482915' }) })] }));
    expect(screen.getByText(mark)).toBeTruthy();
    expect(nextImage()).toBeTruthy();
  });

  it('is not left standing when its time has come and nothing newer is known', async () => {
    const looks: Look[] = [look({ tokens: [token({ code: late() })] })];
    await popup(look(), { look: () => looks.shift() ?? new Promise<Look>(() => undefined) });
    await pass(7_990);
    expect(nextImage()).toBeTruthy();
    await pass(200);
    expect(nextImage()).toBeNull();
  });

  it('is there of a credit union’s and of an imported token, and is said in English', async () => {
    const tokens = [unionToken({ code: late({ period: 60 }) }), localToken({ code: late() })];
    await popup(look({ tokens }), {}, 'en');
    expect(screen.getAllByRole('img', { name: 'Next code 0 0 3 9 1 7' })).toHaveLength(2);
    expect(screen.getAllByText('(in 8 s)')).toHaveLength(2);
  });
});

describe('the look that brings it', () => {
  it('comes when the last seconds begin, then at the end; for nothing twice', () => {
    expect(untilLook(code({ endsAt: NOON + 18_000 }))).toBe(8_030);
    expect(untilLook(code({ endsAt: NOON + 9_000 }))).toBe(9_030);
    expect(untilLook(late())).toBe(8_030);
    expect(untilLook(code({ endsAt: NOON + 7_000, period: 15 }))).toBe(2_030);
  });

  it('is that of the token which is next to change', () => {
    expect(untilLook(code({ endsAt: NOON + 9_000 }), code({ endsAt: NOON + 14_000 }))).toBe(4_030);
  });
});
