import { describe, expect, it } from 'vitest';
import { asideAt, keepAside } from '../../../lib/vault/aside.ts';
import { madeVault, NOON, reasonOf } from './builders.ts';

describe('what is kept aside', () => {
  it('is told by when it was last kept, and nothing by null', async () => {
    const { on } = await madeVault();
    expect(await asideAt(on)).toBe(null);
    for (const minute of [0, 1, 2]) {
      on.clock.now = NOON + minute * 60_000 + 0.5;
      await keepAside(on);
    }
    expect(await asideAt(on)).toBe(NOON + 120_000);
  });

  it('is five at the most: the oldest goes', async () => {
    const { on } = await madeVault();
    for (let minute = 0; minute < 7; minute++) {
      on.clock.now = NOON + minute;
      await keepAside(on);
    }
    const kept: { at: number; dump: string }[] = JSON.parse(on.local.held.get('vaultAside') ?? '[]');
    expect(kept.map(({ at }) => at - NOON)).toEqual([6, 5, 4, 3, 2]);
    expect(kept.every(({ dump }) => 'header' in JSON.parse(dump))).toBe(true);
  });

  it('says so when there is no room for it, and nothing of before is gone', async () => {
    const { on } = await madeVault();
    await keepAside(on);
    const before = on.local.held.get('vaultAside');
    const full = { ...on, local: { ...on.local, set: async () => await Promise.reject(new Error('QUOTA_BYTES')) } };
    expect(await reasonOf(keepAside(full))).toBe('store-unavailable');
    expect(on.local.held.get('vaultAside')).toBe(before);
  });
});
