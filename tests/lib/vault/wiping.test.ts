/** Copies of a key that the vault made itself are overwritten once they were used. */
import { describe, expect, it, vi } from 'vitest';
import { toBase64url } from '../../../lib/bytes.ts';
import { wipedBy } from '../wiped.ts';
import { madeVault, NOON, type Opened, passkeyWay, reasonOf, slotKey, STRETCHED } from './builders.ts';

const MINUTE = 60_000;
const PIN = new Uint8Array(32).fill(0x21);
const OTHER = new Uint8Array(32).fill(0x31);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function vmkOf({ on }: Opened): string {
  const { vmk }: { vmk: string } = JSON.parse(on.session.held.get('vaultSession') ?? '{}');
  return Buffer.from(vmk, 'base64url').toString('hex');
}

const withPin = ({ vault, wayIn }: Opened): Promise<void> =>
  vault.setPin(slotKey(wayIn), { salt: toBase64url(new Uint8Array(16).fill(3)), memory: 65_536, passes: 3, lanes: 1 }, PIN);

describe('the vault master key', () => {
  it.each<[string, (opened: Opened) => unknown]>([
    ['moves the deadline', ({ vault }) => vault.touch()],
    ['asks when the vault locks', ({ vault }) => vault.locksAt()],
    ['asks how the vault stands', ({ vault }) => vault.state()],
    ['reads the tokens', ({ vault }) => vault.tokens()],
    ['shows a way to open it', ({ vault, wayIn }) => vault.prove(slotKey(wayIn))],
    ['adds a way', ({ vault, wayIn }) => vault.addWay(slotKey(wayIn), passkeyWay(vault), OTHER)],
    ['finds the deadline passed', ({ on, vault }) => {
      on.clock.now = NOON + 10 * MINUTE;
      return vault.state();
    }],
    ['finds its own settings unusable', ({ on, vault }) => {
      on.autoLockMinutes = () => Promise.reject(new Error('no'));
      return expect(vault.touch()).rejects.toThrow('no');
    }],
  ])('is wiped by whoever %s, each time that it was read', async (_, use) => {
    const opened = await madeVault();
    const vmk = vmkOf(opened);
    const reads = vi.spyOn(opened.on.session, 'get');
    const wiped = await wipedBy(() => use(opened));
    const copies = reads.mock.calls.filter(([key]) => key === 'vaultSession').length;
    expect(copies).toBeGreaterThan(0);
    expect(wiped.filter((one) => one === vmk).length).toBeGreaterThanOrEqual(copies);
  });

  it('is wiped when the vault was made', async () => {
    const opened: Opened[] = [];
    const wiped = await wipedBy(async () => opened.push(await madeVault()));
    for (const one of opened) expect(wiped).toContain(vmkOf(one));
  });

  it('is wiped after the PIN gave it', async () => {
    const opened = await madeVault();
    await withPin(opened);
    const vmk = vmkOf(opened);
    await opened.vault.lock();
    expect(await wipedBy(() => opened.vault.unlockByPin(PIN))).toContain(vmk);
  });
});

describe('what a passphrase or a PIN was stretched to', () => {
  it('is wiped after a try, the right and the wrong one', async () => {
    const { vault, wayIn } = await madeVault();
    await vault.lock();
    expect(await wipedBy(() => vault.unlock(wayIn.slotId, STRETCHED))).toContain(hex(STRETCHED));
    expect(await wipedBy(() => reasonOf(vault.unlock(wayIn.slotId, OTHER)))).toContain(hex(OTHER));
  });

  it('is wiped after a proof, as it came and as it was used', async () => {
    const { vault, wayIn } = await madeVault();
    const wiped = await wipedBy(() => vault.prove(slotKey(wayIn)));
    expect(wiped.filter((one) => one === hex(STRETCHED))).toHaveLength(2);
  });

  it('is wiped after a PIN was set or tried', async () => {
    const opened = await madeVault();
    expect(await wipedBy(() => withPin(opened))).toContain(hex(PIN));
    expect(await wipedBy(() => opened.vault.unlockByPin(PIN))).toContain(hex(PIN));
  });
});
