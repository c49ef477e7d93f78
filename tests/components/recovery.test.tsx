// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { RecoveryPage } from '../../components/recovery.tsx';
import type { Damage } from '../../lib/messages/health.ts';
import type { SlotKey } from '../../lib/messages/ways.ts';
import { background, NOON, pass, passkeyWay, refuse, settle, shown, stopTime, ways } from './builders.tsx';
import { damagedHealth, health } from './health-builder.ts';

type Answers = Parameters<typeof background>[0];

beforeEach(stopTime);

const entry = { institution: 'あぶくま信用金庫', serial: 'SKTS48201937', telephone: '0120-000-000', hours: '平日9時～17時' };

function damage(overrides: Partial<Damage> = {}): Damage {
  return { primary: { state: 'damaged', records: 2 }, copy: { state: 'damaged', records: 1 }, ways: ways(), asideAt: null, ...overrides };
}

const gone: Damage = damage({ primary: { state: 'missing', records: 0 }, copy: { state: 'missing', records: 0 }, ways: null });

async function page(answers: Answers = {}) {
  const saved: [name: string, text: string][] = [];
  const went: string[] = [];
  const { ask, asked } = background({ health: () => damagedHealth, damage: () => damage(), ...answers });
  await shown(
    <RecoveryPage
      ask={ask}
      stretch={async (passphrase) => `stretched ${passphrase}`}
      now={() => Date.now()}
      passkeys={{ available: async () => true, make: () => refuse('passkey-unavailable'), open: async () => ({ slotId: 'passkey', key: 'prf' }) }}
      save={(name, text) => void saved.push([name, text])}
      go={(address) => went.push(address)}
    />,
  );
  return { saved, went, asked };
}

async function press(name: string): Promise<void> {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
  await settle();
}

async function prove(passphrase: string): Promise<void> {
  fireEvent.input(screen.getByLabelText('今のパスフレーズ'), { target: { value: passphrase } });
  await press('トークンを取り戻す');
}

const headings = (): (string | null)[] => screen.getAllByRole('heading').map((heading) => heading.textContent);

describe('the recovery page', () => {
  it('says what happened, that the money is safe and nothing was overwritten, then the steps, the gentlest first', async () => {
    await page();
    expect(headings()).toEqual([
      '保存した内容を確認する',
      'ブラウザーを開き直す',
      '今の内容を控えておく',
      '読めるトークンを取り戻す',
      '金融機関に連絡する',
    ]);
    expect(screen.getByText(/一部が壊れていて/)).toBeTruthy();
    expect(screen.getByText(/口座やお金に、影響はありません/)).toBeTruthy();
    expect(screen.getByText(/何も上書きしていません/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '紛失・盗難のときは' }).getAttribute('href')).toBe('/loss.html');
  });

  it('offers nothing that cannot help where everything is gone', async () => {
    await page({ damage: () => gone });
    expect(screen.getByText(/見つからず/)).toBeTruthy();
    expect(headings()).toEqual(['保存した内容を確認する', 'ブラウザーを開き直す', '金融機関に連絡する']);
  });

  it('looks again and says that it is as it was', async () => {
    const { asked } = await page();
    await press('もう一度確認する');
    expect(asked).toEqual(['damage', 'health', 'damage', 'health']);
    expect(screen.getByText(/まだ読めません/).closest('[role=status]')).toBeTruthy();
  });

  it('looks again and finds it well', async () => {
    let well = false;
    await page({ health: () => (well ? health({ vault: 'locked' }) : damagedHealth) });
    well = true;
    await press('もう一度確認する');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '保存した内容は読めます' }));
    expect(screen.queryByRole('button', { name: 'もう一度確認する' })).toBeNull();
  });

  it('saves a copy under the day of this PC', async () => {
    const { saved } = await page({ dumpVault: () => ({ dump: '{"sealed":1}' }) });
    await press('ファイルに保存する');
    expect(saved).toEqual([['kagifuda-vault-2026-07-01.json', '{"sealed":1}']]);
    expect(screen.getByText(/「kagifuda-vault-2026-07-01.json」/).closest('[role=status]')).toBeTruthy();
  });

  it('says why no copy could be saved', async () => {
    const { saved } = await page({ dumpVault: () => refuse('store-unavailable') });
    await press('ファイルに保存する');
    expect(saved).toEqual([]);
    expect(screen.getByText(/保存領域を開けません/)).toBeTruthy();
  });

  it('shows the browser’s own words when it cannot look', async () => {
    await page({ damage: () => refuse('store-unavailable'), health: () => health({ vault: 'damaged', trouble: 'UnknownError: disk' }) });
    await settle();
    expect(screen.getByText('サポート用：UnknownError: disk')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'もう一度確認する' })).toBeTruthy();
  });

  it('has a way on for a vault that was never made', async () => {
    await page({ health: () => health({ vault: 'none' }), damage: () => gone });
    expect(screen.getByRole('link', { name: 'はじめる' }).getAttribute('href')).toBe('/enrol.html');
  });
});

