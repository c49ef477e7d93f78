// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { LossKit } from '../../components/loss-kit.tsx';
import { background, refuse, settle, shown } from './builders.tsx';
import { health } from './health-builder.ts';

type Answers = Parameters<typeof background>[0];

const entry = { institution: 'あぶくま信用金庫', serial: 'SKTS48201937', telephone: '0120-000-000', hours: '' };

async function kit(answers: Answers) {
  const print = vi.fn<() => void>();
  const { ask, asked } = background(answers);
  await shown(<LossKit ask={ask} print={print} />);
  return { print, asked };
}

describe('the loss kit', () => {
  it('lists whom to call and the serial, and prints, without a look at the vault', async () => {
    const { print, asked } = await kit({ lossKit: () => ({ lines: [entry], hidden: false }) });
    expect(screen.getByText('0120-000-000')).toBeTruthy();
    expect(screen.getByText('SKTS48201937')).toBeTruthy();
    expect(screen.getByText(/ただちにお取引の金融機関までご連絡ください/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '印刷する' }));
    expect(print).toHaveBeenCalledOnce();
    expect(asked).toEqual(['lossKit']);
  });

  it('says that there is no token yet only when nothing is hidden', async () => {
    await kit({ lossKit: () => ({ lines: [], hidden: false }) });
    expect(screen.getByText(/^金融機関のトークンは登録されていません。/)).toBeTruthy();
  });

  it('says that its list is hidden while locked, and what to do for a loss stays', async () => {
    await kit({ lossKit: () => ({ lines: null, hidden: true }) });
    expect(screen.getByText(/ロック中はこの一覧を隠しています/)).toBeTruthy();
    expect(screen.queryByText(/^金融機関のトークンは登録されていません。/)).toBeNull();
    expect(screen.getByRole('heading', { name: 'パソコンをなくした・盗まれたとき' })).toBeTruthy();
  });

  it('shows the hidden list once it is unlocked, and takes the focus there', async () => {
    let open = false;
    await kit({ lossKit: () => ({ lines: open ? [entry] : null, hidden: true }) });
    const again = screen.getByRole('button', { name: '一覧を表示する' });
    fireEvent.click(again);
    await settle();
    expect(screen.getByText('まだロックされています。').getAttribute('role')).toBe('status');
    open = true;
    again.focus();
    fireEvent.click(again);
    await settle();
    expect(screen.getByText('SKTS48201937')).toBeTruthy();
    expect(document.activeElement?.contains(screen.getByText('SKTS48201937'))).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
    expect(screen.queryByRole('button', { name: '一覧を表示する' })).toBeNull();
  });

  it('still says what to do when the list cannot be read, and what the browser called it', async () => {
    const trouble = 'UnknownError: Internal error opening backing store';
    await kit({ lossKit: () => refuse('store-unavailable'), health: () => health({ trouble }) });
    await settle();
    expect(screen.getByText(/保存領域を開けません/)).toBeTruthy();
    expect(screen.getByText(`サポート用：${trouble}`)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'パスフレーズを忘れたとき・パスキーがなくなったとき' })).toBeTruthy();
  });

  it('says of a private window what it always said, and asks for nothing more', async () => {
    const { asked } = await kit({ lossKit: () => refuse('private-window') });
    expect(screen.getByText(/プライベートウィンドウでは/)).toBeTruthy();
    expect(asked).toEqual(['lossKit']);
  });
});
