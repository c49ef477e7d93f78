import { describe, expect, it } from 'vitest';
import { healthGroups } from '../../components/health-lines.ts';
import type { HealthLine } from '../../components/health-lines.ts';
import { LANGUAGES } from '../../components/language.ts';
import type { Language } from '../../components/language.ts';
import type { Health } from '../../lib/messages/health.ts';
import { damagedHealth, health, lockedHealth } from './health-builder.ts';

const linesOf = (told: Health, language: Language = 'ja'): HealthLine[] => healthGroups(told, language).flatMap(({ lines }) => lines);

function lineOf(told: Health, name: string): HealthLine {
  const line = linesOf(told).find((one) => one.name === name);
  if (!line) throw new Error(`no line ${name}`);
  return line;
}

const never = health({
  vault: 'none',
  schema: null,
  databaseVersion: null,
  generation: null,
  copy: { state: 'missing', generation: null },
  ways: null,
  tokens: null,
  clock: null,
  storage: { persisted: null, usage: null, quota: null },
});
const bad = (told: Health): string[] => linesOf(told).filter(({ mark }) => mark === 'bad').map(({ name }) => name);

describe('the lines of the health page', () => {
  it('have nothing bad in a vault that is well, locked or not yet made', () => {
    expect([health(), lockedHealth, never].map(bad)).toEqual([[], [], []]);
  });

  it.each(LANGUAGES)('say at each bad thing what to do, or have a button for it, in %s', (language) => {
    const sick = health({
      copy: { state: 'missing', generation: null },
      ways: { passphrases: 0, passkeys: 1, pin: false },
      storage: { persisted: false, usage: 2 ** 30, quota: 2 ** 30 + 1 },
      clock: { offset: -7_200_000, error: 0, measuredAt: 0 },
      permissions: [{ name: 'alarms', granted: false }, { name: 'https://*.ib.shinkin-ib.jp/*', granted: false }],
      trouble: 'UnknownError',
    });
    const lines = linesOf(sick, language).filter(({ mark }) => mark === 'bad');
    expect(lines.length).toBe(8);
    expect(lines.filter(({ todo, act }) => todo === undefined && !act)).toEqual([]);
  });

  it('do not alarm those whom the browser promises nothing, while the second copy is the same', () => {
    const storage = { persisted: false, usage: 1, quota: 2 ** 31 };
    const [safe, alone] = (['same', 'missing'] as const).map((state) => lineOf(health({ storage, copy: { state, generation: 12 } }), '自動の消去'));
    expect([safe?.mark, alone?.mark]).toEqual(['plain', 'bad']);
    expect([safe?.act, alone?.act]).toEqual([{ kind: 'persist' }, { kind: 'persist' }]);
    expect(safe?.todo).toContain('予備から元に戻します');
    expect(alone?.todo).not.toContain('予備');
  });

  it.each([
    ['same', 'good'],
    ['older', 'bad'],
    ['newer', 'bad'],
    ['missing', 'bad'],
    ['damaged', 'bad'],
  ] as const)('say of a second copy that is %s what that means', (state, mark) => {
    const line = lineOf(health({ copy: { state, generation: 11 } }), '予備');
    expect(line.mark).toBe(mark);
    expect(line.todo === undefined).toBe(mark === 'good');
  });

  it('lead from a damaged vault to its own page, and promise nothing of the next unlock', () => {
    expect(lineOf(damagedHealth, '保存した内容').act).toEqual({ kind: 'go', address: '/recovery.html', label: '保存した内容を確認する' });
    expect(lineOf(damagedHealth, '予備').todo).toBeUndefined();
  });

  it.each([
    [900, '合っています', 'good'],
    [-240_000, '約4分進んでいます', 'good'],
    [240_000, '約4分遅れています', 'good'],
    [-3 * 86_400_000, '約3日進んでいます', 'bad'],
  ] as const)('say of a clock that is off by %i ms how far', (offset, words, mark) => {
    const line = lineOf(health({ clock: { offset, error: 0, measuredAt: 0 } }), 'パソコンの時計');
    expect([line.value.includes(words), line.mark]).toEqual([true, mark]);
    // Far off, codes are not shown at all: that they are right must not be claimed here.
    expect(line.value).not.toContain('正しい時刻');
  });

  it('tell an unmeasured clock from one that is not seen while locked', () => {
    expect(lineOf(health({ clock: null }), 'パソコンの時計').value).toContain('まだ比べていません');
    expect(lineOf(lockedHealth, 'パソコンの時計').value).toContain('ロック中');
    expect([never, damagedHealth].map((told) => lineOf(told, 'トークン').value)).toEqual(['まだありません', '分かりません']);
  });

  it.each([
    [220_000, 2 ** 31, '0.2 MB（使える量は約2 GB）', 'good'],
    [30 * 2 ** 20, 60 * 2 ** 20, '30 MB（使える量は約60 MB）', 'bad'],
    [220_000, null, '0.2 MB', 'plain'],
    [null, null, '分かりません', 'plain'],
  ] as const)('give %s of %s bytes in the size that people know', (usage, quota, value, mark) => {
    const line = lineOf(health({ storage: { persisted: true, usage, quota } }), '使っている量');
    expect([line.value, line.mark]).toEqual([value, mark]);
  });

  it('list each optional permission, given or not, without an alarm and with the way to it', () => {
    const names = ['クリップボードの読み取り（任意）', 'クリップボードの変更（任意）', 'mail.example.jp のページ（取り込んだトークン、任意）'];
    const lines = names.map((name) => lineOf(health(), name));
    expect(lines.map(({ value, mark }) => [value, mark])).toEqual([['許可されています', 'good'], ['許可されていません', 'plain'], ['許可されていません', 'plain']]);
    expect(lines.map(({ act }) => act)).toEqual([
      undefined,
      { kind: 'go', address: '/settings.html#filling', label: '設定を開く' },
      { kind: 'allow', permission: 'https://mail.example.jp/*' },
    ]);
  });

  it('ask for a page that was taken back by the very name that the browser knows', () => {
    const pattern = 'https://*.ib.shinkin-ib.jp/*';
    const line = lineOf(health({ permissions: [{ name: pattern, granted: false }] }), 'ib.shinkin-ib.jp のページ');
    expect(line.act).toEqual({ kind: 'allow', permission: pattern });
  });
});
