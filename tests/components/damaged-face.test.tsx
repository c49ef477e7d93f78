// @vitest-environment jsdom
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { look } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';

describe('the popup of a damaged vault', () => {
  it('goes on to the recovery page', async () => {
    const { opened } = await popup(look({ vault: 'damaged', tokens: [] }));
    await click(screen.getByRole('button', { name: '保存した内容を確認する' }));
    expect(opened).toEqual(['/recovery.html']);
  });
});
