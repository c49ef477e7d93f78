// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { guideWantedFrom } from '../../components/guide-address.ts';
import { Guide } from '../../components/guide.tsx';
import type { Look, TokenLook } from '../../lib/messages/protocol.ts';
import { background, locked, look, NOON, noPasskeys, refuse, settle, shown, token, unionToken } from './builders.tsx';

type Answers = Parameters<typeof background>[0];
const old = token({ serial: 'SKTS00000001' });
const fresh = token({ id: 'b', serial: 'SKTS00000002', state: 'UNBOUND' });

async function guide(search: string, tokens: TokenLook[], answers: Answers = {}) {
  const opened: string[] = [];
  const asks: unknown[] = [];
  const held = { tokens };
  const told: (() => void)[] = [];
  const setExchanging: Answers['setExchanging'] = (ask) => {
    asks.push(ask);
    held.tokens = held.tokens.map((one) => (one.id === ask.tokenId ? { ...one, exchanging: ask.exchanging } : one));
    return {};
  };
  const { ask, asked } = background({ look: (): Look => look({ tokens: held.tokens }), setExchanging, ...answers });
  await shown(
    <Guide
      ask={ask}
      stretch={async () => 'x'}
      now={() => NOON}
      passkeys={noPasskeys}
      wanted={guideWantedFrom(search)}
      open={(address) => opened.push(address)}
      onTokensChanged={(act) => {
        told.push(act);
        return () => told.splice(told.indexOf(act), 1);
      }}
    />,
  );
  const becomes = async (id: string, state: TokenLook['state']): Promise<void> => {
    held.tokens = held.tokens.map((one) => (one.id === id ? { ...one, state } : one));
    for (const act of told) act();
    await settle();
  };
  return { opened, asks, asked, held, becomes };
}

const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const steps = (): string[] => [...document.querySelectorAll('.numbered li')].map(({ textContent }) => textContent);

describe('the guide', () => {
  it.each([
    ['start', token({ state: 'UNBOUND' }), 'あぶくま信用金庫の利用開始', ['「利用開始」を押', '「次へ」', 'このページに入力', '「認証する」', '「登録」', '利用開始が完了しました']],
    ['stop', old, 'あぶくま信用金庫の利用中止', ['「利用中止」を押', 'ログインパスワード', 'このページに入力', '「利用中止」を押', '利用中止が完了しました']],
    ['start', unionToken({ state: 'UNBOUND' }), 'あかぎ信用組合の利用開始', ['BOP001', '「ワンタイムパスワード利用開始」', 'このページに入力', '「利用開始する」', '利用を開始しました', 'ログインし', '「ワンタイムパスワード申請」', '申請メニュー', 'BOP001']],
    ['release', unionToken(), 'あかぎ信用組合の利用解除', ['ログインし', '「ワンタイムパスワード申請」', '申請メニュー', '「ワンタイムパスワード利用解除」', '「利用解除する」', '利用を解除しました']],
  ] as const)('leads through %s in the manual’s order (%#)', async (errand, one, heading, words) => {
    const { opened } = await guide(`?token=${one.id}&errand=${errand}`, [one]);
    expect(screen.getByRole('heading', { name: heading })).toBe(document.activeElement);
    expect(steps()).toHaveLength(words.length);
    expect(steps().filter((step, at) => !step.includes(words[at] ?? '?'))).toEqual([]);
    await press(/のログイン画面を開く$/);
    expect(opened).toEqual([one.loginAddress]);
  });

  it('of a credit union’s 利用開始 says day and hour, and the way back apart from the steps', async () => {
    await guide('?token=u&errand=start', [unionToken({ state: 'UNBOUND' })]);
    expect(screen.getByText(/^7月4日\d+時までに「利用開始」/)).toBeTruthy();
    expect([...document.querySelectorAll('.numbered')].map((list) => list.children.length)).toEqual([5, 4]);
    expect(screen.getByRole('heading', { name: /閉じてしまったとき/ })).toBeTruthy();
  });

  it('says of 利用解除 that a new issue waits for the next day', async () => {
    await guide('?token=u&errand=release', [unionToken()]);
    expect(screen.getByText(/翌日以降に、銀行の画面で新たに「トークン発行」/)).toBeTruthy();
    expect(screen.getByText('確認用パスワード（振込取引時に使用するパスワード）')).toBeTruthy();
  });

  it.each([
    ['exchange', unionToken(), 'あかぎ信用組合の利用解除'],
    ['stop', unionToken(), 'あかぎ信用組合の利用解除'],
    ['release', old, 'あぶくま信用金庫の利用中止'],
  ] as const)('of %s is that which the institution has (%#)', async (errand, one, heading) => {
    await guide(`?token=${one.id}&errand=${errand}`, [one]);
    expect(screen.getByRole('heading', { name: heading })).toBeTruthy();
  });

  it('changes nothing by itself: it asks the issuer, and says its answer', async () => {
    const world = await guide('?token=u&errand=release', [unionToken()], { refreshStatus: () => ({ state: 'ACTIVE' }) });
    await press('状態を確認する');
    expect(screen.getByText(/いまの状態は「利用中」です/)).toBeTruthy();
    expect(screen.queryByText('お手続きは終わりました')).toBeNull();
    expect(world.asked).toEqual(['look', 'refreshStatus', 'look']);
    await world.becomes('u', 'STOPPED');
    expect(screen.getByText('お手続きは終わりました')).toBeTruthy();
    expect(screen.getByText('利用解除')).toBeTruthy();
  });

  it('says why the state could not be asked for', async () => {
    await guide('?token=a&errand=stop', [old], { refreshStatus: () => refuse('issuer-unreachable') });
    await press('状態を確認する');
    expect(screen.getByText(/発行元に接続できません/).closest('[role=alert]')).toBeTruthy();
  });

  it.each([
    ['start', token({ state: 'EXPIRED' })],
    ['stop', token({ state: 'REVOKED' })],
    ['exchange', token({ state: 'SUSPENDED' })],
  ] as const)('of %s gives the telephone when the state does not allow it', async (errand, one) => {
    await guide(`?token=a&errand=${errand}`, [one]);
    expect(screen.getByText(/この手続きはできません/)).toBeTruthy();
    expect(screen.getByText(/お問い合わせ お取引店/)).toBeTruthy();
    expect(steps()).toEqual([]);
  });

  it('shows the lock first, and says when the token is gone', async () => {
    await guide('?token=a&errand=stop', [], { look: () => locked });
    expect(screen.getByRole('button', { name: 'ロックを解除' })).toBeTruthy();
    expect(screen.queryByText(/SKTS/)).toBeNull();
  });

  it('says that a token is unknown', async () => {
    await guide('?token=x&errand=stop', [old]);
    expect(screen.getByText(/このトークンは見つかりません/)).toBeTruthy();
  });
});

