// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { RecoveryPage } from '../../components/recovery.tsx';
import { background, NOON, noPasskeys, settle, shown, stopTime } from './builders.tsx';
import { health } from './health-builder.ts';

beforeEach(stopTime);

async function page(asideAt: number | null) {
  const saved: [name: string, text: string][] = [];
  const whole = { state: 'whole', records: 2 } as const;
  const { ask, asked } = background({
    health: () => health({ vault: 'locked' }),
    damage: () => ({ primary: whole, copy: whole, ways: null, asideAt }),
    dumpVault: () => ({ dump: '{"aside":[]}' }),
    forgetAside: () => ({}),
  });
  const save = (name: string, text: string): void => void saved.push([name, text]);
  await shown(<RecoveryPage ask={ask} stretch={async () => ''} now={() => NOON} passkeys={noPasskeys} save={save} go={() => undefined} />);
  return { saved, asked };
}

async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
}

describe('what was kept aside', () => {
  it('can be saved also when all is well, and says since when it is there', async () => {
    const { saved } = await page(NOON - 86_400_000);
    expect(screen.getByText(/2026年6月30日に/)).toBeTruthy();
    await press('ファイルに保存する');
    expect(saved).toEqual([[expect.stringMatching(/^kagifuda-vault-.*\.json$/), '{"aside":[]}']]);
  });

  it('is deleted after a tick only, and says so', async () => {
    const { asked } = await page(NOON - 86_400_000);
    await press('別に残した内容を削除する');
    expect(asked).not.toContain('forgetAside');
    fireEvent.click(screen.getByRole('checkbox'));
    await press('別に残した内容を削除する');
    expect(asked).toContain('forgetAside');
    expect(screen.getByText(/別に残した内容を削除しました/).closest('[role=status]')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '別に残した内容を削除する' })).toBeNull();
  });

  it('is not spoken of where there is none', async () => {
    await page(null);
    expect(screen.queryByRole('heading', { name: '別に残している内容' })).toBeNull();
  });
});
