/** At the vault's deadline a copied code goes, too. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { Refusal } from '../../lib/refusal.ts';
import { openVault, type Vault } from '../../lib/vault/vault.ts';
import { enrolled, madeVault, type Opened, reasonOf } from '../lib/vault/builders.ts';
import { later, threeTokens, withoutToken1 } from '../lib/vault/damaged-vaults.ts';

const TEN_MINUTES = 600_000;

let ring: (alarm: { name: string }) => void;
/** When the alarm was set anew for. */
let alarms: number[];

beforeEach(() => {
  vi.resetModules();
  alarms = [];
  const alarmsApi = { onAlarm: { addListener: (listener: typeof ring) => void (ring = listener) }, create: async (_name: string, { when }: { when: number }) => void alarms.push(when) };
  vi.stubGlobal('browser', { runtime: { id: 'kagifuda', sendMessage: async () => undefined }, alarms: alarmsApi, idle: { onStateChanged: { addListener: () => undefined } } });
});
afterEach(() => void vi.unstubAllGlobals());

/** How often the clipboard was cleared once the alarm has rung. */
async function clearedAt(vault: Vault): Promise<number> {
  const { watchLocking } = await import('../../entrypoints/background/locking.ts');
  let cleared = 0;
  const desk: Desk = Object.assign(Object.create(null), { vault, copied: { clearNow: async () => void cleared++ } });
  watchLocking(desk);
  ring({ name: 'lock' });
  // Whoever asks for the vault next comes after what the alarm asked for.
  for (let turn = 0; turn < 5; turn++) await vault.locksAt();
  return cleared;
}

const withoutStore = ({ on }: Opened): Vault => openVault({ ...on, store: { ...on.store, read: () => Promise.reject(new Refusal('store-blocked')) } });

describe('at the alarm of the lock', () => {
  it('a copied code is cleared when the deadline has passed, and not when the vault was used meanwhile', async () => {
    const opened = await madeVault();
    opened.on.clock.now += TEN_MINUTES - 1;
    expect(await clearedAt(opened.vault)).toBe(0);
    expect(alarms).toEqual([opened.on.clock.now + 1]);
    opened.on.clock.now += 1;
    expect(await clearedAt(opened.vault)).toBe(1);
  });

  it('it is cleared also where the store can\'t be opened, and where the vault is damaged', async () => {
    const opened = await madeVault();
    await enrolled(opened.vault);
    opened.on.clock.now += TEN_MINUTES;
    const vault = withoutStore(opened);
    expect(await reasonOf(vault.state())).toBe('store-blocked');
    expect(await clearedAt(vault)).toBe(1);
    const damaged = await threeTokens();
    await withoutToken1(damaged);
    expect(await clearedAt(later(damaged))).toBe(1);
  });
});
