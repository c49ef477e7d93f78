/** What the window that asks before a fill is told of the vault. */
import { describe, expect, it } from 'vitest';
import { lookAtIntent } from '../../entrypoints/background/confirm-window.ts';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { notes } from '../../entrypoints/background/notes.ts';
import type { ConfirmLook } from '../../lib/messages/looks.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { enrolled, localRecord, reasonOf } from '../lib/vault/builders.ts';
import { putContent, putCopy } from '../lib/vault/disk.ts';
import { openVaultAt } from './vault-at.ts';

const NOON = Date.UTC(2026, 6, 1, 3, 0, 0);

/** As window 7, which was opened for a page of tab 5. */
async function lookOf(vault: Vault): Promise<ConfirmLook> {
  const held: Record<string, unknown> = {};
  const area = { get: async (key: string) => ({ [key]: held[key] }), set: async (items: Record<string, unknown>) => void Object.assign(held, items) };
  const desk: Desk = Object.assign(Object.create(null), { notes: notes(area), now: () => NOON, vault });
  await desk.notes.intents.change(() => ({ 7: { tabId: 5, origin: 'https://bank.example', roles: ['current'], tokenId: null, askedAt: NOON } }));
  return await lookAtIntent(desk, 7);
}

describe('the window that asks before a fill', () => {
  it('is told the ways in while the vault is locked, and none while it is open', async () => {
    const { vault, on, wayIn } = await openVaultAt(NOON);
    await enrolled(vault);
    expect((await lookOf(vault)).ways).toBeNull();
    on.session.held.clear();
    expect(await lookOf(vault)).toMatchObject({ host: 'bank.example', tokens: [], ways: { passphrases: [{ slotId: wayIn.slotId }] } });
  });

  it('is told what a token is called, and nothing of one without a name', async () => {
    const { vault } = await openVaultAt(NOON);
    const site = 'https://bank.example';
    await vault.addLocals([localRecord('named', { site }), localRecord('unnamed', { issuer: '', account: '', site })]);
    expect((await lookOf(vault)).tokens).toEqual([{ id: 'named', label: 'Example alice@example.jp' }, { id: 'unnamed', label: '' }]);
  });

  it('is told why where there is nothing to unlock', async () => {
    const { vault, on } = await openVaultAt(NOON);
    on.session.held.clear();
    await putContent(on.name, { header: {}, tokens: {}, pendings: {} });
    await putCopy(on, undefined);
    expect(await reasonOf(lookOf(vault))).toBe('vault-damaged');
  });
});
