/** Adding, changing and removing ways to open the vault, and the session PIN. Whoever calls this holds the vault's lock. */
import { fromBase64url, wipe } from '../bytes.ts';
import type { NewWay, SlotKey, WayLook } from '../messages/ways.ts';
import type { Stretching } from '../stretching.ts';
import { Refusal } from '../refusal.ts';
import { vmkBy } from './door.ts';
import type { Means } from './means.ts';
import { openBook, revise } from './open-book.ts';
import { dropPin, keepPin } from './pin.ts';
import type { Bytes } from './seal.ts';
import { lookOf, sealSlot, type Slot } from './slots.ts';
import { countTry, forgetTries } from './tries.ts';

/** Oldest first, as they stand in the header. */
export async function listWays(means: Means): Promise<WayLook[]> {
  return (await openBook(means)).header.slots.map(lookOf);
}

/**
 * The VMK, by a way that is there now: an open vault that nobody watches gives nobody a new way in. The caller wipes it.
 * Refuses 'wrong-passphrase', 'tries-slowed', 'locked'.
 */
async function prove(means: Means, proof: SlotKey): Promise<Bytes> {
  const { header } = await openBook(means);
  await countTry(means);
  const key = fromBase64url(proof.key);
  try {
    const vmk = await vmkBy(header, proof.slotId, key);
    if (!vmk) throw new Refusal('wrong-passphrase');
    await forgetTries(means);
    return vmk;
  } finally {
    wipe(key);
  }
}

/** Refuses as `prove` does. */
export async function expectProof(means: Means, proof: SlotKey): Promise<void> {
  wipe(await prove(means, proof));
}

/** `next` must not change what it is given. */
async function reviseSlots(means: Means, next: (slots: Slot[]) => Slot[]): Promise<void> {
  await revise(means, async ({ header }) => ({ changes: [], header: { slots: next(header.slots) }, answer: undefined }));
}

async function newSlot(means: Means, way: NewWay, key: Uint8Array, vmk: Bytes): Promise<Slot> {
  const { header } = await openBook(means);
  if (header.slots.some(({ id }) => id === way.slotId)) throw new Error('this way is there already');
  return await sealSlot(header.vaultId, way, { key, vmk, made: Math.floor(means.now()) }, means.random);
}

/** TypeError or RangeError for a way out of bounds. Refuses 'wrong-passphrase', 'tries-slowed', 'locked'. */
export async function addWay(means: Means, proof: SlotKey, way: NewWay, key: Uint8Array): Promise<void> {
  const vmk = await prove(means, proof);
  try {
    const slot = await newSlot(means, way, key, vmk);
    await reviseSlots(means, (slots) => [...slots, slot]);
  } finally {
    wipe(vmk);
  }
}

/** The old way stops working in the same write, and the session PIN with it. Error when it is not there. Refuses as `addWay` does. */
export async function replaceWay(means: Means, proof: SlotKey, slotId: string, way: NewWay, key: Uint8Array): Promise<void> {
  const vmk = await prove(means, proof);
  try {
    const slot = await newSlot(means, way, key, vmk);
    await reviseSlots(means, (slots) => {
      if (!slots.some(({ id }) => id === slotId)) throw new Error('no such way');
      return slots.map((one) => (one.id === slotId ? slot : one));
    });
    await dropPin(means);
  } finally {
    wipe(vmk);
  }
}

/** Refuses 'last-way', 'wrong-passphrase', 'tries-slowed', 'locked'. */
export async function removeWay(means: Means, proof: SlotKey, slotId: string): Promise<void> {
  await expectProof(means, proof);
  await reviseSlots(means, (slots) => {
    const left = slots.filter(({ id }) => id !== slotId);
    if (left.length === 0) throw new Refusal('last-way');
    return left;
  });
  await dropPin(means);
}

export async function setPin(means: Means, proof: SlotKey, stretching: Stretching, stretched: Uint8Array): Promise<void> {
  const vmk = await prove(means, proof);
  try {
    await keepPin(means, stretching, stretched, vmk);
  } finally {
    wipe(vmk);
  }
}
