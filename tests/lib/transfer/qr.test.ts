import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCodes } from '../../../lib/transfer/qr.ts';
import { MOST_CODES } from '../../../lib/transfer/qr-limits.ts';
import { chanceOf } from '../chance.ts';
import { brought } from './qr-corpus.ts';
import { jpegOf } from './qr-jpeg.ts';
import { blank, grid, invert, noisy, type Placing, put, putModules, shown, type Sheet, single, soft, written } from './qr-pictures.ts';
import { modulesIn, PRINTED } from './qr-printed.ts';

const uri = (index: number): string => `otpauth://totp/Example:user${index}@example.jp?secret=JBSWY3DPEHPK3PXP&issuer=Example`;
const uris = (count: number): string[] => Array.from({ length: count }, (_, index) => uri(index));
const read = (sheet: Sheet): string[] => readCodes(shown(sheet));

describe('a code that another encoder printed', () => {
  it.each(PRINTED)('is read: $options $text', (printed) => {
    const modules = modulesIn(printed);
    const side = (modules.length + 8) * 3;
    const sheet = blank(side, side);
    putModules(sheet, modules, { x: side / 2, y: side / 2, scale: 3 });
    expect(read(sheet)).toEqual([printed.text]);
  });
});

describe('any code', () => {
  it('is read at any scale from 2 pixels a module, at any angle, dark on light or light on dark', () => {
    const placing = fc.record({
      scale: fc.double({ min: 2, max: 7, noNaN: true }),
      degrees: fc.oneof(fc.constantFrom(0, 90, 180, 270), fc.integer({ min: 0, max: 359 })),
      ecc: fc.constantFrom('low' as const, 'medium' as const, 'quartile' as const, 'high' as const),
    });
    const text = fc.string({ minLength: 1, maxLength: 150, unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(text, placing, fc.boolean(), (content, over, isLight) => {
        const sheet = single(content, over.scale, over);
        expect(read(isLight ? invert(sheet) : sheet)).toEqual([content]);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('gives its bytes as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), (text) => {
        expect(read(single(text, 3))).toEqual([text]);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  // Two tiles of 2300 pixels meet at 1150, whatever the enlargement; this code is read only enlarged.
  it.each([80, 900, 1130, 1150, 1170, 1500, 2220])('is read wherever it stands in a picture that is looked at in tiles: %i', (x) => {
    const sheet = blank(2300, 160);
    put(sheet, uri(1), { x, y: 80, scale: 1.4, degrees: 7 });
    expect(read(sheet)).toEqual([uri(1)]);
  });
});

describe('one picture', () => {
  it.each([2, 4, 9, 25, 60])('gives all of %i codes', (count) => {
    expect(read(grid(uris(count), Math.ceil(Math.sqrt(count)), 3, 10)).toSorted()).toEqual(uris(count).toSorted());
  });

  it('gives 60 codes and no more', () => {
    expect(read(grid(uris(70), 10, 3, 10))).toHaveLength(MOST_CODES);
  });

  it('gives a code once that it shows twice', () => {
    expect(read(grid([uri(1), uri(1), uri(2)], 3, 3, 10)).toSorted()).toEqual([uri(1), uri(2)]);
  });

  it('gives large and small codes alike, on a page of text', () => {
    const page = written(blank(1400, 900), 30, chanceOf('page'));
    put(page, uri(1), { x: 300, y: 300, scale: 9 });
    put(page, uri(2), { x: 900, y: 200, scale: 3 });
    put(page, uri(3), { x: 1100, y: 700, scale: 2 });
    expect(read(page).toSorted()).toEqual(uris(4).slice(1));
    expect(read(invert(page)).toSorted()).toEqual(uris(4).slice(1));
  });

  it('gives a code larger than a tile', () => {
    expect(read(single(uri(1), 30))).toEqual([uri(1)]);
  });

  it.each<[string, Sheet]>([
    ['the smallest scale', single(uri(1), 1)],
    ['a scale between pixels', single(uri(1), 1.3)],
    ['little contrast', single(uri(1), 2, { dark: 120, light: 145 })],
    ['little contrast on a dark page', invert(single(uri(1), 2, { dark: 120, light: 145 }))],
    ['a margin of one module', single(uri(1), 3, { margin: 1 })],
    ['noise', noisy(single(uri(1), 3), 60, chanceOf('noise'))],
    ['strong JPEG', jpegOf(single(uri(1), 3), 15)],
    ['softness', soft(single(uri(1), 3), 1)],
    ['a hand-held angle', single(uri(1), 3, { degrees: 17 })],
  ])('gives its code in spite of %s', (_, sheet) => {
    expect(read(sheet)).toEqual([uri(1)]);
  });

  it.each<[string, Partial<Placing>, number]>([
    ['dark', {}, 0],
    ['light', { margin: 0 }, 255],
  ])('gives a %s code on a ground that lets everything through', (_, over, ink) => {
    const picture = shown(single(uri(1), 3, over));
    for (let at = 0; at < picture.data.length; at += 4) picture.data.set(picture.data[at] === 0 ? [ink, ink, ink, 255] : [0, 0, 0, 0], at);
    expect(readCodes(picture)).toEqual([uri(1)]);
  });

  it('stays as it was', () => {
    const picture = shown(single(uri(1), 3));
    const before = picture.data.slice();
    readCodes(picture);
    expect(picture.data).toEqual(before);
  });
});

describe('a picture without a code', () => {
  const rings = blank(400, 400);
  for (let y = 0; y < 400; y++)
    for (let x = 0; x < 400; x++) {
      const ring = Math.max(Math.abs((Math.floor(x / 2) % 9) - 3), Math.abs((Math.floor(y / 2) % 9) - 3));
      if (ring === 3 || ring < 2) rings.grey[y * 400 + x] = 0;
    }

  it.each<[string, Sheet]>([
    ['nothing', blank(0, 0)],
    ['no height', blank(7, 0)],
    ['one pixel', blank(1, 1)],
    ['one row', blank(900, 1, 0)],
    ['white', blank(500, 300)],
    ['random', noisy(blank(500, 300, 128), 127, chanceOf('random'))],
    ['text', written(blank(500, 300), 0, chanceOf('text'))],
    ['the marks of a code and nothing more', rings],
    ['half a code', { ...single(uri(1), 4), height: 90, grey: single(uri(1), 4).grey.slice(0, single(uri(1), 4).width * 90) }],
  ])('gives none: %s', (_, sheet) => {
    expect(read(sheet)).toEqual([]);
  });

  it('is not looked at when it is too large or not what its sides say', () => {
    const data = new Uint8ClampedArray(400);
    expect(() => readCodes({ data, width: 100_000, height: 100_000 })).toThrow('picture too large');
    expect(() => readCodes({ data, width: 10, height: 11 })).toThrow('not RGBA of these sides');
    expect(() => readCodes({ data, width: Number.NaN, height: 10 })).toThrow(RangeError);
  });
});

describe('pictures as customers bring them', () => {
  it('give 98 of 100 codes that have 2 pixels a module, and never another text', () => {
    let [all, found] = [0, 0];
    for (const { texts, scale, sheet, label } of Array.from({ length: 25 }, (_, index) => brought(`customer ${index}`))) {
      const codes = read(sheet);
      expect(codes.filter((code) => !texts.includes(code)), label).toEqual([]);
      if (scale < 2) continue;
      all += texts.length;
      found += codes.length;
    }
    expect(all).toBeGreaterThan(60);
    expect(found / all).toBeGreaterThan(0.98);
  }, 60_000);
});
