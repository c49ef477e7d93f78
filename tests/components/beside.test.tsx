// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { look, settle, stopTime } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';

beforeEach(stopTime);

const seeing = { captureTab: async () => new Blob(), readPicture: async () => ({ problem: 'no-code' as const }) };

describe('the view beside the page', () => {
  it('is opened by a button of the popup, within the click itself', async () => {
    const openBeside = vi.fn<() => Promise<void>>(async () => undefined);
    await popup(look(), {}, 'ja', { ...seeing, openBeside });
    fireEvent.click(screen.getByRole('button', { name: '横に表示' }));
    expect(openBeside).toHaveBeenCalledOnce();
    await settle();
    expect(screen.queryByText(/横に表示できませんでした/)).toBeNull();
  });

  it('is named with the browser’s own way to it when it does not open', async () => {
    await popup(look(), {}, 'ja', { ...seeing, openBeside: () => Promise.reject(new Error('no place')) });
    await click(screen.getByRole('button', { name: '横に表示' }));
    expect(screen.getByText(/サイドパネル（サイドバー）から「鍵札」を選んでください/).closest('[role=status]')).toBeTruthy();
  });

  it('does not offer itself once more', async () => {
    await popup(look());
    screen.getByRole('button', { name: '今すぐロック' });
    expect(screen.queryByRole('button', { name: '横に表示' })).toBeNull();
  });
});
