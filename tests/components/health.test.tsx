// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HealthEdges } from '../../components/health-effects.ts';
import { healthReport } from '../../components/health-report.ts';
import { HealthPage } from '../../components/health.tsx';
import { background, NOON, pass, refuse, settle, shown, stopTime } from './builders.tsx';
import { damagedHealth, health, lockedHealth } from './health-builder.ts';

type Answers = Parameters<typeof background>[0];

beforeEach(stopTime);

async function page(answers: Answers, edges: Partial<HealthEdges> = {}) {
  const went: string[] = [];
  const print = vi.fn<() => void>();
  const { ask, asked } = background(answers);
  const props = {
    persist: async () => true,
    requestPermission: async () => true,
    writeClipboard: async () => undefined,
    ...edges,
  };
  const view = await shown(<HealthPage ask={ask} now={() => Date.now()} print={print} go={(address) => went.push(address)} {...props} />);
  return { ...view, asked, went, print };
}

async function press(name: string | RegExp): Promise<void> {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
  await settle();
}

const lineOf = (name: string): string => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent ?? '';

describe('the health page', () => {
  it('says first that all is well, then each line with its mark', async () => {
    await page({ health: () => health() });
    expect(screen.getByText('問題は見つかりませんでした。').closest('[role=status]')).toBeTruthy();
    expect(lineOf('自動の消去')).toBe('✓問題ありません この保存領域は、ブラウザーが自動で消すことはありません');
    expect(lineOf('トークン')).toContain('金融機関のトークン 2個、取り込んだトークン 1個、発行手続き中 0個');
    expect(lineOf('保存の形式')).toContain('形式 2、データベース 2');
  });

  it('counts what wants attention', async () => {
    await page({ health: () => health({ copy: { state: 'missing', generation: null }, trouble: 'UnknownError' }) });
    expect(screen.getByText(/ご確認いただきたい項目が2つ/)).toBeTruthy();
    expect(lineOf('予備')).toContain('ご確認ください');
  });

  it('knows less while locked, and says so', async () => {
    await page({ health: () => lockedHealth });
    expect(screen.getByText(/ロックを解除してから調べ直すと/)).toBeTruthy();
    expect(lineOf('トークン')).toContain('ロック中のため');
  });

  it('leads from a damaged vault to what can be done', async () => {
    const { went } = await page({ health: () => damagedHealth });
    await press('保存した内容を確認する');
    expect(went).toEqual(['/recovery.html']);
  });

  it('asks the browser to keep the storage, and looks again', async () => {
    let persisted = false;
    const { asked } = await page(
      { health: () => health({ storage: { persisted, usage: 1, quota: 2 ** 31 } }) },
      { persist: async () => (persisted = true) },
    );
    await press('消さないように頼む');
    expect(asked).toEqual(['health', 'health']);
    expect(screen.queryByRole('button', { name: '消さないように頼む' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('says when the browser promises nothing, and when a permission was not given', async () => {
    const sick = health({
      storage: { persisted: false, usage: 1, quota: 2 ** 31 },
      permissions: [{ name: 'https://*.ib.shinkin-ib.jp/*', granted: false }],
    });
    const requestPermission = vi.fn<HealthEdges['requestPermission']>(async () => false);
    await page({ health: () => sick }, { persist: async () => false, requestPermission });
    await press('消さないように頼む');
    expect(screen.getByText(/約束は得られませんでした/).closest('[role=status]')).toBeTruthy();
    await press(/許可する.*ib\.shinkin-ib\.jp のページ/);
    expect(requestPermission.mock.calls).toEqual([['https://*.ib.shinkin-ib.jp/*']]);
    expect(screen.getByText(/許可されませんでした/)).toBeTruthy();
    expect(screen.queryByText(/約束は得られませんでした/)).toBeNull();
  });

  it('asks for a permission within the click itself: later Firefox would refuse', async () => {
    const requestPermission = vi.fn<HealthEdges['requestPermission']>(async () => true);
    await page({ health: () => health({ optional: [], permissions: [{ name: 'https://a.example/*', granted: false }] }) }, { requestPermission });
    fireEvent.click(screen.getByRole('button', { name: /許可する/ }));
    expect(requestPermission).toHaveBeenCalledOnce();
    await settle();
  });

  it('copies the report for a support desk', async () => {
    const copied: string[] = [];
    await page({ health: () => health() }, { writeClipboard: async (text) => void copied.push(text) });
    await press('サポート用にコピー');
    expect(copied).toEqual([healthReport(health(), NOON)]);
    expect(screen.getByText(/コピーしました/)).toBeTruthy();
  });

  it('shows the same report where the clipboard is refused', async () => {
    await page({ health: () => health() }, { writeClipboard: () => Promise.reject(new DOMException('', 'NotAllowedError')) });
    await press('サポート用にコピー');
    expect(screen.getByText(/コピーできませんでした/)).toBeTruthy();
    const shownReport = within(screen.getByText('コピーする内容を見る').closest('details') ?? document.body);
    expect(shownReport.getByText(/kagifuda health 1/).textContent).toBe(healthReport(health(), NOON));
  });

  it('looks again, with the time of it, and prints', async () => {
    let version = '1';
    const { print } = await page({ health: () => health({ version }) });
    version = '2';
    const before = screen.getByText(/に調べました/).textContent;
    await pass(1000);
    await press('もう一度調べる');
    expect(lineOf('鍵札の版').trim()).toBe('2');
    expect(screen.getByText(/に調べました/).textContent).not.toBe(before);
    await press('印刷する');
    expect(print).toHaveBeenCalledOnce();
  });

  it('says why it cannot be looked at all', async () => {
    await page({ health: () => refuse('store-unavailable') });
    expect(screen.getByText(/保存領域を開けません/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'もう一度調べる' })).toBeTruthy();
  });

  it('shows progress when it takes long', async () => {
    await page({ health: () => new Promise(() => undefined) });
    expect(screen.queryByText(/調べています/)).toBeNull();
    await pass(301);
    expect(screen.getByText(/調べています/).closest('[role=status]')).toBeTruthy();
  });
});
