import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { below, makePassphrase } from '../../components/passphrase-maker.ts';
import { estimate } from '../../components/passphrase.ts';

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

const fair = (limit: number): boolean => {
  const counts = new Map<number, number>();
  const even = 256 - (256 % limit);
  for (let byte = 0; byte < even; byte++) {
    const value = below(limit, () => Uint8Array.of(byte));
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts.size === limit && new Set(counts.values()).size === 1;
};

describe('the suggested passphrase', () => {
  it('is five groups of two syllables of 65: 60 bits', () => {
    expect(makePassphrase(random)).toMatch(/^([kgsztdnhbpmry][aiueo]){2}(-([kgsztdnhbpmry][aiueo]){2}){4}$/);
  });

  it('is accepted by our own estimate, practically always', () => {
    const refused = Array.from({ length: 500 }, () => makePassphrase(random)).filter(
      (made) => estimate(made).strength === 'weak',
    );
    expect(refused.length).toBeLessThanOrEqual(2);
  });

  it('throws away bytes of the uneven tail instead of folding them in', () => {
    const bytes = [255, 254, 195, 194];
    const next = (): Uint8Array => Uint8Array.of(bytes.shift() ?? 0);
    // 256 = 3 × 65 + 61: the bytes 195 to 255 would make 0 to 60 more likely.
    expect(below(65, next)).toBe(194 % 65);
    expect(bytes).toEqual([]);
  });

  it('gives every value below its limit the same number of bytes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 256 }), fair), { numRuns: 60 });
  });
});
