/** What the bank keeps is kept sealed: AES-256-GCM under one key that is not in the database. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export interface Seal {
  /** `owner` (a serial, a contract) is authenticated: a sealed value moved to another row does not open. */
  close(owner: string, plain: Uint8Array): Buffer;
  /** Throws when the bytes were sealed for another owner, under another key, or altered. */
  open(owner: string, sealed: Uint8Array): Buffer;
}

/** Only for the mock on a developer's machine; `main.ts` warns when it is used. */
export const DEVELOPMENT_KEY = Buffer.from('kagifuda mock bank: not a secret');

/** base64url of 32 bytes from the environment; the development key without one. Throws on anything else. */
export function sealKeyFrom(text: string | undefined): Buffer {
  if (text === undefined || text === '') return DEVELOPMENT_KEY;
  const key = Buffer.from(text, 'base64url');
  if (key.length !== 32 || key.toString('base64url') !== text)
    throw new RangeError('KAGIFUDA_ISSUER_SEAL_KEY must be 32 bytes in base64url');
  return key;
}

export function sealUnder(key: Uint8Array): Seal {
  return {
    close(owner, plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(owner, sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    },
  };
}
