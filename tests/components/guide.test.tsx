// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { locked, look, refuse, token, unionToken } from './builders.tsx';
import { guide, press, steps } from './guide-builder.tsx';

const old = token({ serial: 'SKTS00000001' });
const current = (): string => document.querySelector('[aria-current=step]')?.textContent ?? '';

describe('the guide', () => {
  it.each([
    ['start', token({ state: 'UNBOUND' }), 'あぶくま信用金庫の利用開始', ['ログイン画面を開', '「利用開始」を押', '「次へ」', 'このページに入力', '「認証する」', '「登録」', '利用開始が完了しました']],
    ['stop', old, 'あぶくま信用金庫の利用中止', ['ログイン画面を開', '「利用中止」を押', 'ログインパスワード', 'このページに入力', '「利用中止」を押', '利用中止が完了しました']],
    ['start', unionToken({ state: 'UNBOUND' }), 'あかぎ信用組合の利用開始', ['BOP001', '「ワンタイムパスワード利用開始」', 'このページに入力', '「利用開始する」', '利用を開始しました', 'ログインし', '「ワンタイムパスワード申請」', '申請メニュー', 'BOP001']],
    ['release', unionToken(), 'あかぎ信用組合の利用解除', ['ログイン画面を開', '「ログイン」を押', 'このページに入力', '「ワンタイムパスワード申請」', '申請メニュー', '「ワンタイムパスワード利用解除」', '「利用解除する」', '利用を解除しました']],
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
    expect(screen.getByText(/翌日以降に、金融機関の画面で新たに「トークン発行」/)).toBeTruthy();
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

  it('marks where the customer is at the bank, ticks what is done, and goes back to the page that stands open', async () => {
    const world = await guide('?token=a&errand=start', [token({ state: 'UNBOUND' })]);
    expect(current()).toMatch(/いまここ.*ログイン画面を開きます/);
    await world.turnsTo();
    expect(current()).toMatch(/いまここ（手順2～3）.*「利用開始」を押します/);
    await world.turnsTo('serial', 'current');
    expect(current()).toMatch(/いまここ.*「このページに入力」を押すと/);
    expect(steps().filter((step) => step.startsWith('済み'))).toHaveLength(3);
    expect(screen.getAllByRole('status').some(({ textContent }) => /いまここ.*「このページに入力」/.test(textContent))).toBe(true);
    expect(screen.queryByRole('button', { name: /のログイン画面を開く$/ })).toBeNull();
    await press('開いている金融機関の画面に戻る');
    expect(world.went).toEqual([token().loginAddress]);
    await press(/手順1からやり直す/);
    expect(world.opened).toEqual([token().loginAddress]);
    expect(current()).toMatch(/ログイン画面を開きます/);
  });

  it('is in the same place after a reload, and knows it again when the errand is done', async () => {
    const unbound = token({ state: 'UNBOUND' });
    const world = await guide('?token=a&errand=start', [unbound]);
    await world.turnsTo('serial', 'current');
    const place = current();
    cleanup();
    const again = await guide('?token=a&errand=start', [unbound], {}, world.keeps.at(-1));
    expect(current()).toBe(place);
    await again.turnsTo();
    expect(current()).toMatch(/いまここ.*利用開始が完了しました/);
  });

  it.each([undefined, 'away', {}, { place: 'nowhere', position: null, other: null }])('begins at the beginning with %j of another version', async (kept) => {
    await guide('?token=a&errand=start', [token({ state: 'UNBOUND' })], {}, kept);
    expect(current()).toMatch(/いまここ.*ログイン画面を開きます/);
  });

  it('takes the focus along with the button, but from nowhere else', async () => {
    const world = await guide('?token=a&errand=start', [token({ state: 'UNBOUND' })]);
    screen.getByRole('button', { name: /のログイン画面を開く$/ }).focus();
    await world.turnsTo('serial', 'current');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '開いている金融機関の画面に戻る' }));
    screen.getByRole('button', { name: '状態を確認する' }).focus();
    await world.turnsTo();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '状態を確認する' }));
  });

  it('draws a picture for each step to come, and says nothing of it to a screen reader', async () => {
    await guide('?token=a&errand=start', [token({ state: 'UNBOUND' })]);
    const pictures = [...document.querySelectorAll('.numbered svg')];
    expect(pictures.length).toBeGreaterThan(5);
    expect(pictures.filter((one) => one.getAttribute('aria-hidden') !== 'true')).toEqual([]);
  });

  it('says the receipt when it is done', async () => {
    const receipt = { number: '0HT18BUADJU1', time: '2018年07月24日12時28分32秒' };
    await guide('?token=a&errand=start', [token({ receipt })]);
    expect(screen.getByText('0HT18BUADJU1')).toBeTruthy();
    expect(screen.getByText(receipt.time)).toBeTruthy();
  });

  it.each([
    ['start', token({ state: 'UNBOUND' })],
    ['stop', old],
    ['exchange', old],
    ['release', unionToken()],
    ['start', unionToken({ state: 'UNBOUND' })],
  ] as const)('of %s says what helps whoever is stuck, and whom to call (%#)', async (errand, one) => {
    await guide(`?token=${one.id}&errand=${errand}`, [one]);
    expect(screen.getByRole('heading', { name: 'うまくいかないとき' })).toBeTruthy();
    expect(screen.getAllByText(/お問い合わせ お取引店/).length).toBeGreaterThan(0);
  });

  it.each([
    ['stop', token({ state: 'UNBOUND' }), '利用開始の案内へ', '/guide.html?token=a&errand=start'],
    ['start', token({ state: 'EXPIRED' }), 'もう一度発行する', '/enrol.html?institution=1188'],
    ['start', token({ state: 'STOPPED' }), 'もう一度発行する', '/enrol.html?institution=1188'],
    ['start', unionToken({ state: 'STOPPED' }), '新しいトークンの初期設定へ', '/enrol.html?institution=2143'],
  ] as const)('of %s leads on where another way is open (%#)', async (errand, one, name, address) => {
    const { opened } = await guide(`?token=${one.id}&errand=${errand}`, [one]);
    await press(name);
    expect(opened).toEqual([address]);
  });

  it('that stays open until a credit union’s token has expired says what its card says, and leads to a new one', async () => {
    const world = await guide('?token=u&errand=start', [unionToken({ state: 'UNBOUND' })]);
    await world.becomes('u', 'EXPIRED');
    expect(screen.getByText(/先に金融機関の画面で「トークン発行」をもう一度/)).toBeTruthy();
    await press('新しいトークンの初期設定へ');
    expect(world.opened).toEqual(['/enrol.html?institution=2143']);
  });

  it('shows the lock first, and says when the token is gone', async () => {
    await guide('?token=a&errand=stop', [], { look: () => locked });
    expect(screen.getByRole('button', { name: 'ロックを解除' })).toBeTruthy();
    expect(screen.queryByText(/SKTS/)).toBeNull();
  });

  it('says that a token is unknown, and leads to the tokens that there are or to a new one', async () => {
    const { opened, openTokens } = await guide('?token=x&errand=stop', [old]);
    expect(screen.getByRole('heading', { name: 'このトークンは見つかりません' })).toBe(document.activeElement);
    await press('トークンの一覧を開く');
    expect(openTokens).toHaveBeenCalledOnce();
    await press('トークンを発行する');
    expect(opened).toEqual(['/enrol.html']);
  });

  it.each([
    ['none', 'はじめる', '/enrol.html'],
    ['damaged', '保存した内容を確認する', '/recovery.html'],
  ] as const)('of a vault that is %s leads to the page for that', async (vault, name, address) => {
    const { opened } = await guide('?token=a&errand=stop', [], { look: () => look({ vault, tokens: [] }) });
    await press(name);
    expect(opened).toEqual([address]);
  });
});
