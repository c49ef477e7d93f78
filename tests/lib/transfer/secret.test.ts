import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSecret, secretText } from '../../../lib/transfer/secret.ts';
import { hex } from './builders.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const read = (text: unknown): string => {
  const secret = readSecret(text);
  return typeof secret === 'string' ? secret : hex(secret);
};

describe('a secret in base32', () => {
  it('gives the vectors of RFC 4648 section 10, padded or not', () => {
    const vectors = { f: 'MY======', fo: 'MZXQ====', foo: 'MZXW6===', foob: 'MZXW6YQ=', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI======' };
    for (const [plain, encoded] of Object.entries(vectors)) {
      expect(read(encoded)).toBe(Buffer.from(plain).toString('hex'));
      expect(read(encoded.replace(/=+$/, ''))).toBe(Buffer.from(plain).toString('hex'));
      expect(secretText(Buffer.from(plain))).toBe(encoded.replace(/=+$/, ''));
    }
  });
  it('comes back as it went', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 256 }), (secret) => {
      expect(read(secretText(secret))).toBe(hex(secret));
    }));
  });
  it('is read in any case and in groups', () => {
    for (const text of ['jbswy3dpehpk3pxp', 'JBSW Y3DP EHPK 3PXP', 'jbsw-y3dp-EHPK-3pxp', ' JBSWY3DPEHPK3PXP\t', 'JBSW\u00a0Y3DP\u2010EHPK3PXP'])
      expect(read(text)).toBe('48656c6c6f21deadbeef');
  });
  it('loses the bits that make no whole byte, as in other authenticators', () => {
    expect(read('JBSWY3DPEHPK3PXPA')).toBe('48656c6c6f21deadbeef');
    expect(read('MZ')).toBe('66');
    expect(read('MZ7')).toBe('66');
    expect(read('777')).toBe('ff');
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...LETTERS.split('')), minLength: 2, maxLength: 410 }), (letters) => {
      // The same bits, by another way.
      const bits = Array.from(letters, (one) => LETTERS.indexOf(one).toString(2).padStart(5, '0')).join('');
      const bytes = (bits.match(/[01]{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
      expect(read(letters)).toBe(hex(Uint8Array.from(bytes)));
    }));
  });
  it('is missing when nothing but spaces and padding is there', () => {
    for (const text of [undefined, null, '', ' ', '==', ' - ']) expect(read(text)).toBe('secret-empty');
  });
  it('is garbled with a letter that base32 does not have', () => {
    for (const text of ['JBSWY0', 'JBSWY1', 'JBSWY8', 'JBSW=Y3D', 'JBſWY3DP', 'ıBSWY3DP', 'ＪＢＳＷ', 'あ', 'A', 'JBSWY3DP!', 17, true, {}, []])
      expect(read(text)).toBe('secret-garbled');
  });
  it('has at most 256 bytes', () => {
    expect(read('A'.repeat(410))).toBe('00'.repeat(256));
    expect(read('A'.repeat(411))).toBe('secret-garbled');
    expect(read('='.repeat(4_000_000))).toBe('secret-garbled');
  });
});
