// @vitest-environment jsdom
/** What is said of the clipboard after a copy and in the settings, and how the browser's leave is asked for. */
import { screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Clearing } from '../../lib/messages/clipboard.ts';
import type { ClipboardLeave } from '../../components/clipboard-part.tsx';
import { look, NOON, pass, stopTime } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';
import { press, settings } from './settings-builder.tsx';

beforeEach(stopTime);

const CLEARED = 'この番号の残り時間が終わると、クリップボードから自動で消します。';
const STAYS = 'コピーした番号はクリップボードに残ります。';
const ASK = '自動で消すようにする';

async function copy(clearing: Clearing, given: boolean | Error = false, language: 'ja' | 'en' = 'ja') {
  const copied = () => ({ digits: '482915', endsAt: NOON + 18_000, again: false, clearing });
  const requestClipboard = async (): Promise<boolean> => {
    if (given instanceof Error) throw given;
    return given;
  };
  const eyes = { captureTab: async () => new Blob(), readPicture: async () => ({ problem: 'no-code' as const }) };
  const shown = await popup(look(), { copy: copied, clearingAsked: () => ({}) }, language, { ...eyes, requestClipboard });
  await click(screen.getByRole('button', { name: language === 'ja' ? 'コピー' : 'Copy' }));
  return shown;
}

const asks = (): HTMLElement | null => screen.queryByRole('button', { name: ASK });

describe('after a copy', () => {
  it('it is said that the code will be cleared, and no question is asked', async () => {
    await copy('cleared');
    expect(within(screen.getByRole('article')).getByText(CLEARED)).toBeTruthy();
    expect([screen.queryByText(STAYS), asks()]).toEqual([null, null]);
    await pass(18_100);
    expect(screen.queryByText(CLEARED)).toBeNull();
  });

  it('in English, too', async () => {
    await copy('cleared', false, 'en');
    expect(screen.getByText('It is cleared from the clipboard when the time of this code is over.')).toBeTruthy();
  });

  it('it is said that the code stays, without a question that was answered before', async () => {
    await copy('stays');
    expect(screen.getByText(STAYS)).toBeTruthy();
    expect(asks()).toBeNull();
  });

  it('the customer’s yes counts for this very code, and the focus stays on the cards', async () => {
    const { asked } = await copy('asks', true);
    const button = asks() ?? expect.unreachable();
    button.focus();
    await click(button);
    expect(asked).toContain('clearingAsked');
    expect(screen.getByText(CLEARED)).toBeTruthy();
    expect(asks()).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('article'));
  });

  it.each([false, new Error('no gesture')])('after %s nothing is promised, and the question is gone', async (given) => {
    await copy('asks', given);
    await click(asks() ?? expect.unreachable());
    expect(screen.getByText(STAYS)).toBeTruthy();
    expect(asks()).toBeNull();
  });
});

const leave = (over: Partial<ClipboardLeave>): ClipboardLeave => ({
  has: async () => false,
  request: async () => true,
  drop: async () => undefined,
  ...over,
});

describe('the settings', () => {
  it('say that copied codes stay, and ask for the leave by a press', async () => {
    await settings({}, { clipboard: leave({}) });
    expect(screen.getByText(/今は、自動で消しません/)).toBeTruthy();
    await press('許可する');
    expect(screen.getByText('今は、自動で消します。')).toBeTruthy();
    expect(screen.getByText('許可されました。コピーした番号を自動で消します。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '許可する' })).toBeNull();
  });

  it('say that it was refused, and ask again when pressed again', async () => {
    await settings({}, { clipboard: leave({ request: async () => false }) });
    await press('許可する');
    expect(screen.getByText(/許可されませんでした/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '許可する' })).toBeTruthy();
  });

  it('give the leave back', async () => {
    const dropped: true[] = [];
    await settings({}, { clipboard: leave({ has: async () => true, drop: async () => void dropped.push(true) }) });
    await press('許可を取り消す');
    expect(dropped).toEqual([true]);
    expect(screen.getByText(/今は、自動で消しません/)).toBeTruthy();
    expect(screen.getByText(/許可を取り消しました/)).toBeTruthy();
  });
});
