// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { UnlockPage } from '../../components/unlock-page.tsx';
import type { Look } from '../../lib/messages/looks.ts';
import { background, locked, look, NOON, noPasskeys, shown } from './builders.tsx';

async function unlockPage(seen: Look): Promise<string[]> {
  const opened: string[] = [];
  const { ask } = background({ look: () => seen });
  const edges = { ask, stretch: async () => 'x', now: () => NOON, passkeys: noPasskeys, open: (address: string) => void opened.push(address), close: () => undefined };
  await shown(<UnlockPage {...edges} />);
  return opened;
}

describe('the small window that unlocks', () => {
  it('says that nothing is set up yet, and leads to the beginning', async () => {
    const opened = await unlockPage(look({ vault: 'none', tokens: [] }));
    expect(screen.getByRole('heading', { name: 'まだ準備ができていません' })).toBeTruthy();
    expect(screen.queryByText('ロック中です')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'はじめる' }));
    expect(opened).toEqual(['/enrol.html']);
  });

  it('asks for the lock where there is one', async () => {
    await unlockPage(locked);
    expect(screen.getByRole('heading', { name: 'ロック中です' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'はじめる' })).toBeNull();
  });
});
