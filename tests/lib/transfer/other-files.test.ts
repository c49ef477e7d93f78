/** The backups of Aegis and 2FAS, in the shapes that their documents give. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../lib/transfer/found.ts';
import { readSource } from '../../../lib/transfer/read.ts';
import { aegisEntry, aegisFile, found, problemIn, RFC_SECRET, tokenIn, twofasFile, twofasService } from './builders.ts';

const entriesOf = (text: string): Entry[] => {
  const source = readSource(text);
  if (source.kind !== 'entries') throw new Error(JSON.stringify(source));
  expect(source.batch).toBeNull();
  return source.entries;
};
const problemOf = (text: string): string => {
  const source = readSource(text);
  return source.kind === 'problem' ? source.problem : source.kind;
};
const { secret } = found();
const many = <T>(one: T, count: number): T[] => Array.from({ length: count }, () => one);
const wrong = (info: Record<string, unknown>): Entry[] => entriesOf(aegisFile([aegisEntry({}, info), aegisEntry()]));
const unfit = (otp: Record<string, unknown>, over = {}): string[] => entriesOf(twofasFile([twofasService(over, otp), twofasService()])).map(problemIn);

/** No number, or one that no token has; as text too: a backup has numbers. */
const WRONG_NUMBERS: unknown[] = ['30', '', 0, -6, 6.5, 2 ** 60, true, {}, [6], [], '__proto__'];

describe('a vault of Aegis', () => {
  it('gives its tokens', () => {
    const entries = entriesOf(aegisFile([
      aegisEntry(),
      aegisEntry({ name: 'taro', issuer: '' }, { algo: 'SHA256', digits: 7, period: 20 }),
      aegisEntry({ type: 'hotp' }, { algo: 'SHA512', digits: 8, period: undefined, counter: 10300 }),
    ]));
    expect(entries.map(tokenIn)).toEqual([
      { issuer: 'Example', account: 'hanako', secret, algorithm: 'SHA-1', digits: 6, period: 30, counter: null },
      { issuer: '', account: 'taro', secret, algorithm: 'SHA-256', digits: 7, period: 20, counter: null },
      { issuer: 'Example', account: 'hanako', secret, algorithm: 'SHA-512', digits: 8, period: 30, counter: 10300 },
    ]);
  });
  it('is refused when it is encrypted', () => {
    expect(problemOf(JSON.stringify({ version: 1, header: { slots: [{}], params: { nonce: '00', tag: '00' } }, db: 'AAAA' }))).toBe('aegis-encrypted');
  });
  it('says which kinds we make no codes of', () => {
    const entries = entriesOf(aegisFile(['steam', 'motp', 'yandex', '', 7, null, undefined, ['totp']].map((type) => aegisEntry({ type }))));
    expect(entries.map(problemIn)).toEqual(entries.map(() => 'kind-unknown'));
    expect(entries[0]).toMatchObject({ label: 'Example: hanako' });
  });
  it('is garbled when its list is none', () => {
    for (const entries of [undefined, null, {}, 'x', 7]) expect(problemOf(aegisFile(entries))).toBe('file-garbled');
    for (const over of [{ version: 2 }, { version: '1' }, { db: 7 }, { db: [] }, { db: null }])
      expect(problemOf(aegisFile([], over))).toBe('file-garbled');
  });
  it('names the entry with something of a wrong type, and gives the others', () => {
    for (const digits of [...WRONG_NUMBERS, 5, 9]) expect(wrong({ digits }).map(problemIn)).toEqual(['digits-unusual', 'none']);
    for (const period of [...WRONG_NUMBERS, 3601]) expect(wrong({ period }).map(problemIn)).toEqual(['period-unusual', 'none']);
    for (const algo of ['MD5', 1, true, {}, ['SHA1'], '__proto__'])
      expect(wrong({ algo }).map(problemIn)).toEqual(['algorithm-unknown', 'none']);
    for (const text of [7, true, {}, [RFC_SECRET], 'A1'])
      expect(wrong({ secret: text }).map(problemIn)).toEqual(['secret-garbled', 'none']);
    const huge = aegisFile([aegisEntry()]).replace('"digits":6', '"digits":1e999');
    expect(entriesOf(huge).map(problemIn)).toEqual(['digits-unusual']);
    for (const text of ['', null, undefined]) expect(wrong({ secret: text }).map(problemIn)).toEqual(['secret-empty', 'none']);
  });
  it('names the entry whose names or whole are none', () => {
    for (const over of [{ name: 7 }, { issuer: {} }, { name: ['a'] }])
      expect(problemIn(entriesOf(aegisFile([aegisEntry(over)]))[0])).toBe('label-garbled');
    expect(entriesOf(aegisFile([null, 7, 'x', [], {}])).map(problemIn)).toEqual(Array.from({ length: 5 }, () => 'kind-unknown'));
    for (const info of [null, 7, []]) expect(problemIn(entriesOf(aegisFile([aegisEntry({ info })]))[0])).toBe('secret-empty');
    for (const counter of [null, undefined, '1', -1, 1.5, 2 ** 53])
      expect(problemIn(entriesOf(aegisFile([aegisEntry({ type: 'hotp' }, { counter })]))[0])).toBe('counter-garbled');
  });
});

