/** What the ciphers opened or sealed is overwritten when whoever asked has its answer: records, and the vault master key. */
import { describe, expect, it, vi } from 'vitest';
import { toBase64url } from '../../../lib/bytes.ts';
import { openVault } from '../../../lib/vault/vault.ts';
import { wipedBy } from '../wiped.ts';
import { enrolled, localRecord, loss, madeVault, NOON, type Opened, passkeyWay, passphraseWay, pending, reasonOf, secrets, slotKey, STRETCHED, token, unionPending } from './builders.ts';
import { later, threeTokens, withoutToken1 } from './damaged-vaults.ts';
import { deleteRaw } from './disk.ts';

const OTHER = new Uint8Array(32).fill(0x31);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const stretching = () => ({ salt: toBase64url(new Uint8Array(16).fill(3)), memory: 65_536, passes: 3, lanes: 1 });

function bytesOf(data: BufferSource): Uint8Array {
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
}

/** How many plaintexts went through the ciphers while `work` ran, which were opened, and which still stand in memory. */
async function plaintextsOf(work: () => unknown): Promise<{ count: number; opened: string[]; left: string[] }> {
  const seen: Uint8Array[] = [];
  const texts: string[] = [];
  const opening = crypto.subtle.decrypt.bind(crypto.subtle);
  const sealing = crypto.subtle.encrypt.bind(crypto.subtle);
  const spies = [
    vi.spyOn(crypto.subtle, 'decrypt').mockImplementation(async (...asked) => {
      const opened = await opening(...asked);
      seen.push(bytesOf(opened));
      texts.push(hex(bytesOf(opened)));
      return opened;
    }),
    vi.spyOn(crypto.subtle, 'encrypt').mockImplementation((...asked) => {
      seen.push(bytesOf(asked[2]));
      return sealing(...asked);
    }),
  ];
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return { count: seen.length, opened: texts, left: seen.filter((one) => one.some((byte) => byte !== 0)).map(hex) };
}

async function full(): Promise<Opened> {
  const opened = await madeVault();
  await enrolled(opened.vault, {}, 0x11);
  await opened.vault.addLocals([localRecord('local-1')]);
  await opened.vault.keepPending(pending({ id: 'pending-1' }));
  await opened.vault.keepPending(unionPending({ id: 'pending-2' }));
  return opened;
}

const gone = (vault: Opened['vault']): Promise<unknown> => vault.change('token-1', (one) => ({ ...one, removedAt: NOON }));

type Use = (opened: Opened) => unknown;

const READING: [string, Use][] = [
  ['listing tokens', ({ vault }) => vault.tokens()],
  ['a loan', ({ vault }) => vault.lend('token-1', () => 0)],
  ['a loan of all', ({ vault }) => vault.lendAll(() => 0)],
  ['a loan that fails', ({ vault }) => expect(vault.lend('token-1', async () => 0)).rejects.toThrow('synchronous')],
];

const WRITING: [string, Use][] = [
  ['a change', ({ vault }) => vault.change('token-1', (one) => ({ ...one, state: 'ACTIVE' }))],
  ['a change that fails', ({ vault }) => expect(vault.change('token-1', (one) => ({ ...one, id: 'x' }))).rejects.toThrow('stays')],
  ['a spent step', ({ vault }) => vault.spend('token-1', 100)],
  ['a new place in the order', async ({ vault }) => expect([await vault.move('token-1', -1), await vault.move('token-1', 1)]).toEqual([0, 1])],
  ['a deletion', ({ vault }) => gone(vault)],
  ['imported tokens', ({ vault }) => vault.addLocals([localRecord('local-2')])],
];

