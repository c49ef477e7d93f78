/** Ways to damage what lies there. Nothing is written here: each gives another Laid. */
import { createHash } from 'node:crypto';
import type { Copy, Laid, Row, Rows } from './laid.ts';

function missing(what: string): never {
  throw new Error(`there is no ${what}`);
}

/** One bit in the middle is another. */
export function flipped(value: Row[string] | undefined): string {
  const bytes = Buffer.from(String(value), 'base64url');
  const at = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes.toString('base64url');
}

/** As somebody would write it who knows the format, but no key. */
function summed({ body = '', mac = '' }: Row): Row {
  const hash = createHash('sha256');
  for (const part of [body, mac]) hash.update(Buffer.from(String(part), 'base64url'));
  return { body, mac, sum: hash.digest('base64url') };
}

const rowsOf = ({ rows }: Laid): Rows => rows ?? missing('database');
export const copyOf = ({ copy }: Laid): Copy => copy ?? missing('copy');

/** The record of this token is another in one bit. */
export function withRowFlipped(laid: Laid, id: string): Laid {
  const rows = rowsOf(laid);
  const row = rows.tokens[id] ?? missing('such token');
  return { ...laid, rows: { ...rows, tokens: { ...rows.tokens, [id]: { ...row, sealed: flipped(row['sealed']) } } } };
}

export function withCopyFlipped(laid: Laid, id: string): Laid {
  const copy = copyOf(laid);
  const tokens = copy.tokens.map((row) => (row['id'] === id ? { ...row, sealed: flipped(row['sealed']) } : row));
  return { ...laid, copy: { ...copy, tokens } };
}

export function withHeader(laid: Laid, change: (header: Row) => Row): Laid {
  const rows = rowsOf(laid);
  return { ...laid, rows: { ...rows, header: { header: change(rows.header['header'] ?? missing('header')) } } };
}

/** Another salt in the slot, and a sum that fits: without the key this cannot be told from the right one. */
export function withAnotherSalt(header: Row): Row {
  const body: { slots: { salt: string }[] } = JSON.parse(Buffer.from(String(header['body']), 'base64url').toString());
  const slots = body.slots.map((slot) => ({ ...slot, salt: flipped(slot.salt) }));
  return summed({ ...header, body: Buffer.from(JSON.stringify({ ...body, slots })).toString('base64url') });
}
