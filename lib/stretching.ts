/** How a passphrase is stretched (Argon2id, RFC 9106): today's parameters, and the bounds of anybody's, held before anything runs them. */
import { fromBase64url, toBase64url, uint64 } from './bytes.ts';
import { integer, type Parser, record, text } from './parse.ts';

export interface Stretching {
  /** base64url of 16 to 32 bytes. */
  salt: string;
  /** KiB. */
  memory: number;
  passes: number;
  lanes: number;
}

/** Bytes of Argon2id's output, of a passkey's PRF, and of every key of the vault. */
export const STRETCHED_LENGTH = 32;

/** RFC 9106 section 4, second recommended option, on one lane: WASM has one thread. */
const PARAMETERS = { memory: 64 * 1024, passes: 3, lanes: 1 };

/** KiB times passes: what an order from the disk or a stranger's file may cost, about a second and a half where today's parameters take a third. */
const MOST_WORK = 2 ** 20;

export const saltText: Parser<string> = (value, at) => {
  const encoded = text(43)(value, at);
  const { length } = fromBase64url(encoded);
  if (length < 16 || length > 32) throw new TypeError(`${at}: expected 16 to 32 bytes`);
  return encoded;
};

/** For what holds more than this. A header that asks for 4 GiB is damage, not an order. */
export const STRETCHING_SHAPE = {
  salt: saltText,
  memory: integer(8 * 1024, 256 * 1024),
  passes: integer(1, 10),
  lanes: integer(1, 4),
};

export function expectBoundedWork({ memory, passes }: Stretching): void {
  if (memory * passes > MOST_WORK) throw new TypeError('stretching: more work than we ever ask for');
}

const readShape = record<Stretching>(STRETCHING_SHAPE);

/** TypeError or RangeError for parameters out of bounds. */
export const readStretching: Parser<Stretching> = (value, at) => {
  const stretching = readShape(value, at);
  expectBoundedWork(stretching);
  return stretching;
};

/** Fresh salt, today's parameters. */
export function draftStretching(random: (length: number) => Uint8Array): Stretching {
  return { salt: toBase64url(random(16)), ...PARAMETERS };
}

/** Of what holds more than this. */
export function stretchingOf({ salt, memory, passes, lanes }: Stretching): Stretching {
  return { salt, memory, passes, lanes };
}

/** For an AAD, in this order: where one of them was lowered nothing opens. */
export function boundParts({ salt, memory, passes, lanes }: Stretching): Uint8Array[] {
  return [fromBase64url(salt), uint64(memory), uint64(passes), uint64(lanes)];
}

/** Made with less than we ask for today. */
export function isOutdated({ memory, passes }: Pick<Stretching, 'memory' | 'passes'>): boolean {
  return memory < PARAMETERS.memory || passes < PARAMETERS.passes;
}
