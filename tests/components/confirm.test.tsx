// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ARMED_AFTER, Confirm } from '../../components/confirm.tsx';
import type { ConfirmLook } from '../../lib/messages/looks.ts';
import { background, noPasskeys, pass, refuse, shown, stopTime, ways } from './builders.tsx';

type Answers = Parameters<typeof background>[0];
const about: ConfirmLook = {
  institution: 'あぶくま信用金庫',
  host: 'ib.shinkin.localhost:8790',
  roles: ['serial', 'new'],
  tokens: [{ id: 'a', label: 'SKTS48201937' }],
  ways: null,
};
/** While locked. */
const shut: ConfirmLook = { ...about, tokens: [], ways: ways() };

async function confirm(answers: Answers = {}) {
  const close = vi.fn<() => void>();
  const { ask, asked } = background({ confirmLook: () => about, ...answers });
  await shown(<Confirm ask={ask} stretch={async () => 'x'} now={Date.now} passkeys={noPasskeys} close={close} />);
  return { close, asked };
}

beforeEach(stopTime);

const choice = (): HTMLElement => screen.getByRole('button', { name: 'SKTS48201937の番号を入力する' });

describe('the confirm window', () => {
  it('says what goes where', async () => {
    await confirm();
    expect(screen.getByRole('heading', { name: 'あぶくま信用金庫の画面に入力しますか' })).toBeTruthy();
    expect(screen.getByText('ib.shinkin.localhost:8790')).toBeTruthy();
    expect(screen.getByText('シリアル番号・ワンタイムパスワード')).toBeTruthy();
  });

  it('takes no click for half a second', async () => {
    const { asked } = await confirm();
    fireEvent.click(choice());
    await pass(ARMED_AFTER - 50);
    expect(choice()).toHaveProperty('disabled', true);
    await pass(100);
    expect(choice()).toHaveProperty('disabled', false);
    expect(asked).not.toContain('confirmFill');
  });

  it('fills, says so and closes itself', async () => {
    const { close } = await confirm({ confirmFill: () => ({ kind: 'filled', roles: ['serial', 'new'] }) });
    await pass(600);
    fireEvent.click(choice());
    await pass(100);
    expect(screen.getByText(/入力しました/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '入力しない' })).toBeNull();
    expect(screen.getByRole('button', { name: '閉じる' })).toBeTruthy();
    await pass(4500);
    expect(close).not.toHaveBeenCalled();
    await pass(1000);
    expect(close).toHaveBeenCalledOnce();
  });

  it('stays with the reason when the fill is refused', async () => {
    const { close } = await confirm({ confirmFill: () => refuse('page-changed') });
    await pass(600);
    fireEvent.click(choice());
    await pass(3000);
    expect(screen.getByText(/ページの内容が変わったため/)).toBeTruthy();
    expect(close).not.toHaveBeenCalled();
  });

  it('asks for the passphrase first while locked, then goes on', async () => {
    let isLocked = true;
    const { asked } = await confirm({
      confirmLook: () => (isLocked ? shut : about),
      unlock: () => ((isLocked = false), { renew: null }),
    });
    expect(screen.getByText('鍵札はロック中です。ロックを解除すると、入力の確認に進みます。')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('パスフレーズ'), { target: { value: 'x' } });
    await pass(0);
    fireEvent.click(screen.getByRole('button', { name: 'ロックを解除' }));
    await pass(0);
    await pass(700);
    expect(choice()).toHaveProperty('disabled', false);
    expect(screen.queryByText(/ロック中です/)).toBeNull();
    expect(asked).toEqual(['confirmLook', 'unlock', 'confirmLook']);
  });

  it('asks for the passphrase where the vault locked itself while the window stood open, then fills', async () => {
    let isLocked = false;
    await confirm({
      confirmLook: () => (isLocked ? shut : about),
      confirmFill: () => (isLocked ? { kind: 'unlock-first' } : { kind: 'filled', roles: ['new'] }),
      unlock: () => ((isLocked = false), { renew: null }),
    });
    await pass(600);
    isLocked = true;
    fireEvent.click(choice());
    await pass(0);
    expect(screen.queryByRole('button', { name: 'SKTS48201937の番号を入力する' })).toBeNull();
    fireEvent.input(screen.getByLabelText('パスフレーズ'), { target: { value: 'x' } });
    await pass(0);
    fireEvent.click(screen.getByRole('button', { name: 'ロックを解除' }));
    await pass(0);
    await pass(700);
    fireEvent.click(choice());
    await pass(0);
    expect(screen.getByText(/入力しました/)).toBeTruthy();
  });

  it('calls a token without a name as its card does', async () => {
    await confirm({ confirmLook: () => ({ ...about, tokens: [{ id: 'a', label: '' }] }) });
    expect(screen.getByRole('button', { name: '名前のないトークンの番号を入力する' })).toBeTruthy();
  });

  it('closes without filling on 入力しない', async () => {
    const { close, asked } = await confirm();
    fireEvent.click(screen.getByRole('button', { name: '入力しない' }));
    expect(close).toHaveBeenCalledOnce();
    expect(asked).not.toContain('confirmFill');
  });
});
