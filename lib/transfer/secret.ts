/** A secret in base32 (RFC 4648 section 6), as people and programs write it. */
import { base32nopad } from '@scure/base';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes. A key longer than the hash's block is hashed first (RFC 2104), so that nobody needs more. */
export const MOST_SECRET = 256;
const MOST_LETTERS = Math.ceil((MOST_SECRET * 8) / 5);

/**
 * Without the bits that make no whole byte. Strict decoders refuse them, but many services draw letters at
 * random rather than bytes, and every authenticator, like the service itself, drops what is left over.
 */
function wholeBytes(letters: string): string {
  const bytes = Math.floor((letters.length * 5) / 8);
  const needed = Math.ceil((bytes * 8) / 5);
  const spare = needed * 5 - bytes * 8;
  const last = LETTERS.indexOf(letters.charAt(needed - 1));
  return letters.slice(0, needed - 1) + LETTERS.charAt((last >> spare) << spare);
}

/** In any case, with spaces, dashes and padding. 1 to 256 bytes, to be wiped by the caller, or what is wrong. */
export function readSecret(text: unknown): Uint8Array | 'secret-empty' | 'secret-garbled' {
  if (text === undefined || text === null) return 'secret-empty';
  if (typeof text !== 'string') return 'secret-garbled';
  const written = text.replaceAll(/[\s\p{Pd}]/gu, '');
  // Before the padding is looked for: that search takes its time over a long row of '='.
  if (written.length > MOST_LETTERS + 8) return 'secret-garbled';
  const letters = written.replace(/=+$/, '');
  if (letters === '') return 'secret-empty';
  // Before toUpperCase, which makes an S of 'ſ' and an I of 'ı'.
  if (letters.length === 1 || letters.length > MOST_LETTERS || !/^[A-Za-z2-7]+$/.test(letters)) return 'secret-garbled';
  return base32nopad.decode(wholeBytes(letters.toUpperCase()));
}

/** Without padding, as the Key Uri Format wants it. */
export function secretText(secret: Uint8Array): string {
  return base32nopad.encode(secret);
}
