/** What somebody writes to the disk, case by case; tens of thousands of others are in mutations.test.ts. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';
import { enrolled, loss, madeVault, memoryArea, type Opened, pending, reasonOf, STRETCHED, token } from './builders.ts';
import { contentOf, deleteRaw, flipped, momentOf, putContent, putCopy, putRaw, rawHeader, rawRecord, summed } from './disk.ts';

/** Nothing else is left of the vault than the primary: whatever is wrong with it can't be put right. */
async function withoutCopy(opened: Opened): Promise<Opened> {
  await opened.on.local.remove('vaultCopy');
  return opened;
}

async function withCopy(): Promise<Opened> {
  const opened = await madeVault();
  await enrolled(opened.vault, {}, 0x11);
  await enrolled(opened.vault, { id: 'token-2', serial: 'SKTS00000002' }, 0x22);
  await opened.vault.keepPending(pending({ id: 'pending-3' }));
  return opened;
}

const twoTokens = async (): Promise<Opened> => await withoutCopy(await withCopy());
const emptyVault = async (): Promise<Opened> => await withoutCopy(await madeVault());

/** Everything that reads or writes says so, open or after unlocking; and nothing is written over the damage. */
async function expectDamage({ on, vault, wayIn }: Opened): Promise<void> {
  const before = await momentOf(on);
  expect(await vault.state()).toBe('damaged');
  const asked: ((vault: Vault) => Promise<unknown>)[] = [
    (one) => one.tokens(),
    (one) => one.token('token-2'),
    (one) => one.lend('token-2', () => 0),
    (one) => one.change('token-2', (kept) => kept),
    (one) => one.spend('token-2', 1),
    (one) => one.pendings(),
    (one) => one.keepPending(pending({ id: 'pending-4' })),
    (one) => one.unlock(wayIn.slotId, STRETCHED),
  ];
  for (const ask of asked) expect(await reasonOf(ask(vault))).toBe('vault-damaged');
  expect(await momentOf(on)).toEqual(before);
}

/** As a forger does it, who can make the sum anew, though not the MAC. */
async function editHeader(name: string, edit: (text: string) => string): Promise<void> {
  const { body, mac } = await rawHeader(name);
  const text = new TextDecoder().decode(body);
  const edited = edit(text);
  expect(edited).not.toBe(text);
  await putRaw(name, 'header', 'header', summed({ body: new TextEncoder().encode(edited), mac }));
}

