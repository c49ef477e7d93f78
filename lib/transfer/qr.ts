/** Every QR code (ISO/IEC 18004) in a picture → its text. Slow on large pictures: runs in `qr.worker.ts`. */
import { _QRScanner as Scanner } from 'qr/decode.js';
import { MOST_CODES, MOST_SEARCHED } from './qr-limits.ts';

/** RGBA, as a canvas gives it. */
export interface Picture {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** One byte of grey a pixel. */
interface Plane {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Of a row or a column. */
interface Piece {
  start: number;
  length: number;
}

/** Modules under 2 pixels, noise and JPEG are read far better enlarged; the scanner itself looks at smaller copies. */
const ZOOMS = [1, 2, 3];

/** The scanner takes 4096. */
const LONGEST_SIDE = 3900;

/** In pixels of the picture: a code no larger than this lies whole in one tile. Larger ones need no enlarging. */
const OVERLAP = 300;

/** Triples of finder patterns to try beyond the best one. No time limit beside it, or the result would hang on the PC's speed. */
const EFFORT = { effort: 2048, timeLimit: Infinity };

/** Of the pixels, at either end, that may be lost when a faint picture is spread over all greys. */
const OUTLIERS = 1 / 2000;

/** Over a ground of that grey, where the picture lets it through. */
function planeOf({ data, width, height }: Picture, ground: number): Plane {
  const grey = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 4) {
    const light = ((data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 4;
    const alpha = (data[at + 3] ?? 0) / 255;
    grey[pixel] = light * alpha + ground * (1 - alpha);
  }
  return { data: grey, width, height };
}

/** In place: the darkest becomes 0, the lightest 255. The scanner misses codes of little contrast otherwise. */
function spread({ data }: Plane): void {
  const counts = new Uint32Array(256);
  for (const grey of data) counts[grey] = (counts[grey] ?? 0) + 1;
  const end = (greys: number[]): number => {
    let passed = 0;
    return greys.find((grey) => (passed += counts[grey] ?? 0) > data.length * OUTLIERS) ?? 0;
  };
  const greys = [...counts.keys()];
  const darkest = end(greys);
  const range = Math.max(1, end(greys.toReversed()) - darkest);
  const table = Uint8ClampedArray.from(greys, (grey) => ((grey - darkest) * 255) / range);
  for (let at = 0; at < data.length; at++) data[at] = table[data[at] ?? 0] ?? 0;
}

function isOpaque(data: Uint8ClampedArray): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}

/** Pieces no longer than `longest` that overlap. */
function pieces(length: number, longest: number): Piece[] {
  if (length <= longest) return [{ start: 0, length }];
  const count = Math.ceil((length - OVERLAP) / (longest - OVERLAP));
  const step = Math.ceil((length - OVERLAP) / count);
  return Array.from({ length: count }, (_, index) => ({ start: index * step, length: Math.min(step + OVERLAP, length - index * step) }));
}

/** For each pixel of an enlarged piece: the one on it or before it, the one after (inside `end`), and how far between them it is. */
function steps({ start, length }: Piece, zoom: number, end: number): { near: Uint16Array; next: Uint16Array; part: Float32Array } {
  const places = Float32Array.from({ length: length * zoom }, (_, index) => Math.min(end - 1, Math.max(0, start + (index + 0.5) / zoom - 0.5)));
  const near = Uint16Array.from(places, Math.floor);
  return { near, next: near.map((place) => Math.min(end - 1, place + 1)), part: places.map((place) => place % 1) };
}

/** One row between two rows of the plane, not yet enlarged. */
function rowBetween({ data, width }: Plane, near: number, next: number, part: number): Float32Array {
  const row = new Float32Array(width);
  for (let x = 0; x < width; x++) row[x] = (data[near * width + x] ?? 0) * (1 - part) + (data[next * width + x] ?? 0) * part;
  return row;
}

/** A tile of the plane, enlarged bilinearly. */
function enlarged(plane: Plane, columns: Piece, rows: Piece, zoom: number): Plane {
  const [width, height] = [columns.length * zoom, rows.length * zoom];
  const tile = new Uint8Array(width * height);
  const across = steps(columns, zoom, plane.width);
  const down = steps(rows, zoom, plane.height);
  for (let y = 0, at = 0; y < height; y++) {
    const row = rowBetween(plane, down.near[y] ?? 0, down.next[y] ?? 0, down.part[y] ?? 0);
    for (let x = 0; x < width; x++, at++) {
      const part = across.part[x] ?? 0;
      tile[at] = (row[across.near[x] ?? 0] ?? 0) * (1 - part) + (row[across.next[x] ?? 0] ?? 0) * part;
    }
  }
  return { data: tile, width, height };
}

function* tiles(plane: Plane, zoom: number): Generator<Plane> {
  const longest = Math.floor(LONGEST_SIDE / zoom);
  for (const rows of pieces(plane.height, longest))
    for (const columns of pieces(plane.width, longest)) yield enlarged(plane, columns, rows, zoom);
}

/** Light on dark too. The picture shows secrets: nothing of it stays in the scanner. */
function scan(plane: Plane): string[] {
  const { width, height } = plane;
  const scanner = new Scanner({ ...EFFORT, format: 'I420', maxSize: { width, height } });
  try {
    scanner.addImage(plane);
    return scanner.decode(true).filter((result) => typeof result === 'string');
  } finally {
    scanner.clean();
    plane.data.fill(0);
  }
}

function addCodes(codes: Set<string>, plane: Plane): void {
  try {
    spread(plane);
    for (const zoom of ZOOMS)
      for (const tile of tiles(plane, zoom)) {
        if (codes.size >= MOST_CODES) return;
        for (const code of scan(tile)) codes.add(code);
      }
  } finally {
    plane.data.fill(0);
  }
}

/**
 * The texts, each once, at most `MOST_CODES`; byte segments are UTF-8 unless the code names another encoding.
 * RangeError for a picture of more than `MOST_SEARCHED`, or whose data has another length than its sides say.
 */
export function readCodes(picture: Picture): string[] {
  const { data, width, height } = picture;
  if (width * height > MOST_SEARCHED) throw new RangeError('picture too large');
  if (data.length !== width * height * 4) throw new RangeError('not RGBA of these sides');
  const codes = new Set<string>();
  if (data.length === 0) return [];
  addCodes(codes, planeOf(picture, 255));
  // White codes on nothing are there for a dark page.
  if (codes.size === 0 && !isOpaque(data)) addCodes(codes, planeOf(picture, 0));
  return [...codes].slice(0, MOST_CODES);
}
