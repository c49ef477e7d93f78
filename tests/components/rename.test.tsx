// @vitest-environment jsdom
/** A name is changed with what it was before in view, whatever kind the token is. */
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { look, localToken, settle, token, unionToken } from './builders.tsx';
import { enrol, press, type } from './enrol-builder.tsx';
import { click, popup } from './popup-builder.tsx';
import { field, noteOf, oneToken } from './union-builder.tsx';

const AFTER = '［任意］変更後の追加文言';

describe('changing the name', () => {
  it.each([
    ['a shinkin', token({ suffix: '本店' }), 'あぶくま信用金庫'],
    ['a credit union', unionToken({ suffix: '本店' }), 'あかぎ信用組合'],
  ])('of a token of %s shows 変更前 and 変更後の追加文言, and the way out', async (_, first, institution) => {
    const world = oneToken([], first);
    await enrol(world.answers, `?name=${first.id}`);
    await screen.findByRole('heading', { name: 'トークン表示名設定' });
    expect(screen.getByText('変更前の追加文言').nextElementSibling?.textContent).toBe('本店');
    expect(screen.getByText('変更しない場合は、この画面を閉じてください。')).toBeTruthy();
    type(AFTER, '支店');
    await settle();
    expect(screen.getByRole('status', { name: '登録後のトークン表示名' }).textContent).toBe(`${institution} 支店`);
    expect(screen.getByText('変更前の追加文言').nextElementSibling?.textContent).toBe('本店');
    press('登録');
    expect(await screen.findByText(`トークン表示名は「${institution} 支店」です。この画面は閉じてかまいません。`)).toBeTruthy();
    expect(world.held.token.suffix).toBe('支店');
  });

  it('has no way out of the first set-up but through it', async () => {
    await enrol(oneToken().answers, '?token=u');
    await screen.findByRole('heading', { name: 'トークン表示名設定' });
    expect(screen.queryByText(/変更しない場合/)).toBeNull();
  });

  it('of an imported token shows both names as they were, also an empty one', async () => {
    const local = { issuer: 'Example', account: '', counts: false, site: null };
    await popup(look({ tokens: [localToken({ local })] }));
    await click(screen.getByRole('button', { name: '名前を変える' }));
    fireEvent.input(field('サービスの名前'), { target: { value: '見本商店' } });
    await settle();
    expect(noteOf(field('サービスの名前'))).toBe('変更前：Example');
    expect(noteOf(field('アカウント'))).toBe('変更前：未登録');
  });
});
