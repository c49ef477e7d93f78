import { afterEach, describe, expect, it } from 'vitest';
import type { Snapshot, Write } from '../../../lib/vault/rows.ts';
import { openStore } from '../../../lib/vault/store.ts';
import type { StoredRecord } from '../../../lib/vault/stored.ts';
import { reasonOf } from './builders.ts';
import { contentOf, putRaw, summed } from './disk.ts';

const METHODS = ['put', 'clear'] as const;
const own = new Map(METHODS.map((name) => [name, Reflect.get(IDBObjectStore.prototype, name)]));

function healthyDisk(): void {
  for (const [name, method] of own) Reflect.set(IDBObjectStore.prototype, name, method);
}

afterEach(healthyDisk);

/** A disk that fails at one request of a transaction, counted from now. */
function failingAt(count: number, error: DOMException): void {
  let requests = 0;
  for (const [name, method] of own)
    Reflect.set(IDBObjectStore.prototype, name, function failing(this: IDBObjectStore, ...what: unknown[]): unknown {
      if (++requests === count) throw error;
      return Reflect.apply(method, this, what);
    });
}

let names = 0;
const newName = (): string => `rows-${++names}`;

const row = (id: string, seq = 1, store: StoredRecord['store'] = 'tokens'): StoredRecord => ({ store, id, seq, sealed: new Uint8Array(40).fill(seq) });
const headed = (fill: number): Snapshot['header'] => summed({ body: new Uint8Array([fill]), mac: new Uint8Array(32).fill(fill) });

async function filledStore() {
  const name = newName();
  const store = openStore(name);
  const header = headed(1);
  if (!header) throw new Error('no header');
  const first: Write = { from: null, header, puts: [row('a'), row('b'), row('p', 1, 'pendings')], drops: [] };
  expect(await store.write(first)).toBe(true);
  return { name, store };
}

describe('a replacing of everything', () => {
  it('leaves this and nothing else', async () => {
    const { store } = await filledStore();
    const next = { header: headed(2), records: [row('b', 5), row('c')] };
    await store.replace(next);
    expect(await store.read()).toEqual({ ...next, unreadable: 0 });
    await store.replace({ header: null, records: [] });
    expect(await store.read()).toEqual({ header: null, records: [], unreadable: 0 });
  });

  it('takes rows away that nobody could read', async () => {
    const { name, store } = await filledStore();
    await putRaw(name, 'tokens', 'odd', 'x');
    await putRaw(name, 'header', 'other', 1);
    await store.replace({ header: headed(2), records: [] });
    expect(await store.raw()).toMatchObject({ tokens: [], pendings: [], header: [['header', {}]] });
  });

  // Three stores are emptied, two records and the header put: a crash at any of them is a crash of all.
  it.each([1, 2, 3, 4, 5, 6])('that fails at its step %i leaves everything as it was', async (step) => {
    const { name, store } = await filledStore();
    const before = await contentOf(name);
    failingAt(step, new DOMException('full', 'QuotaExceededError'));
    expect(await reasonOf(store.replace({ header: headed(2), records: [row('b', 5), row('c')] }))).toBe('store-full');
    healthyDisk();
    expect(await contentOf(name)).toEqual(before);
    expect(store.trouble()).toBe('QuotaExceededError: full');
  });
});

describe('a row that is not as we ever wrote one', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['text', 'x'],
    ['a list', [1, new Uint8Array(40)]],
    ['no sealed bytes', { seq: 1 }],
    ['text for bytes', { seq: 1, sealed: 'AAAA' }],
    ['a buffer for bytes', { seq: 1, sealed: new ArrayBuffer(40) }],
    ['a key too many', { seq: 1, sealed: new Uint8Array(40), note: '' }],
    ['text for a number', { seq: '1', sealed: new Uint8Array(40) }],
    ['no number', { seq: Number.NaN, sealed: new Uint8Array(40) }],
    ['half a number', { seq: 1.5, sealed: new Uint8Array(40) }],
    ['sequence 0', { seq: 0, sealed: new Uint8Array(40) }],
    ['a sequence beyond counting', { seq: 2 ** 60, sealed: new Uint8Array(40) }],
  ])('(%s) is counted, and the others are read', async (_, value) => {
    const { name, store } = await filledStore();
    await putRaw(name, 'tokens', 'a', value);
    const { header, records, unreadable } = await store.read();
    expect(header).toEqual(headed(1));
    expect(records.map(({ id }) => id)).toEqual(['b', 'p']);
    expect(unreadable).toBe(1);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['no sum', { body: new Uint8Array([1]), mac: new Uint8Array(32) }],
    ['a sum of something else', { body: new Uint8Array([1]), mac: new Uint8Array(32), sum: new Uint8Array(32) }],
    ['a key too many', { ...headed(1), note: '' }],
  ])('is counted when it is the header, too: %s', async (_, value) => {
    const { name, store } = await filledStore();
    await putRaw(name, 'header', 'header', value);
    const { header, records, unreadable } = await store.read();
    expect([header, records.length, unreadable]).toEqual([null, 3, 1]);
  });

  it('is given as it lies there to whoever saves what is left', async () => {
    const { name, store } = await filledStore();
    await putRaw(name, 'tokens', 'odd', { anything: 1 });
    const { tokens, pendings, header } = await store.raw();
    expect(tokens.map(([key]) => key)).toEqual(['a', 'b', 'odd']);
    expect(tokens[2]?.[1]).toEqual({ anything: 1 });
    expect([pendings.length, header.length]).toEqual([1, 1]);
  });

  it('is no vault to write over: a write that was made from nothing finds something there', async () => {
    const { name, store } = await filledStore();
    await putRaw(name, 'header', 'header', 'x');
    const header = headed(2);
    if (!header) throw new Error('no header');
    for (const from of [null, new Uint8Array(32).fill(1)]) expect(await store.write({ from, header, puts: [], drops: [] })).toBe(false);
  });
});
