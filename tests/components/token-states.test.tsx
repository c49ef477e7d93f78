// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TokenLook } from '../../lib/messages/looks.ts';
import { code, look, NOON, refuse, settle, stopTime, token, unionToken } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';

beforeEach(stopTime);

const DAY = 86_400_000;
const show = (...tokens: TokenLook[]) => popup(look({ tokens }));
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const next = (): string => document.querySelector('.next')?.textContent ?? '';
const GUIDE = (id: string, errand: string): string => `/guide.html?token=${id}&errand=${errand}`;

describe('the name of a card', () => {
  it('is the institution, one space, and the words of the customer', async () => {
    await show(unionToken({ suffix: '本店用' }));
    expect(screen.getByRole('heading', { name: 'あかぎ信用組合 本店用' })).toBeTruthy();
    expect(screen.getByRole('article', { name: 'あかぎ信用組合 本店用 AKGS00012345' })).toBeTruthy();
  });

  it('can be changed and found', async () => {
    const tokens = [unionToken({ suffix: '本店用' }), ...Array.from({ length: 6 }, (_, at) => token({ id: `t${at}` }))];
    const { opened } = await popup(look({ tokens }));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '本店' } });
    await settle();
    expect(screen.getAllByRole('article')).toHaveLength(1);
    await click(button('表示名の変更'));
    expect(opened).toEqual(['/enrol.html?name=u']);
  });
});

