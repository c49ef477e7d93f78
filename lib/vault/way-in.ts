/** How a passphrase is stretched for one slot: drafted here, bounded here before anything runs it. */
import { fromBase64url, toBase64url } from '../bytes.ts';
import type { WayIn } from '../messages/protocol.ts';
import { integer, type Parser, record, text } from '../parse.ts';
import { idText } from './names.ts';

/** Bytes of Argon2id's output, and of every key of the vault. */
export const STRETCHED_LENGTH = 32;

/** `memory` in KiB. RFC 9106 section 4, second recommended option, on one lane: WASM has one thread. */
const PARAMETERS = { memory: 64 * 1024, passes: 3, lanes: 1 };

const salt: Parser<string> = (value, at) => {
  const encoded = text(43)(value, at);
  const { length } = fromBase64url(encoded);
  if (length < 16 || length > 32) throw new TypeError(`${at}: expected 16 to 32 bytes`);
  return encoded;
};

/**
 * The shape that a slot and a way in have in common. The bounds hold for what
 * the disk says too: a header that asks for 4 GiB is damage, not an order.
 */
export const WAY_IN_SHAPE = {
  salt,
  memory: integer(8 * 1024, 256 * 1024),
  passes: integer(1, 10),
  lanes: integer(1, 4),
};

export const readWayIn: Parser<WayIn> = record<WayIn>({ slotId: idText, ...WAY_IN_SHAPE });

/** Fresh slot id and salt, today's parameters. */
export function draftWayIn(random: (length: number) => Uint8Array): WayIn {
  return { slotId: toBase64url(random(16)), salt: toBase64url(random(16)), ...PARAMETERS };
}
