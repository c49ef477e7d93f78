import { describe, expect, it } from 'vitest';
import { unseenMended } from '../../../lib/vault/mended.ts';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';
import { enrolled, localRecord, loss, machine, type Machine, madeVault, NOON, type Opened, passkeyWay, passphraseWay, pending, reasonOf, secrets, slotKey, STRETCHED, token } from './builders.ts';
import { asCopy, contentOf, copyOf, deleteRaw, flipped, momentOf, putContent, putCopy, putRaw, rawHeader, rawRecord } from './disk.ts';

const byId = (rows: unknown): unknown => JSON.parse(JSON.stringify(rows, (_key, value: unknown) =>
  Array.isArray(value) ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value));

async function expectEqualCopies(on: Machine): Promise<void> {
  expect(byId(copyOf(on))).toEqual(byId(asCopy(await contentOf(on.name))));
}

async function twoTokens(): Promise<Opened> {
  const opened = await madeVault();
  await enrolled(opened.vault, {}, 0x11);
  await enrolled(opened.vault, { id: 'token-2', serial: 'SKTS00000002' }, 0x22);
  await opened.vault.keepPending(pending({ id: 'pending-3' }));
  return opened;
}

/** Everything is there, under the right secrets, and both copies say the same. */
async function expectAllThere({ on, vault }: Opened, over: Partial<ReturnType<typeof token>> = {}): Promise<void> {
  expect(await vault.tokens()).toEqual([token(over), token({ id: 'token-2', serial: 'SKTS00000002', ...over })]);
  expect(await vault.lend('token-1', ({ otp, device }) => [...otp, ...device])).toEqual([...secrets(0x11).otp, ...secrets(0x11).device]);
  expect(await vault.lend('token-2', ({ otp, device }) => [...otp, ...device])).toEqual([...secrets(0x22).otp, ...secrets(0x22).device]);
  await vault.lendPending('pending-3', async (one) => expect(one).toEqual(pending({ id: 'pending-3' })));
  await expectEqualCopies(on);
}

async function unlocked({ on, wayIn }: Opened): Promise<Vault> {
  on.session.held.clear();
  const vault = openVault(on);
  expect(await vault.state()).toBe('locked');
  await vault.unlock(wayIn.slotId, STRETCHED);
  return vault;
}

describe('the second copy', () => {
  it('is equal to the vault after every write', async () => {
    const { on, vault, wayIn } = await madeVault();
    await expectEqualCopies(on);
    const passkey = passkeyWay(vault);
    const writes: (() => Promise<unknown>)[] = [
      () => vault.keepPending(pending()),
      () => vault.commit('token-1', token(), secrets(), loss()),
      () => vault.change('token-1', (one) => ({ ...one, acknowledged: true })),
      () => vault.spend('token-1', 5),
      () => vault.addLocals([localRecord('local-1'), localRecord('local-2', { counter: 0 })]),
      () => vault.addWay(slotKey(wayIn), passkey, STRETCHED),
      () => vault.replaceWay(slotKey(wayIn), passkey.slotId, passphraseWay(vault), STRETCHED),
      () => vault.removeWay(slotKey(wayIn), wayIn.slotId),
      () => vault.hideLossKit(true, () => null),
      () => vault.keepPending(pending({ id: 'pending-2' })),
      () => vault.dropPending('pending-2'),
      () => vault.change('local-1', (one) => ({ ...one, removedAt: NOON })),
      () => vault.forgetRemoved(NOON),
    ];
    for (const write of writes) {
      const before = await contentOf(on.name);
      await write();
      expect(await contentOf(on.name)).not.toEqual(before);
      await expectEqualCopies(on);
    }
  });

  it('is written after the vault, never before: a crash between the two leaves it one write behind, and nobody is troubled with it', async () => {
    const opened = await twoTokens();
    const { on } = opened;
    const dying = openVault({ ...on, local: { ...on.local, set: () => Promise.reject(new Error('killed')) } });
    expect(await dying.spend('token-1', 7)).toBe(true);
    const vault = await unlocked(opened);
    await expectEqualCopies(on);
    expect(await vault.spend('token-1', 7)).toBe(false);
    expect(await unseenMended(opened.on.local)).toBeNull();
    expect((await vault.health()).mended).toEqual([{ at: NOON, what: 'copy', why: 'older', spent: false }]);
  });

  it('that can\'t be written fails no write; the health page knows, and the next write that can brings it up to date', async () => {
    const { on, vault } = await twoTokens();
    const full = openVault({ ...on, local: { ...on.local, set: () => Promise.reject(new Error('full')) } });
    await full.change('token-1', (one) => ({ ...one, state: 'ACTIVE' }));
    await full.addLocals([localRecord('local-1')]);
    expect(await vault.tokens()).toHaveLength(3);
    const { generation, copy } = await vault.health();
    expect(copy).toEqual({ state: 'older', generation: (generation ?? 0) - 2 });
    await vault.spend('token-1', 7);
    expect((await vault.health()).copy.state).toBe('same');
    await expectEqualCopies(on);
  });

  it('that can\'t be read stops nobody while the vault itself is whole', async () => {
    const opened = await twoTokens();
    const broken = { ...opened.on.local, get: () => Promise.reject(new Error('corrupt')), set: () => Promise.reject(new Error('corrupt')) };
    const on = { ...opened.on, local: broken };
    on.session.held.clear();
    const vault = openVault(on);
    expect(await vault.state()).toBe('locked');
    await vault.unlock(opened.wayIn.slotId, STRETCHED);
    expect(await vault.tokens()).toHaveLength(2);
    expect(await vault.spend('token-1', 7)).toBe(true);
    await putContent(on.name, { header: {}, tokens: {}, pendings: {} });
    expect(await reasonOf(vault.state())).toBe('store-unavailable');
    expect(await reasonOf(openVault({ ...machine(), local: broken }).make(passphraseWay(vault), STRETCHED))).toBe('store-unavailable');
  });
});

