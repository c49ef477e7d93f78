import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytes, flag, integer, list, member, oneOf, orNull, partOf, record, text } from '../../lib/parse.ts';

const shape = record({
  v: oneOf(1),
  name: text(4, /^[a-z]*$/),
  count: integer(0, 9),
  on: flag,
  key: bytes(2),
  tags: list(text(2), 2),
  maybe: orNull(integer(0)),
});
const right = { v: 1, name: 'ab', count: 3, on: false, key: 'AAE', tags: ['x'], maybe: null };

describe('a strict parser', () => {
  it('gives what is right', () => {
    expect(shape(right, 'it')).toEqual({ ...right, key: Uint8Array.of(0, 1) });
  });
  it.each([
    ['another version', { v: 2 }],
    ['a long text', { name: 'abcde' }],
    ['a text of other letters', { name: 'AB' }],
    ['a number outside', { count: 10 }],
    ['a fraction', { count: 1.5 }],
    ['a number as text', { count: '1' }],
    ['bytes of another length', { key: 'AAEC' }],
    ['bytes not canonical', { key: 'AAF' }],
    ['too long a list', { tags: ['a', 'b', 'c'] }],
    ['an unknown key', { more: 1 }],
    ['undefined', { maybe: undefined }],
  ])('refuses %s', (_, wrong) => {
    expect(() => shape({ ...right, ...wrong }, 'it')).toThrow(TypeError);
  });
  it('refuses a missing key', () => {
    const { on: _on, ...rest } = right;
    expect(() => shape(rest, 'it')).toThrow(TypeError);
  });
  it('of some keys takes none, some or all of them, and no other', () => {
    const some = partOf({ count: integer(0, 9), on: flag });
    expect([some({}, 'it'), some({ on: true }, 'it'), some({ on: true, count: 2 }, 'it')]).toEqual([{}, { on: true }, { on: true, count: 2 }]);
    for (const wrong of [{ more: 1 }, { on: 1 }, { on: undefined }, { count: 10, on: true }, [], null, 'on'])
      expect(() => some(wrong, 'it')).toThrow(TypeError);
  });
  it('gives a TypeError or a value for anything, and takes no key from a prototype', () => {
    fc.assert(fc.property(fc.anything(), (value) => {
      expect(() => shape(value, 'it')).toThrow(TypeError);
    }));
    expect(() => shape(Object.create(right), 'it')).toThrow(TypeError);
  });
});

describe('a member of an unknown value', () => {
  it('is its own, and undefined where there is none', () => {
    expect([member({ name: 'look' }, 'name'), member(['a'], '0'), member(JSON.parse('{"__proto__":1}'), '__proto__')]).toEqual(['look', 'a', 1]);
    for (const value of [undefined, null, 'name', 7, true, {}, [], Object.create({ name: 'look' })]) expect(member(value, 'name')).toBeUndefined();
    for (const name of ['constructor', 'toString', '__proto__']) expect([member({}, name), member([], name)]).toEqual([undefined, undefined]);
  });
});
