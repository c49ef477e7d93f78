/** The same mutations on the real store (lib/vault/store.ts over IndexedDB): it reads, refuses and restores what the one in memory does. */
import { openDB } from 'idb';
import { beforeAll, describe, expect, it } from 'vitest';
import { STORE_NAMES } from '../../../lib/vault/seal.ts';
import { openStore, type Store } from '../../../lib/vault/store.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { memoryArea } from './builders.ts';
import { type Disk, sameDisk, storeOn } from './mutations-disk.ts';
import { KINDS } from './mutations-kinds.ts';
import { openAsCustomer } from './mutations-verdict.ts';
import { contentOf, deskOn, newWorld, type World } from './mutations-world.ts';

const RUNS = 3;
const kinds = KINDS.filter(({ sides, vast }) => sides.includes('primary') && !vast);
let world: World;
let databases = 0;

beforeAll(async () => {
  world = await newWorld();
});

function isKey(key: unknown): key is IDBValidKey {
  return typeof key === 'string' || typeof key === 'number' || key instanceof Date || key instanceof Uint8Array || Array.isArray(key);
}

async function databaseWith({ rows }: Disk): Promise<Store> {
  const name = `mutations-${++databases}`;
  const store = openStore(name);
  await store.read();
  const database = await openDB(name);
  for (const part of ['header', ...STORE_NAMES] as const)
    for (const [key, value] of rows[part]) await database.put(part, value, isKey(key) ? key : expect.unreachable());
  database.close();
  return store;
}

const ordered = (rows: [unknown, unknown][]): string[] => rows.map((row) => JSON.stringify(row, plain)).toSorted();
const plain = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString('base64url') : value);

/** All that a customer and the disk show. `copy` false: the primary is all there is. */
async function seenOn(store: Store, disk: Disk, chance: Chance, copy: boolean): Promise<object> {
  const local = memoryArea();
  for (const [key, value] of disk.local) if (copy || key !== 'vaultCopy') local.held.set(key, value);
  const desk = deskOn(disk, chance, { store, local });
  const state = await desk.vault.state();
  const opened = await openAsCustomer(desk, 'passphrase');
  const content = opened === 'none' ? await contentOf(desk.vault) : null;
  const { mended } = await desk.vault.health();
  const { header, tokens, pendings } = await store.raw();
  return { state, opened, content, note: mended, rows: [header, tokens, pendings].map(ordered) };
}

/** Rings can't be compared as JSON. */
const isPlain = ({ rows }: Disk): boolean => {
  try {
    return JSON.stringify(Object.values(rows), plain) !== '';
  } catch {
    return false;
  }
};

describe(`the store in memory and the one over IndexedDB, after ${kinds.length * RUNS * 2} mutations`, () => {
  it.each([true, false])('answer alike (with the second copy: %s)', { timeout: 120_000 }, async (copy) => {
    for (const kind of kinds)
      for (let run = 0; run < RUNS; run++) {
        const disk = sameDisk(world.now);
        kind.edit(disk, 'primary', chanceOf(`${kind.name} ${run}`), world);
        if (kind.later || !isPlain(disk)) continue;
        const real = await databaseWith(disk);
        const [one, other] = [await seenOn(real, disk, chanceOf('same'), copy), await seenOn(storeOn(disk), disk, chanceOf('same'), copy)];
        await real.close();
        expect(one, `${kind.name}, run ${run}`).toEqual(other);
      }
  });
});
