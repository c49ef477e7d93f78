/** When no whole state of the vault can be put together: what is left, a way to save it, and a new beginning that deletes nothing. */
import { fromBase64url, wipe } from '../bytes.ts';
import type { Damage, LossEntry } from '../messages/health.ts';
import type { SlotKey } from '../messages/ways.ts';
import { Refusal } from '../refusal.ts';
import { asideAt, keepAside } from './aside.ts';
import type { Book } from './book.ts';
import { countPassphrase, vaultState, vmkBy, waysOf } from './door.ts';
import { digestOf, type Header, signHeader } from './header.ts';
import { forgetDamage } from './known-damage.ts';
import { dropMarker, oursAmong } from './marker.ts';
import type { Means } from './means.ts';
import { keepCopy, newestOf, verifiedIn, withAllSpent } from './mend.ts';
import { dropPin } from './pin.ts';
import { type Bytes, deriveKeys, type Keys, unsealRecord } from './seal.ts';
import { COPY_KEY } from './second-copy.ts';
import { beginSession, endSession } from './session.ts';
import { candidatesOf, readSides, type Side, type Sides } from './sides.ts';
import type { StoredRecord } from './stored.ts';
import { forgetTries } from './tries.ts';

const lookAt = ({ state, records }: Side): Damage['primary'] => ({ state: state === 'unreadable' ? 'damaged' : state, records: records.length });

export async function readDamage(means: Means): Promise<Damage> {
  const sides = await readSides(means);
  return {
    primary: lookAt(sides.primary),
    copy: lookAt(sides.copy),
    ways: await waysOf(means, await oursAmong(means, candidatesOf(sides))),
    asideAt: await asideAt(means),
  };
}

/** Refuses 'vault-exists' while a whole state can be read: then there is nothing to set aside. */
export async function setAside(means: Means): Promise<void> {
  if ((await vaultState(means)) !== 'damaged') throw new Refusal('vault-exists');
  await keepAside(means);
  await endSession(means);
  await dropPin(means);
  await means.store.replace({ header: null, records: [] });
  await means.local.remove(COPY_KEY);
  await dropMarker(means);
  await forgetDamage(means);
}

interface Found {
  header: Header;
  /** The header's MAC stands: its list of records and its loss kit can be believed. */
  verified: boolean;
  keys: Keys;
}

/** The newest header that this key opens and its VMK verifies, else one that it only opens. The caller wipes the VMK. */
async function headerFor(sides: Sides, slotId: string, key: Uint8Array): Promise<(Found & { vmk: Bytes }) | undefined> {
  let opened: (Found & { vmk: Bytes }) | undefined;
  for (const { header } of candidatesOf(sides)) {
    const vmk = await vmkBy(header, slotId, key);
    if (!vmk) continue;
    const keys = await deriveKeys(vmk);
    const [newest] = await verifiedIn(sides, keys);
    const isThere = !newest || newest.header.slots.some(({ id }) => id === slotId);
    if (isThere && (!opened || (newest && !opened.verified))) {
      if (opened) wipe(opened.vmk);
      opened = { header: newest?.header ?? header, verified: newest !== undefined, keys, vmk };
    } else wipe(vmk);
  }
  return opened;
}

/** The newest version of each record that these keys open. */
async function readable({ primary, copy }: Sides, { header, keys }: Found): Promise<StoredRecord[]> {
  const newest = new Map<string, StoredRecord>();
  for (const one of [...copy.records, ...primary.records].toSorted((a, b) => a.seq - b.seq)) {
    const { store, id, seq, sealed } = one;
    try {
      wipe(await unsealRecord(keys, { vaultId: header.vaultId, store, id, seq }, sealed));
      newest.set(`${store} ${id}`, one);
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
    }
  }
  return [...newest.values()];
}

/** A book of what can be read; its steps count as given, for nobody knows which was the last. */
async function bookOf(means: Means, { header, verified, keys }: Found, records: StoredRecord[], slotId: string): Promise<Book> {
  const has = new Set(records.filter(({ store }) => store === 'tokens').map(({ id }) => id));
  const manifest = records.map(({ store, id, seq, sealed }) => ({ store, id, seq, digest: digestOf(sealed) }));
  const slots = verified ? header.slots : header.slots.filter(({ id }) => id === slotId);
  const loss = verified ? header.loss.filter(({ token }) => has.has(token)) : [];
  // What is not verified may say any number, and the next one must be one more.
  const next = { ...header, generation: verified ? header.generation : 1, slots, loss, manifest };
  const book: Book = { header: next, stored: await signHeader(keys.header, next), records, keys };
  return await withAllSpent(means, book);
}

async function expectHeader(sides: Sides, slotKey: SlotKey): Promise<Found & { vmk: Bytes }> {
  const key = fromBase64url(slotKey.key);
  try {
    const found = await headerFor(sides, slotKey.slotId, key);
    if (!found) throw new Refusal('wrong-passphrase');
    return found;
  } finally {
    wipe(key);
  }
}

function lostOf({ header, verified }: Found, has: ReadonlySet<string>): LossEntry[] {
  const lost = verified ? header.loss.filter(({ token }) => !has.has(token)) : [];
  return lost.map(({ institution, serial, telephone, hours }) => ({ institution, serial, telephone, hours }));
}

/**
 * Whatever these keys can still open becomes the vault again, and opens; all that lay there is kept aside first.
 * `lost`: from a list that is verified; empty when none is. Refuses 'wrong-passphrase', 'tries-slowed', 'vault-exists'.
 */
export async function salvage(means: Means, slotKey: SlotKey): Promise<{ kept: number; lost: LossEntry[] }> {
  const state = await vaultState(means);
  if (state !== 'damaged' && state !== 'locked') throw new Refusal('vault-exists');
  const sides = await readSides(means);
  await countPassphrase(means, await oursAmong(means, candidatesOf(sides)));
  const found = await expectHeader(sides, slotKey);
  try {
    // While locked nobody can know whether a state that lacks nothing is also the right one; the key knows.
    if (await newestOf(sides, found.keys)) throw new Refusal('vault-exists');
    const records = await readable(sides, found);
    // An empty vault in the place of one that can still be saved by hand would be no help.
    if (records.length === 0) throw new Refusal('vault-damaged');
    const book = await bookOf(means, found, records, slotKey.slotId);
    await keepAside(means);
    await means.store.replace({ header: book.stored, records: book.records });
    await keepCopy(means, book);
    await beginSession(means, found.vmk);
    await forgetTries(means);
    await forgetDamage(means);
    const tokens = book.records.filter(({ store }) => store === 'tokens');
    // A token whose enrolment is there, which has its id, comes again by itself.
    return { kept: tokens.length, lost: lostOf(found, new Set(book.records.map(({ id }) => id))) };
  } finally {
    wipe(found.vmk);
  }
}
