/**
 * How hard a passphrase is to guess, in bits, on the low side: the cheapest way to spell it as words,
 * rows, dates, repeats and single characters (a shortest path, the idea of Wheeler's zxcvbn, USENIX 2016).
 * Nothing on disk is guarded by fewer than 40 bits.
 */
import { datePieces, rowPieces, wordPieces } from './passphrase-patterns.ts';
import type { Piece, Weakness } from './passphrase-patterns.ts';

export type { Weakness } from './passphrase-patterns.ts';
export type Strength = 'empty' | 'weak' | 'fair' | 'strong';

export interface Estimate {
  bits: number;
  strength: Strength;
  /** What makes it weak, the worst first; empty when it is good enough. */
  weaknesses: Weakness[];
}

export const LEAST_BITS = 40;
const STRONG_BITS = 50;
/** Later characters add nothing to the estimate; the work grows with the square of the length. */
const LONGEST = 64;

/** Letters that read like words cost what words cost (about 2.4 bits a letter), not what chance would. */
const WORDLIKE_BITS = 2.4;
const RANDOM_LETTER_BITS = 4.2;
/** The two classes share no letter, so that no input makes the matching slow. */
const WORDLIKE = /^[^aeiouy]{0,3}(?:[aeiouy]{1,3}[^aeiouy]{1,3})*[aeiouy]{0,3}$/i;

function letterBits(run: string): number {
  return WORDLIKE.test(run) && /[aeiouy]/i.test(run) ? WORDLIKE_BITS : RANDOM_LETTER_BITS;
}

function otherBits(char: string): number {
  if (/\d/.test(char)) return Math.log2(10);
  if (/[ぁ-ヿ]/.test(char)) return 3;
  if (/[㐀-鿿]/.test(char)) return 6;
  return /[-_ .,/]/.test(char) ? 2 : 4.5;
}

function isCapital(char: string): boolean {
  return /[A-Z]/.test(char);
}

/** What each character costs when nothing cheaper describes it. */
function characterBits(text: string): number[] {
  const bits = text.split('').map(otherBits);
  for (const match of text.matchAll(/[a-z]+/gi)) {
    const each = letterBits(match[0]);
    const capitals = Array.from(match[0]).filter(isCapital).length;
    const mixed = capitals > 1 && capitals < match[0].length;
    for (let i = 0; i < match[0].length; i++) bits[match.index + i] = each + (mixed ? 1 : 0);
  }
  return bits;
}

/** A block that comes again at once costs the block and how often. */
function repeatPieces(text: string, cost: (block: string) => number): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let length = 1; start + length * 2 <= text.length; length++) {
      const block = text.slice(start, start + length);
      let times = 1;
      while (text.startsWith(block, start + length * times)) {
        times += 1;
        if (length * times < 3) continue;
        const bits = cost(block) + Math.log2(times);
        pieces.push({ start, end: start + length * times, bits, weakness: 'repeat' });
      }
    }
  }
  return pieces;
}

interface Path {
  bits: number;
  last: Piece | null;
}

/** The cheapest spelling: `best[end]` is the cost of everything before `end`. */
function cheapest(text: string, known: Map<string, Path[]>): Path[] {
  const before = known.get(text);
  if (before) return before;
  const cost = (block: string): number => cheapest(block, known).at(-1)?.bits ?? 0;
  const single = characterBits(text).map((bits, start) => ({ start, end: start + 1, bits, weakness: null }));
  const pieces: Piece[] = [
    ...single,
    ...wordPieces(text),
    ...rowPieces(text),
    ...datePieces(text),
    ...repeatPieces(text, cost),
  ].toSorted((a, b) => a.end - b.end);
  const best: Path[] = [{ bits: 0, last: null }, ...single.map(() => ({ bits: Infinity, last: null }))];
  for (const piece of pieces) {
    const bits = (best[piece.start]?.bits ?? Infinity) + piece.bits;
    if (bits < (best[piece.end]?.bits ?? 0)) best[piece.end] = { bits, last: piece };
  }
  known.set(text, best);
  return best;
}

function weaknessesOf(path: Path[]): Weakness[] {
  const found = new Map<Weakness, number>();
  for (let at = path.length - 1; at > 0; ) {
    const piece = path[at]?.last;
    if (!piece) break;
    if (piece.weakness) found.set(piece.weakness, (found.get(piece.weakness) ?? 0) + piece.end - piece.start);
    at = piece.start;
  }
  const worstFirst = [...found].toSorted((a, b) => b[1] - a[1]).map(([weakness]) => weakness);
  return [...worstFirst, 'short'];
}

function strengthOf(text: string, bits: number): Strength {
  if (text === '') return 'empty';
  if (bits < LEAST_BITS) return 'weak';
  return bits < STRONG_BITS ? 'fair' : 'strong';
}

/** `typed` as typed; judged after NFKC, as the vault stretches it. */
export function estimate(typed: string): Estimate {
  const text = typed.normalize('NFKC').slice(0, LONGEST);
  const path = cheapest(text, new Map());
  const bits = path.at(-1)?.bits ?? 0;
  const strength = strengthOf(text, bits);
  return { bits, strength, weaknesses: strength === 'weak' ? weaknessesOf(path) : [] };
}
