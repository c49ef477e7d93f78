import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, equalBytes, fromBase64url, fromUtf8, lvCat, lvSplit, toBase64url, uint64, utf8 } from '../../lib/bytes.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const anyBytes = fc.uint8Array({ maxLength: 400 });

describe('lv_cat', () => {
  it('gives the example of draft-irtf-cfrg-cpace, appendix A.1', () => {
    expect(hex(lvCat(utf8('1234'), utf8('5'), utf8(''), utf8('6789')))).toBe('04313233340135000436373839');
  });
  it('puts lengths from 128 in LEB128', () => {
    expect(hex(lvCat(new Uint8Array(128)).slice(0, 2))).toBe('8001');
    expect(hex(lvCat(new Uint8Array(300)).slice(0, 2))).toBe('ac02');
  });
  it('is undone by lvSplit', () => {
    fc.assert(fc.property(fc.array(anyBytes, { maxLength: 6 }), (parts) => {
      expect(lvSplit(lvCat(...parts)).map(hex)).toEqual(parts.map(hex));
    }));
  });
  it('never reads past a cut', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), (part, at) => {
      const whole = lvCat(part);
      expect(() => lvSplit(whole.slice(0, 1 + (at % (whole.length - 1))))).toThrow(RangeError);
    }));
  });
});

describe('base64url', () => {
  it('gives the vectors of RFC 4648 section 10 without padding', () => {
    const vectors = { '': '', f: 'Zg', fo: 'Zm8', foo: 'Zm9v', foob: 'Zm9vYg', fooba: 'Zm9vYmE', foobar: 'Zm9vYmFy' };
    for (const [plain, encoded] of Object.entries(vectors)) expect(toBase64url(utf8(plain))).toBe(encoded);
  });
  it('agrees with Node and comes back', () => {
    fc.assert(fc.property(anyBytes, (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(hex(fromBase64url(toBase64url(bytes)))).toBe(hex(bytes));
    }));
  });
  it.each(['A', 'Zg==', 'Zh', 'Z g', '+w', '/w', 'あ'])('refuses %s', (text) => {
    expect(() => fromBase64url(text)).toThrow(RangeError);
  });
});

describe('numbers and comparison', () => {
  it('writes integers in 8 bytes, big-endian', () => {
    expect(hex(uint64(1))).toBe('0000000000000001');
    expect(hex(uint64(Number.MAX_SAFE_INTEGER))).toBe('001fffffffffffff');
    for (const wrong of [-1, 1.5, 2 ** 53, Number.NaN]) expect(() => uint64(wrong)).toThrow(RangeError);
  });
  it('compares bytes by content and length', () => {
    fc.assert(fc.property(anyBytes, anyBytes, (a, b) => {
      expect(equalBytes(a, b)).toBe(hex(a) === hex(b));
      expect(equalBytes(a, concat(a))).toBe(true);
    }));
  });
  it('refuses bytes that are not UTF-8', () => {
    expect(() => fromUtf8(Uint8Array.of(0xff, 0xfe))).toThrow(TypeError);
  });
});
