/** How a passphrase is stretched: drafted here, bounded here before anything runs it. */
import { fromBase64url, toBase64url } from '../bytes.ts';
import type { PasskeyWay, Stretching, WayIn } from '../messages/ways.ts';
import { integer, type Parser, record, text } from '../parse.ts';

/** Bytes of Argon2id's output, of a passkey's PRF, and of every key of the vault. */
export const STRETCHED_LENGTH = 32;

/** `memory` in KiB. RFC 9106 section 4, second recommended option, on one lane: WASM has one thread. */
const PARAMETERS = { memory: 64 * 1024, passes: 3, lanes: 1 };

/** KiB times passes: what an order from the disk may cost, about a second and a half where today's parameters take a third. */
const MOST_WORK = 2 ** 20;

export const saltText: Parser<string> = (value, at) => {
  const encoded = text(43)(value, at);
  const { length } = fromBase64url(encoded);
  if (length < 16 || length > 32) throw new TypeError(`${at}: expected 16 to 32 bytes`);
  return encoded;
};

/**
 * The shape that a slot and a way in have in common. The bounds hold for what
 * the disk says too: a header that asks for 4 GiB is damage, not an order.
 */
export const STRETCHING_SHAPE = {
  salt: saltText,
  memory: integer(8 * 1024, 256 * 1024),
  passes: integer(1, 10),
  lanes: integer(1, 4),
};

export function expectBoundedWork({ memory, passes }: Pick<Stretching, 'memory' | 'passes'>): void {
  if (memory * passes > MOST_WORK) throw new TypeError('stretching: more work than we ever ask for');
}

const readShape = record<Stretching>(STRETCHING_SHAPE);

/** TypeError or RangeError for parameters out of bounds. */
export const readStretching: Parser<Stretching> = (value, at) => {
  const stretching = readShape(value, at);
  expectBoundedWork(stretching);
  return stretching;
};

/** Fresh slot id and salt, today's parameters. */
export function draftWayIn(random: (length: number) => Uint8Array): WayIn {
  return { slotId: toBase64url(random(16)), salt: toBase64url(random(16)), ...PARAMETERS };
}

export function draftPasskey(random: (length: number) => Uint8Array): Omit<PasskeyWay, 'credentialId'> {
  return { slotId: toBase64url(random(16)), salt: toBase64url(random(32)) };
}

/** Made with less than we ask for today. */
export function isOutdated({ memory, passes }: Pick<Stretching, 'memory' | 'passes'>): boolean {
  return memory < PARAMETERS.memory || passes < PARAMETERS.passes;
}
