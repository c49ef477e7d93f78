/** Requests as they arrive: exact keys, exact lengths, or `malformed`. */
import { Refused } from './answers.ts';
import { fromBase64url } from '../secrets/encoding.ts';

const MOST_BYTES = 4096;

/** The body's bytes; refuses another content type and more than 4 KiB without reading further. */
export async function readBody(request: Request): Promise<Uint8Array> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json(;\s*charset=utf-8)?$/i.test(type)) throw new Refused('content-type');
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) throw new Refused('too-large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new Refused('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

type Field<T> = (value: unknown) => T | null;
type Fields = Record<string, Field<unknown>>;
type Parsed<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

export const bytes = (least: number, most = least): Field<Buffer> => (value) => fromBase64url(value, least, most);
export const text = (pattern: RegExp): Field<string> => (value) =>
  typeof value === 'string' && pattern.test(value) ? value : null;
/** 1 to `most` bytes of UTF-8 without control characters; whole Unicode: a lone surrogate has no bytes to be hashed. */
export const words = (most: number): Field<string> => (value) =>
  typeof value === 'string' && isWords(value, most) ? value : null;

export const isWords = (value: string, most: number): boolean =>
  value !== '' && Buffer.byteLength(value) <= most && value.isWellFormed() && !/\p{Cc}/u.test(value);

export const time: Field<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
export const version: Field<1> = (value) => (value === 1 ? 1 : null);

/** An object within an object. */
export const nested = <F extends Fields>(fields: F): Field<Parsed<F>> => (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? parseObject(value, fields) : null;

/** Every message's shape says so itself: all keys, no other key, each of its kind. */
export const parse = <F extends Fields>(body: Uint8Array, fields: F): Parsed<F> => parseObject(jsonObject(body), fields);

function parseObject<F extends Fields>(found: object, fields: F): Parsed<F> {
  const names = Object.keys(fields);
  if (Object.keys(found).length !== names.length) throw new Refused('malformed');
  const entries = names.map((name) => {
    const value = Object.hasOwn(found, name) ? (fields[name]?.(Reflect.get(found, name)) ?? null) : null;
    if (value === null) throw new Refused('malformed');
    return [name, value] as const;
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name was parsed by its own field above
  return Object.fromEntries(entries) as Parsed<F>;
}

function jsonObject(body: Uint8Array): object {
  try {
    const found: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body));
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found;
  } catch {
    // Not UTF-8 or not JSON: the same answer as for a JSON of another shape.
  }
  throw new Refused('malformed');
}
