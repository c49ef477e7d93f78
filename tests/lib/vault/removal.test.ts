/** Deleting a token, bringing it back, and forgetting it for ever; and records from before that was possible. */
import { describe, expect, it } from 'vitest';
import { lvCat, lvSplit, utf8, fromUtf8 } from '../../../lib/bytes.ts';
import { decodeToken, encodeToken } from '../../../lib/vault/token-record.ts';
import { enrolled, loss, madeVault, NOON, pending, reasonOf, removedIn, secrets, token } from './builders.ts';

const DAY = 86_400_000;

describe('a deleted token', () => {
  it('is in no list, lends nothing and spends nothing, and comes back whole', async () => {
    const { vault } = await madeVault();
    const kept = await enrolled(vault);
    await vault.change(kept.id, (one) => ({ ...one, removedAt: NOON }));
    expect(await vault.tokens()).toEqual([]);
    expect((await removedIn(vault)).map(({ id }) => id)).toEqual([kept.id]);
    expect(await reasonOf(vault.lend(kept.id, () => 0))).toBe('token-unknown');
    expect(await reasonOf(vault.spend(kept.id, 5))).toBe('token-unknown');
    await vault.change(kept.id, (one) => ({ ...one, removedAt: null }));
    expect(await vault.tokens()).toEqual([kept]);
    expect(await vault.lend(kept.id, ({ otp }) => [...otp])).toEqual([...secrets().otp]);
  });

  it('keeps its line of the loss kit until it is forgotten', async () => {
    const { vault } = await madeVault();
    const { id } = await enrolled(vault);
    await enrolled(vault, { id: 'token-2', serial: 'SKTS00000002' });
    await vault.change(id, (one) => ({ ...one, removedAt: NOON }));
    await vault.forgetRemoved(NOON - 1);
    expect(await removedIn(vault)).toHaveLength(1);
    expect((await vault.lossKit()).lines).toHaveLength(2);
    await vault.forgetRemoved(NOON);
    expect(await removedIn(vault)).toEqual([]);
    expect((await vault.lossKit()).lines.map(({ serial }) => serial)).toEqual(['SKTS00000002']);
    expect((await vault.tokens()).map((one) => one.id)).toEqual(['token-2']);
  });

  it('is never forgotten without having been deleted, however late it is', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    await vault.forgetRemoved(NOON + 1000 * DAY);
    expect(await vault.tokens()).toHaveLength(1);
  });

  it('is not enrolled a second time by a repeated commit', async () => {
    const { vault } = await madeVault();
    const one = await enrolled(vault);
    await vault.change(one.id, (kept) => ({ ...kept, removedAt: NOON }));
    await vault.keepPending(pending({ id: one.id }));
    expect((await vault.commit(one.id, token(), secrets(), loss())).removedAt).toBe(NOON);
    expect(await vault.tokens()).toEqual([]);
    expect(await vault.pendings()).toEqual([]);
  });
});

describe('a record of the first format', () => {
  it('is read as a finished token without a suffix', () => {
    const [words = new Uint8Array(), otp = new Uint8Array(), device = new Uint8Array()] = lvSplit(encodeToken({ token: token(), secrets: secrets() }));
    const { local, suffix, introduced, exchanging, endsAt, removedAt, acceptedOffset, ...first }: Record<string, unknown> = JSON.parse(fromUtf8(words));
    expect([local, suffix, introduced, exchanging, endsAt, removedAt, acceptedOffset]).toEqual([null, '', true, false, null, null, null]);
    expect(decodeToken('token-1', lvCat(utf8(JSON.stringify(first)), otp, device)).token).toEqual(token());
    expect(() => decodeToken('token-1', lvCat(utf8(JSON.stringify({ ...first, suffix: '' })), otp, device))).toThrow('vault-damaged');
  });

  it('of the time before imports is an issuer\'s token', () => {
    const { local, ...before } = token({ suffix: '二', givenSteps: [4] });
    expect(local).toBeNull();
    const { otp, device } = secrets();
    expect(decodeToken('token-1', lvCat(utf8(JSON.stringify(before)), otp, device)).token).toEqual({ ...before, local: null });
    expect(() => decodeToken('token-1', lvCat(utf8(JSON.stringify({ ...before, state: 'LOCAL' })), otp, device))).toThrow('vault-damaged');
  });
});
