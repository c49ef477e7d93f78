import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';
import { enrolled, loss, madeVault, type Opened, pending, reasonOf, STRETCHED } from './builders.ts';
import { contentOf, deleteRaw, flipped, putContent, putRaw, rawHeader, rawRecord } from './disk.ts';

async function twoTokens(): Promise<Opened> {
  const opened = await madeVault();
  await enrolled(opened.vault, {}, 0x11);
  await enrolled(opened.vault, { id: 'token-2', serial: 'SKTS00000002' }, 0x22);
  await opened.vault.keepPending(pending({ id: 'pending-3' }));
  return opened;
}

/** Everything that reads or writes says so, open or after unlocking. */
async function expectDamage({ vault, wayIn }: Opened): Promise<void> {
  expect(await vault.state()).toBe('damaged');
  const asked: ((vault: Vault) => Promise<unknown>)[] = [
    (one) => one.tokens(),
    (one) => one.lend('token-2', () => 0),
    (one) => one.change('token-2', (token) => token),
    (one) => one.spend('token-2', 1),
    (one) => one.pendings(),
    (one) => one.keepPending(pending({ id: 'pending-4' })),
    (one) => one.unlock(wayIn.slotId, STRETCHED),
  ];
  for (const ask of asked) expect(await reasonOf(ask(vault))).toBe('vault-damaged');
}