describe('the one next step of a token', () => {
  it('of a shinkin before its start is 利用開始, and quietly its guide and 交換', async () => {
    const { opened } = await show(token({ state: 'UNBOUND' }));
    await click(button('利用開始へ'));
    await click(button('利用開始の手順を見る'));
    await click(button('前のトークンと交換する方はこちら'));
    expect(opened).toEqual([token().loginAddress, GUIDE('a', 'start'), GUIDE('a', 'exchange')]);
  });

  it('of a credit union before its start is the guide of 利用開始, and no 交換', async () => {
    const { opened } = await show(unionToken({ state: 'UNBOUND' }));
    expect(screen.queryByText(/交換/)).toBeNull();
    expect(next()).toMatch(/^7月4日\d+時までに/);
    await click(button('利用開始へ'));
    expect(opened).toEqual([GUIDE('u', 'start')]);
  });

  it('of a set-up that was interrupted is to go on with it, without a code', async () => {
    const { opened } = await show(unionToken({ state: 'UNBOUND', introduced: false }));
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.queryByRole('button', { name: '利用開始へ' })).toBeNull();
    await click(button('初期設定の続き'));
    expect(opened).toEqual(['/enrol.html?token=u']);
  });

  it.each([
    ['交換', GUIDE('a', 'exchange')],
    ['利用中止', GUIDE('a', 'stop')],
  ])('in use at a shinkin: %s stands in its details', async (name, address) => {
    const { opened } = await show(token());
    const details = screen.getByText('くわしく').closest('details');
    await click(within(details ?? document.body).getByRole('button', { name: `${name}の手順` }));
    expect(opened).toEqual([address]);
    expect(screen.queryByRole('button', { name: '利用解除の手順' })).toBeNull();
  });

  it('in use at a credit union is 利用解除 alone', async () => {
    const { opened } = await show(unionToken());
    await click(button('利用解除の手順'));
    expect(opened).toEqual([GUIDE('u', 'release')]);
    expect([screen.queryByRole('button', { name: '交換の手順' }), screen.queryByRole('button', { name: '利用中止の手順' })]).toEqual([null, null]);
  });

  it.each([
    [token({ state: 'UNBOUND' }), '利用開始の記録はまだありません。'],
    [token(), '受付番号の記録はありません。'],
  ])('without a receipt says so in the words of its state (%#)', async (one, words) => {
    await show(one);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('that the bank has locked is the telephone', async () => {
    await show(token({ state: 'SUSPENDED', code: null }));
    expect(next()).toMatch(/番号の誤りが続いたため.*パスフレーズでは解除できません。下の連絡先へ.*お問い合わせ お取引店/);
  });

  it.each([
    [token({ state: 'EXPIRED', code: null }), /期限が切れたため.*もう一度発行する.*削除/],
    [unionToken({ state: 'EXPIRED', code: null }), /先に金融機関の画面で「トークン発行」.*新しいトークンの初期設定へ.*削除/],
    [token({ state: 'STOPPED', code: null }), /利用を中止しました.*もう一度発行する.*削除/],
    [unionToken({ state: 'STOPPED', code: null }), /翌日以降に.*「トークン発行」.*新しいトークンの初期設定へ.*削除/],
    [token({ state: 'REPLACED', code: null }), /交換済みです.*削除/],
    [token({ state: 'REVOKED', code: null }), /無効にしました.*お問い合わせ.*削除/],
  ])('that is over says why and offers what is left (%#)', async (over, words) => {
    await show(over);
    expect(next()).toMatch(words);
    expect(screen.getAllByRole('button', { name: '削除' })).toHaveLength(1);
  });

  it('that ends within a month says the day and leads to 交換', async () => {
    const { opened } = await show(token({ endsSoonAt: NOON + 20 * DAY }));
    expect(next()).toMatch(/このトークンは2026年7月21日に期限が切れます/);
    await click(within(screen.getByText(/期限が切れます/).parentElement ?? document.body).getByRole('button', { name: '交換の手順' }));
    expect(opened).toEqual([GUIDE('a', 'exchange')]);
  });

  it('of a credit union that ends within a month leads to 利用解除', async () => {
    await show(unionToken({ endsSoonAt: NOON + 20 * DAY }));
    expect(next()).toMatch(/「利用解除」をし、翌日以降に新しいトークン/);
  });
});

describe('a 交換 under way', () => {
  it('is said at the old token and can be called off', async () => {
    let exchanging = true;
    const asks: unknown[] = [];
    await popup(look(), {
      look: () => look({ tokens: [token({ exchanging, mayRemove: !exchanging })] }),
      setExchanging: (ask) => (asks.push(ask), (exchanging = ask.exchanging), {}),
    });
    expect(next()).toMatch(/交換の手続き中です/);
    button('交換をやめる').focus();
    await click(button('交換をやめる'));
    expect(document.activeElement).toBe(screen.getByRole('article'));
    expect(asks).toEqual([{ tokenId: 'a', exchanging: false }]);
    expect(screen.queryByText(/交換の手続き中/)).toBeNull();
  });

  it('leads from the new token to 交換 and not to 利用開始', async () => {
    const { opened } = await show(token({ exchanging: true }), token({ id: 'b', state: 'UNBOUND', serial: 'SKTS00000002' }));
    expect(screen.queryByRole('button', { name: '利用開始へ' })).toBeNull();
    await click(button('交換の続きへ'));
    expect(opened).toEqual([GUIDE('b', 'exchange')]);
  });

  it('concerns no token of another institution', async () => {
    await show(token({ exchanging: true }), unionToken({ state: 'UNBOUND' }));
    expect(button('利用開始へ')).toBeTruthy();
  });
});

describe('a code by a clock that was set', () => {
  it('is 時刻確認中 and shows no digits', async () => {
    await show(token({ code: code({ digits: '', timed: false }) }));
    expect(screen.getByRole('img', { name: '時刻確認中' }).textContent).toBe('••••••');
    expect(screen.getAllByText('時刻確認中')).toHaveLength(1);
    expect(screen.queryByText('使用済み')).toBeNull();
  });

  it('says why it cannot be copied', async () => {
    const { clipboard } = await popup(look({ tokens: [token({ code: code({ digits: '', timed: false }) })] }), {
      copy: () => refuse('clock-uncertain'),
    });
    await click(button('コピー'));
    expect(screen.getByText(/パソコンの時計が変わったため/)).toBeTruthy();
    expect(clipboard).toEqual([]);
  });
});
