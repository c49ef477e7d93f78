import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Token } from '../../../lib/token.ts';
import type { TokenRecord } from '../../../lib/vault/token-record.ts';
import { openStore } from '../../../lib/vault/store.ts';
import { openVault } from '../../../lib/vault/vault.ts';
import { enrolled, localRecord, loss, machine, madeVault, NOON, passphraseWay, pending, reasonOf, secrets, STRETCHED, token } from './builders.ts';
import { contentOf } from './disk.ts';

const withSecrets = (id: string, otp: number, device = 0): TokenRecord => ({
  ...localRecord(id),
  secrets: { otp: new Uint8Array(otp).fill(5), device: new Uint8Array(device).fill(5) },
});

describe('imported tokens', () => {
  it('are kept all at once, with their words and their seeds, and need no enrolment', async () => {
    const { on, vault } = await madeVault();
    await enrolled(vault);
    const one = localRecord('local-1', { issuer: '例', account: 'あ' }, new Uint8Array(1).fill(9));
    const other = localRecord('local-2', { counter: 7 }, new Uint8Array(256).fill(8));
    await vault.addLocals([one, other]);
    const later = openVault({ ...on, store: openStore(on.name) });
    const kept = new Map((await later.tokens()).map((each) => [each.id, each]));
    expect([kept.get('local-1'), kept.get('local-2'), kept.size]).toEqual([one.token, other.token, 3]);
    expect(await later.lend('local-2', ({ otp, device }) => [otp.length, otp[0], device.length])).toEqual([256, 8, 0]);
    expect((await later.lossKit()).lines).toEqual([loss()]);
  });

  it('have a seed of 1 to 256 bytes and no device key, and no issuer has such a token', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(0, 1, 2, 15, 16, 128, 129, 255, 256, 257), fc.constantFrom(0, 1, 32), async (otp, device) => {
      const on = machine();
      const vault = openVault(on);
      await vault.make(passphraseWay(vault), STRETCHED);
      const fits = otp >= 1 && otp <= 256 && device === 0;
      const kept = vault.addLocals([withSecrets('local-1', otp, device)]);
      if (fits) await kept;
      else await expect(kept).rejects.toThrow(TypeError);
      expect(await vault.tokens()).toHaveLength(fits ? 1 : 0);
      await vault.keepPending(pending());
      const issued = vault.commit('token-1', token(), { otp: new Uint8Array(otp), device: new Uint8Array(device) }, loss());
      if (otp >= 16 && otp <= 128 && device === 32) await issued;
      else await expect(issued).rejects.toThrow(TypeError);
    }), { numRuns: 30, examples: [[16, 32], [128, 32], [129, 32], [15, 32], [256, 0], [257, 0]] });
  });

  it.each<[string, TokenRecord[]]>([
    ['one that is not imported', [localRecord('a'), { token: token({ id: 'b' }), secrets: secrets() }]],
    ['one whose id is taken', [localRecord('a'), localRecord('there', {}, new Uint8Array(10).fill(0x77))]],
    ['a seed too long', [localRecord('a'), withSecrets('b', 257)]],
    ['no words', [localRecord('a'), { ...localRecord('b'), token: { ...localRecord('b').token, local: null } }]],
    ['a serial', [localRecord('a'), { ...localRecord('b'), token: { ...localRecord('b').token, serial: 'SKTS00000001' } }]],
    ['a name too long', [localRecord('a'), localRecord('b', { issuer: 'x'.repeat(257) })]],
    ['a counter below nothing', [localRecord('a'), localRecord('b', { counter: -1 })]],
  ])('are kept all or none: not with %s among them', async (_, records) => {
    const { on, vault } = await madeVault();
    await vault.addLocals([localRecord('there')]);
    const before = await contentOf(on.name);
    await expect(vault.addLocals(records)).rejects.not.toHaveProperty('reason');
    expect(await contentOf(on.name)).toEqual(before);
  });

  it('are never the same twice, though one import names them twice', async () => {
    const { on, vault } = await madeVault();
    const before = await contentOf(on.name);
    await expect(vault.addLocals([localRecord('a'), localRecord('a', { issuer: 'other' })])).rejects.toThrow('not a new');
    expect(await contentOf(on.name)).toEqual(before);
  });

  it('are refused when one would give the codes of a token that is there, also of a deleted one', async () => {
    const { on, vault } = await madeVault();
    await vault.addLocals([localRecord('timed'), localRecord('counts', { counter: 5 })]);
    await vault.change('counts', (one) => ({ ...one, removedAt: NOON }));
    const before = await contentOf(on.name);
    const { otp: timed } = localRecord('timed').secrets;
    const { otp: counts } = localRecord('counts').secrets;
    for (const again of [localRecord('b', { issuer: 'other' }, timed), localRecord('b', { counter: 0 }, counts)])
      expect(await reasonOf(vault.addLocals([localRecord('fresh'), again]))).toBe('import-changed');
    expect(await contentOf(on.name)).toEqual(before);
    // The same secret used in another way gives other codes.
    await vault.addLocals([localRecord('b', { counter: 0 }, timed)]);
  });

  it.each<[string, Partial<Token['profile']>, number | null, string]>([
    ['another hash', { algorithm: 'SHA-256' }, null, 'none'],
    ['more digits', { digits: 8 }, null, 'none'],
    ['another period', { period: 60 }, null, 'none'],
    ['another name', { name: 'other' }, null, 'import-changed'],
    ['another period, which says nothing of one that counts', { period: 60 }, 3, 'import-changed'],
    ['another hash, counting', { algorithm: 'SHA-256' }, 3, 'none'],
  ])('of the same secret with %s: %s', async (_, profile, counter, reason) => {
    const { vault } = await madeVault();
    await vault.addLocals([localRecord('a', { counter })]);
    const { token: one, secrets: seed } = localRecord('b', { counter }, localRecord('a').secrets.otp);
    expect(await reasonOf(vault.addLocals([{ token: { ...one, profile: { ...one.profile, ...profile } }, secrets: seed }]))).toBe(reason);
  });

  it('are never taken for an institution\'s token, though the secret be the same', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    await vault.addLocals([localRecord('a', {}, secrets().otp)]);
    expect(await vault.tokens()).toHaveLength(2);
  });

  it('are added by no one while locked, and leave the seeds to their owner', async () => {
    const { vault } = await madeVault();
    const one = localRecord('a');
    await vault.addLocals([one]);
    expect([...one.secrets.otp]).toEqual([...localRecord('a').secrets.otp]);
    await vault.lock();
    expect(await reasonOf(vault.addLocals([localRecord('b')]))).toBe('locked');
    expect(await reasonOf(vault.lendAll(() => 0))).toBe('locked');
  });

  it('are never the end of an enrolment', async () => {
    const { vault } = await madeVault();
    const { token: imported, secrets: seeds } = localRecord('token-1');
    await vault.keepPending(pending());
    await expect(vault.commit('token-1', imported, seeds, loss())).rejects.toThrow('no enrolment');
  });

  it('keep their counter from going back', async () => {
    const { vault } = await madeVault();
    await vault.addLocals([localRecord('a', { counter: 5 })]);
    const counter = (value: number | null) => vault.change('a', (one) => ({ ...one, local: one.local && { ...one.local, counter: value } }));
    await counter(6);
    for (const value of [5, null]) await expect(counter(value)).rejects.toThrow('never goes back');
    expect((await vault.tokens())[0]?.local?.counter).toBe(6);
  });
});

describe('a loan of all', () => {
  it('gives every token, also a deleted one, and the result back', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    await vault.addLocals([localRecord('local-1'), localRecord('local-2')]);
    await vault.change('local-2', (one) => ({ ...one, removedAt: NOON }));
    const seen = await vault.lendAll((records) => Object.fromEntries(records.map(({ token: { id }, secrets: { otp } }) => [id, otp[0]])));
    expect(seen).toEqual({ 'local-1': '1'.charCodeAt(0), 'local-2': '2'.charCodeAt(0), 'token-1': 0x11 });
  });

  it('wipes every secret when it is over, also of the deleted ones and when the use fails', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    await vault.addLocals([localRecord('local-1')]);
    const seen: Uint8Array[] = [];
    const failing = vault.lendAll((records) => {
      for (const { secrets: { otp, device } } of records) seen.push(otp, device);
      throw new RangeError('use failed');
    });
    await expect(failing).rejects.toThrow('use failed');
    expect(seen.map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([0, 10, 20, 32]);
    expect(seen.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('is not for work that goes on afterwards', async () => {
    const { vault } = await madeVault();
    await expect(vault.lendAll(async () => 'late')).rejects.toThrow('synchronous');
  });
});
