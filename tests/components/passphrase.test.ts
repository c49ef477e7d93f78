import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonWords } from '../../components/passphrase-blocklist.ts';
import { estimate, LEAST_BITS } from '../../components/passphrase.ts';

const bits = (text: string): number => estimate(text).bits;

const repeatIsCheap = (block: string, times: number): boolean =>
  bits(block.repeat(times)) <= bits(block) * 2 + Math.log2(times) + 1e-9;
const isBounded = (text: string): boolean => bits(text) >= 0 && bits(text) <= text.length * Math.log2(95) + 1e-9;
// Nothing reaches over a character that fits no pattern, so both sides are spelled on their own.
const addsUp = (before: string, after: string): boolean =>
  Math.abs(bits(`${before}漢${after}`) - bits(before) - bits('漢') - bits(after)) < 1e-9;

describe('the estimate of a passphrase', () => {
  it.each([
    'password', 'Password1!', 'P@ssw0rd123', 'qwertyuiop', '1qaz2wsx3edc', 'zaq12wsx', 'aaaaaaaaaaaaaaaaaaaa', 'abcabcabcabcabc',
    '12345678901234567890', '19580423', '1958/04/23', 'tanaka19580423', 'sakura2024', 'Sakura2024!', 'ありがとうありがとう',
    'あいうえおかきくけこ', 'いろはにほへと', 'abukuma1188', '信用金庫2026', 'monkeydragon1', 'drowssap321', '昭和33年4月23日',
    '０９０１２３４５６７８', 'iloveyou2024', 'p4ssw0rdp4ssw0rd',
  ])('rejects %s', (weak) => {
    expect(estimate(weak).strength).toBe('weak');
    expect(estimate(weak).weaknesses.length).toBeGreaterThan(0);
  });

  it.each(['tuhi-hude-tozu-zedu-niye', 'X7#qPz!m2Kv&', 'むらさき かえる でんしゃ ゆきだるま', 'giraffe umbrella violin teapot', '朝顔と三毛猫が縁側で昼寝'])(
    'accepts %s',
    (good) => expect(bits(good)).toBeGreaterThanOrEqual(LEAST_BITS),
  );

  it('says what is wrong, the worst first', () => {
    expect(estimate('password').weaknesses[0]).toBe('common');
    expect(estimate('kkkkkkkkkkkkk').weaknesses[0]).toBe('repeat');
    expect(estimate('asdfghjkl').weaknesses[0]).toBe('sequence');
    expect(estimate('1958/04/23').weaknesses[0]).toBe('date');
    expect(estimate('vk3x').weaknesses).toEqual(['short']);
  });

  it('calls nothing typed empty, not weak', () => expect(estimate('')).toEqual({ bits: 0, strength: 'empty', weaknesses: [] }));

  it('rejects every common word, written with capitals, swapped letters and a year', () => {
    const swaps: Record<string, string> = { a: '@', e: '3', i: '1', o: '0', s: '5' };
    for (const word of commonWords()) {
      const swapped = word.replace(/[aeios]/g, (letter) => swaps[letter] ?? letter);
      for (const form of [word, word.toUpperCase(), `${word}2026`, swapped, `${word}${word}${word}`])
        expect(bits(form), form).toBeLessThan(LEAST_BITS);
    }
  });

  it('gives little for the same again, however often', () => {
    const text = fc.string({ minLength: 1, maxLength: 12 });
    fc.assert(fc.property(text, fc.integer({ min: 2, max: 5 }), repeatIsCheap), { numRuns: 100 });
  });

  it('never gives more than chance would, and never less than nothing', () => {
    const printable = fc.string({ unit: 'grapheme-ascii', maxLength: 40 });
    fc.assert(fc.property(printable, isBounded), { numRuns: 200 });
  });

  it('adds up what stands on both sides of a character that fits no pattern', () => {
    const printable = fc.string({ unit: 'grapheme-ascii', maxLength: 24 });
    fc.assert(fc.property(printable, printable, addsUp), { numRuns: 200 });
  });

  it('answers quickly for the longest and dullest input', () => {
    const began = performance.now();
    for (const text of ['a'.repeat(128), 'y'.repeat(128), 'ab1'.repeat(42), '１'.repeat(128)]) estimate(text);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