type Harm = [string, 'missing' | 'damaged', (on: Machine) => Promise<void>];

/** Those that take the header leave nobody who could say that no later write was lost: codes count as given then. */
const headless = ['lost its database', 'lost its header', 'has one bit of the header flipped'];

const primaryHarms: Harm[] = [
  ['lost its database', 'missing', (on) => putContent(on.name, { header: {}, tokens: {}, pendings: {} })],
  ['lost its header', 'damaged', (on) => deleteRaw(on.name, 'header', 'header')],
  ['lost a token', 'damaged', (on) => deleteRaw(on.name, 'tokens', 'token-1')],
  ['lost a pending', 'damaged', (on) => deleteRaw(on.name, 'pendings', 'pending-3')],
  ['has one bit of a record flipped', 'damaged', async (on) => {
    const { seq, sealed } = await rawRecord(on.name, 'tokens', 'token-2');
    await putRaw(on.name, 'tokens', 'token-2', { seq, sealed: flipped(sealed, 300) });
  }],
  ['has one bit of the header flipped', 'damaged', async (on) => {
    const header = await rawHeader(on.name);
    await putRaw(on.name, 'header', 'header', { ...header, body: flipped(header.body, 100) });
  }],
  ['holds a row that is none of ours', 'damaged', (on) => putRaw(on.name, 'tokens', 'token-9', 'x')],
  ['holds a record of sequence 1.5', 'damaged', (on) => putRaw(on.name, 'tokens', 'token-1', { seq: 1.5, sealed: new Uint8Array(60) })],
];

const copyHarms: Harm[] = [
  ['is gone', 'missing', async (on) => on.local.remove('vaultCopy')],
  ['is something else', 'damaged', (on) => putCopy(on, 'x')],
  ['has no header', 'damaged', (on) => putCopy(on, { ...copyOf(on), header: null })],
  ['has lost a token', 'damaged', (on) => putCopy(on, { ...copyOf(on), tokens: copyOf(on).tokens.slice(1) })],
  ['has a token twice, in place of another', 'damaged', (on) => putCopy(on, { ...copyOf(on), tokens: copyOf(on).tokens.map((_row, _at, [first]) => first) })],
  ['has a MAC that is not its own', 'damaged', (on) => putCopy(on, { ...copyOf(on), header: { ...copyOf(on).header, mac: 'A'.repeat(43) } })],
  ['has rows of another shape', 'damaged', (on) => putCopy(on, { ...copyOf(on), pendings: [{ id: 1 }] })],
];

