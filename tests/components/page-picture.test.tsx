// @vitest-environment jsdom
import { screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageEyes } from '../../components/page-picture.ts';
import { look, pass, refuse, stopTime, token } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';
import type { Answers } from './popup-builder.tsx';

beforeEach(stopTime);

const picture = new Blob(['x'], { type: 'image/png' });
const eyes = (answer: Awaited<ReturnType<PageEyes['readPicture']>>): PageEyes => ({ captureTab: async () => picture, readPicture: async () => answer });
const READ = '表示中のページのQRコードを読む';
const button = (): HTMLElement => screen.getByRole('button', { name: READ });
const show = (seen: PageEyes, answers: Answers = {}) => popup(look(), answers, 'ja', seen);

describe('reading a QR code from the page', () => {
  it('hands the codes to the import page, and then opens it', async () => {
    const keepFound = vi.fn<NonNullable<Answers['keepFound']>>(() => ({}));
    const { opened } = await show(eyes({ codes: ['otpauth://totp/x', 'otpauth://totp/y'] }), { keepFound });
    await click(button());
    expect(keepFound).toHaveBeenCalledExactlyOnceWith({ texts: ['otpauth://totp/x', 'otpauth://totp/y'] });
    expect(opened).toEqual(['/transfer.html']);
  });

  it.each([
    ['no-code', /このページにQRコードが見つかりません/],
    ['not-a-picture', /画像として読み取れませんでした/],
    ['too-large', /画面が大きすぎて/],
  ] as const)('says what to do after %s', async (problem, words) => {
    const { opened, asked } = await show(eyes({ problem }));
    await click(button());
    expect(screen.getByText(words)).toBeTruthy();
    expect([opened, asked]).toEqual([[], ['look', 'look']]);
  });

  it('says so where the browser gives no picture of the page', async () => {
    await show({ ...eyes({ codes: [] }), captureTab: () => Promise.reject(new Error('no permission')) });
    await click(button());
    expect(screen.getByText(/このページは読み取りが許されていません/)).toBeTruthy();
  });

  it('opens nothing when the codes could not be handed over', async () => {
    const { opened } = await show(eyes({ codes: ['otpauth://totp/x'] }), { keepFound: () => refuse('message-garbled') });
    await click(button());
    expect(opened).toEqual([]);
    expect(screen.getByText(/内部のやり取りに失敗/)).toBeTruthy();
  });

  it('shows that it takes a while', async () => {
    await show({ ...eyes({ codes: [] }), readPicture: () => new Promise(() => undefined) });
    await click(button());
    expect(screen.queryByText(/QRコードを読み取っています/)).toBeNull();
    await pass(400);
    expect(screen.getByText(/QRコードを読み取っています/)).toBeTruthy();
  });
});

describe('the way to the import page', () => {
  it('stands in the foot', async () => {
    const { opened } = await popup(look({ tokens: [token()] }));
    await click(screen.getByRole('button', { name: '取り込む' }));
    expect(opened).toEqual(['/transfer.html']);
  });

  it('stands also in an empty popup', async () => {
    const { opened } = await popup(look({ tokens: [] }));
    const main = screen.getByRole('main');
    const inside = [...main.querySelectorAll('button')].find(({ textContent }) => textContent === '取り込む');
    await click(inside ?? document.body);
    expect(opened).toEqual(['/transfer.html']);
  });
});

describe('the notice of something that was put right', () => {
  it('stands on top and goes when it was read', async () => {
    let mended: NonNullable<ReturnType<typeof look>['mended']> | null = { at: 0, what: 'primary', why: 'damaged', spent: true };
    const { asked } = await popup(look({ mended }), { look: () => look({ mended }), mendedSeen: () => ((mended = null), {}) });
    await click(screen.getByRole('button', { name: '確認しました' }));
    expect(asked).toContain('mendedSeen');
    expect(screen.queryByRole('button', { name: '確認しました' })).toBeNull();
  });
});
