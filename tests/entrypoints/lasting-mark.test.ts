/** The mark in its third place. */
import { describe, expect, it } from 'vitest';
import { withLastingMark } from '../../entrypoints/background/lasting-mark.ts';
import type { Area } from '../../lib/vault/means.ts';

const MARK = { vaultId: 'abc', madeAt: 7 };

function area(held: Record<string, unknown> = {}): Area {
  return {
    get: async (key) => (held[key] === undefined ? {} : { [key]: held[key] }),
    set: async (items) => void Object.assign(held, items),
    remove: async (key) => void Reflect.deleteProperty(held, key),
  };
}

/** One cache, as far as it is asked for. */
function place(): Pick<CacheStorage, 'open'> & { held: Map<string, string> } {
  const held = new Map<string, string>();
  const cache = {
    match: async (address: string) => (held.has(address) ? new Response(held.get(address)) : undefined),
    put: async (address: string, answer: Response) => void held.set(address, await answer.text()),
    delete: async (address: string) => held.delete(address),
  };
  return { held, open: async () => Object.assign(Object.create(null), cache) };
}

const broken: Pick<CacheStorage, 'open'> = { open: () => Promise.reject(new Error('no cache')) };

describe('the mark that a vault was made', () => {
  it('is found when the area has lost it', async () => {
    const third = place();
    await withLastingMark(area(), third).set({ vaultMade: MARK });
    expect(await withLastingMark(area(), third).get('vaultMade')).toEqual({ vaultMade: MARK });
  });

  it('of a vault made before there was a third place is put there when it is first read', async () => {
    const third = place();
    await withLastingMark(area({ vaultMade: MARK }), third).get('vaultMade');
    expect(await withLastingMark(area(), third).get('vaultMade')).toEqual({ vaultMade: MARK });
  });

  it('is the area’s own where both have one', async () => {
    const third = place();
    await withLastingMark(area(), third).set({ vaultMade: { ...MARK, vaultId: 'before' } });
    expect(await withLastingMark(area({ vaultMade: MARK }), third).get('vaultMade')).toEqual({ vaultMade: MARK });
  });

  it('is gone from both when it is dropped', async () => {
    const [third, local] = [place(), area()];
    const both = withLastingMark(local, third);
    await both.set({ vaultMade: MARK });
    await both.remove('vaultMade');
    expect([await local.get('vaultMade'), await both.get('vaultMade')]).toEqual([{}, {}]);
    await both.set({ vaultMade: MARK });
    expect(third.held.size).toBe(1);
  });

  it('works without a third place, and nothing else ever comes there', async () => {
    const both = withLastingMark(area(), broken);
    await both.set({ vaultMade: MARK });
    expect(await both.get('vaultMade')).toEqual({ vaultMade: MARK });
    const third = place();
    await withLastingMark(area(), third).set({ vaultCopy: {}, settings: {} });
    expect(third.held.size).toBe(0);
  });
});
