// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Ways } from '../../lib/messages/ways.ts';
import { drafts, NOON, pass, refuse, settle, stopTime, wayIn, ways } from './builders.tsx';
import { passphraseLook, press, settings, type } from './settings-builder.tsx';
import type { Answers } from './settings-builder.tsx';

const { salt, memory, passes, lanes } = wayIn;
const pin: NonNullable<Ways['pin']> = { salt, memory, passes, lanes, triesLeft: 5 };
const withPin = { ways: [passphraseLook], opening: ways({ pin }) };

async function setPin(first: string, second = first): Promise<void> {
  await press('PINを設定');
  await type('今のパスフレーズ', 'himitsu');
  await type('新しいPIN', first);
  await type('新しいPIN（確認）', second);
  screen.getByLabelText('新しいPIN（確認）').focus();
  await press('設定する');
}

describe('the session PIN', () => {
  it('is stretched by a fresh salt and kept after a proof', async () => {
    const asked = vi.fn<NonNullable<Answers['setPin']>>(() => ({}));
    await settings({ setPin: asked });
    await setPin('４８２９１５', '482915');
    const { slotId: _, ...stretching } = drafts.passphrase;
    expect(asked).toHaveBeenCalledExactlyOnceWith({
      proof: { slotId: 'slot', key: 'himitsu by AAAA' },
      stretching,
      stretched: '482915 by AAAA',
    });
    expect(screen.getByText('PINを設定しました。', { selector: '[role=status]' })).toBeTruthy();
  });

  it.each([
    ['12345', '12345', /6～12桁で/],
    ['48291a', '48291a', /数字だけで/],
    ['123456', '123456', /推測されやすい番号です/],
    ['482915', '482916', /2つのPINが一致しません/],
  ])('%s, then %s: is refused before anything is asked', async (first, second, sentence) => {
    const { asked } = await settings();
    await setPin(first, second);
    expect(screen.getByText(sentence).closest('[role=alert]')).toBeTruthy();
    expect(asked).not.toContain('setPin');
    expect(document.activeElement, 'a right passphrase would be typed over').toBe(screen.getByLabelText('新しいPIN（確認）'));
  });

  it('says how long it holds', async () => {
    await settings();
    expect(screen.getByText(/ブラウザーを閉じるか、5回間違えると、PINは消えます/)).toBeTruthy();
  });

  it('is given up without a proof', async () => {
    let there = withPin;
    await settings({ ways: () => there, dropPin: () => ((there = { ...withPin, opening: ways() }), {}) });
    expect(screen.getByText('PINを設定しています。')).toBeTruthy();
    screen.getByRole('button', { name: 'PINをやめる' }).focus();
    await press('PINをやめる');
    expect(screen.getByText('PINは設定していません。')).toBeTruthy();
    expect(screen.getByText('PINをやめました。', { selector: '[role=status]' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: /^PIN/ }));
  });
});

describe('a proof that is slowed down', () => {
  it('shows the seconds, and sends nothing until they are over', async () => {
    stopTime();
    let opening = ways();
    const asked = vi.fn<NonNullable<Answers['setPin']>>(() => ((opening = ways({ againAt: NOON + 2000 })), refuse('tries-slowed')));
    await settings({ ways: () => ({ ways: [passphraseLook], opening }), setPin: asked });
    await setPin('482915');
    expect(screen.getByText('あと2秒お待ちください。', { selector: '[role=status]' })).toBeTruthy();
    await press('設定する');
    expect(asked).toHaveBeenCalledOnce();
    await pass(2100);
    await press('設定する');
    expect(asked).toHaveBeenCalledTimes(2);
  });
});

describe('what the loss kit shows', () => {
  it('is hidden while locked on request, and the page says so', async () => {
    const hide = vi.fn<NonNullable<Answers['hideLossKit']>>(() => ({}));
    await settings({ hideLossKit: hide });
    fireEvent.click(screen.getByRole('checkbox', { name: 'ロック中は控えを隠す' }));
    await settle();
    expect(hide).toHaveBeenCalledExactlyOnceWith({ hidden: true });
    expect(screen.getByText('ロック中は控えを隠します。', { selector: '[role=status]' })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: 'ロック中は控えを隠す' })).toHaveProperty('checked', true);
  });

  it('stays as it was when that was refused', async () => {
    await settings({ hideLossKit: () => refuse('store-full') });
    fireEvent.click(screen.getByRole('checkbox', { name: 'ロック中は控えを隠す' }));
    await settle();
    expect(screen.getByRole('checkbox', { name: 'ロック中は控えを隠す' })).toHaveProperty('checked', false);
    expect(screen.getByText(/空き容量が足りず/)).toBeTruthy();
  });
});
