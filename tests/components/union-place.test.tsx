// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { PendingLook } from '../../lib/messages/looks.ts';
import { locked, look, refuse, settle, token } from './builders.tsx';
import { enrol, press, type } from './enrol-builder.tsx';
import { agreeAndSend, atForm, field, fillIn, fresh, oneToken, PENDING } from './union-builder.tsx';

const SECRET = '80246135';
const unlock = async (): Promise<void> => {
  type('パスフレーズ', 'x');
  await settle();
  press('ロックを解除');
  await settle();
};

/** あかぎ信用組合 chosen in the search, with an issue there that was interrupted. */
const found = async (resumed: () => { tokenId: string; serial: string }) => {
  const held = { pendings: [PENDING] as PendingLook[], tokens: [token()] };
  const page = await enrol({
    look: () => look(held),
    resumePending: () => resumed(),
    dropPending: () => ((held.pendings = []), {}),
  });
  fireEvent.input(screen.getByRole('combobox'), { target: { value: '2143' } });
  fireEvent.click(await screen.findByRole('option', { name: /^あかぎ信用組合/ }));
  await settle();
  return { held, ...page };
};

describe('a lock in the middle', () => {
  it('empties the password at once, and gives back the rest after the unlock', async () => {
    let isLocked = false;
    const { tokensChanged } = await atForm({ look: () => (isLocked ? locked : look({ tokens: [] })), unlock: () => ((isLocked = false), { renew: null }) });
    await fillIn(SECRET);
    fireEvent.click(screen.getByRole('checkbox'));
    await settle();
    const password = field('利用開始パスワード');
    isLocked = true;
    await tokensChanged();
    expect(password.value).toBe('');
    expect(document.documentElement.outerHTML).not.toContain(SECRET);
    expect(screen.getByText('ロックされたため中断しました。解除すると続きに戻ります。')).toBeTruthy();
    await unlock();
    expect([field('サービスID').value, field('ユーザーID').value, field('利用開始パスワード').value]).toEqual([' ＡＫＧ１２３４５ ', 'u-98765', '']);
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(true);
  });

  it('keeps the words behind the name', async () => {
    const world = oneToken();
    let isLocked = false;
    const { tokensChanged } = await enrol(
      { ...world.answers, look: (ask) => (isLocked ? locked : (world.answers.look?.(ask) ?? look())), unlock: () => ((isLocked = false), { renew: null }) },
      '?token=u',
    );
    type('［任意］変更後の追加文言', '本店用');
    await settle();
    isLocked = true;
    await tokensChanged();
    await unlock();
    expect(field('［任意］変更後の追加文言').value).toBe('本店用');
  });

  it('is over when another page unlocked, and disturbs no form while there is none', async () => {
    let isLocked = true;
    const { tokensChanged } = await enrol({ look: () => (isLocked ? locked : look({ tokens: [] })) }, '?institution=2143');
    expect(screen.queryByText(/中断しました/)).toBeNull();
    isLocked = false;
    await tokensChanged();
    await fillIn();
    await tokensChanged();
    expect(field('利用開始パスワード').value).toBe('１２３ ４５６');
  });
});

describe('the place of the page', () => {
  it('is the token from the moment that it exists', async () => {
    let isDone = false;
    const { addresses } = await atForm({
      look: () => look({ tokens: isDone ? [fresh] : [] }),
      enrolUnion: () => ((isDone = true), { tokenId: 'u', serial: fresh.serial }),
    });
    await fillIn();
    await agreeAndSend();
    expect(addresses).toEqual(['/enrol.html?token=u']);
  });

  it('is offered above the search when a set-up was interrupted', async () => {
    const { addresses } = await enrol(oneToken([token()]).answers);
    expect(screen.getByRole('heading', { name: '初期設定が途中のトークンがあります' })).toBeTruthy();
    const goOn = screen.getByRole('button', { name: '初期設定の続き' });
    expect(goOn.compareDocumentPosition(screen.getByRole('combobox')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    press('初期設定の続き');
    expect(await screen.findByRole('heading', { name: 'トークン表示名設定' })).toBeTruthy();
    expect(addresses).toEqual(['/enrol.html?token=u']);
  });

  it('is the plain search where every token is set up', async () => {
    await enrol({ look: () => look({ tokens: [token()] }) });
    expect(screen.queryByText('初期設定が途中のトークンがあります')).toBeNull();
  });
});

describe('an interrupted issue found when its credit union is chosen', () => {
  it('is asked about first: nothing is sent, and no form takes another user’s IDs', async () => {
    const { asked } = await found(() => refuse('internal'));
    expect(screen.getByText(/途中になっている手続きがあります/)).toBeTruthy();
    expect(screen.queryByLabelText('サービスID')).toBeNull();
    expect(asked.filter((name) => name !== 'look')).toEqual([]);
    expect(screen.getByRole('list', { name: '4つの手順のうち3つめ' }).lastElementChild?.textContent).toBe('初期設定完了');
  });

  it('goes on by 続ける', async () => {
    const { held } = await found(() => (Object.assign(held, { pendings: [], tokens: [token(), fresh] }), { tokenId: 'u', serial: fresh.serial }));
    press('続ける');
    await settle();
    expect(screen.getByRole('heading', { name: 'トークン追加が正常に完了しました。' })).toBeTruthy();
  });

  it('is dropped after a question, and leads to the form', async () => {
    const { held } = await found(() => refuse('internal'));
    press('やり直す');
    await settle();
    expect(held.pendings).toHaveLength(1);
    press('取り消してやり直す');
    await settle();
    expect(held.pendings).toEqual([]);
    expect(field('サービスID').value).toBe('');
  });
});