describe('a vault that somebody wrote to', () => {
  it('notices one flipped bit of any record', async () => {
    const opened = await twoTokens();
    const { name } = opened.on;
    const good = await contentOf(name);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('token-1', 'token-2'), fc.nat({ max: 4095 }), async (id, bit) => {
        const { seq, sealed } = await rawRecord(name, 'tokens', id);
        await putRaw(name, 'tokens', id, { seq, sealed: flipped(sealed, bit) });
        expect(await opened.vault.state()).toBe('damaged');
        expect(await reasonOf(opened.vault.tokens())).toBe('vault-damaged');
        await putContent(name, good);
      }),
      { numRuns: 40 },
    );
    expect(await opened.vault.state()).toBe('open');
  });

  it('notices one flipped bit of the header, locked and open', async () => {
    const opened = await twoTokens();
    const { name } = opened.on;
    const { body, mac, sum } = await rawHeader(name);
    const locked = openVault({ ...opened.on, session: memoryArea() });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: body.length * 8 - 1 }), async (bit) => {
        await putRaw(name, 'header', 'header', { body: flipped(body, bit), mac, sum });
        for (const vault of [opened.vault, locked]) expect(await vault.state()).toBe('damaged');
        expect(await reasonOf(opened.vault.tokens())).toBe('vault-damaged');
      }),
      { numRuns: 60 },
    );
    await putRaw(name, 'header', 'header', { body, mac, sum: flipped(sum, 3) });
    await expectDamage(opened);
  });

  it('notices one flipped bit of the header whose sum was made anew, once it is open', async () => {
    const opened = await twoTokens();
    const { name } = opened.on;
    const { body, mac } = await rawHeader(name);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: body.length * 8 - 1 }), async (bit) => {
        await putRaw(name, 'header', 'header', summed({ body: flipped(body, bit), mac }));
        // One bit makes a 3 of the 2: a later version's, as far as anybody can know.
        const reason = await reasonOf(opened.vault.tokens());
        const schema: unknown = /"schema":(\d)/.exec(new TextDecoder().decode(flipped(body, bit)))?.[1];
        expect(reason).toBe(Number(schema) > 2 ? 'store-newer' : 'vault-damaged');
      }),
      { numRuns: 60 },
    );
    await putRaw(name, 'header', 'header', summed({ body, mac: flipped(mac, 3) }));
    await expectDamage(opened);
  });

  it('notices two records exchanged', async () => {
    const opened = await twoTokens();
    const { name } = opened.on;
    const [one, other] = [await rawRecord(name, 'tokens', 'token-1'), await rawRecord(name, 'tokens', 'token-2')];
    await putRaw(name, 'tokens', 'token-1', other);
    await putRaw(name, 'tokens', 'token-2', one);
    await expectDamage(opened);
  });

  it('notices an older version of a record', async () => {
    const opened = await twoTokens();
    const older = await rawRecord(opened.on.name, 'tokens', 'token-1');
    await opened.vault.spend('token-1', 500);
    await withoutCopy(opened);
    await putRaw(opened.on.name, 'tokens', 'token-1', older);
    await expectDamage(opened);
    const { sealed } = older;
    await putRaw(opened.on.name, 'tokens', 'token-1', { seq: 2, sealed });
    await expectDamage(opened);
  });

  it.each([['tokens', 'token-1'], ['pendings', 'pending-3']] as const)('notices that of the %s %s was deleted', async (store, id) => {
    const opened = await twoTokens();
    await deleteRaw(opened.on.name, store, id);
    await expectDamage(opened);
  });

  it('notices a record of another vault', async () => {
    const opened = await twoTokens();
    const foreign = await twoTokens();
    await putRaw(opened.on.name, 'tokens', 'token-1', await rawRecord(foreign.on.name, 'tokens', 'token-1'));
    await expectDamage(opened);
  });

  it('takes a record away that was slipped in, and says so', async () => {
    const opened = await twoTokens();
    const before = await contentOf(opened.on.name);
    await putRaw(opened.on.name, 'tokens', 'token-3', await rawRecord(opened.on.name, 'tokens', 'token-1'));
    expect(await opened.vault.tokens()).toHaveLength(2);
    expect(await contentOf(opened.on.name)).toEqual(before);
    const { mended } = await opened.vault.health();
    expect(mended).toContainEqual(expect.objectContaining({ what: 'primary', why: 'damaged', spent: false }));
  });

  it('notices a token put among the pendings', async () => {
    const opened = await twoTokens();
    await putRaw(opened.on.name, 'pendings', 'pending-3', await rawRecord(opened.on.name, 'tokens', 'token-1'));
    await expectDamage(opened);
  });

  it('notices the header of an earlier moment', async () => {
    const opened = await twoTokens();
    const earlier = await rawHeader(opened.on.name);
    await opened.vault.spend('token-1', 500);
    await withoutCopy(opened);
    await putRaw(opened.on.name, 'header', 'header', earlier);
    await expectDamage(opened);
  });

  it('notices the header of another vault', async () => {
    const opened = await emptyVault();
    const foreign = await madeVault();
    await putRaw(opened.on.name, 'header', 'header', await rawHeader(foreign.on.name));
    expect(await opened.vault.state()).toBe('damaged');
    expect(await reasonOf(opened.vault.tokens())).toBe('vault-damaged');
  });

  it.each([['memory', 65_536, 8_192], ['passes', 3, 1], ['lanes', 1, 2]])(
    'notices a lowered %s, and such a slot opens for nobody',
    async (key, from, to) => {
      const { on, vault, wayIn } = await emptyVault();
      await editHeader(on.name, (text) => text.replace(`"${key}":${from}`, `"${key}":${to}`));
      expect(await vault.state()).toBe('damaged');
      await vault.lock();
      expect(await reasonOf(vault.unlock(wayIn.slotId, STRETCHED))).toBe('wrong-passphrase');
    },
  );

  it.each([['memory', 65_536, 4_194_304], ['passes', 3, 1000], ['lanes', 1, 64], ['memory', 65_536, 1]])(
    'never runs a %s changed from %i to %i',
    async (key, from, to) => {
      const { on, vault, wayIn } = await emptyVault();
      await vault.lock();
      await editHeader(on.name, (text) => text.replace(`"${key}":${from}`, `"${key}":${to}`));
      expect(await vault.state()).toBe('damaged');
      expect(await vault.ways()).toBeNull();
      expect(await reasonOf(vault.unlock(wayIn.slotId, STRETCHED))).toBe('vault-damaged');
    },
  );

  it('notices a false telephone number while open and at the next unlock', async () => {
    const { on, vault, wayIn } = await withCopy();
    await on.local.remove('vaultCopy');
    await editHeader(on.name, (text) => text.replace('0120-000-000', '0990-666-666'));
    expect(await reasonOf(vault.lossKit())).toBe('vault-damaged');
    await vault.lock();
    expect((await vault.lossKit()).lines[0]).toEqual(loss({ telephone: '0990-666-666' }));
    expect(await reasonOf(vault.unlock(wayIn.slotId, STRETCHED))).toBe('vault-damaged');
  });

  it('notices a missing or altered record while locked', async () => {
    const opened = await twoTokens();
    await opened.vault.lock();
    await deleteRaw(opened.on.name, 'tokens', 'token-2');
    expect(await opened.vault.state()).toBe('damaged');
    expect(await reasonOf(opened.vault.unlock(opened.wayIn.slotId, STRETCHED))).toBe('vault-damaged');
    expect((await opened.vault.lossKit()).lines).toHaveLength(2);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['text', 'x'],
    ['another shape', { seq: 1 }],
    ['text for bytes', { seq: 1, sealed: 'AAAA' }],
    ['too few bytes', { seq: 1, sealed: new Uint8Array(3) }],
    ['no number', { seq: '1', sealed: new Uint8Array(60) }],
    ['a key too many', { seq: 1, sealed: new Uint8Array(60), note: '' }],
  ])('takes %s in a record for damage', async (_, value) => {
    const opened = await twoTokens();
    await putRaw(opened.on.name, 'tokens', 'token-1', value);
    await expectDamage(opened);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['no MAC', { body: new Uint8Array(2) }],
    ['no sum', { body: new Uint8Array(2), mac: new Uint8Array(32) }],
    ['bytes that are no JSON', summed({ body: new Uint8Array([0xff]), mac: new Uint8Array(32) })],
  ])('takes %s in the header for damage', async (_, value) => {
    const opened = await twoTokens();
    await putRaw(opened.on.name, 'header', 'header', value);
    await expectDamage(opened);
    expect(await opened.vault.ways()).toBeNull();
  });

  it('cannot tell a whole disk put back to an earlier moment: the stated limit', async () => {
    const opened = await withCopy();
    const earlier = await momentOf(opened.on);
    await opened.vault.spend('token-1', 500);
    await putContent(opened.on.name, earlier.content);
    await putCopy(opened.on, earlier.copy);
    expect(await openVault(opened.on).state()).toBe('open');
    expect((await opened.vault.tokens())[0]).toEqual(token());
    expect((await opened.vault.health()).mended).toEqual([]);
  });
});
