/** The cheap ways to describe a piece of a passphrase: common words, rows, dates. Costs are in bits. */
import { commonWords } from './passphrase-blocklist.ts';

export type Weakness = 'short' | 'common' | 'repeat' | 'sequence' | 'date';

/** The piece of the text from `start` to `end` and what it costs to guess it. */
export interface Piece {
  start: number;
  end: number;
  bits: number;
  weakness: Weakness | null;
}

/** Eight bits for one of 300-odd words, one more for how it is written. */
const WORD_BITS = 9;
const SWAPS: Record<string, string> = { '0': 'o', '1': 'i', '!': 'i', '3': 'e', '4': 'a', '@': 'a', '5': 's', $: 's', '7': 't', '8': 'b', '9': 'g' };
const LONGEST_WORD = 14;

/** Rows of keyboards and alphabets; `1qaz2wsx` runs down the keys. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  '!@#$%^&*()',
  'あいうえおかきくけこさしすせそたちつてとなにぬねの',
  'いろはにほへとちりぬるを',
  'アイウエオカキクケコサシスセソタチツテトナニヌネノ',
];

function unswapped(text: string): string {
  return text.replace(/[0134578!@$9]/g, (char) => SWAPS[char] ?? char);
}

function isCommon(text: string): boolean {
  const words = commonWords();
  const plain = unswapped(text);
  return [text, plain, plain.replaceAll('i', 'l')].some(
    (form) => words.has(form) || words.has(Array.from(form).toReversed().join('')),
  );
}

/** Costs as much as naming the word, plus a bit each for capitals and for swapped letters. */
export function wordPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const lower = text.toLowerCase();
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= Math.min(text.length, start + LONGEST_WORD); end++) {
      const part = lower.slice(start, end);
      if (!isCommon(part)) continue;
      const original = text.slice(start, end);
      const bits = WORD_BITS + (original === part ? 0 : 1) + (/[^a-zぁ-鿿]/.test(part) ? 1 : 0);
      pieces.push({ start, end, bits, weakness: 'common' });
    }
  }
  return pieces;
}

/** Which row, where in it, which way, how far: three characters or more. */
export function rowPieces(text: string): Piece[] {
  const lower = text.toLowerCase();
  const rows = ROWS.flatMap((row) => [row, Array.from(row).toReversed().join('')]);
  const pieces: Piece[] = [];
  for (let start = 0; start + 3 <= text.length; start++) {
    for (const row of rows) {
      let end = start + 3;
      while (end <= text.length && row.includes(lower.slice(start, end))) {
        pieces.push({ start, end, bits: 6 + Math.log2(end - start), weakness: 'sequence' });
        end += 1;
      }
    }
  }
  return pieces;
}

/** Days of 120 years in any order, days of one year, and years. */
const DATES: [RegExp, number][] = [
  [/(?:19|20)\d\d[-/.年]?(?:1[0-2]|0?[1-9])[-/.月]?(?:3[01]|[12]\d|0?[1-9])/g, 16],
  [/(?:3[01]|[12]\d|0[1-9])[-/.]?(?:1[0-2]|0[1-9])[-/.]?(?:19|20)\d\d/g, 17],
  [/(?:1[0-2]|0[1-9])[-/.]?(?:3[01]|[12]\d|0[1-9])[-/.]?(?:19|20)\d\d/g, 17],
  [/\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])/g, 15],
  [/(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])/g, 9],
  [/(?:19|20)\d\d/g, 7],
  [/[mtshr](?:6[0-4]|[1-5]\d|0?[1-9])/gi, 8],
  [/(?:明治|大正|昭和|平成|令和)(?:\d{1,2}|元)年?/g, 8],
];

export function datePieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [pattern, bits] of DATES) {
    for (let start = 0; start < text.length; start++) {
      // Matched at every place, since a date may begin inside another match.
      const match = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}y`);
      match.lastIndex = start;
      const found = match.exec(text)?.[0];
      if (found) pieces.push({ start, end: start + found.length, bits, weakness: 'date' });
    }
  }
  return pieces;
}