describe('the guide of 交換', () => {
  it('asks first where the new token is, and keeps the old one from then on', async () => {
    const { asks } = await guide('?token=a&errand=exchange', [old]);
    expect(steps()).toEqual([]);
    await press('別の機器・カード型（ハードウェアトークン）');
    expect(asks).toEqual([{ tokenId: 'a', exchanging: true }]);
    expect(steps()[2]).toMatch(/鍵札を開いて.*旧トークン（SKTS00000001）/);
    expect(steps()[3]).toMatch(/新しいトークンのシリアル番号とワンタイムパスワードをご自分で入力/);
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
    expect(steps()[2]).toMatch(/旧トークン（SKTS00000001）/);
    expect(steps()[3]).toMatch(/新しいトークン（SKTS00000002）のシリアル番号/);
    await world.becomes('a', 'REPLACED');
    expect(screen.getByText(/このトークンは交換済みです/)).toBeTruthy();
  });

  it('as the new token takes the old code from another device', async () => {
    const world = await guide('?token=b&errand=exchange', [fresh]);
    expect(screen.queryByRole('button', { name: /新しく発行/ })).toBeNull();
    await press('別の機器（スマートフォン・カード型など）');
    expect(world.asks).toEqual([]);
    expect(steps()[2]).toMatch(/旧トークンに表示されている番号をご自分で入力/);
    expect(steps()[3]).toMatch(/新しいトークン（SKTS00000002）/);
    await world.becomes('b', 'ACTIVE');
    expect(screen.getByText(/交換が済みました/)).toBeTruthy();
  });

  it('as the new token with the old one here keeps that one', async () => {
    const world = await guide('?token=b&errand=exchange', [old, fresh]);
    await press('このパソコンの鍵札にある SKTS00000001');
    expect(world.asks).toEqual([{ tokenId: 'a', exchanging: true }]);
    expect(steps()[2]).toMatch(/旧トークン（SKTS00000001）/);
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
    expect(steps()).toHaveLength(5);
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
    expect(steps()).toHaveLength(5);
    world.held.tokens = [{ ...old, exchanging: false }, fresh];
    await world.becomes('b', 'UNBOUND');
    expect(steps()).toEqual([]);
  });

  it('needs no question when it was begun here, and can be chosen again', async () => {
    const { asks } = await guide('?token=b&errand=exchange', [{ ...old, exchanging: true }, fresh]);
    expect(steps()).toHaveLength(5);
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
    expect(screen.getByText(/窓口で再発行の処理を行います/)).toBeTruthy();
    expect(screen.getByText(/お問い合わせ お取引店/)).toBeTruthy();
  });
});
