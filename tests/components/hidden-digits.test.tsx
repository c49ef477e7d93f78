// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { groups, spaced } from '../../components/countdown.ts';
import type { CodeLook, Look, TokenLook } from '../../lib/messages/looks.ts';
import { code, localToken, look, NOON, pass, settle, stopTime, token } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';

beforeEach(stopTime);

const hiding = (...tokens: TokenLook[]): Look => look({ tokens, hidesDigits: true });
const late = (overrides: Partial<CodeLook> = {}): CodeLook => code({ endsAt: NOON + 8_000, next: { digits: '003917', step: 8 }, ...overrides });
const second = code({ digits: '003917', step: 8, endsAt: NOON + 38_000 });
/** Drawn in groups, or in a name for a screen reader. */
const isAnywhere = (digits: string): boolean =>
  [digits, spaced(digits), ...groups(digits).map((group) => `>${group}<`)].some((form) => document.body.innerHTML.includes(form));
const show = (): HTMLElement => screen.getByRole('button', { name: '番号を表示' });
const hide = (): HTMLElement => screen.getByRole('button', { name: '番号を隠す' });
const press = async (key: string, on: Element): Promise<void> => {
  fireEvent.keyDown(on, { key });
  await settle();
};

describe('a card with hidden digits', () => {
  it('shows dots, says that they are hidden, and has no digit anywhere', async () => {
    await popup(hiding(token()));
    expect(screen.getByRole('img', { name: 'ワンタイムパスワードは隠しています' }).textContent).toBe('••••••');
    expect(isAnywhere('482915')).toBe(false);
  });

  it('shows them after a press, hides them after another, and keeps the focus on the button', async () => {
    await popup(hiding(token()));
    show().focus();
    await click(show());
    expect(screen.getByRole('img', { name: 'ワンタイムパスワード 4 8 2 9 1 5' })).toBeTruthy();
    expect(isAnywhere('482915')).toBe(true);
    expect(document.activeElement).toBe(hide());
    await click(hide());
    expect(screen.queryByRole('img', { name: /4 8 2/ })).toBeNull();
  });

  it('takes Space on the card for the same, but not from a button inside it', async () => {
    await popup(hiding(token()));
    await press(' ', screen.getByText('くわしく'));
    expect(show()).toBeTruthy();
    await press(' ', screen.getByRole('article'));
    expect(screen.getByRole('img', { name: /4 8 2/ })).toBeTruthy();
    await press(' ', screen.getByRole('article'));
    expect(screen.queryByRole('img', { name: /4 8 2/ })).toBeNull();
    expect(screen.getByText('スペース')).toBeTruthy();
  });

  it('shows one card only', async () => {
    await popup(hiding(token(), token({ id: 'b', serial: 'SKTS00000002' })));
    const [first, other] = screen.getAllByRole('article').map((card) => within(card));
    await click(first?.getByRole('button', { name: '番号を表示' }) ?? document.body);
    expect(first?.getByRole('img', { name: /4 8 2/ })).toBeTruthy();
    expect(other?.getByRole('img', { name: /隠しています/ })).toBeTruthy();
  });

  it('copies without showing, by button and by Enter', async () => {
    const { clipboard } = await popup(hiding(token()), { copy: () => ({ digits: '482915', endsAt: NOON + 18_000, again: false, clearing: 'stays' }) });
    await click(screen.getByRole('button', { name: 'コピー' }));
    await press('Enter', screen.getByRole('article'));
    expect(clipboard).toEqual(['482915', '482915']);
    expect(isAnywhere('482915')).toBe(false);
  });

  it('stays shown while the focus goes elsewhere, until its code ends', async () => {
    const looks = [code(), late({ endsAt: NOON + 18_000 }), second];
    await popup(look(), { look: () => hiding(token({ code: looks.shift() ?? null })) });
    await click(show());
    fireEvent.focusOut(hide());
    await pass(9_000);
    expect(screen.getByRole('img', { name: /4 8 2/ })).toBeTruthy();
    expect(screen.getByRole('img', { name: '次の番号は隠しています' })).toBeTruthy();
    await pass(9_200);
    expect(screen.getByRole('img', { name: 'ワンタイムパスワードは隠しています' })).toBeTruthy();
    expect(isAnywhere('003917')).toBe(false);
  });

  it('shows the next code with the present one when that was pressed in its last seconds, and then until it ends', async () => {
    const looks = [late(), second, code({ digits: '551204', step: 9, endsAt: NOON + 68_000 })];
    await popup(look(), { look: () => hiding(token({ code: looks.shift() ?? null })) });
    expect(screen.getByRole('img', { name: '次の番号は隠しています' })).toBeTruthy();
    await click(show());
    expect(screen.getByRole('img', { name: '次の番号 0 0 3 9 1 7' })).toBeTruthy();
    await pass(8_200);
    expect(screen.getByRole('img', { name: 'ワンタイムパスワード 0 0 3 9 1 7' })).toBeTruthy();
    await pass(30_000);
    expect(screen.getByRole('img', { name: 'ワンタイムパスワードは隠しています' })).toBeTruthy();
  });

  it('tells a screen reader that there is a new code, not which', async () => {
    const looks = [code({ endsAt: NOON + 9_000 }), second];
    await popup(look(), { look: () => hiding(token({ code: looks.shift() ?? null })) });
    await pass(9_200);
    expect(screen.getByText('新しい番号になりました')).toBeTruthy();
    expect(isAnywhere('003917')).toBe(false);
  });

  it('has nothing to show of a used code', async () => {
    await popup(hiding(token({ code: code({ use: 'filled', digits: '' }) })));
    expect(show().getAttribute('aria-disabled')).toBe('true');
    await click(show());
    expect(show()).toBeTruthy();
    expect(screen.getByRole('img', { name: '使用済み' })).toBeTruthy();
  });

  it('hides the code of a counting token, too: each new one again', async () => {
    let counter = 0;
    const counts = { issuer: 'Counter', account: '', counts: true, site: null };
    await popup(hiding(localToken({ code: null, local: counts })), { nextCode: () => ({ digits: `75522${counter}`, counter: counter++ }) });
    expect(screen.queryByRole('button', { name: '番号を表示' })).toBeNull();
    await click(screen.getByRole('button', { name: '次の番号を出す' }));
    expect(isAnywhere('755220')).toBe(false);
    await click(show());
    expect(screen.getByRole('img', { name: 'ワンタイムパスワード 7 5 5 2 2 0' })).toBeTruthy();
    await click(screen.getByRole('button', { name: '次の番号を出す' }));
    expect(isAnywhere('755221')).toBe(false);
  });

  it('is like any other without the setting: no button, and Space scrolls', async () => {
    await popup(look());
    expect(screen.queryByRole('button', { name: '番号を表示' })).toBeNull();
    expect(fireEvent.keyDown(screen.getByRole('article'), { key: ' ' })).toBe(true);
  });
});
