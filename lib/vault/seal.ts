/** The keys under the vault master key (VMK), and the sealing of one record. Format: docs/vault-format.md. */
import { concat, lvCat, uint64, utf8, wipe } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import { STRETCHED_LENGTH } from '../stretching.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
export type Random = (length: number) => Bytes;

/** Version of the sealing: part of every AAD. */
export const FORMAT = 1;
const IV_LENGTH = 12;

/** Record stores; the header has its own. */
export const STORE_NAMES = ['tokens', 'pendings'] as const;
export type StoreName = (typeof STORE_NAMES)[number];

/** Which record this is, and which version of it; sealed in as AAD, so that no record passes for another. */
export interface Place {
  vaultId: string;
  store: StoreName;
  id: string;
  /** 1 for the first version, one more for each write. */
  seq: number;
}

export interface Keys {
  record: CryptoKey;
  header: CryptoKey;
  pending: CryptoKey;
}

const AES = { name: 'AES-GCM', length: 256 } as const;
const HMAC = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const;

/** HKDF-SHA-256 (RFC 5869) without salt: the input is uniform already. */
async function deriveKey(
  secret: Bytes,
  info: Bytes,
  kind: AesKeyGenParams | HmacKeyGenParams,
  uses: KeyUsage[],
): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return await crypto.subtle.deriveKey(how, from, kind, false, uses);
}

const deriveSealKey = (secret: Bytes, info: Bytes): Promise<CryptoKey> =>
  deriveKey(secret, info, AES, ['encrypt', 'decrypt']);

/** Of what opens a slot or the PIN, 32 bytes: a stretched secret or a passkey's output. RangeError for any other length. */
export async function openingKey(bytes: Uint8Array, info: Bytes): Promise<CryptoKey> {
  if (bytes.length !== STRETCHED_LENGTH) throw new RangeError(`what opens the vault has ${STRETCHED_LENGTH} bytes`);
  const secret = new Uint8Array(bytes);
  try {
    return await deriveSealKey(secret, info);
  } finally {
    wipe(secret);
  }
}

/** K_rec, K_hdr and K_pend, none of them extractable. The caller wipes the VMK. */
export async function deriveKeys(vmk: Bytes): Promise<Keys> {
  const [record, header, pending] = await Promise.all([
    deriveSealKey(vmk, utf8('kagifuda record')),
    deriveKey(vmk, utf8('kagifuda header'), HMAC, ['sign', 'verify']),
    deriveSealKey(vmk, utf8('kagifuda pending')),
  ]);
  return { record, header, pending };
}

/** IV ‖ ciphertext ‖ tag, AES-256-GCM. A fresh random IV each time: 2^32 writes stay far away. */
export async function sealBytes(key: CryptoKey, aad: Bytes, plaintext: Bytes, random: Random): Promise<Bytes> {
  const iv = random(IV_LENGTH);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, plaintext);
  return concat(iv, new Uint8Array(sealed));
}

/** Undefined when the tag does not match; the caller knows what that means. */
export async function unsealBytes(key: CryptoKey, aad: Bytes, sealed: Bytes): Promise<Bytes | undefined> {
  const iv = sealed.slice(0, IV_LENGTH);
  try {
    const opened = { name: 'AES-GCM', iv, additionalData: aad };
    return new Uint8Array(await crypto.subtle.decrypt(opened, key, sealed.slice(IV_LENGTH)));
  } catch {
    return undefined;
  }
}

function aadOf({ vaultId, store, id, seq }: Place): Bytes {
  return lvCat(utf8('kagifuda'), uint64(FORMAT), utf8(vaultId), utf8(store), utf8(id), uint64(seq));
}

const keyFor = (keys: Keys, store: StoreName): CryptoKey => (store === 'tokens' ? keys.record : keys.pending);

export async function sealRecord(keys: Keys, place: Place, plaintext: Bytes, random: Random): Promise<Bytes> {
  return await sealBytes(keyFor(keys, place.store), aadOf(place), plaintext, random);
}

/** The plaintext, to be wiped by the caller. Refusal 'vault-damaged' when it is not this record's. */
export async function unsealRecord(keys: Keys, place: Place, sealed: Bytes): Promise<Bytes> {
  const plaintext = await unsealBytes(keyFor(keys, place.store), aadOf(place), sealed);
  if (!plaintext) throw new Refusal('vault-damaged');
  return plaintext;
}
