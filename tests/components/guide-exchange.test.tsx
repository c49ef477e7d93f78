// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { refuse, token } from './builders.tsx';
import { guide, press, steps } from './guide-builder.tsx';

const old = token({ serial: 'SKTS00000001' });
const fresh = token({ id: 'b', serial: 'SKTS00000002', state: 'UNBOUND' });

describe('the guide of 交換', () => {
  it('asks first where the new token is, and keeps the old one from then on', async () => {
    const { asks } = await guide('?token=a&errand=exchange', [old]);
    expect(steps()).toEqual([]);
    await press('別の機器・カード型（ハードウェアトークン）');
    expect(asks).toEqual([{ tokenId: 'a', exchanging: true }]);
    expect(steps()[3]).toMatch(/鍵札を開いて.*旧トークン（SKTS00000001）/);
    expect(steps()[4]).toMatch(/新しいトークンのシリアル番号とワンタイムパスワードをご自分で入力/);
    expect(screen.getByText(/発送されたもののみ/)).toBeTruthy();
    expect(screen.getByText(/旧トークンを削除しないでください/)).toBeTruthy();
  });

  it('issues the new one here, and names both when it has come', async () => {
    const world = await guide('?token=a&errand=exchange', [old]);
    await press('このパソコンの鍵札に新しく発行する');
    expect(world.opened).toEqual(['/enrol.html?institution=1188']);
    expect(world.asks).toEqual([{ tokenId: 'a', exchanging: true }]);
    world.held.tokens = [...world.held.tokens, fresh];
    await world.becomes('b', 'UNBOUND');
    await press('このパソコンの鍵札にある SKTS00000002');
    expect([...document.querySelectorAll('.done > .sheet dd.serial-number')].map(({ textContent }) => textContent)).toEqual([
      'SKTS00000001', 'SKTS00000001', 'SKTS00000002',
    ]);
    expect(steps()[3]).toMatch(/旧トークン（SKTS00000001）/);
    expect(steps()[4]).toMatch(/新しいトークン（SKTS00000002）のシリアル番号/);
    await world.becomes('a', 'REPLACED');
    expect(screen.getByText(/このトークンは交換済みです/)).toBeTruthy();
  });

  it('as the new token takes the old code from another device', async () => {
    const world = await guide('?token=b&errand=exchange', [fresh]);
    expect(screen.queryByRole('button', { name: /新しく発行/ })).toBeNull();
    await press('別の機器（スマートフォン・カード型など）');
    expect(world.asks).toEqual([]);
    expect(steps()[3]).toMatch(/旧トークンに表示されている番号をご自分で入力/);
    expect(steps()[4]).toMatch(/新しいトークン（SKTS00000002）/);
    await world.becomes('b', 'ACTIVE');
    expect(screen.getByText(/交換が済みました/)).toBeTruthy();
  });

  it('as the new token with the old one here keeps that one', async () => {
    const world = await guide('?token=b&errand=exchange', [old, fresh]);
    await press('このパソコンの鍵札にある SKTS00000001');
    expect(world.asks).toEqual([{ tokenId: 'a', exchanging: true }]);
    expect(steps()[3]).toMatch(/旧トークン（SKTS00000001）/);
  });

  it('knows after a reload what was chosen, and afterwards which token was the new one', async () => {
    const world = await guide('?token=b&errand=exchange', [fresh, token({ id: 'c', serial: 'SKTS00000003' })]);
    await press('別の機器（スマートフォン・カード型など）');
    const before = steps();
    cleanup();
    await guide('?token=b&errand=exchange', world.held.tokens, {}, world.keeps.at(-1));
    expect(steps()).toEqual(before);
    cleanup();
    await guide('?token=b&errand=exchange', [token({ id: 'b', serial: 'SKTS00000002', state: 'ACTIVE' })], {}, world.keeps.at(-1));
    expect(screen.getByText(/交換が済みました/)).toBeTruthy();
  });

  it('takes the focus along with each choice', async () => {
    await guide('?token=a&errand=exchange', [old]);
    await press('別の機器・カード型（ハードウェアトークン）');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '交換するトークン' }));
    await press('選び直す');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '新しいトークンはどこにありますか' }));
  });

  it('is called off here, and is then a question again', async () => {
    const { asks } = await guide('?token=b&errand=exchange', [{ ...old, exchanging: true }, fresh]);
    expect(steps()).toHaveLength(6);
    await press('交換をやめる');
    expect(asks).toEqual([{ tokenId: 'a', exchanging: false }]);
    expect(steps()).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: /^旧トークン.*どこにありますか$/ }));
    expect(screen.queryByRole('button', { name: '交換をやめる' })).toBeNull();
  });

  it('is a question again when it was called off elsewhere, but not when it has succeeded', async () => {
    const world = await guide('?token=b&errand=exchange', [{ ...old, exchanging: true }, fresh]);
    world.held.tokens = [{ ...old, exchanging: false, state: 'REPLACED' }, fresh];
    await world.becomes('b', 'UNBOUND');
    expect(steps()).toHaveLength(6);
    world.held.tokens = [{ ...old, exchanging: false }, fresh];
    await world.becomes('b', 'UNBOUND');
    expect(steps()).toEqual([]);
  });

  it('needs no question when it was begun here, and can be chosen again', async () => {
    const { asks } = await guide('?token=b&errand=exchange', [{ ...old, exchanging: true }, fresh]);
    expect(steps()).toHaveLength(6);
    expect(asks).toEqual([]);
    await press('選び直す');
    expect(steps()).toEqual([]);
  });

  it('goes no further when the old token could not be kept', async () => {
    await guide('?token=a&errand=exchange', [old], { setExchanging: () => refuse('token-unusable') });
    await press('別の機器・カード型（ハードウェアトークン）');
    expect(steps()).toEqual([]);
    expect(screen.getByText(/今の状態では使えません/)).toBeTruthy();
  });

  it('gives the telephone where the old token can show no code', async () => {
    await guide('?token=b&errand=exchange', [fresh]);
    const section = screen.getByRole('heading', { name: '旧トークンの番号を表示できないとき' }).parentElement;
    expect(section?.textContent).toMatch(/窓口で再発行の処理を行います.*お問い合わせ お取引店/);
  });
});
