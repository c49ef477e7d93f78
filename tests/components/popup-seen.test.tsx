// @vitest-environment jsdom
import { screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { locked, look, stopTime } from './builders.tsx';
import { blindly, popup } from './popup-builder.tsx';

beforeEach(stopTime);

describe('the popup that was looked for before it was drawn', () => {
  it('shows the cards at once, and asks for no second look', async () => {
    const { asked } = await popup(look(), {}, 'ja', { ...blindly, seen: look() });
    screen.getByRole('article', { name: /あぶくま信用金庫/ });
    expect(asked).not.toContain('look');
  });

  it('follows a change as any other', async () => {
    const { asked, tokensChanged } = await popup(locked, {}, 'ja', { ...blindly, seen: look() });
    await tokensChanged();
    expect([asked.includes('look'), screen.queryByRole('article')]).toEqual([true, null]);
    screen.getByLabelText('パスフレーズ');
  });
});