describe('no plaintext is left in memory', () => {
  it.each<[string, Use]>([
    ...READING,
    ...WRITING,
    ['an imported token that is there already', ({ vault }) => reasonOf(vault.addLocals([localRecord('local-1')]))],
    ['the end of an enrolment', ({ vault }) => vault.commit('pending-1', token({ id: 'pending-1', serial: 'SKTS00000009' }), secrets(), loss())],
    ['listing enrolments', ({ vault }) => vault.pendings()],
    ['a loan of an enrolment', ({ vault }) => vault.lendPending('pending-1', async () => 0)],
    ['a loan of a credit union\'s', ({ vault }) => vault.lendPending('pending-2', async () => 0)],
    ['a new enrolment', ({ vault }) => vault.keepPending(pending({ id: 'pending-3' }))],
    ['the same enrolment once more', ({ vault }) => vault.keepPending(pending({ id: 'pending-1' }))],
    ['another enrolment under its id', ({ vault }) => expect(vault.keepPending(pending({ id: 'pending-1', keyId: 'k2' }))).rejects.toThrow('already')],
    ['a proof', ({ vault, wayIn }) => vault.prove(slotKey(wayIn))],
    ['a new way', ({ vault, wayIn }) => vault.addWay(slotKey(wayIn), passkeyWay(vault), OTHER)],
    ['another way in its place', ({ vault, wayIn }) => vault.replaceWay(slotKey(wayIn), wayIn.slotId, passphraseWay(vault), OTHER)],
    ['a way that is not replaced', ({ vault, wayIn }) => expect(vault.replaceWay(slotKey(wayIn), 'none', passphraseWay(vault), OTHER)).rejects.toThrow('no such way')],
    ['a PIN', ({ vault, wayIn }) => vault.setPin(slotKey(wayIn), stretching(), OTHER)],
    ['unlocking', ({ vault, wayIn }) => vault.unlock(wayIn.slotId, STRETCHED)],
  ])('after %s', async (_, use) => {
    const opened = await full();
    const { count, left } = await plaintextsOf(() => use(opened));
    expect(count).toBeGreaterThan(0);
    expect(left).toEqual([]);
  });

  it('after a vault was made', async () => {
    const { count, left } = await plaintextsOf(() => madeVault());
    expect([count, left]).toEqual([1, []]);
  });

  it('after the PIN opened it', async () => {
    const { vault, wayIn } = await full();
    await vault.setPin(slotKey(wayIn), stretching(), OTHER);
    await vault.lock();
    expect((await plaintextsOf(() => vault.unlockByPin(OTHER))).left).toEqual([]);
  });

  it('after a vault was put right from its copy', async () => {
    const opened = await full();
    await deleteRaw(opened.on.name, 'header', 'header');
    const { count, left } = await plaintextsOf(() => opened.vault.tokens());
    expect(count).toBeGreaterThan(2);
    expect(left).toEqual([]);
  });

  it('after records were taken from a side whose own header is broken', async () => {
    const opened = await full();
    const { local } = opened.on;
    await enrolled(openVault({ ...opened.on, local: { ...local, set: () => Promise.reject(new Error('full')) } }), { id: 'token-2', serial: 'SKTS00000002' });
    await deleteRaw(opened.on.name, 'header', 'header');
    const vault = later(opened);
    const { left } = await plaintextsOf(() => vault.unlock(opened.wayIn.slotId, STRETCHED));
    expect(await vault.tokens()).toHaveLength(3);
    expect(left).toEqual([]);
  });

  it('after what could be read of a damaged one was saved', async () => {
    const opened = await threeTokens();
    await withoutToken1(opened);
    const vault = later(opened);
    const { count, left } = await plaintextsOf(() => vault.salvage(slotKey(opened.wayIn)));
    expect(count).toBeGreaterThan(2);
    expect(left).toEqual([]);
  });
});

describe('no secret of a token is left in memory', () => {
  it.each([...READING, ...WRITING])('after %s', async (_, use) => {
    const vault = await full();
    const wiped: string[] = [];
    const { opened } = await plaintextsOf(async () => wiped.push(...(await wipedBy(() => use(vault)))));
    // As often as the record was opened, in whichever part of the work.
    for (const secret of [secrets().otp, secrets().device].map(hex)) {
      const times = opened.filter((text) => text.includes(secret)).length;
      expect(times).toBeGreaterThan(0);
      expect(wiped.filter((one) => one === secret)).toHaveLength(times);
    }
  });

  it('after another record could not be opened', async () => {
    const { on, vault } = await full();
    const wiped = await wipedBy(async () => {
      const opening = crypto.subtle.decrypt.bind(crypto.subtle);
      let count = 0;
      const spy = vi.spyOn(crypto.subtle, 'decrypt').mockImplementation((...asked) => (++count === 1 ? Promise.reject(new Error('no')) : opening(...asked)));
      expect(await reasonOf(openVault(on).tokens())).toBe('vault-damaged');
      spy.mockRestore();
    });
    expect(await vault.tokens()).toHaveLength(2);
    expect(wiped).toContain(hex(secrets().otp));
  });

  it('after its enrolment was listed or kept', async () => {
    const { vault } = await full();
    const [sk, cu] = [hex(pending().z), hex(unionPending().prk)];
    expect(await wipedBy(() => vault.pendings())).toEqual(expect.arrayContaining([sk, cu]));
    expect(await wipedBy(() => vault.keepPending(pending({ id: 'pending-3' })))).toContain(sk);
  });
});
