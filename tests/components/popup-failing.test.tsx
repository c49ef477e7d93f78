// @vitest-environment jsdom
import { screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { code, locked, look, NOON, pass, refuse, stopTime, token } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';

beforeEach(stopTime);

const CODE = /^ワンタイムパスワード/;

describe('the popup whose looks fail', () => {
  it('looks again every two seconds and shows the next code when it comes', async () => {
    let turn = 0;
    const second = look({ tokens: [token({ code: code({ digits: '003917', step: 8, endsAt: NOON + 48_000 }) })] });
    const { asked } = await popup(look(), {
      look: () => {
        turn += 1;
        return turn === 1 ? look() : turn < 4 ? refuse('store-blocked') : second;
      },
    });
    screen.getByRole('img', { name: 'ワンタイムパスワード 4 8 2 9 1 5' });
    await pass(18_100);
    expect(asked).toHaveLength(2);
    await pass(2000);
    expect(asked).toHaveLength(3);
    expect(screen.getByText(/ほかの画面が保存領域を使っています/)).toBeTruthy();
    await pass(2000);
    expect(screen.getByRole('img', { name: 'ワンタイムパスワード 0 0 3 9 1 7' })).toBeTruthy();
    expect(screen.queryByText(/ほかの画面が保存領域を使っています/)).toBeNull();
  });

  it('keeps the card but hides a code that ran out', async () => {
    let fails = false;
    const { tokensChanged } = await popup(look(), { look: () => (fails ? refuse('store-blocked') : look()) });
    fails = true;
    await tokensChanged();
    screen.getByRole('img', { name: CODE });
    await pass(18_001);
    expect(screen.queryByRole('img', { name: CODE })).toBeNull();
    expect(screen.queryByText('482')).toBeNull();
    expect(screen.getByRole('img', { name: '次の番号を待っています' })).toBeTruthy();
    expect(screen.getByRole('article', { name: /あぶくま信用金庫/ })).toBeTruthy();
  });

  it('hides a code that ran out while an answer does not come', async () => {
    let turn = 0;
    await popup(look(), { look: () => (turn++ === 0 ? look() : new Promise<never>(() => {})) });
    screen.getByRole('img', { name: CODE });
    await pass(19_002);
    expect(screen.getByRole('img', { name: '次の番号を待っています' })).toBeTruthy();
  });

  it('drops what was open as soon as a look is refused as locked, and asks for the passphrase', async () => {
    let turn = 0;
    const { tokensChanged } = await popup(look(), {
      look: () => {
        turn += 1;
        return turn === 1 ? look() : turn === 2 ? refuse('locked') : locked;
      },
    });
    screen.getByRole('article');
    await tokensChanged();
    expect(screen.queryByRole('article')).toBeNull();
    await pass(1);
    expect(screen.getByLabelText('パスフレーズ')).toBeTruthy();
  });

  it('does not ask in a rush where it stays refused as damaged', async () => {
    let turn = 0;
    const { asked, tokensChanged } = await popup(look(), { look: () => (turn++ === 0 ? look() : refuse('vault-damaged')) });
    await tokensChanged();
    await pass(10);
    expect(asked).toHaveLength(3);
    await pass(1900);
    expect(asked).toHaveLength(3);
    expect(screen.getByText(/何も上書きしていません/)).toBeTruthy();
    await click(screen.getByRole('button', { name: 'もう一度試す' }));
    expect(asked).toHaveLength(4);
  });
});
