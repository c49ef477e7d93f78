/** Pictures as customers might bring them, drawn by chance: sizes, angles, contrast, pages of text, noise, JPEG. */
import { type Chance, chanceOf } from '../chance.ts';
import { jpegOf } from './qr-jpeg.ts';
import { blank, grid, invert, noisy, type Placing, type Sheet, soft, written } from './qr-pictures.ts';

export interface Brought {
  texts: string[];
  sheet: Sheet;
  /** Pixels a module. */
  scale: number;
  /** What was done to it, for the message of a failure. */
  label: string;
}

const base32 = (chance: Chance, length: number): string =>
  Array.from({ length }, () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(chance.below(32))).join('');

const TEXTS: ((index: number, chance: Chance) => string)[] = [
  (index, chance) => `otpauth://totp/Bank${index}:taro@example.jp?secret=${base32(chance, 20)}&issuer=Bank${index}`,
  (index, chance) =>
    `otpauth://totp/%E4%BF%A1%E9%87%91${index}:%E5%A4%AA%E9%83%8E?secret=${base32(chance, 32)}&algorithm=SHA512&digits=8&period=30`,
  (index, chance) =>
    `otpauth-migration://offline?data=${index}${encodeURIComponent(Buffer.from(chance.bytes(chance.one([60, 150, 300]))).toString('base64'))}`,
];

function onPage(codes: Sheet, paper: number, ink: number, chance: Chance): Sheet {
  const empty = blank(codes.width + 300 + chance.below(600), codes.height + 200 + chance.below(400), paper);
  const page = chance.yes(0.7) ? written(empty, ink, chance) : empty;
  const [left, top] = [chance.below(page.width - codes.width), chance.below(page.height - codes.height)];
  for (let row = 0; row < codes.height; row++)
    page.grey.set(codes.grey.subarray(row * codes.width, (row + 1) * codes.width), (row + top) * page.width + left);
  return page;
}

function worn(sheet: Sheet, scale: number, chance: Chance, label: string[]): Sheet {
  const wear: [share: number, name: string, act: (sheet: Sheet) => Sheet][] = [
    [0.25, 'inverted', invert],
    [scale < 3 ? 0 : 0.2, 'soft', (one) => soft(one, 1)],
    [0.25, 'noisy', (one) => noisy(one, chance.one([10, 20, 30]), chance)],
    [0.35, 'jpeg', (one) => jpegOf(one, chance.one([90, 70, 40, 25]))],
  ];
  return wear.reduce((one, [share, name, act]) => {
    if (!chance.yes(share)) return one;
    label.push(name);
    return act(one);
  }, sheet);
}

/** The same for the same `seed`. */
export function brought(seed: string): Brought {
  const chance = chanceOf(seed);
  const texts = Array.from({ length: chance.one([1, 1, 2, 4, 9]) }, (_, index) => chance.one(TEXTS)(index, chance));
  const scale = chance.one([1.5, 2, 2.4, 3, 3.3, 4, 5, 6]);
  const [degrees, margin] = [chance.one([0, 0, 0, 90, 180, 270, 3, -5, 8]), chance.one([4, 4, 2, 1])];
  const [dark, light] = [chance.one([0, 0, 0, 40, 90]), chance.one([255, 255, 230, 170])];
  const over: Partial<Placing> = { degrees, margin, dark, light, ecc: chance.one(['low', 'medium', 'quartile']) };
  // A turned code needs the room that it turns through.
  const gap = degrees % 90 === 0 ? chance.one([0, 8, 40]) : Math.ceil(scale * 20);
  const codes = grid(texts, Math.ceil(Math.sqrt(texts.length)), scale, gap, over);
  const label = [`${texts.length} codes, scale ${scale}, ${degrees}°, margin ${margin}, ${dark} on ${light}`];
  if (!chance.yes(0.4)) return { texts, scale, sheet: worn(codes, scale, chance, label), label: label.join(', ') };
  label.push('page');
  return { texts, scale, sheet: worn(onPage(codes, light, dark, chance), scale, chance, label), label: label.join(', ') };
}
