/** The customer's order of the tokens. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesFor, inOrder } from '../../../lib/vault/order.ts';
import { openStore } from '../../../lib/vault/store.ts';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';
import { enrolled, localRecord, madeVault, NOON, type Opened, reasonOf, token } from './builders.ts';
import { contentOf } from './disk.ts';

const NAMES = ['a', 'b', 'c', 'd'];
const shown = async (vault: Vault): Promise<string> => (await vault.tokens()).map(({ id }) => id).join('');

/** Four tokens, each so many milliseconds younger than the one before. */
async function four(apart = 60_000): Promise<Opened> {
  const opened = await madeVault();
  for (const [index, id] of NAMES.entries()) await enrolled(opened.vault, { id, serial: `SKTS${id}`, createdAt: NOON + index * apart });
  return opened;
}

describe('tokens', () => {
  it('stand by their age until one is moved', async () => {
    const { vault } = await four();
    expect(await shown(vault)).toBe('abcd');
    expect(await vault.move('c', -1)).toBe(1);
    expect(await shown(vault)).toBe('acbd');
    expect(await vault.move('a', 1)).toBe(1);
    expect(await shown(vault)).toBe('cabd');
  });

  it('of one import stand behind all others in the order of the import, once one was moved', async () => {
    const { vault } = await four();
    await vault.move('c', -1);
    await vault.addLocals([localRecord('y'), localRecord('x')]);
    expect(await shown(vault)).toBe('acbdyx');
  });

  it('stay at either end, and nothing is written then', async () => {
    const { on, vault } = await four();
    const before = await contentOf(on.name);
    expect([await vault.move('a', -1), await vault.move('d', 1)]).toEqual([0, 3]);
    expect(await contentOf(on.name)).toEqual(before);
    expect(await reasonOf(vault.move('nobody', 1))).toBe('token-unknown');
  });

  it('are where they were moved to after a crash, and only the moved one was written', async () => {
    const { on, vault } = await four();
    const before = await contentOf(on.name);
    await vault.move('b', 1);
    const after = await contentOf(on.name);
    expect(NAMES.filter((id) => JSON.stringify(after.tokens[id]) !== JSON.stringify(before.tokens[id]))).toEqual(['b']);
    expect(await shown(openVault({ ...on, store: openStore(on.name) }))).toBe('acbd');
  });

  it.each([0, 1])('are moved though they are %i ms apart in age, as often as one likes', async (apart) => {
    const { vault } = await four(apart);
    let expected = [...NAMES];
    for (let turn = 0; turn < 40; turn++) {
      const at = turn % 3;
      const [moved = '', other = ''] = expected.slice(at, at + 2);
      expect(await vault.move(moved, 1)).toBe(at + 1);
      expected = expected.toSpliced(at, 2, other, moved);
      expect(await shown(vault)).toBe(expected.join(''));
    }
  });

  it('that are new come last, by whatever clock they were made', async () => {
    const { vault } = await four();
    await vault.move('a', 1);
    await vault.move('c', 1);
    await enrolled(vault, { id: 'e', serial: 'SKTSe', createdAt: NOON - 86_400_000 }, 0x31);
    await vault.addLocals([localRecord('f'), localRecord('g')]);
    expect(await shown(vault)).toBe('badcefg');
  });

  it('come back to their place after they were deleted, and are passed by meanwhile', async () => {
    const { vault } = await four();
    await vault.change('b', (one) => ({ ...one, removedAt: NOON }));
    expect(await vault.move('c', -1)).toBe(0);
    expect(await shown(vault)).toBe('cad');
    await vault.change('b', (one) => ({ ...one, removedAt: null }));
    expect(await shown(vault)).toBe('cabd');
  });
});

describe('a place', () => {
  it('brings the token where it is wanted and leaves the others in their order', () => {
    const ages = fc.array(fc.record({ createdAt: fc.nat(1000), place: fc.option(fc.double({ min: 0, max: 1000, noNaN: true }), { nil: null }) }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(ages, fc.nat(), fc.nat(), (all, from, where) => {
        const tokens = inOrder(all.map((one, index) => token({ ...one, id: `t${index}` })));
        const moved = tokens[from % tokens.length] ?? expect.unreachable();
        const to = where % tokens.length;
        const places = placesFor(tokens, moved, to);
        const after = inOrder(tokens.map((one) => ({ ...one, place: places.get(one.id) ?? one.place })));
        expect(after.map(({ id }) => id)).toEqual(tokens.filter(({ id }) => id !== moved.id).toSpliced(to, 0, moved).map(({ id }) => id));
      }),
    );
  });
});
