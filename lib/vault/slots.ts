/** A slot: the VMK sealed under what one passphrase stretches to or one passkey answers (as LUKS and Aegis do). */
import { concat, fromBase64url, lvCat, toBase64url, uint64, utf8 } from '../bytes.ts';
import type { NewWay, PasskeyWay, WayIn, WayLook } from '../messages/ways.ts';
import { integer, member, oneOf, orNull, type Parser, record, text } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import { boundParts, expectBoundedWork, saltText, type Stretching, STRETCHING_SHAPE, stretchingOf } from '../stretching.ts';
import { idText } from './names.ts';
import { type Bytes, FORMAT, openingKey, type Random, sealBytes, unsealBytes } from './seal.ts';

interface Sealed {
  /** base64url of IV ‖ ciphertext ‖ tag over the VMK. */
  sealed: string;
  /** Epoch milliseconds; null for a slot of schema 1. */
  madeAt: number | null;
}

export type PassphraseSlot = { kind: 'passphrase'; id: string } & Stretching & Sealed;
type PasskeySlot = { kind: 'passkey'; id: string; credentialId: string; salt: string } & Sealed;
export type Slot = PassphraseSlot | PasskeySlot;

const sealedText = text(80, /^[A-Za-z0-9_-]{80}$/);
/** Authenticators choose its length: at most 1023 bytes (WebAuthn, section 4). */
const credentialText: Parser<string> = (value, at) => {
  const encoded = text(1364, /^[A-Za-z0-9_-]+$/)(value, at);
  fromBase64url(encoded);
  return encoded;
};
const madeAt = orNull(integer(0));

const readPassphrase = record<PassphraseSlot>({ kind: oneOf('passphrase'), id: idText, ...STRETCHING_SHAPE, sealed: sealedText, madeAt });
const readPasskey = record<PasskeySlot>({ kind: oneOf('passkey'), id: idText, credentialId: credentialText, salt: saltText, sealed: sealedText, madeAt });

/** TypeError or RangeError for anything that is no slot within its bounds. */
export const readSlot: Parser<Slot> = (value, at) => {
  if (member(value, 'kind') === 'passkey') return readPasskey(value, at);
  const slot = readPassphrase(value, at);
  expectBoundedWork(slot);
  return slot;
};

export function wayInOf(slot: PassphraseSlot): WayIn {
  return { slotId: slot.id, ...stretchingOf(slot) };
}

export function passkeyOf({ id, credentialId, salt }: PasskeySlot): PasskeyWay {
  return { slotId: id, credentialId, salt };
}

export function lookOf({ id, kind, madeAt: made }: Slot): WayLook {
  return { slotId: id, kind, madeAt: made };
}

/** The parameters are in the AAD: a slot whose parameters were lowered opens for nobody. */
function aadOf(vaultId: string, way: NewWay): Bytes {
  const place = [utf8('kagifuda'), uint64(FORMAT), utf8(vaultId), utf8('slot'), utf8(way.kind), utf8(way.slotId)];
  const parts = way.kind === 'passkey' ? [fromBase64url(way.credentialId), fromBase64url(way.salt)] : boundParts(way);
  return lvCat(...place, ...parts);
}

function wayOf(slot: Slot): NewWay {
  return slot.kind === 'passkey' ? { kind: 'passkey', ...passkeyOf(slot) } : { kind: 'passphrase', ...wayInOf(slot) };
}

const keyOf = (slotId: string, key: Uint8Array): Promise<CryptoKey> => openingKey(key, concat(utf8('kagifuda slot'), utf8(slotId)));

/** `key`: 32 bytes, the stretched passphrase or the passkey's PRF output. TypeError or RangeError for a way out of bounds. */
export async function sealSlot(
  vaultId: string,
  way: NewWay,
  { key, vmk, made }: { key: Uint8Array; vmk: Bytes; made: number },
  random: Random,
): Promise<Slot> {
  const { slotId, ...rest } = way;
  const sealed = toBase64url(await sealBytes(await keyOf(slotId, key), aadOf(vaultId, way), vmk, random));
  return readSlot({ id: slotId, ...rest, sealed, madeAt: made }, 'slot');
}

/** The VMK, to be wiped by the caller. Refusal 'wrong-passphrase': the same answer for a slot tampered with. */
export async function openSlot(vaultId: string, slot: Slot, key: Uint8Array): Promise<Bytes> {
  const vmk = await unsealBytes(await keyOf(slot.id, key), aadOf(vaultId, wayOf(slot)), fromBase64url(slot.sealed));
  if (!vmk) throw new Refusal('wrong-passphrase');
  return vmk;
}
