/** Mutations of the rows themselves: values, keys and shapes that no version of the program ever wrote. */
import type { Chance } from '../chance.ts';
import { COPY, type Disk } from './mutations-disk.ts';

export type DiskChange = (disk: Disk, chance: Chance) => void;
type Values = ((bytes: Uint8Array) => unknown)[];

function cycle(): object {
  const round: Record<string, unknown> = {};
  return Object.assign(round, { round });
}

/** What IndexedDB can hold. */
const ODD_VALUES: Values = [
  () => null,
  () => 7,
  () => 'text',
  () => [],
  () => ({}),
  () => 7n,
  () => new Date(0),
  () => new Map([[1, 2]]),
  cycle,
  (bytes) => bytes,
  (bytes) => bytes.buffer,
];
const ODD_BYTES: Values = [
  () => undefined,
  () => null,
  () => 'AAAA',
  (bytes) => [...bytes],
  (bytes) => bytes.buffer,
  (bytes) => new Uint16Array(bytes),
  () => 7n,
  cycle,
];
const ODD_NUMBERS: unknown[] = ['1', Number.NaN, 1.5, -1, 0, Infinity, 2 ** 60, 1n, null, undefined, true];
const ODD_KEYS: unknown[] = [7, new Date(0), ['token', 1], new Uint8Array([1]), '', '__proto__', 'constructor', 'x'.repeat(70), 'トークン', 'a b'];

type Row = [unknown, unknown];

const ofRow = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined);
const plain = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

function bytesIn(value: unknown): Uint8Array {
  const found = ofRow(value, 'sealed') ?? ofRow(value, 'body');
  return found instanceof Uint8Array ? found : new Uint8Array(3);
}

/** Of the header or of one record. */
const onRow =
  (store: 'header' | 'tokens' | 'pendings', change: (row: Row, chance: Chance) => Row[]): DiskChange =>
  ({ rows }, chance) => {
    const chosen = chance.one(rows[store]);
    rows[store] = rows[store].flatMap((row): Row[] => (row === chosen ? change(row, chance) : [row]));
  };

const withField = (row: Row, name: string, value: unknown): Row[] => [[row[0], { ...plain(row[1]), [name]: value }]];
const without = (row: Row, name: string): Row[] => [[row[0], Object.fromEntries(Object.entries(plain(row[1])).filter(([key]) => key !== name))]];
const oddValue = ([key, value]: Row, chance: Chance): Row[] => [[key, chance.one(ODD_VALUES)(bytesIn(value))]];

export const ROW_CHANGES: Record<string, DiskChange> = {
  'a header that is no header': onRow('header', oddValue),
  'a header with odd bytes': onRow('header', (row, chance) => withField(row, chance.one(['body', 'mac', 'sum']), chance.one(ODD_BYTES)(bytesIn(row[1])))),
  'a header without its sum': onRow('header', (row) => without(row, 'sum')),
  'a header with a key more': onRow('header', (row) => withField(row, 'note', 1)),
  'a header under another key': onRow('header', ([, value], chance) => [[chance.one(ODD_KEYS), value]]),
  'a token that is no token': onRow('tokens', oddValue),
  'a pending that is no pending': onRow('pendings', oddValue),
  'a token with odd bytes': onRow('tokens', (row, chance) => withField(row, 'sealed', chance.one(ODD_BYTES)(bytesIn(row[1])))),
  'a token with an odd number': onRow('tokens', (row, chance) => withField(row, 'seq', chance.one(ODD_NUMBERS))),
  'a token with a key more': onRow('tokens', (row) => withField(row, 'note', '')),
  'a token with a key less': onRow('tokens', (row, chance) => without(row, chance.one(['seq', 'sealed']))),
  'a token under another key': onRow('tokens', ([, value], chance) => [[chance.one(ODD_KEYS), value]]),
  'a row more under an odd key': onRow('pendings', (row, chance) => [row, [chance.one(ODD_KEYS), chance.one([row[1], null, 7, cycle()])]]),
};

type Json = Record<string, unknown>;
const ODD_JSON: unknown[] = [null, 0, -1, 'text', '', true, [], {}, [[]], { header: 1 }, 1e300];
const ODD_TEXTS: unknown[] = [null, 7, '', 'A', 'AAA=', 'AB', '漢字', [], {}];

const onCopy =
  (change: (copy: Json, chance: Chance) => unknown): DiskChange =>
  (disk, chance) => {
    const copy: Json = JSON.parse(disk.local.get(COPY) ?? '{}');
    disk.local.set(COPY, JSON.stringify(change(copy, chance)));
  };

