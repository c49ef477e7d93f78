/** Pictures with QR codes, drawn pixel by pixel, so that a test can say exactly what the reader is shown. */
import encodeQR from 'qr';
import type { Chance } from '../chance.ts';

/** One byte of grey a pixel while a test draws; `shown` makes it the RGBA that a canvas gives. */
export interface Sheet {
  width: number;
  height: number;
  grey: Uint8ClampedArray;
}

export interface Placing {
  /** The middle of the code, in pixels. */
  x: number;
  y: number;
  /** Pixels a module. */
  scale: number;
  /** Clockwise. */
  degrees?: number;
  dark?: number;
  light?: number;
  /** Light modules around the code; the standard asks for 4. */
  margin?: number;
  ecc?: 'low' | 'medium' | 'quartile' | 'high';
}

export function blank(width: number, height: number, grey = 255): Sheet {
  return { width, height, grey: new Uint8ClampedArray(width * height).fill(grey) };
}

/** `true` is a dark module; no margin, though the encoder insists on one. */
const modulesOf = (text: string, ecc: Placing['ecc'] = 'medium'): boolean[][] =>
  encodeQR(text, 'raw', { ecc, border: 1 }).slice(1, -1).map((row) => row.slice(1, -1));

const SAMPLES = [1 / 8, 3 / 8, 5 / 8, 7 / 8];

/** Draws with 16 samples a pixel, so that odd scales and angles get the soft edges that a screenshot has. */
export function putModules(sheet: Sheet, modules: boolean[][], placing: Placing): void {
  const { x, y, scale, degrees = 0, dark = 0, light = 255, margin = 4 } = placing;
  const [cos, sin, half] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180), modules.length / 2];
  const reach = Math.ceil((half + margin) * scale * (Math.abs(cos) + Math.abs(sin))) + 1;
  const edge = half + margin;
  for (let row = Math.max(0, Math.floor(y - reach)); row < Math.min(sheet.height, y + reach); row++)
    for (let column = Math.max(0, Math.floor(x - reach)); column < Math.min(sheet.width, x + reach); column++) {
      const under = sheet.grey[row * sheet.width + column] ?? 0;
      let sum = 0;
      for (const down of SAMPLES)
        for (const across of SAMPLES) {
          const [dx, dy] = [(column + across - x) / scale, (row + down - y) / scale];
          const [u, v] = [dx * cos + dy * sin, dy * cos - dx * sin];
          if (Math.abs(u) > edge || Math.abs(v) > edge) sum += under;
          else sum += modules[Math.floor(v + half)]?.[Math.floor(u + half)] ? dark : light;
        }
      sheet.grey[row * sheet.width + column] = sum / 16;
    }
}

export const put = (sheet: Sheet, text: string, placing: Placing): void => putModules(sheet, modulesOf(text, placing.ecc), placing);

/** Pixels that a code takes up, with its margin. */
const sideOf = (text: string, scale: number, ecc: Placing['ecc'] = 'medium', margin = 4): number =>
  (modulesOf(text, ecc).length + 2 * margin) * scale;

/** A white sheet with one code in its middle. */
export function single(text: string, scale: number, over: Partial<Placing> = {}): Sheet {
  const side = Math.ceil(sideOf(text, scale, over.ecc, over.margin ?? 4) * (over.degrees ? 1.45 : 1));
  const sheet = blank(side, side, over.light ?? 255);
  put(sheet, text, { x: side / 2, y: side / 2, scale, ...over });
  return sheet;
}

/** Codes in rows of `columns`, `gap` pixels apart. */
export function grid(texts: string[], columns: number, scale: number, gap: number, over: Partial<Placing> = {}): Sheet {
  const cell = Math.ceil(Math.max(...texts.map((text) => sideOf(text, scale, over.ecc, over.margin ?? 4)))) + gap;
  const sheet = blank(cell * columns, cell * Math.ceil(texts.length / columns), over.light ?? 255);
  for (const [index, text] of texts.entries())
    put(sheet, text, { x: ((index % columns) + 0.5) * cell, y: (Math.floor(index / columns) + 0.5) * cell, scale, ...over });
  return sheet;
}

export function invert(sheet: Sheet): Sheet {
  return { ...sheet, grey: sheet.grey.map((value) => 255 - value) };
}

/** Every pixel off by at most `strength`. */
export function noisy(sheet: Sheet, strength: number, chance: Chance): Sheet {
  return { ...sheet, grey: sheet.grey.map((value) => value + chance.below(2 * strength + 1) - strength) };
}

/** Lines of "letters": strokes of 1 to 3 pixels, as a page of text looks to a reader of codes. */
export function written(sheet: Sheet, ink: number, chance: Chance): Sheet {
  const page = { ...sheet, grey: sheet.grey.slice() };
  for (let line = 8; line < page.height - 16; line += 20)
    for (let letter = 8; letter < page.width - 16; letter += 9 + chance.below(4))
      for (let stroke = 0; stroke < 3; stroke++) {
        const [left, top] = [letter + chance.below(6), line + chance.below(9)];
        const [wide, high] = chance.yes(0.5) ? [2 + chance.below(6), 1 + chance.below(2)] : [1 + chance.below(2), 2 + chance.below(8)];
        for (let row = top; row < top + high; row++) page.grey.fill(ink, row * page.width + left, row * page.width + left + wide);
      }
  return page;
}

/** A camera's or a scaled screenshot's softness: the mean over a square of 2 × `radius` + 1. */
export function soft(sheet: Sheet, radius: number): Sheet {
  const { width, height, grey } = sheet;
  const softened = blank(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let [sum, count] = [0, 0];
      for (let row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row++)
        for (let column = Math.max(0, x - radius); column <= Math.min(width - 1, x + radius); column++, count++)
          sum += grey[row * width + column] ?? 0;
      softened.grey[y * width + x] = sum / count;
    }
  return softened;
}

/** Opaque RGBA. */
export function shown({ width, height, grey }: Sheet): { data: Uint8ClampedArray; width: number; height: number } {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < grey.length; pixel++) data.fill(grey[pixel] ?? 0, pixel * 4, pixel * 4 + 3);
  return { data, width, height };
}
