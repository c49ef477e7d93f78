/** What lies beside our vault and is not ours, and what is put right or saved of a vault that somebody wrote to. */
import { describe, expect, it } from 'vitest';
import { unseenMended } from '../../../lib/vault/mended.ts';
import { enrolled, loss, madeVault, type Opened, reasonOf, STRETCHED } from './builders.ts';
import { deleteRaw, momentOf, putContent, putCopy, putRaw, rawHeader, summed } from './disk.ts';

async function twoTokens(): Promise<Opened> {
  const opened = await madeVault();
  await enrolled(opened.vault, {}, 0x11);
  await enrolled(opened.vault, { id: 'token-2', serial: 'SKTS00000002' }, 0x22);
  return opened;
}

describe('what somebody wrote to the primary', () => {
  it('is put right from the second copy, and said to have been', async () => {
    const opened = await twoTokens();
    await deleteRaw(opened.on.name, 'tokens', 'token-1');
    const { body, mac } = await rawHeader(opened.on.name);
    const forged = new TextDecoder().decode(body).replace('0120-000-000', '0990-666-666');
    await putRaw(opened.on.name, 'header', 'header', summed({ body: new TextEncoder().encode(forged), mac }));
    expect(await opened.vault.tokens()).toHaveLength(2);
    expect((await opened.vault.lossKit()).lines).toEqual([loss(), loss({ serial: 'SKTS00000002' })]);
    expect(await unseenMended(opened.on.local)).toMatchObject({ what: 'primary', why: 'damaged' });
  });
});

describe('another vault beside ours', () => {
  it.each(['primary', 'copy'] as const)('that opens with the same key is not taken for ours (%s), nor offered', async (side) => {
    const opened = await twoTokens();
    const foreign = await twoTokens();
    for (let step = 1; step < 9; step++) await foreign.vault.spend('token-1', step);
    const theirs = await momentOf(foreign.on);
    if (side === 'primary') await putContent(opened.on.name, theirs.content);
    else await putCopy(opened.on, theirs.copy);
    await opened.vault.lock();
    expect((await opened.vault.ways())?.passphrases.map(({ slotId }) => slotId)).toEqual([opened.wayIn.slotId]);
    expect(await reasonOf(opened.vault.unlock(foreign.wayIn.slotId, STRETCHED))).toBe('wrong-passphrase');
    await opened.vault.unlock(opened.wayIn.slotId, STRETCHED);
    expect((await opened.vault.tokens()).map(({ spentStep }) => spentStep < 0 || spentStep > 8)).toEqual([true, true]);
    expect((await unseenMended(opened.on.local))?.what).toBe(side);
  });

  it('is opened where nothing is left of ours', async () => {
    const opened = await twoTokens();
    const foreign = await twoTokens();
    const theirs = await momentOf(foreign.on);
    await putContent(opened.on.name, theirs.content);
    await putCopy(opened.on, theirs.copy);
    await opened.vault.lock();
    await opened.vault.unlock(foreign.wayIn.slotId, STRETCHED);
    expect(await opened.vault.tokens()).toHaveLength(2);
  });
});

describe('a dump', () => {
  it('holds what is left, also beside rows that JSON has no words for', async () => {
    const opened = await twoTokens();
    await opened.on.local.remove('vaultCopy');
    const ring: Record<string, unknown> = { seq: 1n };
    ring['ring'] = ring;
    await putRaw(opened.on.name, 'tokens', 'token-1', ring);
    await opened.vault.lock();
    const dump: unknown = JSON.parse(await opened.vault.dump());
    expect(dump).toMatchObject({ tokens: { 'token-1': { seq: '1' }, 'token-2': { seq: 1 } } });
    await opened.vault.setAside();
    expect(await opened.vault.state()).toBe('none');
  });
});
