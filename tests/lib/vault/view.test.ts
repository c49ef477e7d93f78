/** What a screen is shown of the vault, in one reading. */
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { unseenMended } from '../../../lib/vault/mended.ts';
import { openStore } from '../../../lib/vault/store.ts';
import type { TokenRecord } from '../../../lib/vault/token-record.ts';
import { openVault } from '../../../lib/vault/vault.ts';
import { enrolled, localRecord, machine, madeVault, NOON, pending, reasonOf, STRETCHED } from './builders.ts';

const seedsOf = (records: readonly TokenRecord[]) => records.map((one) => [one.token.id, one.secrets.otp[0]]);
const nothing = (): null => null;
const never = (): never => expect.unreachable();

describe('the view of a vault', () => {
  it('is what state, tokens, pendings, mended and a loan of all say one by one, and what was deleted', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    await vault.addLocals([localRecord('local-1'), localRecord('local-2')]);
    await vault.change('local-2', (one) => ({ ...one, removedAt: NOON }));
    await vault.move('local-1', -1);
    await vault.keepPending(pending({ id: 'pending-2' }));
    const view = await vault.view(seedsOf);
    expect(view).toEqual({
      face: await vault.state(), tokens: await vault.tokens(), removed: [{ ...localRecord('local-2').token, removedAt: NOON }],
      pendings: await vault.pendings(), mended: await unseenMended(on.local), lent: await vault.lendAll(seedsOf),
    });
    expect(view).toMatchObject({ tokens: [{ id: 'local-1' }, { id: 'token-1' }], pendings: [{ id: 'pending-2' }] });
  });

  it('reads the disk once', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    let reads = 0;
    const store = openStore(on.name);
    const counted = openVault({ ...on, store: { ...store, read: () => (reads++, store.read()) } });
    await counted.view(nothing);
    expect(reads).toBe(1);
  });

  it('tells at once what it put right itself', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    const database = await openDB(on.name);
    await database.clear('tokens');
    database.close();
    expect(await vault.view(nothing)).toMatchObject({ face: 'open', tokens: [{ id: 'token-1' }], mended: { what: 'primary', why: 'damaged' } });
  });

  it('wipes every secret when it is over, and is not for work that goes on afterwards', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    const seen: Uint8Array[] = [];
    await vault.view((records) => void seen.push(...records.flatMap(({ secrets: { otp, device } }) => [otp, device])));
    expect(seen.map(({ length }) => length)).toEqual([20, 32]);
    expect(seen.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
    await expect(vault.view(async () => 'late')).rejects.toThrow('synchronous');
  });

  it('wipes the others when one record cannot be opened', async () => {
    const { on, vault } = await madeVault();
    await vault.addLocals([localRecord('local-1'), localRecord('local-2')]);
    const { subtle } = crypto;
    const decrypt = subtle.decrypt.bind(subtle);
    const opened: Uint8Array[] = [];
    let count = 0;
    subtle.decrypt = async (...given) => {
      if (++count === 2) throw new DOMException('none', 'OperationError');
      const plain = await decrypt(...given);
      opened.push(new Uint8Array(plain));
      return plain;
    };
    try {
      expect(await reasonOf(openVault(on).view(nothing))).toBe('vault-damaged');
    } finally {
      subtle.decrypt = decrypt;
    }
    expect(opened.length).toBeGreaterThan(0);
    expect(opened.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('says of a vault that is not open how it is, and lends nothing', async () => {
    const none = openVault(machine());
    expect(await none.view(never)).toEqual({ face: 'none' });
    const { on, vault, wayIn } = await madeVault();
    await enrolled(vault);
    await vault.lock();
    expect(await vault.view(never)).toEqual({ face: 'locked' });
    await vault.unlock(wayIn.slotId, STRETCHED);
    on.session.held.clear();
    expect(await vault.view(never)).toEqual({ face: 'locked' });
  });
});
