// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UnlockForm } from '../../components/unlock-form.tsx';
import type { UnlockProps } from '../../components/unlock-form.tsx';
import type { Ways } from '../../lib/messages/ways.ts';
import { background, locked, look, NOON, pass, passkeys, passkeyWay, refuse, settle, shown, stopTime, wayIn, ways } from './builders.tsx';

type Answers = Parameters<typeof background>[0];
const { salt, memory, passes, lanes } = wayIn;
const pin: NonNullable<Ways['pin']> = { salt, memory, passes, lanes, triesLeft: 5 };

const stretch: UnlockProps['stretch'] = async (typed, { salt: by }) => `${typed} by ${by}`;

async function unlocking(given: Ways, answers: Answers = {}, props: Partial<UnlockProps> = {}) {
  const onOpen = vi.fn<() => void>();
  const { ask, asked } = background(answers);
  await shown(<UnlockForm ask={ask} stretch={stretch} now={() => Date.now()} ways={given} onOpen={onOpen} {...props} />);
  return { onOpen, asked };
}

const type = async (label: string, value: string): Promise<void> => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await settle();
};
const press = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const unlockBy = async (label: string, value: string): Promise<void> => {
  await type(label, value);
  await press('ロックを解除');
};
const lookWith = (there: Ways) => ({ look: () => ({ ...locked, ways: there }) });

