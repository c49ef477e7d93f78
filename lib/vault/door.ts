/** Making, opening and looking at the vault from outside. Whoever calls this holds the vault's lock. */
import { toBase64url, wipe } from '../bytes.ts';
import type { LossEntry } from '../messages/health.ts';
import type { NewWay, VaultFace, WayIn, Ways } from '../messages/ways.ts';
import { isRefusal, Refusal } from '../refusal.ts';
import { isOutdated } from '../stretching.ts';
import { written } from './book.ts';
import { type Header, SCHEMA, signHeader } from './header.ts';
import { forgetDamage, isDamageKnown, noteDamage } from './known-damage.ts';
import { expectSome, findMarker, oursAmong, setMarker } from './marker.ts';
import type { Means } from './means.ts';
import { keepCopy, settle } from './mend.ts';
import { openBook } from './open-book.ts';
import { dropPin, findPin, openPin } from './pin.ts';
import { type Bytes, deriveKeys } from './seal.ts';
import { beginSession, sessionKey } from './session.ts';
import { areMissing, type Candidate, candidatesOf, copyAlone, expectOurs, readSides, wholeOf } from './sides.ts';
import { openSlot, passkeyOf, type PassphraseSlot, sealSlot, type Slot, wayInOf } from './slots.ts';
import { countTry, forgetTries, triesAgainAt } from './tries.ts';
import { draftWayIn } from './way-in.ts';

/**
 * All candidates, when one lacks nothing or can be filled: the newest may be the one with a gap, and its slots are the ones
 * that count. Refuses 'no-vault', 'vault-missing', 'vault-damaged', 'store-newer'.
 */
async function expectWhole(means: Means): Promise<Candidate[]> {
  const sides = await readSides(means);
  await expectSome(means, sides);
  expectOurs(sides);
  const candidates = await oursAmong(means, candidatesOf(sides));
  if (candidates.some(({ missing }) => missing.length === 0) || wholeOf(candidates)) return candidates;
  throw new Refusal('vault-damaged');
}

async function isOpen(means: Means): Promise<boolean> {
  const vmk = await sessionKey(means);
  if (!vmk) return false;
  wipe(vmk);
  return true;
}

/**
 * Checks what can be checked: sums and digests always, the MAC while open; while locked it is 'damaged' also when a right
 * key was refused by it. Refuses 'store-…', 'private-window'.
 */
export async function vaultState(means: Means): Promise<VaultFace> {
  const open = await isOpen(means);
  try {
    await (open ? openBook(means) : expectWhole(means));
    return open ? 'open' : (await isDamageKnown(means)) ? 'damaged' : 'locked';
  } catch (failure) {
    if (isRefusal(failure, 'no-vault')) return 'none';
    if (isRefusal(failure, 'vault-damaged', 'vault-missing')) return 'damaged';
    throw failure;
  }
}