async function editHeader(name: string, edit: (text: string) => string): Promise<void> {
  const { body, mac } = await rawHeader(name);
  const text = new TextDecoder().decode(body);
  const edited = edit(text);
  expect(edited).not.toBe(text);
  await putRaw(name, 'header', 'header', { body: new TextEncoder().encode(edited), mac });
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

  it('notices one flipped bit of the header', async () => {
    const opened = await twoTokens();
    const { name } = opened.on;
    const { body, mac } = await rawHeader(name);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: body.length * 8 - 1 }), async (bit) => {
        await putRaw(name, 'header', 'header', { body: flipped(body, bit), mac });
        expect(await opened.vault.state()).toBe('damaged');
        expect(await reasonOf(opened.vault.tokens())).toBe('vault-damaged');
      }),
      { numRuns: 60 },
    );
    await putRaw(name, 'header', 'header', { body, mac: flipped(mac, 3) });
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
    await putRaw(opened.on.name, 'tokens', 'token-1', older);
    await expectDamage(opened);
    const { sealed } = older;
    await putRaw(opened.on.name, 'tokens', 'token-1', { seq: 2, sealed });
    await expectDamage(opened);
  });

  it('notices a deleted record', async () => {
    const opened = await twoTokens();
    await deleteRaw(opened.on.name, 'tokens', 'token-1');
    await expectDamage(opened);
  });

  it('notices a deleted pending', async () => {
    const opened = await twoTokens();
    await deleteRaw(opened.on.name, 'pendings', 'pending-3');
    await expectDamage(opened);
  });

  it('notices a record of another vault', async () => {
    const opened = await twoTokens();
    const foreign = await twoTokens();
    await putRaw(opened.on.name, 'tokens', 'token-1', await rawRecord(foreign.on.name, 'tokens', 'token-1'));
    await expectDamage(opened);
  });

  it('notices a record slipped in', async () => {
    const opened = await twoTokens();
    await putRaw(opened.on.name, 'tokens', 'token-3', await rawRecord(opened.on.name, 'tokens', 'token-1'));
    await expectDamage(opened);
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
    await putRaw(opened.on.name, 'header', 'header', earlier);
    await expectDamage(opened);
  });

  it('notices the header of another vault', async () => {
    const opened = await madeVault();
    const foreign = await madeVault();
    await putRaw(opened.on.name, 'header', 'header', await rawHeader(foreign.on.name));
    expect(await opened.vault.state()).toBe('damaged');
    expect(await reasonOf(opened.vault.tokens())).toBe('vault-damaged');
  });

  it.each([['memory', 65_536, 8_192], ['passes', 3, 1], ['lanes', 1, 2]])(
    'notices a lowered %s, and such a slot opens for nobody',
    async (key, from, to) => {
      const { on, vault, wayIn } = await madeVault();
      await editHeader(on.name, (text) => text.replace(`"${key}":${from}`, `"${key}":${to}`));
      expect(await vault.state()).toBe('damaged');
      await vault.lock();
      expect(await reasonOf(vault.unlock(wayIn.slotId, STRETCHED))).toBe('wrong-passphrase');
    },
  );

  it.each([['memory', 65_536, 4_194_304], ['passes', 3, 1000], ['lanes', 1, 64], ['memory', 65_536, 1]])(
    'never runs a %s changed from %i to %i',
    async (key, from, to) => {
      const { on, vault, wayIn } = await madeVault();
      await vault.lock();
      await editHeader(on.name, (text) => text.replace(`"${key}":${from}`, `"${key}":${to}`));
      expect(await vault.state()).toBe('damaged');
      expect(await vault.wayIn()).toBeNull();
      expect(await reasonOf(vault.unlock(wayIn.slotId, STRETCHED))).toBe('vault-damaged');
    },
  );

  it('notices a false telephone number while open and at the next unlock', async () => {
    const { on, vault, wayIn } = await madeVault();
    await enrolled(vault);
    await editHeader(on.name, (text) => text.replace('0120-000-000', '0990-666-666'));
    expect(await reasonOf(vault.lossKit())).toBe('vault-damaged');
    await vault.lock();
    expect(await vault.lossKit()).toEqual([loss({ telephone: '0990-666-666' })]);
    expect(await reasonOf(vault.unlock(wayIn.slotId, STRETCHED))).toBe('vault-damaged');
  });

  it('notices a missing or altered record while locked', async () => {
    const opened = await twoTokens();
    await opened.vault.lock();
    await deleteRaw(opened.on.name, 'tokens', 'token-2');
    expect(await opened.vault.state()).toBe('damaged');
    expect(await reasonOf(opened.vault.unlock(opened.wayIn.slotId, STRETCHED))).toBe('vault-damaged');
    expect(await opened.vault.lossKit()).toHaveLength(2);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['text', 'x'],
    ['another shape', { seq: 1 }],
    ['text for bytes', { seq: 1, sealed: 'AAAA' }],
    ['too few bytes', { seq: 1, sealed: new Uint8Array(3) }],
    ['no number', { seq: '1', sealed: new Uint8Array(60) }],
  ])('takes %s in a record for damage', async (_, value) => {
    const opened = await twoTokens();
    await putRaw(opened.on.name, 'tokens', 'token-1', value);
    await expectDamage(opened);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['no MAC', { body: new Uint8Array(2) }],
    ['bytes that are no JSON', { body: new Uint8Array([0xff]), mac: new Uint8Array(32) }],
  ])('takes %s in the header for damage', async (_, value) => {
    const opened = await twoTokens();
    await putRaw(opened.on.name, 'header', 'header', value);
    await expectDamage(opened);
    expect(await opened.vault.wayIn()).toBeNull();
  });

  it('takes one key too many for damage', async () => {
    const opened = await twoTokens();
    const record = await rawRecord(opened.on.name, 'tokens', 'token-1');
    await putRaw(opened.on.name, 'tokens', 'token-1', { ...record, note: '' });
    await expectDamage(opened);
  });

  it('writes nothing over the damage', async () => {
    const opened = await twoTokens();
    await deleteRaw(opened.on.name, 'tokens', 'token-1');
    const before = await contentOf(opened.on.name);
    await expectDamage(opened);
    expect(await contentOf(opened.on.name)).toEqual(before);
  });

  it('cannot tell a whole disk put back to an earlier moment: the stated limit', async () => {
    const opened = await twoTokens();
    const earlier = await contentOf(opened.on.name);
    await opened.vault.spend('token-1', 500);
    await putContent(opened.on.name, earlier);
    expect(await openVault(opened.on).state()).toBe('open');
  });
});
