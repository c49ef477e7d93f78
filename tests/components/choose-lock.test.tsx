// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ChooseLock } from '../../components/choose-lock.tsx';
import type { Passkeys } from '../../components/passkey.ts';
import { background, drafts, noPasskeys, passkeys, refuse, settle, shown } from './builders.tsx';

type Answers = Parameters<typeof background>[0];
const GOOD = 'tuhi-hude-tozu-zedu-niye';
const passkeyWay = { kind: 'passkey', ...drafts.passkey, credentialId: 'Y3JlZA' };

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

async function firstRun(there: Passkeys, answers: Answers = {}) {
  const onMade = vi.fn<() => void>();
  const makeVault = vi.fn<NonNullable<Answers['makeVault']>>(() => ({}));
  const { ask, asked } = background({ draftWays: () => drafts, makeVault, ...answers });
  await shown(<ChooseLock ask={ask} stretch={async (typed) => `stretched ${typed}`} random={random} passkeys={there} onMade={onMade} />);
  return { onMade, makeVault, asked };
}

const press = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const choose = async (passphrase: string, button: string): Promise<void> => {
  for (const label of ['パスフレーズ', 'パスフレーズ（確認）'])
    fireEvent.input(screen.getByLabelText(label), { target: { value: passphrase } });
  await settle();
  await press(button);
};

describe('the first run without passkeys', () => {
  it('is the choice of a passphrase and says nothing of passkeys', async () => {
    await firstRun(noPasskeys);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'パスフレーズを決める' }));
    expect(screen.queryByText(/パスキー/)).toBeNull();
  });
});

describe('the first run with passkeys', () => {
  it('offers both, each with what it means', async () => {
    await firstRun(passkeys());
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'ロックの方法を選ぶ' }));
    expect(screen.getByRole('heading', { level: 2, name: 'パスキー（指紋・顔・Windows Hello など）' })).toBeTruthy();
    expect(screen.getByText(/覚えるものは増えません/)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2, name: 'パスフレーズを決める' })).toBeTruthy();
  });

  it('makes the vault with a passphrase as before', async () => {
    const { makeVault, onMade } = await firstRun(passkeys());
    await choose(GOOD, 'このパスフレーズにする');
    expect(makeVault).toHaveBeenCalledExactlyOnceWith({ way: { kind: 'passphrase', ...drafts.passphrase }, key: `stretched ${GOOD}` });
    expect(onMade).toHaveBeenCalledOnce();
  });

  it('makes the vault with a passkey and recommends a spare', async () => {
    const addWay = vi.fn<NonNullable<Answers['addWay']>>(() => ({}));
    const { makeVault, onMade } = await firstRun(passkeys(), { addWay });
    await press('パスキーを使う');
    expect(makeVault).toHaveBeenCalledExactlyOnceWith({ way: passkeyWay, key: 'key of the passkey' });
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '予備のパスフレーズを決める' }));
    expect(onMade).not.toHaveBeenCalled();
    await choose(GOOD, 'これを予備にする');
    const proof = { slotId: drafts.passkey.slotId, key: 'key of the passkey' };
    expect(addWay).toHaveBeenCalledExactlyOnceWith({ proof, way: { kind: 'passphrase', ...drafts.passphrase }, key: `stretched ${GOOD}` });
    expect(onMade).toHaveBeenCalledOnce();
  });

  it('goes on without a spare only after a warning whose safe answer has the focus', async () => {
    const { onMade, asked } = await firstRun(passkeys());
    await press('パスキーを使う');
    await press('予備を決めずに進む');
    expect(screen.getByText(/再発行が必要になります/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '予備を決める' }));
    await press('予備を決める');
    expect(onMade).not.toHaveBeenCalled();
    await press('予備を決めずに進む');
    await press('予備なしで進む');
    expect(onMade).toHaveBeenCalledOnce();
    expect(asked).not.toContain('addWay');
  });

  it('takes no weak spare', async () => {
    const { asked } = await firstRun(passkeys());
    await press('パスキーを使う');
    await choose('sakura2024', 'これを予備にする');
    expect(screen.getByText(/推測されやすい/)).toBeTruthy();
    expect(asked).not.toContain('addWay');
  });

  it('lets go of the spare when the vault locked itself meanwhile: the lock comes next', async () => {
    const { onMade } = await firstRun(passkeys(), { addWay: () => refuse('locked') });
    await press('パスキーを使う');
    await choose(GOOD, 'これを予備にする');
    expect(onMade).toHaveBeenCalledOnce();
  });

  it.each([
    ['passkey-refused', /パスキーを確認できませんでした/],
    ['passkey-unavailable', /ではパスキーを使えません/],
  ] as const)('makes nothing when it is refused as %s, and the passphrase is still there', async (reason, sentence) => {
    const { asked } = await firstRun(passkeys({ make: async () => refuse(reason) }));
    await press('パスキーを使う');
    expect(screen.getByText(sentence).closest('[role=alert]')).toBeTruthy();
    expect(asked).toEqual(['draftWays']);
    expect(screen.getByLabelText('パスフレーズ')).toBeTruthy();
  });
});
