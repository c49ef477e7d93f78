/** What JPEG (ITU-T T.81) does to a grey picture: each block of 8 × 8 through the cosine transform and coarse steps, and back. */
import { blank, type Sheet } from './qr-pictures.ts';

/** T.81 table K.1, in rows. */
const LUMINANCE = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

/** BASIS[frequency][place], orthonormal. */
const BASIS = Array.from({ length: 8 }, (_, frequency) =>
  Array.from({ length: 8 }, (__, place) =>
    Math.cos(((2 * place + 1) * frequency * Math.PI) / 16) * (frequency === 0 ? Math.sqrt(1 / 8) : 1 / 2)));

const basis = (frequency: number, place: number): number => BASIS[frequency]?.[place] ?? 0;

/** One pass over rows, turned: two passes make the whole transform. */
function turned(block: number[], back: boolean): number[] {
  return Array.from({ length: 64 }, (_, at) => {
    const [row, column] = [at % 8, Math.floor(at / 8)];
    let sum = 0;
    for (let k = 0; k < 8; k++) sum += (block[row * 8 + k] ?? 0) * (back ? basis(k, column) : basis(column, k));
    return sum;
  });
}

/** `quality` 1 to 100, as the tables of the Independent JPEG Group are scaled. */
export function jpegOf(sheet: Sheet, quality: number): Sheet {
  const percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const steps = LUMINANCE.map((step) => Math.max(1, Math.min(255, Math.floor((step * percent + 50) / 100))));
  const { width, height } = sheet;
  const result = blank(width, height);
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      const place = (at: number): number =>
        Math.min(height - 1, top + Math.floor(at / 8)) * width + Math.min(width - 1, left + (at % 8));
      const block = Array.from({ length: 64 }, (_, at) => (sheet.grey[place(at)] ?? 0) - 128);
      const coarse = turned(turned(block, false), false).map((value, at) => Math.round(value / (steps[at] ?? 1)) * (steps[at] ?? 1));
      for (const [at, value] of turned(turned(coarse, true), true).entries())
        if (top + Math.floor(at / 8) < height && left + (at % 8) < width) result.grey[place(at)] = value + 128;
    }
  return result;
}
