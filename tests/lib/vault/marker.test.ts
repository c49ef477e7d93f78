import { describe, expect, it } from 'vitest';
import { expectSome, findMarker, MARK, oursAmong, setMarker } from '../../../lib/vault/marker.ts';
import type { Side, Sides } from '../../../lib/vault/sides.ts';
import { machine, NOON, reasonOf } from './builders.ts';

const candidate = (vaultId: string) => ({ header: { vaultId } });
const OURS = 'b3VycyBvdXJzIG91cnMgb3VycyBvdXI';
const OTHER = 'b3RoZXIgb3RoZXIgb3RoZXIgb3RoZXI';
const nothingIn = (what: Side['what']): Side => ({ what, state: 'missing', stored: null, header: null, records: [] });
const NOTHING: Sides = { primary: nothingIn('primary'), copy: nothingIn('copy') };

describe('the mark that a vault was made', () => {
  it('is not there, what it was written as, or unreadable', async () => {
    const on = machine();
    expect(await findMarker(on)).toBe(undefined);
    on.clock.now = NOON + 0.6;
    await setMarker(on, OURS);
    expect(await findMarker(on)).toEqual({ vaultId: OURS, madeAt: NOON });
    for (const wrong of [null, true, {}, { vaultId: '', madeAt: NOON }, { vaultId: OURS, madeAt: -1 }, { vaultId: OURS, madeAt: NOON, more: 1 }]) {
      await on.local.set({ [MARK]: wrong });
      expect(await findMarker(on)).toBe('unreadable');
    }
  });

  it('says which of several vaults is ours; all of them where it names none or can be asked nothing', async () => {
    const on = machine();
    const all = [candidate(OTHER), candidate(OURS)];
    expect(await oursAmong(on, all)).toEqual(all);
    await setMarker(on, OURS);
    expect(await oursAmong(on, all)).toEqual([candidate(OURS)]);
    await setMarker(on, 'bmVpdGhlciBuZWl0aGVyIG5laXRoZXI');
    expect(await oursAmong(on, all)).toEqual(all);
    await on.local.set({ [MARK]: 'broken' });
    expect(await oursAmong(on, all)).toEqual(all);
    const deaf = { ...on, local: { ...on.local, get: async () => await Promise.reject(new Error('the store is away')) } };
    expect(await oursAmong(deaf, all)).toEqual(all);
  });

  it('makes of nothing a loss, also when it is unreadable; without it nothing is a first run', async () => {
    const on = machine();
    expect(await reasonOf(expectSome(on, NOTHING))).toBe('no-vault');
    await on.local.set({ [MARK]: 'broken' });
    expect(await reasonOf(expectSome(on, NOTHING))).toBe('vault-missing');
    await setMarker(on, OURS);
    expect(await reasonOf(expectSome(on, NOTHING))).toBe('vault-missing');
  });
});