function distinct<T>(all: T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

const passphrasesOf = (slots: Slot[]): WayIn[] => distinct(slots.filter((slot) => slot.kind === 'passphrase').map(wayInOf));

/** How it may be opened, from whichever header can be read. Null when none can. */
export async function waysOf(means: Means, candidates: Pick<Candidate, 'header'>[]): Promise<Ways | null> {
  const slots = candidates.flatMap(({ header }) => header.slots);
  if (slots.length === 0) return null;
  return {
    passphrases: passphrasesOf(slots),
    passkeys: distinct(slots.filter((slot) => slot.kind === 'passkey').map(passkeyOf)),
    pin: await findPin(means),
    againAt: await triesAgainAt(means),
  };
}

/** One of the tries of a passphrase that is tried on every slot that these have for one. Refuses 'tries-slowed'. */
export async function countPassphrase(means: Means, candidates: Pick<Candidate, 'header'>[]): Promise<void> {
  const slots = candidates.flatMap(({ header }) => header.slots);
  await countTry(means, Math.max(1, passphrasesOf(slots).length));
}

/** Null when there is no vault, or none of which a whole state can be read. */
export async function findWays(means: Means): Promise<Ways | null> {
  try {
    return await waysOf(means, await expectWhole(means));
  } catch (failure) {
    if (isRefusal(failure, 'no-vault', 'vault-missing', 'vault-damaged')) return null;
    throw failure;
  }
}

/**
 * Never overwrites: refuses 'vault-exists', 'vault-missing', 'vault-damaged'.
 * TypeError or RangeError for a way out of bounds; then nothing is made.
 */
export async function makeVault(means: Means, way: NewWay, key: Uint8Array): Promise<void> {
  const sides = await readSides(means);
  expectOurs(sides);
  if (candidatesOf(sides).length > 0) throw new Refusal('vault-exists');
  if (!areMissing(sides)) throw new Refusal('vault-damaged');
  if (await findMarker(means)) throw new Refusal('vault-missing');
  const vmk = means.random(32);
  try {
    const header = await firstHeader(means, way, key, vmk);
    const keys = await deriveKeys(vmk);
    const write = { from: null, header: await signHeader(keys.header, header), puts: [], drops: [] };
    if (!(await means.store.write(write))) throw new Refusal('vault-exists');
    await keepCopy(means, written({ header, stored: write.header, records: [], keys }, write));
    await mark(means, header.vaultId);
    await dropPin(means);
    await forgetDamage(means);
    await beginSession(means, vmk);
  } finally {
    wipe(vmk);
  }
}

async function firstHeader(means: Means, way: NewWay, key: Uint8Array, vmk: Bytes): Promise<Header> {
  const vaultId = toBase64url(means.random(16));
  const slot = await sealSlot(vaultId, way, { key, vmk, made: Math.floor(means.now()) }, means.random);
  return { format: 'kagifuda', schema: SCHEMA, vaultId, generation: 1, slots: [slot], loss: [], lossHidden: false, manifest: [] };
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

/** Undefined when the key does not open this one. */
export async function vmkBy({ vaultId, slots }: Header, slotId: string, key: Uint8Array): Promise<Bytes | undefined> {
  const slot = slots.find(({ id }) => id === slotId);
  try {
    return slot && (await openSlot(vaultId, slot, key));
  } catch (failure) {
    if (isRefusal(failure, 'wrong-passphrase')) return undefined;
    throw failure;
  }
}

/**
 * Both copies are put right with this key before the session begins. Refuses 'wrong-passphrase' when the newest state does
 * not know the slot: it was removed or replaced, and only an older copy still had it.
 */
async function openWith(means: Means, vmk: Bytes, slotId: string | null): Promise<Header> {
  const { header } = await settle(means, await deriveKeys(vmk));
  if (slotId !== null && !header.slots.some(({ id }) => id === slotId)) throw new Refusal('wrong-passphrase');
  await mark(means, header.vaultId);
  await beginSession(means, vmk);
  await forgetTries(means);
  await forgetDamage(means);
  return header;
}

/**
 * A way to seal the slot anew when it was made with less than we ask for today; else null.
 * Refuses 'wrong-passphrase', 'tries-slowed', 'no-vault', 'vault-missing', 'vault-damaged'; then nothing has changed.
 */
export async function unlockVault(means: Means, slotId: string, key: Uint8Array): Promise<WayIn | null> {
  const candidates = await expectWhole(means);
  await countPassphrase(means, candidates);
  let damage: unknown;
  for (const { header } of candidates) {
    const vmk = await vmkBy(header, slotId, key);
    if (!vmk) continue;
    try {
      const opened = await openWith(means, vmk, slotId);
      const slot = opened.slots.find((one): one is PassphraseSlot => one.id === slotId && one.kind === 'passphrase');
      return slot && isOutdated(slot) ? draftWayIn(means.random) : null;
    } catch (failure) {
      // The other copy's slot may hold another key.
      if (!isRefusal(failure, 'vault-damaged', 'wrong-passphrase')) throw failure;
      if (failure.reason === 'vault-damaged') damage = failure;
    } finally {
      wipe(vmk);
    }
  }
  if (damage) await noteDamage(means);
  throw damage ?? new Refusal('wrong-passphrase');
}

/** Refuses 'pin-wrong', 'pin-gone', 'no-vault', 'vault-missing', 'vault-damaged'. */
export async function unlockByPin(means: Means, stretched: Uint8Array): Promise<void> {
  await expectWhole(means);
  const vmk = await openPin(means, stretched);
  try {
    await openWith(means, vmk, null);
  } catch (failure) {
    if (isRefusal(failure, 'vault-damaged')) await noteDamage(means);
    throw failure;
  } finally {
    wipe(vmk);
  }
}

/**
 * In the order of the tokens; empty when there never was a vault, or when the customer hides them. While open the MAC is
 * checked, so a false telephone number is refused; while locked it cannot be. Refuses 'vault-missing', 'vault-damaged'.
 */
export async function readLossKit(means: Means): Promise<{ lines: LossEntry[]; hidden: boolean }> {
  const header = (await isOpen(means)) ? (await openBook(means)).header : await lockedHeader(means);
  if (!header) return { lines: [], hidden: false };
  const lines = header.loss.map(({ institution, serial, telephone, hours }) => ({ institution, serial, telephone, hours }));
  return { lines, hidden: header.lossHidden };
}

/** Whatever header can be read: a list of telephone numbers is wanted most when something is broken. */
async function lockedHeader(means: Means): Promise<Header | null> {
  const sides = await readSides(means).catch(async (failure: unknown) => {
    const alone = await copyAlone(means);
    if (alone.copy.state !== 'whole') throw failure;
    return alone;
  });
  const [first] = await oursAmong(means, candidatesOf(sides));
  if (first) return first.header;
  expectOurs(sides);
  if (areMissing(sides) && !(await findMarker(means))) return null;
  throw new Refusal(areMissing(sides) ? 'vault-missing' : 'vault-damaged');
}
