/** Making, opening and looking at the vault from outside. Whoever calls this holds the vault's lock. */
import { toBase64url, wipe } from '../bytes.ts';
import type { LossEntry, WayIn } from '../messages/protocol.ts';
import { Refusal } from '../refusal.ts';
import { verifiedBook } from './book.ts';
import { expectAccounted, type Header, parseHeader, signHeader, verifyHeader } from './header.ts';
import { absence, expectHeader, findMarker, setMarker } from './marker.ts';
import type { Means } from './means.ts';
import { type Bytes, deriveKeys, SCHEMA } from './seal.ts';
import { beginSession, sessionKey } from './session.ts';
import { openSlot, sealSlot, wayInOf } from './slots.ts';
import type { StoredHeader } from './stored.ts';
import { readWayIn } from './way-in.ts';

export type VaultState = 'none' | 'locked' | 'open' | 'damaged';

async function unlessDamaged<T>(work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (failure) {
    if (failure instanceof Refusal && failure.reason === 'vault-damaged') return undefined;
    throw failure;
  }
}

/** Whether it is open; if so, the header must be as this key left it: Refusal 'vault-damaged'. */
async function verifies(means: Means, stored: StoredHeader): Promise<'locked' | 'open'> {
  const vmk = await sessionKey(means);
  if (!vmk) return 'locked';
  try {
    await verifyHeader((await deriveKeys(vmk)).header, stored);
    return 'open';
  } finally {
    wipe(vmk);
  }
}

/** Checks what can be checked: the manifest always, the MAC while open. Refuses 'store-…', 'private-window'. */
export async function vaultState(means: Means): Promise<VaultState> {
  const state = await unlessDamaged(async () => {
    const snapshot = await means.store.read();
    const { header, records } = snapshot;
    if (!header) return (await absence(means, snapshot)) === 'no-vault' ? 'none' : 'damaged';
    expectAccounted(parseHeader(header), records);
    return await verifies(means, header);
  });
  return state ?? 'damaged';
}

/** Null when there is no vault, or none whose header can be read. */
export async function findWayIn(means: Means): Promise<WayIn | null> {
  const header = await unlessDamaged(async () => {
    const { header: stored } = await means.store.read();
    return stored && parseHeader(stored);
  });
  const slot = header?.slots.find(({ kind }) => kind === 'passphrase');
  return slot ? wayInOf(slot) : null;
}

/**
 * Never overwrites: refuses 'vault-exists', 'vault-missing', 'vault-damaged'.
 * TypeError or RangeError for parameters out of bounds; then nothing is made.
 */
export async function makeVault(means: Means, wayIn: WayIn, stretched: Uint8Array): Promise<void> {
  const checked = readWayIn(wayIn, 'way in');
  const found = await absence(means, await means.store.read());
  if (found !== 'no-vault') throw new Refusal(found ?? 'vault-exists');
  const vmk = means.random(32);
  try {
    const header = await firstHeader(means, checked, { stretched, vmk });
    const { header: key } = await deriveKeys(vmk);
    const write = { from: null, header: await signHeader(key, header), puts: [], drops: [] };
    if (!(await means.store.write(write))) throw new Refusal('vault-exists');
    await mark(means, header.vaultId);
    await beginSession(means, vmk);
  } finally {
    wipe(vmk);
  }
}

async function firstHeader(
  means: Means,
  wayIn: WayIn,
  secrets: { stretched: Uint8Array; vmk: Bytes },
): Promise<Header> {
  const vaultId = toBase64url(means.random(16));
  const slot = await sealSlot(vaultId, wayIn, secrets, means.random);
  return { format: 'kagifuda', schema: SCHEMA, vaultId, generation: 1, slots: [slot], loss: [], manifest: [] };
}

/**
 * After the vault is on disk, never before: a mark without a vault would be damage.
 * A mark that could not be set is set at the next unlock, so its failure is no failure of the vault.
 */
async function mark(means: Means, vaultId: string): Promise<void> {
  try {
    const found = await findMarker(means);
    if (found === undefined || found === 'unreadable' || found.vaultId !== vaultId) await setMarker(means, vaultId);
  } catch {
    // Said above.
  }
}

/** Refuses 'wrong-passphrase', 'no-vault', 'vault-missing', 'vault-damaged'; then nothing has changed. */
export async function unlockVault(means: Means, slotId: string, stretched: Uint8Array): Promise<void> {
  const snapshot = await means.store.read();
  const stored = await expectHeader(means, snapshot);
  const header = parseHeader(stored);
  const slot = header.slots.find(({ id }) => id === slotId);
  if (!slot) throw new Refusal('wrong-passphrase');
  const vmk = await openSlot(header.vaultId, slot, stretched);
  try {
    await verifiedBook(stored, snapshot.records, await deriveKeys(vmk));
    await mark(means, header.vaultId);
    await beginSession(means, vmk);
  } finally {
    wipe(vmk);
  }
}

/**
 * In the order of enrolment; empty when there never was a vault. While open the MAC is checked, so a
 * false telephone number is refused; while locked it cannot be. Refuses 'vault-missing', 'vault-damaged'.
 */
export async function readLossKit(means: Means): Promise<LossEntry[]> {
  const snapshot = await means.store.read();
  if ((await absence(means, snapshot)) === 'no-vault') return [];
  const stored = await expectHeader(means, snapshot);
  await verifies(means, stored);
  const { loss } = parseHeader(stored);
  return loss.map(({ institution, serial, telephone, hours }) => ({ institution, serial, telephone, hours }));
}
