import { createHmac } from 'node:crypto';
import { _HMAC } from '@noble/hashes/hmac.js';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { hotp, otpKey } from '../../../lib/otp/hotp.ts';
import { ALGORITHMS, type Algorithm } from '../../../lib/token.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

// RFC 4226 Appendix D.
const APPENDIX_D = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ');

describe('HOTP', () => {
  const secret = ascii('12345678901234567890');

  it.each(APPENDIX_D.map((code, counter) => ({ code, counter })))(
    'gives the code of RFC 4226 Appendix D for counter $counter',
    ({ code, counter }) => {
      expect(hotp(secret, counter, { algorithm: 'SHA-1', digits: 6 })).toBe(code);
      expect(hotp(secret, BigInt(counter))).toBe(code);
    },
  );

  it('agrees with another HMAC for every secret, counter, algorithm and length', () => {
    const nodeNames: Record<Algorithm, string> = { 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-512': 'sha512' };
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.bigInt(0n, 2n ** 64n - 1n),
        fc.constantFrom(...ALGORITHMS),
        fc.integer({ min: 6, max: 8 }),
        (key, counter, algorithm, digits) => {
          const message = Buffer.alloc(8);
          message.writeBigUInt64BE(counter);
          const mac = createHmac(nodeNames[algorithm], key).update(message).digest();
          const at = mac.readUInt8(mac.length - 1) % 16;
          const number = mac.readUInt32BE(at) % 2 ** 31;
          const expected = number.toString().padStart(10, '0').slice(-digits);
          expect(hotp(key, counter, { algorithm, digits })).toBe(expected);
        },
      ),
    );
  });

  it('leaves the secret as it was and reads it through any view', () => {
    const shifted = new Uint8Array(24);
    shifted.set(secret, 4);
    expect(hotp(shifted.subarray(4), 1)).toBe('287082');
    expect(shifted.subarray(4)).toEqual(secret);
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses the counter %s, which is not exact', (counter) => {
    expect(() => hotp(secret, counter)).toThrow(new RangeError('counter is no safe integer'));
  });

  it.each([-1, -1n, 2n ** 64n])('refuses the counter %s, which eight bytes do not hold', (counter) => {
    expect(() => hotp(secret, counter)).toThrow(new RangeError('counter out of range'));
  });

  it('takes the greatest counter there is', () => {
    expect(hotp(secret, 2n ** 64n - 1n)).toMatch(/^\d{6}$/);
    expect(hotp(secret, Number.MAX_SAFE_INTEGER)).toBe(hotp(secret, BigInt(Number.MAX_SAFE_INTEGER)));
  });

  it.each([0, 5, 9, 6.5, Number.NaN])('refuses %s digits', (digits) => {
    expect(() => hotp(secret, 0, { algorithm: 'SHA-1', digits })).toThrow(new RangeError('digits must be 6, 7 or 8'));
  });

  it('refuses an empty secret', () => {
    expect(() => hotp(new Uint8Array(), 0)).toThrow(new RangeError('empty secret'));
  });

  it.each(['MD5', 'sha1', '', 'toString', '__proto__'])('refuses the algorithm "%s"', (name) => {
    expect(() => hotp(secret, 0, { algorithm: name as Algorithm, digits: 6 })).toThrow(new RangeError('unknown algorithm'));
  });
});

describe('a secret made ready for many codes', () => {
  it('gives the same code as the secret alone for every counter, in any order', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.array(fc.oneof(fc.maxSafeNat(), fc.bigInt(0n, 2n ** 64n - 1n)), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...ALGORITHMS),
        (secret, counters, algorithm) => {
          const settings = { algorithm, digits: 8 };
          const key = otpKey(secret, settings);
          for (const counter of counters) expect(key.code(counter)).toBe(hotp(secret, counter, settings));
        },
      ),
    );
  });

  it('goes on after a counter that it refused', () => {
    const key = otpKey(ascii('12345678901234567890'), { algorithm: 'SHA-1', digits: 6 });
    expect(() => key.code(-1)).toThrow(RangeError);
    expect(key.code(1)).toBe('287082');
  });

  it('gives no code once it is forgotten', () => {
    const key = otpKey(ascii('12345678901234567890'), { algorithm: 'SHA-1', digits: 6 });
    key.forget();
    expect(() => key.code(0)).toThrow('destroyed');
  });
});

/** How many HMACs were destroyed since this was called. */
function countDestroyed(): () => number {
  const spy = vi.spyOn(_HMAC.prototype, 'destroy');
  onTestFinished(() => spy.mockRestore());
  return () => new Set(spy.mock.contexts).size;
}

describe('what was made of a secret', () => {
  const secret = ascii('12345678901234567890');
  const settings = { algorithm: 'SHA-1', digits: 6 } as const;

  it('is destroyed with the key, also what no code was made with', () => {
    const gone = countDestroyed();
    otpKey(secret, settings).forget();
    expect(gone()).toBe(2);
  });

  it.each([0, -1])('is destroyed after the one code that was asked for, and after a refused one (counter %s)', (counter) => {
    const gone = countDestroyed();
    try {
      hotp(secret, counter);
    } catch {
      // What is refused is tested above.
    }
    expect(gone()).toBe(1);
  });

  it('leaves no MAC behind, from which the code of every length could be read', () => {
    const wiped: string[] = [];
    const spy = vi.spyOn(Uint8Array.prototype, 'fill').mockImplementation(function (this: Uint8Array, value, start = 0, end = this.length) {
      wiped.push(Buffer.from(this).toString('hex'));
      this.set(Array.from({ length: end - start }, () => value), start);
      return this;
    });
    onTestFinished(() => spy.mockRestore());
    hotp(secret, 1);
    expect(wiped).toContain(createHmac('sha1', secret).update(Buffer.from('0000000000000001', 'hex')).digest('hex'));
  });
});