const rowsIn = (copy: Json, name: string): Json[] => {
  const { [name]: rows } = copy;
  return Array.isArray(rows) ? rows : [];
};

const onCopyRow = (name: string, values: readonly unknown[]): DiskChange =>
  onCopy((copy, chance) => {
    const [first, ...rest] = rowsIn(copy, 'tokens');
    return { ...copy, tokens: [...rest, { ...first, [name]: chance.one(values) }] };
  });

const onCopyHeader = (odd: (chance: Chance) => object): DiskChange =>
  onCopy((copy, chance) => ({ ...copy, header: { ...plain(copy['header']), ...odd(chance) } }));

const manyRows = (copy: Json, count: number): Json => ({ ...copy, tokens: Array.from({ length: count }, () => rowsIn(copy, 'tokens')[0]) });

/** Texts that JSON.stringify would never write. */
const onCopyText =
  (change: (text: string, chance: Chance) => string): DiskChange =>
  ({ local }, chance) =>
    void local.set(COPY, change(local.get(COPY) ?? '', chance));

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

export const COPY_CHANGES: Record<string, DiskChange> = {
  'a copy that is none': onCopy((_copy, chance) => chance.one(ODD_JSON)),
  'a copy whose header is none': onCopy((copy, chance) => ({ ...copy, header: chance.one(ODD_JSON) })),
  'a copy whose header has odd texts': onCopyHeader((chance) => ({ [chance.one(['body', 'mac', 'sum'])]: chance.one(ODD_TEXTS) })),
  'a copy whose header has a key more': onCopyHeader(() => ({ note: 1 })),
  'a copy whose tokens are none': onCopy((copy, chance) => ({ ...copy, tokens: chance.one([null, 0, 'text', {}, [null], [7], [[]], [{}]]) })),
  'a copy without a part': onCopy((copy, chance) => ({ ...copy, [chance.one(['header', 'tokens', 'pendings'])]: undefined })),
  'a copy with an odd text': onCopyRow('sealed', ODD_TEXTS),
  'a copy with an odd number': onCopyRow('seq', ['1', 1.5, -1, 0, null, 1e300, true]),
  'a copy with an odd id': onCopyRow('id', ['', '__proto__', 'a b', 'x'.repeat(65), 7, null, 'トークン']),
  'a copy with a key more at a token': onCopyRow('note', ['']),
  'a copy with __proto__': onCopyText((text, chance) => text.replace('{"id"', `{"__proto__":${chance.one(['{}', '{"seq":1}', 'null'])},"id"`)),
  'a copy with a token twice': onCopy((copy) => ({ ...copy, tokens: [...rowsIn(copy, 'tokens'), ...rowsIn(copy, 'tokens')] })),
  'a copy nested deeply': onCopyText((_text, chance) => `{"header":${deep(chance.one([3, 1000, 10_000]))},"tokens":${deep(1000)}}`),
};

/** These take long, so that a few of each must do. */
export const VAST_COPIES: Record<string, DiskChange> = {
  'a copy with ten thousand rows': onCopy((copy, chance) => manyRows(copy, chance.one([2_000, 10_001]))),
  'a copy with a vast text': onCopyRow('sealed', ['A'.repeat(400_000), 'A'.repeat(20_000_000)]),
  'a copy with a vast header': onCopyHeader((chance) => ({ body: 'A'.repeat(chance.one([400_000, 20_000_000])) })),
};

/** Read as they are meant, and rightly so. */
export const HARMLESS: Record<string, DiskChange> = {
  'the same copy in another order': onCopy((copy) => Object.fromEntries(Object.entries(copy).toReversed().map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]))),
  'a copy with a key of its own': onCopy((copy) => ({ ...copy, note: 1 })),
};

const MARK = 'vaultMade';
const ODD_MARKS: unknown[] = [null, 0, 'text', [], {}, { vaultId: 'ZZZZ' }, { vaultId: 7, madeAt: 1 }, { vaultId: 'ZZZZ', madeAt: -1 }];

export const MARK_CHANGES: Record<string, DiskChange> = {
  'the mark gone': ({ local }) => void local.delete(MARK),
  'another mark': ({ local }) => void local.set(MARK, JSON.stringify({ vaultId: 'ZZZZZZZZZZZZZZZZZZZZZZ', madeAt: 1 })),
  'a mark that is none': ({ local }, chance) => void local.set(MARK, JSON.stringify(chance.one(ODD_MARKS))),
};
