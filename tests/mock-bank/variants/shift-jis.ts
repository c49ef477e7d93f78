/** Shift_JIS on the way out: Node only decodes it, so the table is made by decoding everything once. */

export type Encoder = (text: string) => Uint8Array<ArrayBuffer>;

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_none, index) => from + index);

/** 0xED and 0xEE repeat what stands elsewhere; the Encoding Standard never encodes into them. */
const LEADS = [...range(0x81, 0x9f), ...range(0xe0, 0xec), ...range(0xef, 0xfc)];
const TRAILS = [...range(0x40, 0x7e), ...range(0x80, 0xfc)];
const SINGLES = [...range(0x00, 0x7f), ...range(0xa1, 0xdf)];
const UNKNOWN = '\uFFFD';

function table(): Map<string, number[]> {
  const decoder = new TextDecoder('shift_jis');
  const bytesOf = new Map<string, number[]>();
  const sequences = [...SINGLES.map((byte) => [byte]), ...LEADS.flatMap((lead) => TRAILS.map((trail) => [lead, trail]))];
  for (const bytes of sequences) {
    const letter = decoder.decode(Uint8Array.from(bytes));
    // Where two sequences give the same letter the first one counts.
    if (!letter.includes(UNKNOWN) && Array.from(letter).length === 1 && !bytesOf.has(letter)) bytesOf.set(letter, bytes);
  }
  return bytesOf;
}

const reference = (letter: string): number[] => Array.from(`&#${letter.codePointAt(0) ?? 0};`, (one) => one.charCodeAt(0));

/** For HTML: a letter that Shift_JIS has not becomes a numeric reference, as browsers do in forms. Takes some 20 ms to make. */
export function shiftJisEncoder(): Encoder {
  const bytesOf = table();
  return (text) => Uint8Array.from(Array.from(text).flatMap((letter) => bytesOf.get(letter) ?? reference(letter)));
}