describe('a backup of 2FAS', () => {
  it('gives its tokens', () => {
    const entries = entriesOf(twofasFile([
      twofasService(),
      twofasService({ name: 'Air Canada' }, { issuer: null, account: 'Benjamin', tokenType: 'HOTP', algorithm: 'SHA256', digits: 7, counter: 50, period: undefined }),
    ]));
    expect(entries.map(tokenIn)).toEqual([
      { issuer: 'Example', account: 'hanako', secret, algorithm: 'SHA-1', digits: 6, period: 30, counter: null },
      { issuer: 'Air Canada', account: 'Benjamin', secret, algorithm: 'SHA-256', digits: 7, period: 30, counter: 50 },
    ]);
  });
  it('takes SHA-1, six digits and 30 seconds where nothing is said', () => {
    for (const service of [twofasService({ otp: undefined }), twofasService({ otp: {} }), twofasService({}, { account: '', label: '', digits: null, period: null, algorithm: null, tokenType: null })])
      expect(entriesOf(twofasFile([service])).map(tokenIn)).toMatchObject([{ issuer: 'Example', account: '', algorithm: 'SHA-1', digits: 6, period: 30, counter: null }]);
  });
  it('takes the account from the label when it stands nowhere else', () => {
    for (const label of ['Example:hanako', 'hanako', 'Other: hanako'])
      expect(tokenIn(entriesOf(twofasFile([twofasService({}, { account: '', label })]))[0])).toMatchObject({ issuer: 'Example', account: 'hanako' });
  });
  it('is refused when it is encrypted, with an empty list beside or none', () => {
    expect(problemOf(twofasFile([], { servicesEncrypted: 'AA:BB:CC' }))).toBe('twofas-encrypted');
    expect(problemOf(twofasFile(undefined, { servicesEncrypted: 'AA:BB:CC' }))).toBe('twofas-encrypted');
    expect(entriesOf(twofasFile([], { servicesEncrypted: null }))).toEqual([]);
    expect(entriesOf(twofasFile([twofasService()], { servicesEncrypted: 'AA:BB:CC' })).map(problemIn)).toEqual(['none']);
  });
  it('says which kinds we make no codes of', () => {
    const entries = entriesOf(twofasFile(['STEAM', 'YANDEX', '', 7, {}].map((tokenType) => twofasService({}, { tokenType }))));
    expect(entries.map(problemIn)).toEqual(entries.map(() => 'kind-unknown'));
  });
  it('is garbled when its list is none', () => {
    for (const services of [{}, 'x', 7, true]) expect(problemOf(twofasFile(services))).toBe('file-garbled');
  });
  it('names the entry with something of a wrong type, and gives the others', () => {
    for (const digits of [...WRONG_NUMBERS, 5, 9]) expect(unfit({ digits })).toEqual(['digits-unusual', 'none']);
    for (const period of [...WRONG_NUMBERS, 3601]) expect(unfit({ period })).toEqual(['period-unusual', 'none']);
    for (const algorithm of ['SHA224', 'MD5', 1, {}]) expect(unfit({ algorithm })).toEqual(['algorithm-unknown', 'none']);
    for (const counter of [undefined, '1', -1]) expect(unfit({ tokenType: 'HOTP', counter })).toEqual(['counter-garbled', 'none']);
    for (const text of [7, {}, 'A1']) expect(unfit({}, { secret: text })).toEqual(['secret-garbled', 'none']);
    for (const account of [7, {}, ['a']]) expect(unfit({ account })).toEqual(['label-garbled', 'none']);
    expect(entriesOf(twofasFile([null, 7, 'x', []])).map(problemIn)).toEqual(Array.from({ length: 4 }, () => 'secret-empty'));
  });
});

describe('members that every object seems to have', () => {
  it('are not taken for what the file says', () => {
    for (const text of ['{"__proto__":{"services":[]}}', '{"__proto__":{"db":{"entries":[]},"header":1,"version":1}}', '{"constructor":{},"toString":1}'])
      expect(problemOf(text)).toBe('unknown-format');
    const inherited = `{"services":[{"name":"a","secret":"${RFC_SECRET}","otp":{"__proto__":{"digits":8,"tokenType":"STEAM"}}}]}`;
    expect(entriesOf(inherited).map(tokenIn)).toMatchObject([{ digits: 6, counter: null }]);
    expect(Object.hasOwn(Object.prototype, 'digits')).toBe(false);
  });
});

it('holds at most 1,000 tokens', () => {
  expect(entriesOf(aegisFile(many(aegisEntry(), 1000)))).toHaveLength(1000);
  expect(problemOf(aegisFile(many(aegisEntry(), 1001)))).toBe('too-many');
  expect(problemOf(twofasFile(many(twofasService(), 1001)))).toBe('too-many');
});
