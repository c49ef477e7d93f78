/** What is done with imported tokens: their export, and the sites that they are bound to. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { toBase64url } from '../../lib/bytes.ts';
import type { OwnPage } from '../../lib/messages/caller.ts';
import { enrolled, localRecord, madeVault, NOON, random, reasonOf, slotKey, STRETCHED } from '../lib/vault/builders.ts';

const PAGE: OwnPage = { kind: 'own-page', windowId: 1 };

beforeEach(() => void vi.stubGlobal('browser', { runtime: { id: 'kagifuda', sendMessage: async () => undefined } }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function ground() {
  const { localRequests } = await import('../../entrypoints/background/local-requests.ts');
  const { vault, wayIn } = await madeVault();
  const desk: Desk = Object.assign(Object.create(null), { vault, random, now: () => NOON });
  return { vault, wayIn, requests: localRequests(desk) };
}

describe('an export that is refused', () => {
  it('leaves no copy of a secret, of the tokens before the one that it is refused for', async () => {
    const { vault, wayIn, requests } = await ground();
    const seed = new Uint8Array(20).fill(0x5a);
    await vault.addLocals([localRecord('local-1', {}, seed.slice())]);
    await enrolled(vault);
    const copies: Uint8Array[] = [];
    vi.spyOn(Uint8Array.prototype, 'slice').mockImplementation(function (this: Uint8Array, from, to) {
      const copy = new Uint8Array(this.subarray(from, to));
      copies.push(copy);
      return copy;
    });
    const ask = { proof: slotKey(wayIn), tokenIds: ['local-1', 'token-1'], stretching: { memory: 8192, passes: 1, lanes: 1, salt: toBase64url(random(16)) }, stretched: toBase64url(STRETCHED) };
    expect(await reasonOf(Promise.resolve(requests.exportTokens(ask, PAGE)))).toBe('token-bound');
    expect(copies.filter((copy) => Buffer.from(copy).equals(seed))).toEqual([]);
  });
});
