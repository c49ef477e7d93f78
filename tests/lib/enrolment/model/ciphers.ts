/**
 * The platform's AES-GCM, HMAC and HKDF without its threads: the same functions of the same library (OpenSSL), called in
 * place. A run asks for some two hundred of them, and handing each to another thread is most of the time it would take.
 * Keys that did not come from HKDF (HPKE's own) go the usual way.
 */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import { toBase64url } from '../../../../lib/bytes.ts';

const TAG = 16;
const KEY = 32;

type Method = (...given: unknown[]) => Promise<unknown>;

function own(name: string): Method {
  const method: unknown = Reflect.get(crypto.subtle, name);
  if (typeof method !== 'function') throw new TypeError(`no ${name}`);
  return async (...given) => await Reflect.apply(method, crypto.subtle, given);
}

function asBytes(given: unknown): Uint8Array {
  if (given instanceof Uint8Array) return given;
  throw new TypeError('bytes expected');
}

const part = (how: unknown, name: string): Uint8Array => asBytes(typeof how === 'object' && how !== null ? Reflect.get(how, name) : undefined);

function seal(raw: KeyObject, how: unknown, plain: Uint8Array): ArrayBuffer {
  const cipher = createCipheriv('aes-256-gcm', raw, part(how, 'iv')).setAAD(part(how, 'additionalData'));
  return Uint8Array.from(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])).buffer;
}

function unseal(raw: KeyObject, how: unknown, sealed: Uint8Array): ArrayBuffer {
  const decipher = createDecipheriv('aes-256-gcm', raw, part(how, 'iv'), { authTagLength: TAG });
  try {
    decipher.setAAD(part(how, 'additionalData')).setAuthTag(sealed.subarray(-TAG));
    return Uint8Array.from(Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])).buffer;
  } catch (cause) {
    throw new DOMException(String(cause), 'OperationError');
  }
}

const macOf = (raw: KeyObject, text: unknown): Buffer => createHmac('sha256', raw).update(asBytes(text)).digest();

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** For this test file's process. */
export function callCiphersInPlace(): void {
  const keys = new Map<string, object>();
  const raws = new WeakMap<object, KeyObject>();
  const usual = { importKey: own('importKey'), deriveKey: own('deriveKey'), sign: own('sign'), verify: own('verify'), encrypt: own('encrypt'), decrypt: own('decrypt') };
  const rawOf = (key: unknown): KeyObject | undefined => (typeof key === 'object' && key !== null ? raws.get(key) : undefined);

  /** The same key for the same input, from the first time on. */
  async function once(name: string, make: () => Promise<unknown>, raw: () => Uint8Array): Promise<unknown> {
    const known = keys.get(name);
    if (known) return known;
    const [bytes, key] = [createSecretKey(raw()), await make()];
    if (typeof key !== 'object' || key === null) throw new TypeError('no key');
    keys.set(name, key);
    raws.set(key, bytes);
    return key;
  }

  const replaced: Record<keyof typeof usual, Method> = {
    async importKey(...given) {
      const [format, secret, kind] = given;
      if (format !== 'raw' || kind !== 'HKDF' || !(secret instanceof Uint8Array)) return await usual.importKey(...given);
      return await once(toBase64url(secret), () => usual.importKey(...given), () => secret.slice());
    },
    async deriveKey(...given) {
      const [how, from] = given;
      const raw = rawOf(from);
      if (!raw) return await usual.deriveKey(...given);
      const info = part(how, 'info');
      const name = `${toBase64url(raw.export())} ${toBase64url(info)}`;
      return await once(name, () => usual.deriveKey(...given), () => new Uint8Array(hkdfSync('sha256', raw, part(how, 'salt'), info, KEY)));
    },
    async sign(...given) {
      const raw = rawOf(given[1]);
      return raw ? Uint8Array.from(macOf(raw, given[2])).buffer : await usual.sign(...given);
    },
    async verify(...given) {
      const raw = rawOf(given[1]);
      return raw ? isSame(macOf(raw, given[3]), asBytes(given[2])) : await usual.verify(...given);
    },
    async encrypt(...given) {
      const raw = rawOf(given[1]);
      return raw ? seal(raw, given[0], asBytes(given[2])) : await usual.encrypt(...given);
    },
    async decrypt(...given) {
      const raw = rawOf(given[1]);
      return raw ? unseal(raw, given[0], asBytes(given[2])) : await usual.decrypt(...given);
    },
  };
  Object.assign(crypto.subtle, replaced);
}
