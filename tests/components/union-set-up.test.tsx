// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { locked, look, refuse, settle, token, unionToken } from './builders.tsx';
import { enrol, press, type } from './enrol-builder.tsx';
import { field, fresh, oneToken, PENDING } from './union-builder.tsx';

const afterResume = async (world: ReturnType<typeof oneToken>) => {
  let isDone = false;
  const page = await enrol(
    {
      ...world.answers,
      look: (ask) => (isDone ? (world.answers.look?.(ask) ?? look()) : look({ tokens: [], pendings: [PENDING] })),
      resumePending: () => ((isDone = true), { tokenId: 'u', serial: fresh.serial }),
    },
    '?pending=u',
  );
  await settle();
  return page;
};

describe('the screens between handshake and code', () => {
  it('follow the manual: 初期設定完了, 表示名設定, 注意メッセージ, then the bank', async () => {
    const world = oneToken();
    const { asked, opened } = await afterResume(world);
    expect(screen.getByRole('heading', { name: 'トークン初期設定完了' })).toBe(document.activeElement);
    expect([screen.getByText('AKGS00012345'), screen.getByText('利用開始前')]).toHaveLength(2);
    press('次へ');
    await settle();
    expect(screen.getByRole('heading', { name: 'トークン表示名設定' })).toBeTruthy();
    expect(screen.getByText('未登録')).toBeTruthy();
    expect(screen.getByText(/「あかぎ信用組合 本店用」となります/)).toBeTruthy();
    type('［任意］変更後の追加文言', '本店用');
    await settle();
    expect(screen.getByRole('status', { name: '登録後のトークン表示名' }).textContent).toBe('あかぎ信用組合 本店用');
    press('登録');
    await settle();
    expect(screen.getByRole('heading', { name: 'ご注意ください' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /紛失・盗難のときは/ }).getAttribute('href')).toBe('/loss.html');
    expect(world.held.token.introduced).toBe(false);
    press('OK');
    await settle();
    expect(screen.getByRole('heading', { name: 'あとは金融機関の画面で「利用開始」です' })).toBeTruthy();
    expect(screen.getByText('あかぎ信用組合 本店用')).toBeTruthy();
    expect(world.held.token).toMatchObject({ suffix: '本店用', introduced: true });
    expect(asked.filter((name) => name !== 'look')).toEqual(['resumePending', 'nameToken', 'finishSetUp']);
    press('あかぎ信用組合のログイン画面を開く');
    expect(opened).toEqual([fresh.loginAddress]);
  });

  it('say トークン追加 when there was a token on this PC', async () => {
    await afterResume(oneToken([token()]));
    expect(screen.getByRole('heading', { name: 'トークン追加が正常に完了しました。' })).toBeTruthy();
  });

  it('need no words behind the name', async () => {
    const world = oneToken();
    await enrol(world.answers, '?token=u');
    press('登録');
    await settle();
    expect(screen.getByRole('heading', { name: 'ご注意ください' })).toBeTruthy();
    expect(world.held.token.suffix).toBe('');
  });

  it('go on at the naming after an interruption, and are over once the caution was read', async () => {
    const world = oneToken();
    await enrol(world.answers, '?token=u');
    expect(await screen.findByRole('heading', { name: 'トークン表示名設定' })).toBeTruthy();
  });

  it('are not shown again for a token that was introduced', async () => {
    await enrol(oneToken([], unionToken({ state: 'UNBOUND' })).answers, '?token=u');
    expect(await screen.findByRole('heading', { name: /あとは金融機関の画面で/ })).toBeTruthy();
  });

  it('stay with the reason when a step is refused, and go on after an unlock', async () => {
    const world = oneToken();
    let turn = 0;
    let isLocked = false;
    await enrol(
      {
        ...world.answers,
        look: (ask) => (isLocked ? locked : (world.answers.look?.(ask) ?? look())),
        nameToken: () => (turn++ === 0 ? refuse('store-full') : ((isLocked = true), refuse('locked'))),
        unlock: () => ((isLocked = false), { renew: null }),
      },
      '?token=u',
    );
    press('登録');
    await settle();
    expect(screen.getByText(/空き容量が足りず/)).toBeTruthy();
    press('登録');
    await settle();
    type('パスフレーズ', 'x');
    await settle();
    press('ロックを解除');
    expect(await screen.findByRole('heading', { name: 'トークン表示名設定' })).toBeTruthy();
  });

  it('tell the way back to BOP001 and until when to start', async () => {
    await enrol(oneToken([], unionToken({ state: 'UNBOUND' })).answers, '?token=u');
    await screen.findByRole('heading', { name: /あとは金融機関の画面で/ });
    expect(screen.getByText(/^7月4日\d+時までに「利用開始」/)).toBeTruthy();
    const lines = screen.getAllByRole('listitem').map((item) => item.textContent ?? '');
    const inOrder = [
      /BOP001）の画面に戻ります/, /^「ワンタイムパスワード利用開始」/, /このページに入力/, /「利用開始する」/, /利用を開始しました/,
      /ログイン画面を開き/, /トップページで「ワンタイムパスワード申請」/, /「ワンタイムパスワード申請メニュー」/, /申請内容選択」（画面ID BOP001）の画面になります/,
    ];
    const places = inOrder.map((words) => lines.findIndex((line) => words.test(line)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('an interrupted issue of a credit union', () => {
  it.each(['activation-refused', 'pending-expired'] as const)('leads back to the form with the sentence when it ended by %s', async (reason) => {
    await enrol({ look: () => look({ tokens: [], pendings: [PENDING] }), resumePending: () => refuse(reason) }, '?pending=u');
    expect(await screen.findByRole('heading', { name: 'あかぎ信用組合のトークン初期設定' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field('利用開始パスワード')));
    expect(document.querySelectorAll('.refusal')).toHaveLength(1);
  });

  it('can be tried again on a broken line', async () => {
    let turn = 0;
    const { answers } = oneToken();
    await enrol(
      {
        ...answers,
        look: (ask) => (turn > 1 ? (answers.look?.(ask) ?? look()) : look({ tokens: [], pendings: [PENDING] })),
        resumePending: () => (turn++ === 0 ? refuse('issuer-unreachable') : { tokenId: 'u', serial: fresh.serial }),
      },
      '?pending=u',
    );
    await screen.findByText(/発行元に接続できません/);
    press('もう一度試す');
    expect(await screen.findByRole('heading', { name: 'トークン初期設定完了' })).toBeTruthy();
  });
});

describe('changing the display name', () => {
  it('shows the former words, and takes them away when nothing is left', async () => {
    const world = oneToken([], unionToken({ suffix: '本店用' }));
    await enrol(world.answers, '?name=u');
    expect(await screen.findByText('本店用')).toBeTruthy();
    expect(field('［任意］変更後の追加文言').value).toBe('本店用');
    type('［任意］変更後の追加文言', '');
    await settle();
    press('登録');
    expect(await screen.findByText(/トークン表示名は「あかぎ信用組合」です/)).toBeTruthy();
    expect(world.held.token.suffix).toBe('');
  });

  it('says so when the token is gone', async () => {
    await enrol({ look: () => look({ tokens: [] }) }, '?name=u');
    expect(await screen.findByRole('heading', { name: 'トークンが見つかりません' })).toBeTruthy();
  });
});
