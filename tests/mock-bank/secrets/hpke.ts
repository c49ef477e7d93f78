/**
 * HPKE receiver (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256) and HKDF-SHA256,
 * for one message, on node:crypto alone.
 */
import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';

/** RFC 9180 section 7.3. */
export type Aead = { id: 1; name: 'aes-128-gcm'; keyLength: 16 } | { id: 2; name: 'aes-256-gcm'; keyLength: 32 };
export const AES_128_GCM: Aead = { id: 1, name: 'aes-128-gcm', keyLength: 16 };
export const AES_256_GCM: Aead = { id: 2, name: 'aes-256-gcm', keyLength: 32 };

export interface Opening {
  aead: Aead;
  /** 32 bytes. */
  privateKey: Uint8Array;
  /** 32 bytes: the encapsulated key. */
  enc: Uint8Array;
  info: Uint8Array;
}

export interface Context {
  /** The message of sequence number 0. Throws when the ciphertext or aad was altered. */
  open(aad: Uint8Array, ciphertext: Uint8Array): Buffer;
  /** Section 5.3. */
  exportSecret(context: Uint8Array, length: number): Buffer;
}

// DER before the 32 raw bytes of an X25519 key (RFC 8410): node:crypto takes no raw keys.
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');

function privateKeyOf(raw: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, raw]), format: 'der', type: 'pkcs8' });
}

function publicBytesOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
}

const hmac = (key: Uint8Array, message: Uint8Array): Buffer => createHmac('sha256', key).update(message).digest();
const twoBytes = (value: number): Buffer => Buffer.from([value >>> 8, value & 0xff]);

/** LabeledExtract, section 4. */
function extract(suite: Buffer, salt: Uint8Array, label: string, ikm: Uint8Array): Buffer {
  return hmac(salt, Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), ikm]));
}

/** LabeledExpand, section 4, over RFC 5869's Expand. */
function expand(suite: Buffer, prk: Buffer, label: string, info: Uint8Array, length: number): Buffer {
  const labeled = Buffer.concat([twoBytes(length), Buffer.from('HPKE-v1'), suite, Buffer.from(label), info]);
  let block: Buffer = Buffer.alloc(0);
  let output: Buffer = Buffer.alloc(0);
  for (let counter = 1; output.length < length; counter++) {
    block = hmac(prk, Buffer.concat([block, labeled, Buffer.from([counter])]));
    output = Buffer.concat([output, block]);
  }
  return output.subarray(0, length);
}

/** Decap, section 4.1. Throws on a public key of low order (node refuses an all-zero result). */
function decapsulate(privateKey: Uint8Array, enc: Uint8Array): Buffer {
  const suite = Buffer.concat([Buffer.from('KEM'), twoBytes(0x0020)]);
  const own = privateKeyOf(privateKey);
  const sender = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, enc]), format: 'der', type: 'spki' });
  const dh = diffieHellman({ privateKey: own, publicKey: sender });
  const prk = extract(suite, Buffer.alloc(0), 'eae_prk', dh);
  return expand(suite, prk, 'shared_secret', Buffer.concat([enc, publicBytesOf(own)]), 32);
}

/** SetupBaseR, section 5.1.1. Throws on an encapsulated key that is none. */
export function receive({ aead, privateKey, enc, info }: Opening): Context {
  if (enc.length !== 32) throw new RangeError('enc is 32 bytes');
  const suite = Buffer.concat([Buffer.from('HPKE'), twoBytes(0x0020), twoBytes(0x0001), twoBytes(aead.id)]);
  const none = Buffer.alloc(0);
  const schedule = Buffer.concat([
    Buffer.from([0]),
    extract(suite, none, 'psk_id_hash', none),
    extract(suite, none, 'info_hash', info),
  ]);
  const secret = extract(suite, decapsulate(privateKey, enc), 'secret', none);
  const key = expand(suite, secret, 'key', schedule, aead.keyLength);
  const nonce = expand(suite, secret, 'base_nonce', schedule, 12);
  const exporter = expand(suite, secret, 'exp', schedule, 32);
  return {
    open(aad, ciphertext) {
      const decipher = createDecipheriv(aead.name, key, nonce, { authTagLength: 16 });
      decipher.setAAD(aad).setAuthTag(ciphertext.subarray(-16));
      return Buffer.concat([decipher.update(ciphertext.subarray(0, -16)), decipher.final()]);
    },
    exportSecret: (context, length) => expand(suite, exporter, 'sec', context, length),
  };
}