describe('bringing tokens back', () => {
  it('asks for the passphrase and says what came back and what is lost, with the telephone', async () => {
    const proofs: SlotKey[] = [];
    await page({ salvage: (proof) => (proofs.push(proof), { kept: 2, lost: [entry] }) });
    expect(screen.queryByLabelText('今のパスフレーズ')).toBeNull();
    await press('取り戻す手続きをはじめる');
    expect(document.activeElement).toBe(screen.getByLabelText('今のパスフレーズ'));
    await prove('hyakunin');
    expect(proofs).toEqual([{ slotId: 'slot', key: 'stretched hyakunin' }]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'トークンを取り戻しました' }));
    expect(screen.getByText('2個のトークンを、また使えます。')).toBeTruthy();
    expect(screen.getByText('SKTS48201937')).toBeTruthy();
    expect(screen.getByText('0120-000-000')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '始めからやり直す' })).toBeNull();
  });

  it('takes a passkey as well', async () => {
    const proofs: SlotKey[] = [];
    await page({
      damage: () => damage({ ways: ways({ passphrases: [], passkeys: [passkeyWay] }) }),
      salvage: (proof) => (proofs.push(proof), { kept: 1, lost: [] }),
    });
    await press('取り戻す手続きをはじめる');
    fireEvent.click(screen.getByRole('button', { name: /パスキー/ }));
    await settle();
    expect(proofs).toEqual([{ slotId: 'passkey', key: 'prf' }]);
  });

  it('never says that all came back: there may be no list of what was there', async () => {
    await page({ salvage: () => ({ kept: 1, lost: [] }) });
    await press('取り戻す手続きをはじめる');
    await prove('x');
    expect(screen.getByText(/足りないトークンがあれば/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('すべて');
  });

  it('says where it stands that nothing can be read, and leads on', async () => {
    await page({ salvage: () => refuse('vault-damaged') });
    await press('取り戻す手続きをはじめる');
    await prove('x');
    expect(screen.getByText(/読めるトークンは残っていませんでした。何も変更していません/).closest('[role=status]')).toBeTruthy();
    expect(screen.queryByText(/鍵札を開くと/)).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '取り戻す手続きをはじめる' }));
  });

  it('says when no token came back, but an issue under way did', async () => {
    await page({ salvage: () => ({ kept: 0, lost: [entry] }) });
    await press('取り戻す手続きをはじめる');
    await prove('x');
    expect(screen.getByRole('heading', { name: 'トークンは取り戻せませんでした' })).toBeTruthy();
    expect(screen.queryByText(/使用済みにしました/)).toBeNull();
  });

  it('says that a passphrase is wrong, and stays', async () => {
    await page({ salvage: () => refuse('wrong-passphrase') });
    await press('取り戻す手続きをはじめる');
    await prove('x');
    expect(screen.getByText(/パスフレーズが違います/)).toBeTruthy();
    expect(screen.getByLabelText('今のパスフレーズ')).toBeTruthy();
  });

  it('says how long to wait after too many tries', async () => {
    let slowed = false;
    await page({
      damage: () => damage({ ways: ways({ againAt: slowed ? NOON + 30_000 : null }) }),
      salvage: () => ((slowed = true), refuse('tries-slowed')),
      ways: () => refuse('vault-damaged'),
    });
    await press('取り戻す手続きをはじめる');
    await prove('x');
    expect(screen.getAllByText('あと30秒お待ちください。').length).toBeGreaterThan(0);
    await pass(30_001);
    expect(screen.queryByText(/お待ちください/)).toBeNull();
  });

  it('looks again when it has become whole meanwhile', async () => {
    let whole = false;
    await page({
      health: () => (whole ? health({ vault: 'locked' }) : damagedHealth),
      salvage: () => ((whole = true), refuse('vault-exists')),
    });
    await press('取り戻す手続きをはじめる');
    await prove('x');
    expect(screen.getByRole('heading', { name: '保存した内容は読めます' })).toBeTruthy();
  });

  it('can be left, and the focus goes back to where it began', async () => {
    await page();
    await press('取り戻す手続きをはじめる');
    fireEvent.keyDown(screen.getByLabelText('今のパスフレーズ'), { key: 'Escape' });
    await settle();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '取り戻す手続きをはじめる' }));
  });
});

describe('starting over', () => {
  it('stands last and folded up, and does nothing without the tick', async () => {
    const { went, asked } = await page({ setAside: () => ({}) });
    const form = screen.getByRole('form', { name: '始めからやり直す', hidden: true });
    expect(form.closest('details')?.open).toBe(false);
    fireEvent.submit(form);
    await settle();
    expect(screen.getByText(/チェックが入っていません/)).toBeTruthy();
    expect([went, asked.includes('setAside')]).toEqual([[], false]);
  });

  it('keeps what is there aside and goes to the first run', async () => {
    const { went, asked } = await page({ setAside: () => ({}) });
    expect(screen.getByText(/今ある内容は削除せず/)).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { hidden: true }));
    fireEvent.submit(screen.getByRole('form', { name: '始めからやり直す', hidden: true }));
    await settle();
    expect(asked.at(-1)).toBe('setAside');
    expect(went).toEqual(['/enrol.html']);
  });

  it('stays when it is refused', async () => {
    const { went } = await page({ setAside: () => refuse('store-full') });
    fireEvent.click(screen.getByRole('checkbox', { hidden: true }));
    fireEvent.submit(screen.getByRole('form', { name: '始めからやり直す', hidden: true }));
    await settle();
    expect(screen.getByText(/空き容量が足りず/)).toBeTruthy();
    expect(went).toEqual([]);
  });
});
