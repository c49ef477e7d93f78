/** The forms in which some bytes may lie on a disk: as they are, in hexadecimal, base64, as numbers, as text in UTF-16. */

/** What must not be found; or, for a control, what must. */
export interface Secret {
  name: string;
  bytes: Uint8Array;
}

/** Bytes to look for. */
export interface Trace {
  name: string;
  form: string;
  bytes: Buffer;
}

/** A half that is found counts: compression, pages and log blocks may cut a secret in two. Shorter ones are found by chance. */
const LEAST_HALF = 8;

interface Piece {
  bytes: Buffer;
  /** Where it stands in the secret. */
  at: number;
}

function piecesOf(secret: Uint8Array): Piece[] {
  const bytes = Buffer.from(secret);
  const middle = bytes.length >> 1;
  if (middle < LEAST_HALF) return [{ bytes, at: 0 }];
  return [{ bytes: bytes.subarray(0, middle), at: 0 }, { bytes: bytes.subarray(middle), at: middle }];
}

/** In the middle of other bytes base64 has three faces; of each the letters that the neighbours don't change. */
function base64Faces(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return text.slice(Math.ceil((8 * shift) / 6), Math.floor((8 * (shift + bytes.length)) / 6));
  });
}

function textsOf({ bytes, at }: Piece): [form: string, text: string][] {
  const hex = bytes.toString('hex');
  const faces = base64Faces(bytes);
  const numbers = [...bytes];
  return [
    ['hex', hex],
    ['HEX', hex.toUpperCase()],
    ...faces.map((text): [string, string] => ['base64', text]),
    ...faces.map((text): [string, string] => ['base64url', text.replaceAll('+', '-').replaceAll('/', '_')]),
    ['numbers', numbers.join(',')],
    // What JSON makes of a Uint8Array.
    ['indexed numbers', numbers.map((byte, index) => `"${at + index}":${byte}`).join(',')],
  ];
}

/** The piece as text, when it is one. */
function typed(bytes: Buffer): [form: string, text: string][] {
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) && !/\p{Cc}/u.test(text) ? [['text', text]] : [];
}

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** Of each half, where there are two. */
export function tracesOf({ name, bytes }: Secret): Trace[] {
  return piecesOf(bytes).flatMap((piece) => {
    const texts = textsOf(piece);
    const traces = [
      { form: 'raw', bytes: piece.bytes },
      ...texts.map(([form, text]) => ({ form, bytes: Buffer.from(text) })),
      ...[...typed(piece.bytes), ...texts].flatMap(([form, text]) => [
        { form: `${form}, UTF-16LE`, bytes: Buffer.from(text, 'utf16le') },
        { form: `${form}, UTF-16BE`, bytes: bigEndian(text) },
      ]),
    ];
    const seen = new Map(traces.map((trace) => [trace.bytes.toString('latin1'), trace]));
    return [...seen.values()].map((trace) => ({ name, ...trace }));
  });
}
