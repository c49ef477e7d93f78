/** Pictures as PNG files: QR codes side by side, as a screenshot shows them. */
import { crc32, deflateSync } from 'node:zlib';
import encodeQR from 'qr';

/** Pixels a module. */
const SCALE = 4;
/** Modules around a code. */
const MARGIN = 4;

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** PNG (W3C), section 5.3. */
function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  return Buffer.concat([uint32(content.length), body, uint32(crc32(body))]);
}

/** One byte of grey a pixel; a row each. */
function pngOf(rows: number[][]): Buffer {
  const [width, height] = [rows[0]?.length ?? 0, rows.length];
  // 8 bits, grey, no filter in any row.
  const header = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 0, 0, 0, 0])]);
  const pixels = deflateSync(Buffer.from(rows.flatMap((row) => [0, ...row])));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

export const blank = (width: number, height: number): Buffer => pngOf(Array.from({ length: height }, () => Array<number>(width).fill(255)));

/** All in one row. */
export function qrPicture(texts: string[]): Buffer {
  const codes = texts.map((text) => encodeQR(text, 'raw', { ecc: 'medium', border: MARGIN }));
  const height = Math.max(...codes.map(({ length }) => length));
  const row = (at: number): number[] =>
    codes.flatMap((code) => Array.from({ length: code.length }, (_, x) => (code[at]?.[x] ? 0 : 255)).flatMap((grey) => Array<number>(SCALE).fill(grey)));
  return pngOf(Array.from({ length: height * SCALE }, (_, y) => row(Math.floor(y / SCALE))));
}
