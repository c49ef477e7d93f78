/** Right messages made wrong, knowing what they are made of: of every change it is known beforehand what it means. */
import { equalBytes, fromBase64url, toBase64url, utf8 } from '../../../lib/bytes.ts';
import type { Chance } from '../chance.ts';

/**
 * `malformed`: no message of docs/protocol.md any more. `other`: a well-formed message that nobody has sent.
 * `same`: other bytes that JSON reads as the very message (order of keys, white space, escapes, a key twice of which JSON
 * takes the last): there is nothing in it to be refused, and every MAC is over what was read.
 */
export type Meaning = 'malformed' | 'other' | 'same';

export interface Changed {
  how: string;
  meaning: Meaning;
  body: Uint8Array<ArrayBuffer>;
}

/** A message as JSON has it. `others`: well-formed values for some of its fields, by path ("profile.name"). */
export interface Sample {
  json: string;
  others?: Record<string, (chance: Chance) => unknown>;
  /** Fields that may have another length than they have. */
  lengths?: readonly string[];
  /** Values that are refused as if they were malformed: what is no group element. */
  wrong?: Record<string, readonly unknown[]>;
}

type Json = Record<string, unknown>;
interface Place {
  holder: Json;
  key: string;
  path: string;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function placesIn(holder: Json, before = ''): Place[] {
  return Object.entries(holder).flatMap(([key, value]) => {
    const path = before + key;
    return [{ holder, key, path }, ...(isObject(value) ? placesIn(value, `${path}.`) : [])];
  });
}

const read = (json: string): Json => {
  const value: unknown = JSON.parse(json);
  return isObject(value) ? value : {};
};

/** JSON text that JSON.stringify can't write, in the place of a value. */
const RAW = '\u0000raw ';
const raw = (text: string): string => RAW + text;
const write = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/"\\u0000raw ((?:[^"\\]|\\.)*)"/g, (_, text: string) => JSON.parse(`"${text}"`));

const STRANGE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', 'V', 'v ', 'ｖ', 'mac2', 'error', '\u0000', 'serial\u200b'];
const STRANGE_NUMBERS = ['-1', '1.5', '-0.5', '9007199254740992', '18446744073709551616', '1e308', '1e999', '-1e999', '1e-7'];
const STRANGE_VALUES: unknown[] = [null, true, false, [], {}, [1], [[]], { v: 1 }, { length: 16 }, { toString: 1 }, { __proto__: null, valueOf: 1 }];
const NO_JSON = ['', ' ', '{', '}', 'null', '1', '"x"', '[]', '[{}]', '{}', 'NaN', 'undefined', '{"v":1', '{"v":1,}', "{'v':1}", '{"v":1}{"v":1}', '{"v":01}', '{"v":+1}', '{"v":.1}', '{"v":0x1}', '\u0000'];

/** Null when there is no place that `choose` has something for. */
function replaced(json: string, chance: Chance, choose: (place: Place) => { value: unknown; how: string } | null): { json: string; how: string } | null {
  const message = read(json);
  const places = placesIn(message);
  const first = chance.below(places.length);
  for (const place of [...places.slice(first), ...places.slice(0, first)]) {
    const chosen = choose(place);
    if (!chosen) continue;
    place.holder[place.key] = chosen.value;
    return { json: write(message), how: `${place.path}: ${chosen.how}` };
  }
  return null;
}

/** `__proto__` as a key of its own, as JSON.parse makes it. */
function put(holder: Json, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

const isBase64url = (value: unknown): value is string => typeof value === 'string' && value.length >= 22 && /^[A-Za-z0-9_-]+$/.test(value);

function isCanonical(text: string): boolean {
  try {
    return fromBase64url(text).length > 0;
  } catch {
    return false;
  }
}

/** The last character of 16, 32 or 64 bytes has bits that must be 0. */
function looseEnd(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return text.slice(0, -1) + (letters[letters.indexOf(text.slice(-1)) + 1] ?? '+');
}

const WRONG_TEXT: readonly ((text: string) => string)[] = [
  (text) => text.slice(0, -1), (text) => text.slice(1), (text) => `${text}A`, (text) => `${text}AA`, (text) => `${text}=`, (text) => `${text}==`,
  (text) => ` ${text}`, (text) => `${text}\n`, (text) => `${text.slice(0, -1)}+`, (text) => `${text.slice(0, -1)}/`, (text) => `${text.slice(0, 8)}.${text.slice(9)}`,
  (text) => text.replace(/[A-Za-z0-9]/, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)), (text) => `${text}\u0301`, (text) => text.repeat(4), () => '', looseEnd,
];

type Change = (chance: Chance, sample: Sample) => { how: string; json: string } | { how: string; bytes: Uint8Array<ArrayBuffer> } | null;

/** The change in the bytes themselves. */
const bytesOf = (how: string, change: (bytes: Uint8Array<ArrayBuffer>, chance: Chance) => Uint8Array<ArrayBuffer>): Change => (chance, { json }) =>
  ({ how, bytes: change(utf8(json), chance) });

const joined = (...parts: (Uint8Array | number[])[]): Uint8Array<ArrayBuffer> => Uint8Array.from(parts.flatMap((part) => [...part]));

