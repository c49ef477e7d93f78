/** The console's way to a saved vault (docs/vault-format.md) is for bad days: it gives what is left, and changes nothing. */
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { enrolled, madeVault, machine } from './builders.ts';
import { savedByHand } from './by-hand.ts';

async function databases(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name);
}

/** Stores that hold what no program of ours has written. */
async function writtenByOthers(name: string, rows: Record<string, unknown>): Promise<void> {
  const database = await openDB(name, 2, {
    upgrade(fresh) {
      for (const store of ['header', 'tokens', 'pendings']) fresh.createObjectStore(store);
    },
  });
  for (const [id, row] of Object.entries(rows)) await database.put('tokens', row, id);
  database.close();
}

/** 'success', or 'blocked' where somebody still has it open. */
function deleted(name: string): Promise<string> {
  return new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(name);
    for (const end of ['success', 'blocked', 'error']) asked.addEventListener(end, () => resolve(end));
  });
}

describe('a vault that is saved by hand', () => {
  it('is the second copy where the database is gone, and no empty one is made', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    await on.store.close();
    await deleted(on.name);
    const saved = await savedByHand(on);
    expect(saved).toMatchObject({ header: {}, tokens: {}, pendings: {}, copy: { tokens: [{ id: 'token-1' }] } });
    expect(await databases()).not.toContain(on.name);
  });

  it('has rows of any size, and those that are none', async () => {
    const on = machine();
    const large = new Uint8Array(400_000).map((_byte, at) => at);
    await writtenByOthers(on.name, { large: { seq: 1, sealed: large }, nothing: null, word: 'x' });
    const { tokens } = await savedByHand(on);
    expect(tokens).toMatchObject({ large: { seq: 1, sealed: Buffer.from(large).toString('base64url') }, nothing: {} });
  });

  it('leaves the database free', async () => {
    const { on } = await madeVault();
    await savedByHand(on);
    await on.store.close();
    expect(await deleted(on.name)).toBe('success');
  });
});