describe('unlocking by the passphrase', () => {
  it('stretches it for the slot and opens', async () => {
    const unlock = vi.fn<NonNullable<Answers['unlock']>>(() => ({ renew: null }));
    const { onOpen } = await unlocking(ways(), { unlock });
    await unlockBy('パスフレーズ', 'himitsu');
    expect(unlock).toHaveBeenCalledExactlyOnceWith({ slotId: 'slot', key: 'himitsu by AAAA' });
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('tries the next slot only after a wrong one', async () => {
    const two = ways({ passphrases: [wayIn, { ...wayIn, slotId: 'other', salt: 'BBBB' }] });
    const unlock = vi.fn<NonNullable<Answers['unlock']>>(({ slotId }) => (slotId === 'slot' ? refuse('wrong-passphrase') : { renew: null }));
    const { onOpen } = await unlocking(two, { unlock });
    await unlockBy('パスフレーズ', 'himitsu');
    expect(unlock.mock.calls.map(([{ key }]) => key)).toEqual(['himitsu by AAAA', 'himitsu by BBBB']);
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('does not try the next slot when the store fails', async () => {
    const two = ways({ passphrases: [wayIn, { ...wayIn, slotId: 'other' }] });
    const { onOpen, asked } = await unlocking(two, { unlock: () => refuse('store-unavailable') });
    await unlockBy('パスフレーズ', 'himitsu');
    expect(asked).toEqual(['unlock']);
    expect(onOpen).not.toHaveBeenCalled();
    expect(screen.getByText(/保存領域を開けません/)).toBeTruthy();
  });

  it('seals an outdated slot anew, with the key that opened it as the proof', async () => {
    const renew = { ...wayIn, slotId: 'renewed', salt: 'CCCC' };
    const replaceWay = vi.fn<NonNullable<Answers['replaceWay']>>(() => ({}));
    const { onOpen } = await unlocking(ways(), { unlock: () => ({ renew }), replaceWay });
    await unlockBy('パスフレーズ', 'himitsu');
    expect(onOpen).toHaveBeenCalledOnce();
    expect(replaceWay).toHaveBeenCalledExactlyOnceWith({
      proof: { slotId: 'slot', key: 'himitsu by AAAA' },
      slotId: 'slot',
      way: { kind: 'passphrase', ...renew },
      key: 'himitsu by CCCC',
    });
  });

  it('says nothing of a renewal that failed', async () => {
    const { onOpen } = await unlocking(ways(), { unlock: () => ({ renew: wayIn }), replaceWay: () => refuse('store-full') });
    await unlockBy('パスフレーズ', 'himitsu');
    expect(onOpen).toHaveBeenCalledOnce();
    expect(screen.queryByText(/空き容量/)).toBeNull();
  });

  it('leaves nothing that a browser would remember, masked or shown', async () => {
    await unlocking(ways());
    const field = screen.getByLabelText('パスフレーズ');
    expect(field.getAttribute('autocomplete')).toBe('off');
    await press('表示する');
    expect([field.getAttribute('type'), field.getAttribute('autocomplete'), field.closest('form')?.getAttribute('autocomplete')]).toEqual(['text', 'off', 'off']);
  });
});

describe('unlocking after too many wrong tries', () => {
  beforeEach(stopTime);
  const slowed = ways({ againAt: NOON + 3500 });

  it('waits until the time has come, and counts the seconds for the eyes only', async () => {
    const { asked } = await unlocking(slowed);
    const button = screen.getByRole('button', { name: 'ロックを解除' });
    expect(button).toHaveProperty('disabled', true);
    expect(screen.getByText('あと4秒お待ちください。', { selector: '[role=status]' })).toBeTruthy();
    await pass(2000);
    expect(screen.getByText('あと2秒お待ちください。').getAttribute('aria-hidden')).toBe('true');
    expect(screen.getByText('あと4秒お待ちください。', { selector: '[role=status]' })).toBeTruthy();
    await pass(2000);
    expect(button).toHaveProperty('disabled', false);
    expect(screen.getByText('もう一度入力できます。', { selector: '[role=status]' })).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it('does not send a passphrase meanwhile, not even by Enter', async () => {
    const { asked } = await unlocking(slowed);
    await type('パスフレーズ', 'himitsu');
    const form = screen.getByLabelText('パスフレーズ').closest('form');
    if (form) fireEvent.submit(form);
    await settle();
    expect(asked).toEqual([]);
  });

  it('looks again when a try is refused for that reason', async () => {
    const { asked } = await unlocking(ways(), { unlock: () => refuse('tries-slowed'), ...lookWith(slowed) });
    await unlockBy('パスフレーズ', 'himitsu');
    expect(asked).toEqual(['unlock', 'look']);
    expect(screen.getByRole('button', { name: 'ロックを解除' })).toHaveProperty('disabled', true);
  });
});

describe('unlocking by the PIN', () => {
  it('asks for it first, and stretches full-width digits as digits', async () => {
    const unlockPin = vi.fn<NonNullable<Answers['unlockPin']>>(() => ({}));
    const { onOpen } = await unlocking(ways({ pin }), { unlockPin });
    expect(screen.queryByLabelText('パスフレーズ')).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText('PIN'));
    await unlockBy('PIN', '４８２９１５');
    expect(unlockPin).toHaveBeenCalledExactlyOnceWith({ stretched: '482915 by AAAA' });
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('says how many tries are left after a wrong one, and empties the field', async () => {
    await unlocking(ways({ pin }), { unlockPin: () => refuse('pin-wrong'), ...lookWith(ways({ pin: { ...pin, triesLeft: 2 } })) });
    expect(screen.queryByText(/あと.回まで/)).toBeNull();
    await unlockBy('PIN', '482915');
    expect(screen.getByText('あと2回まで入力できます。', { selector: '[role=status]' })).toBeTruthy();
    expect(screen.getByLabelText('PIN')).toHaveProperty('value', '');
    expect(document.activeElement).toBe(screen.getByLabelText('PIN'));
  });

  it('goes over to the passphrase by itself when the PIN is gone, and says why', async () => {
    await unlocking(ways({ pin }), { unlockPin: () => refuse('pin-gone'), ...lookWith(ways()) });
    await unlockBy('PIN', '482915');
    expect(screen.queryByLabelText('PIN')).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText('パスフレーズ'));
    expect(screen.getByText(/PINは使えなくなりました/).closest('[role=alert]')).toBeTruthy();
  });

  it('changes over to the passphrase on request', async () => {
    await unlocking(ways({ pin, passkeys: [passkeyWay] }), {}, { passkeys: passkeys() });
    await press('パスフレーズで解除する');
    expect(document.activeElement).toBe(screen.getByLabelText('パスフレーズ'));
  });

  it('is not held up by the wait for other tries', async () => {
    stopTime();
    await unlocking(ways({ pin, againAt: NOON + 60_000 }));
    expect(screen.getByRole('button', { name: 'ロックを解除' })).toHaveProperty('disabled', false);
  });
});

describe('unlocking by a passkey', () => {
  const both = ways({ passkeys: [passkeyWay] });

  it('opens with what the passkey gave', async () => {
    const unlock = vi.fn<NonNullable<Answers['unlock']>>(() => ({ renew: null }));
    const { onOpen } = await unlocking(both, { unlock }, { passkeys: passkeys() });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'パスキーで解除' }));
    await press('パスキーで解除');
    expect(unlock).toHaveBeenCalledExactlyOnceWith({ slotId: 'passkey', key: 'key of the passkey' });
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('shows no passphrase field where no passphrase opens the vault', async () => {
    await unlocking(ways({ passphrases: [], passkeys: [passkeyWay] }), {}, { passkeys: passkeys() });
    expect(screen.queryByLabelText('パスフレーズ')).toBeNull();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['パスキーで解除']);
  });

  it('says so when the person refused, and keeps the passphrase at hand', async () => {
    const { asked } = await unlocking(both, {}, { passkeys: passkeys({ open: async () => refuse('passkey-refused') }) });
    await press('パスキーで解除');
    expect(screen.getByText(/パスキーを確認できませんでした/)).toBeTruthy();
    expect(screen.getByLabelText('パスフレーズ')).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it('is left to another page where a dialog would close this one', async () => {
    const elsewhere = vi.fn<() => void>();
    await unlocking(both, {}, { onPasskeyElsewhere: elsewhere });
    await press('パスキーで解除');
    expect(elsewhere).toHaveBeenCalledOnce();
  });

  it('begins by itself, once, where that is wanted', async () => {
    const open = vi.fn<() => Promise<never>>(async () => refuse('passkey-refused'));
    await unlocking(both, {}, { passkeys: passkeys({ open }), passkeyAtOnce: true });
    expect(open).toHaveBeenCalledOnce();
  });
});

describe('a vault that was opened elsewhere', () => {
  it('goes on with the ways it knew when a look names none', async () => {
    let tries = 0;
    const unlock: NonNullable<Answers['unlock']> = () => (tries++ === 0 ? refuse('wrong-passphrase') : { renew: null });
    const { onOpen } = await unlocking(ways(), { unlock, look: () => look() });
    await unlockBy('パスフレーズ', 'x');
    await unlockBy('パスフレーズ', 'himitsu');
    expect(onOpen).toHaveBeenCalledOnce();
  });
});
