/** Picture files: whole ones as BMP, which needs no compression, and the beginnings of the other kinds, written from their specifications. */
import type { Sheet } from './qr-pictures.ts';

/** 32 bits a pixel, rows from the top. */
export function bmpOf({ width, height, grey }: Sheet): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(54 + width * height * 4);
  const view = new DataView(file.buffer);
  file.set([0x42, 0x4d]);
  view.setUint32(2, file.length, true);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, -height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 32, true);
  for (let pixel = 0; pixel < grey.length; pixel++) file.fill(grey[pixel] ?? 0, 54 + pixel * 4, 54 + pixel * 4 + 3);
  return file;
}

const letters = (word: string): number[] => Array.from(word, (char) => char.charCodeAt(0));
const big = (value: number, length: number): number[] =>
  Array.from({ length }, (_, index) => Math.floor(value / 256 ** (length - 1 - index)) % 256);
const little = (value: number, length: number): number[] => big(value, length).toReversed();
const riff = (chunk: string, payload: number[]): number[] => [...letters('RIFF'), 0, 0, 0, 0, ...letters(`WEBP${chunk}`), 0, 0, 0, 0, ...payload];

/** Up to the sides and a little further. */
export const BEGINNINGS: Record<string, (width: number, height: number) => number[]> = {
  'image/png': (width, height) => [0x89, ...letters('PNG\r\n\u001a\n'), 0, 0, 0, 13, ...letters('IHDR'), ...big(width, 4), ...big(height, 4), 8, 6],
  'image/gif': (width, height) => [...letters('GIF89a'), ...little(width, 2), ...little(height, 2), 0, 0, 0],
  'image/bmp': (width, height) => [...letters('BM'), ...Array<number>(12).fill(0), ...little(40, 4), ...little(width, 4), ...little(2 ** 32 - height, 4)],
  'image/bmp of OS/2': (width, height) => [...letters('BM'), ...Array<number>(12).fill(0), ...little(12, 4), ...little(width, 2), ...little(height, 2)],
  // APP0, a fill byte, a Huffman table (C4, which is no frame), then the frame.
  'image/jpeg': (width, height) => [
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 11, 8, ...big(height, 2), ...big(width, 2), 1,
  ],
  'image/webp, lossy': (width, height) => riff('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...little(width, 2), ...little(height, 2)]),
  'image/webp, lossless': (width, height) => riff('VP8L', [0x2f, ...little((height - 1) * 2 ** 14 + width - 1, 4)]),
  'image/webp, extended': (width, height) => riff('VP8X', [0, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)]),
};