const MALFORMED: readonly Change[] = [
  (chance, { json }) => {
    const message = read(json);
    const { holder, key, path } = chance.one(placesIn(message));
    delete holder[key];
    return { how: `without ${path}`, json: write(message) };
  },
  (chance, { json }) => {
    const message = read(json);
    const { holder, key } = chance.one(placesIn(message));
    const added = chance.one(STRANGE_KEYS);
    put(holder, added, chance.yes(0.5) ? holder[key] : chance.one(STRANGE_VALUES));
    return { how: `with ${added}`, json: write(message) };
  },
  (chance, { json }) => {
    const message = read(json);
    const { holder, key, path } = chance.one(placesIn(message));
    const value = holder[key];
    delete holder[key];
    put(holder, chance.one([...STRANGE_KEYS, `${key} `, `${key}\u0000`, `\ufeff${key}`, key.toUpperCase() === key ? `${key}x` : key.toUpperCase()].filter((name) => name !== key)), value);
    return { how: `${path} renamed`, json: write(message) };
  },
  (chance, { json }) => replaced(json, chance, ({ holder, key }) => {
    const value = chance.one(STRANGE_VALUES);
    return JSON.stringify(holder[key]) === JSON.stringify(value) ? null : { value, how: `is ${JSON.stringify(value)}` };
  }),
  (chance, { json }) => replaced(json, chance, ({ holder, key }) => {
    const value = holder[key];
    return typeof value === 'number' ? { value: String(value), how: 'as text' } : { value: [value], how: 'in a list' };
  }),
  (chance, { json }) => replaced(json, chance, ({ holder, key }) =>
    (typeof holder[key] === 'number' ? { value: raw(chance.one(STRANGE_NUMBERS)), how: 'no integer of ours' } : null)),
  (chance, { json, lengths = [] }) => replaced(json, chance, ({ holder, key, path }) => {
    const value = holder[key];
    if (!isBase64url(value) || value.length % 4 === 0) return null;
    const wrong = chance.one(WRONG_TEXT)(value);
    return lengths.includes(path) && isCanonical(wrong) ? null : { value: wrong, how: 'no canonical base64url of its length' };
  }),
  (chance, { json }) => replaced(json, chance, ({ holder, key }) => (typeof holder[key] === 'string' ? { value: 'A'.repeat(400 + chance.below(6000)), how: 'huge' } : null)),
  (chance, { json }) => replaced(json, chance, () => {
    const depth = 50 + chance.below(1900);
    return { value: raw(chance.yes(0.5) ? '['.repeat(depth) + ']'.repeat(depth) : `${'{"v":'.repeat(depth / 6)}1${'}'.repeat(depth / 6)}`), how: 'nested deep' };
  }),
  (chance, { json, wrong = {} }) => replaced(json, chance, ({ path }) => {
    const values = wrong[path];
    return values ? { value: chance.one(values), how: 'no group element' } : null;
  }),
  (chance) => ({ how: 'no message', json: chance.one(NO_JSON) }),
  (chance, { json }) => ({ how: 'more than 4 KiB, of white space', json: json + ' '.repeat(4097 - utf8(json).length + chance.below(3000)) }),
  bytesOf('behind a byte order mark', (bytes) => joined([0xef, 0xbb, 0xbf], bytes)),
  bytesOf('cut short', (bytes, chance) => bytes.slice(0, chance.below(bytes.length))),
  bytesOf('something behind it', (bytes, chance) => joined(bytes, chance.bytes(1 + chance.below(8)).map((byte) => byte | 0x21))),
  bytesOf('no UTF-8', (bytes, chance) => {
    const at = 1 + chance.below(bytes.length - 1);
    return joined(bytes.subarray(0, at), [chance.one([0xff, 0xc0, 0xfe, 0xf8])], bytes.subarray(at));
  }),
  bytesOf('noise', (_, chance) => chance.bytes(chance.below(400))),
];

function flippedBytes(text: string, chance: Chance): string {
  const bytes = fromBase64url(text);
  const at = chance.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
  return toBase64url(bytes);
}

const OTHER: readonly Change[] = [
  (chance, { json }) => replaced(json, chance, ({ holder, key }) => {
    const value = holder[key];
    return isBase64url(value) ? { value: flippedBytes(value, chance), how: 'a bit flipped' } : null;
  }),
  (chance, { json, others = {} }) => replaced(json, chance, ({ path }) => {
    const other = others[path];
    return other ? { value: other(chance), how: 'another value' } : null;
  }),
];

const SAME: readonly Change[] = [
  (chance, { json }) => {
    const shuffled = (value: unknown): unknown =>
      isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shuffled(inner), chance.below(1000)] as const).toSorted((a, b) => a[2] - b[2])) : value;
    return { how: 'keys in another order', json: JSON.stringify(shuffled(read(json))) };
  },
  (chance, { json }) => ({ how: 'white space', json: JSON.stringify(read(json), null, chance.one(['\t', ' ', '  '])) + chance.one(['', '\n', '\r\n\t ']) }),
  (chance, { json }) => {
    const keys = Object.keys(read(json));
    const key = chance.one(keys);
    return { how: `${key} twice, the last as it was`, json: `{${JSON.stringify(key)}:${JSON.stringify(chance.one(STRANGE_VALUES))},${json.slice(1)}` };
  },
  (chance, { json }) => {
    const key = chance.one(Object.keys(read(json)));
    const escaped = Array.from(key, (char) => char).map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    return { how: `${key} escaped`, json: json.replace(`"${key}"`, `"${escaped}"`) };
  },
  (_chance, { json }) => ({ how: 'v spelled 1.0', json: json.replace('"v":1,', '"v":1.0,') }),
];

const CHANGES: Record<Meaning, readonly Change[]> = { malformed: MALFORMED, other: OTHER, same: SAME };

export function changed(chance: Chance, sample: Sample, meaning: Meaning): Changed {
  for (;;) {
    const made = chance.one(CHANGES[meaning])(chance, sample);
    if (!made) continue;
    const body = 'json' in made ? utf8(made.json) : made.bytes;
    if (!equalBytes(body, utf8(sample.json))) return { how: made.how, meaning, body };
  }
}
