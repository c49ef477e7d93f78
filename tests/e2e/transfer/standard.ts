/** Standard tokens as a service hands them out, and the codes it expects: RFC 4226 and RFC 6238 by node:crypto alone. */
import { createHmac, randomBytes } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export interface Standard {
  issuer: string;
  account: string;
  secret: Buffer;
  hash: 'SHA1' | 'SHA256' | 'SHA512';
  digits: 6 | 7 | 8;
  /** Seconds. */
  period: number;
  /** HOTP: of the next code. Null: TOTP. */
  counter: number | null;
}

/** A secret of its own, so that nothing is taken for something else. */
export function standard(over: Partial<Standard> & Pick<Standard, 'issuer'>): Standard {
  return { account: 'hanako@example.com', secret: randomBytes(20), hash: 'SHA1', digits: 6, period: 30, counter: null, ...over };
}

/** RFC 4648 section 6, without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => LETTERS.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

/** Key Uri Format. */
export function uriOf({ issuer, account, secret, hash, digits, period, counter }: Standard): string {
  const moving = counter === null ? `period=${period}` : `counter=${counter}`;
  const names = [issuer, account].map(encodeURIComponent).join(':');
  const kind = counter === null ? 'totp' : 'hotp';
  return `otpauth://${kind}/${names}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=${hash}&digits=${digits}&${moving}`;
}

/** RFC 4226 section 5.3. */
export function codeAt({ secret, hash, digits }: Standard, counter: number): string {
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(hash, secret).update(moving).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits).padStart(digits, '0');
}

/** RFC 6238; the time in milliseconds. */
export const codeNow = (token: Standard, now: number): string => codeAt(token, Math.floor(now / 1000 / token.period));