describe('a vault whose primary copy', () => {
  it.each(primaryHarms)('%s is put right at the next unlock, with a notice and nothing lost', async (name, why, harm) => {
    const opened = await twoTokens();
    await harm(opened.on);
    const vault = await unlocked(opened);
    const spent = headless.includes(name);
    expect(await unseenMended(opened.on.local)).toEqual({ at: NOON, what: 'primary', why, spent });
    await expectAllThere({ ...opened, vault }, spent ? { spentStep: NOON / 30_000 + 1, givenSteps: [NOON / 30_000, NOON / 30_000 + 1] } : {});
    await vault.mendedSeen();
    expect(await unseenMended(opened.on.local)).toBeNull();
  });

  it.each(primaryHarms)('%s is put right while it is open, too', async (_, _why, harm) => {
    const opened = await twoTokens();
    await harm(opened.on);
    expect(await opened.vault.state()).toBe('open');
    expect(await opened.vault.tokens()).toHaveLength(2);
    await expectEqualCopies(opened.on);
    expect(await unseenMended(opened.on.local)).toMatchObject({ what: 'primary' });
  });

  it.each(primaryHarms)('%s is left as it is until the key is there', async (_, _why, harm) => {
    const { on, vault } = await twoTokens();
    await harm(on);
    const before = await momentOf(on);
    await vault.lock();
    expect(await vault.state()).toBe('locked');
    expect((await vault.lossKit()).lines).toHaveLength(2);
    expect(await reasonOf(vault.unlock((await vault.ways())?.passphrases[0]?.slotId ?? '', new Uint8Array(32)))).toBe('wrong-passphrase');
    expect(await momentOf(on)).toEqual(before);
  });
});

describe('a vault whose second copy', () => {
  it.each(copyHarms)('%s is put right at the next unlock, with a notice, and no code is lost', async (_, why, harm) => {
    const opened = await twoTokens();
    await harm(opened.on);
    const vault = await unlocked(opened);
    expect(await unseenMended(opened.on.local)).toEqual({ at: NOON, what: 'copy', why, spent: false });
    await expectAllThere({ ...opened, vault });
  });

  it('is of an earlier moment is put right in silence', async () => {
    const opened = await twoTokens();
    const earlier = copyOf(opened.on);
    await opened.vault.spend('token-1', 7);
    await putCopy(opened.on, earlier);
    const vault = await unlocked(opened);
    expect(await unseenMended(opened.on.local)).toBeNull();
    await expectEqualCopies(opened.on);
    expect(await vault.spend('token-1', 7)).toBe(false);
  });
});

describe('what was put right', () => {
  it('is told until it was seen, also when the clock was set back meanwhile', async () => {
    const opened = await twoTokens();
    await opened.on.local.remove('vaultCopy');
    const vault = await unlocked(opened);
    await vault.mendedSeen();
    opened.on.clock.now -= 30_000;
    await opened.on.local.remove('vaultCopy');
    await unlocked(opened);
    expect(await unseenMended(opened.on.local)).toMatchObject({ at: NOON - 30_000, what: 'copy', why: 'missing' });
  });

  it('is listed newest first, twenty at most', async () => {
    const opened = await twoTokens();
    for (let count = 1; count <= 23; count++) {
      opened.on.clock.now = NOON + count;
      await opened.on.local.remove('vaultCopy');
      await unlocked(opened);
    }
    const { mended } = await opened.vault.health();
    expect(mended.map(({ at }) => at - NOON)).toEqual(Array.from({ length: 20 }, (_, index) => 23 - index));
  });

  it('opens even where the note of it can\'t be written', async () => {
    const opened = await twoTokens();
    await putContent(opened.on.name, { header: {}, tokens: {}, pendings: {} });
    opened.on.session.held.clear();
    const full = openVault({ ...opened.on, local: { ...opened.on.local, set: () => Promise.reject(new Error('full')) } });
    await full.unlock(opened.wayIn.slotId, STRETCHED);
    expect(await full.tokens()).toHaveLength(2);
  });
});
