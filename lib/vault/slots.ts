/** A slot: the VMK sealed under what one passphrase stretches to (as LUKS and Aegis do). */
import { concat, fromBase64url, lvCat, toBase64url, uint64, utf8, wipe } from '../bytes.ts';
import type { WayIn } from '../messages/protocol.ts';
import { oneOf, record, text } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import { idText } from './names.ts';
import { type Bytes, deriveSealKey, type Random, SCHEMA, sealBytes, unsealBytes } from './seal.ts';
import { STRETCHED_LENGTH, WAY_IN_SHAPE } from './way-in.ts';

export interface Slot {
  kind: 'passphrase';
  id: string;
  salt: string;
  memory: number;
  passes: number;
  lanes: number;
  /** base64url of IV ‖ ciphertext ‖ tag over the VMK. */
  sealed: string;
}

export const readSlot = record<Slot>({
  kind: oneOf('passphrase'),
  id: idText,
  ...WAY_IN_SHAPE,
  sealed: text(80, /^[A-Za-z0-9_-]{80}$/),
});

export function wayInOf({ id, salt, memory, passes, lanes }: Slot): WayIn {
  return { slotId: id, salt, memory, passes, lanes };
}

/** The parameters are in the AAD: a slot whose parameters were lowered opens for nobody. */
function aadOf(vaultId: string, { slotId, salt, memory, passes, lanes }: WayIn): Bytes {
  const parameters = [fromBase64url(salt), uint64(memory), uint64(passes), uint64(lanes)];
  const place = [utf8('kagifuda'), uint64(SCHEMA), utf8(vaultId), utf8('slot'), utf8('passphrase'), utf8(slotId)];
  return lvCat(...place, ...parameters);
}

async function keyOf(slotId: string, stretched: Uint8Array): Promise<CryptoKey> {
  if (stretched.length !== STRETCHED_LENGTH) throw new RangeError('stretched passphrase must be 32 bytes');
  const secret = new Uint8Array(stretched);
  try {
    return await deriveSealKey(secret, concat(utf8('kagifuda slot'), utf8(slotId)));
  } finally {
    wipe(secret);
  }
}

export async function sealSlot(
  vaultId: string,
  wayIn: WayIn,
  { stretched, vmk }: { stretched: Uint8Array; vmk: Bytes },
  random: Random,
): Promise<Slot> {
  const { slotId, salt, memory, passes, lanes } = wayIn;
  const key = await keyOf(slotId, stretched);
  const sealed = toBase64url(await sealBytes(key, aadOf(vaultId, wayIn), vmk, random));
  return { kind: 'passphrase', id: slotId, salt, memory, passes, lanes, sealed };
}

/** The VMK, to be wiped by the caller. Refusal 'wrong-passphrase': the same answer for a slot tampered with. */
export async function openSlot(vaultId: string, slot: Slot, stretched: Uint8Array): Promise<Bytes> {
  const key = await keyOf(slot.id, stretched);
  const vmk = await unsealBytes(key, aadOf(vaultId, wayInOf(slot)), fromBase64url(slot.sealed));
  if (!vmk) throw new Refusal('wrong-passphrase');
  return vmk;
}
