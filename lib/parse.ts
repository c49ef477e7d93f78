/** unknown → T, or a TypeError that names the place. Strict: exact keys, bounded sizes. */
import { fromBase64url } from './bytes.ts';

export type Parser<T> = (value: unknown, at: string) => T;

/** For parsers of one's own. */
export function fail(at: string, expected: string): never {
  throw new TypeError(`${at}: expected ${expected}`);
}

/** Of an unknown value: its own member, undefined where there is none, and in what is no object. `__proto__` and its like are never followed. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const found: unknown = Reflect.get(value, name);
  return found;
}

export function text(maximum: number, pattern?: RegExp): Parser<string> {
  return (value, at) => {
    if (typeof value !== 'string' || value.length > maximum) fail(at, `text of at most ${maximum}`);
    if (pattern && !pattern.test(value)) fail(at, String(pattern));
    return value;
  };
}

export function integer(minimum: number, maximum = Number.MAX_SAFE_INTEGER): Parser<number> {
  return (value, at) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < minimum || value > maximum)
      fail(at, `an integer from ${minimum} to ${maximum}`);
    return value;
  };
}

export const flag: Parser<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : fail(at, 'true or false');

export function oneOf<const T extends string | number | boolean>(...allowed: T[]): Parser<T> {
  return (value, at) => allowed.find((one) => one === value) ?? fail(at, allowed.join(' | '));
}

/** base64url of exactly `length` bytes, or of at most `maximum`. */
export function bytes(length: number, maximum = length): Parser<Uint8Array<ArrayBuffer>> {
  return (value, at) => {
    if (typeof value !== 'string' || value.length > maximum * 2) fail(at, 'base64url');
    let decoded: Uint8Array<ArrayBuffer>;
    try {
      decoded = fromBase64url(value);
    } catch {
      return fail(at, 'base64url');
    }
    if (decoded.length < length || decoded.length > maximum) fail(at, `${length} to ${maximum} bytes`);
    return decoded;
  };
}

export function orNull<T>(inner: Parser<T>): Parser<T | null> {
  return (value, at) => (value === null ? null : inner(value, at));
}

export function list<T>(inner: Parser<T>, maximum: number): Parser<T[]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length > maximum) fail(at, `a list of at most ${maximum}`);
    return value.map((item: unknown, index) => inner(item, `${at}[${index}]`));
  };
}

type Shape<T> = { [K in keyof T]: Parser<T[K]> };

/** `keys`: all that are there, and no others. */
function parsed(shape: object, keys: string[], value: object, at: string): object {
  const found = Object.keys(value);
  if (found.length !== keys.length || !keys.every((key) => Object.hasOwn(value, key)))
    fail(at, `exactly the keys ${keys.join(', ')}`);
  const entries = keys.map((key) => {
    const parser: Parser<unknown> = Reflect.get(shape, key);
    return [key, parser(Reflect.get(value, key), `${at}.${key}`)];
  });
  return Object.fromEntries(entries);
}

function expectObject(value: unknown, at: string): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(at, 'an object');
  return value;
}

/** An object with some of these keys, and no others. */
export function partOf<T extends object>(shape: Shape<T>): Parser<Partial<T>> {
  return (value, at) => {
    const given = expectObject(value, at);
    const keys = Object.keys(shape).filter((key) => Object.hasOwn(given, key));
    return parsed(shape, keys, given, at);
  };
}

/** An object with exactly these keys. */
export function record<T extends object>(shape: Shape<T>): Parser<T> {
  const keys = Object.keys(shape);
  return (value, at) => {
    // The shape's type is asserted: every key was parsed by its own parser.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return parsed(shape, keys, expectObject(value, at), at) as T;
  };
}
