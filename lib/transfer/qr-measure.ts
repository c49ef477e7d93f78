/** The kind and the sides of a picture, from its first bytes: nothing is decoded before both are known to be harmless. */

interface Measure {
  /** The browser decodes the picture as this and as nothing else. */
  type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/bmp';
  width: number;
  height: number;
}

type Reading = (view: DataView) => Measure | undefined;

const begins = (view: DataView, at: number, ...bytes: number[]): boolean => bytes.every((byte, index) => view.getUint8(at + index) === byte);
const says = (view: DataView, at: number, word: string): boolean => begins(view, at, ...Array.from(word, (char) => char.charCodeAt(0)));
const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;

/** PNG (W3C), section 11.2.1: IHDR is the first chunk. */
const png: Reading = (view) =>
  begins(view, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && says(view, 12, 'IHDR')
    ? { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
    : undefined;

/** GIF89a, section 18: the logical screen. */
const gif: Reading = (view) =>
  says(view, 0, 'GIF87a') || says(view, 0, 'GIF89a')
    ? { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
    : undefined;

/** BITMAPFILEHEADER, then BITMAPCOREHEADER (12 bytes) or a later one; a negative height means rows from the top. */
const bmp: Reading = (view) => {
  if (!says(view, 0, 'BM')) return undefined;
  const type = 'image/bmp';
  if (view.getUint32(14, true) === 12) return { type, width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { type, width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
};

/** RFC 9649: extended (section 2.7), lossless (3.4) or lossy (the frame header of RFC 6386, section 9.1). */
const webp: Reading = (view) => {
  if (!says(view, 0, 'RIFF') || !says(view, 8, 'WEBP')) return undefined;
  const type = 'image/webp';
  if (says(view, 12, 'VP8X')) return { type, width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  if (says(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return says(view, 12, 'VP8 ') ? { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff } : undefined;
};

/** SOF0 to SOF15 of ITU-T T.81 table B.1; C4, C8 and CC are other markers. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** ITU-T T.81, annex B: segments until the frame's. Sides are those before EXIF turns the picture. */
const jpeg: Reading = (view) => {
  if (!begins(view, 0, 0xff, 0xd8, 0xff)) return undefined;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // A fill byte (B.1.1.2) is one byte, a segment two and its length.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
};

const READINGS = [png, jpeg, webp, gif, bmp];

/** Undefined for anything else, SVG among it, and for a picture without an area. */
export function measure(bytes: Uint8Array): Measure | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const reading of READINGS) {
    try {
      const measured = reading(view);
      if (measured) return measured.width > 0 && measured.height > 0 ? measured : undefined;
    } catch (failure) {
      // Cut off within its header, or too short for this kind.
      if (!(failure instanceof RangeError)) throw failure;
    }
  }
  return undefined;
}
