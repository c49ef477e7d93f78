import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure } from '../../../lib/transfer/qr-measure.ts';
import { BEGINNINGS, bmpOf } from './qr-bitmap.ts';
import { blank } from './qr-pictures.ts';

/** The smallest whole files, made by other programs: the published one-pixel GIF and PNG, and WebP's of 1 × 1. */
const WHOLE: [type: string, file: string][] = [
  ['image/gif', 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'],
  ['image/png', 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='],
  ['image/webp', 'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA'],
  ['image/webp', 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=='],
];

describe('the measure of a picture', () => {
  it.each(WHOLE)('is read from a whole file of one pixel: %s', (type, file) => {
    expect(measure(Uint8Array.from(Buffer.from(file, 'base64')))).toEqual({ type, width: 1, height: 1 });
  });

  it.each(Object.entries(BEGINNINGS))('is read from the beginning: %s', (kind, write) => {
    const [type = ''] = kind.split(/,| of/);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16_383 }), fc.integer({ min: 1, max: 16_383 }), (width, height) => {
        expect(measure(Uint8Array.from(write(width, height)))).toEqual({ type, width, height });
      }),
    );
  });

  it('is read from an extended WebP with sides that no other WebP has', () => {
    expect(measure(Uint8Array.from(BEGINNINGS['image/webp, extended']?.(100_000, 70_000) ?? []))).toMatchObject({ width: 100_000, height: 70_000 });
  });

  it('is the same wherever the bytes lie in their buffer', () => {
    expect(measure(new Uint8Array([7, 7, ...bmpOf(blank(3, 2))]).subarray(2))).toEqual({ type: 'image/bmp', width: 3, height: 2 });
  });

  it('is what a hostile header says, so that it can be refused before it is decoded', () => {
    expect(measure(Uint8Array.from(BEGINNINGS['image/png']?.(4_000_000_000, 4_000_000_000) ?? []))).toMatchObject({ width: 4_000_000_000 });
  });

  it.each(Object.entries(BEGINNINGS))('is missing when the file ends within it: %s', (_, write) => {
    const whole = Uint8Array.from(write(300, 200));
    for (let length = 0; length < 8; length++) expect(measure(whole.subarray(0, length))).toBeUndefined();
    for (let length = 8; length < whole.length; length++) expect([undefined, 300]).toContain(measure(whole.subarray(0, length))?.width);
  });

  it.each<[string, string]>([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="https://example.com/a.png"/></svg>'],
    ['SVG with a declaration', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['HTML', '<!doctype html><img src="a.png">'],
    ['PDF', '%PDF-1.7\n%âãÏÓ'],
    ['an icon', '\u0000\u0000\u0001\u0000\u0001\u0000\u0010\u0010'],
    ['AVIF', '\u0000\u0000\u0000\u001cftypavif\u0000\u0000\u0000\u0000avifmif1miaf'],
    ['WAVE in RIFF', 'RIFF\u0024\u0000\u0000\u0000WAVEfmt \u0010\u0000\u0000\u0000\u0001\u0000\u0001\u0000\u0044'],
    ['a picture of no width', 'GIF89a\u0000\u0000\u0001\u0000\u0000\u0000\u0000'],
    ['nothing', ''],
  ])('is none for %s', (_, text) => {
    expect(measure(Uint8Array.from(Buffer.from(text, 'latin1')))).toBeUndefined();
  });

  it('never throws and never runs on, whatever the bytes', () => {
    const start = fc.constantFrom([], [0xff, 0xd8, 0xff], [0x42, 0x4d], [0x89, 0x50, 0x4e, 0x47], [0x52, 0x49, 0x46, 0x46], [0x47, 0x49, 0x46]);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), (first, rest) => {
        const measured = measure(Uint8Array.from([...first, ...rest]));
        expect(measured === undefined || measured.width * measured.height > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
