/**
 * The session PIN: the VMK sealed under what a PIN stretches to, in memory only. A PIN has too few values to guard
 * anything on disk; here five tries are all there are, each counted before it is looked at.
 */
import { fromBase64url, lvCat, toBase64url, uint64, utf8 } from '../bytes.ts';
import { integer, record, text } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import { readStretching, type Stretching, STRETCHING_SHAPE, stretchingOf } from '../stretching.ts';
import type { Means } from './means.ts';
import { type Bytes, FORMAT, openingKey, sealBytes, unsealBytes } from './seal.ts';

const KEY = 'vaultPin';
const TRIES = 5;

interface Pin extends Stretching {
  /** base64url of IV ‖ ciphertext ‖ tag over the VMK. */
  sealed: string;
  triesLeft: number;
}

const readPin = record<Pin>({ ...STRETCHING_SHAPE, sealed: text(80, /^[A-Za-z0-9_-]{80}$/), triesLeft: integer(1, TRIES) });
const AAD = lvCat(utf8('kagifuda'), uint64(FORMAT), utf8('pin'));

async function find({ session }: Means): Promise<Pin | undefined> {
  try {
    return readPin((await session.get(KEY))[KEY], 'pin');
  } catch {
    return undefined;
  }
}

const keyOf = (stretched: Uint8Array): Promise<CryptoKey> => openingKey(stretched, utf8('kagifuda pin'));

/** How the PIN is to be stretched and how many tries are left; null without one. */
export async function findPin(means: Means): Promise<(Stretching & { triesLeft: number }) | null> {
  const pin = await find(means);
  return pin ? { ...stretchingOf(pin), triesLeft: pin.triesLeft } : null;
}

/** TypeError or RangeError for parameters out of bounds. */
export async function keepPin(means: Means, stretching: Stretching, stretched: Uint8Array, vmk: Bytes): Promise<void> {
  const checked = readStretching(stretching, 'stretching');
  const sealed = toBase64url(await sealBytes(await keyOf(stretched), AAD, vmk, means.random));
  const pin: Pin = { ...checked, sealed, triesLeft: TRIES };
  await means.session.set({ [KEY]: pin });
}

export async function dropPin({ session }: Means): Promise<void> {
  await session.remove(KEY);
}

/** The VMK, to be wiped by the caller. Refuses 'pin-wrong'; 'pin-gone' at the last try and without a PIN. */
export async function openPin(means: Means, stretched: Uint8Array): Promise<Bytes> {
  const pin = await find(means);
  if (!pin) throw new Refusal('pin-gone');
  const triesLeft = pin.triesLeft - 1;
  // The last try is made on a PIN that is gone already: whoever kills us meanwhile gains nothing.
  if (triesLeft === 0) await dropPin(means);
  else await means.session.set({ [KEY]: { ...pin, triesLeft } });
  const vmk = await unsealBytes(await keyOf(stretched), AAD, fromBase64url(pin.sealed));
  if (!vmk) throw new Refusal(triesLeft === 0 ? 'pin-gone' : 'pin-wrong');
  await means.session.set({ [KEY]: { ...pin, triesLeft: TRIES } });
  return vmk;
}
