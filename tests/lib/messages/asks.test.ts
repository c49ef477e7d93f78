import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownAsks, pageAsks } from '../../../lib/messages/asks.ts';
import type { OwnRequests } from '../../../lib/messages/protocol.ts';

const key = 'A'.repeat(43);
const salt = 'A'.repeat(22);
const stretching = { salt, memory: 65_536, passes: 3, lanes: 1 };
const proof = { slotId: 'slot-1', key };
const passphrase = { kind: 'passphrase', slotId: 'slot-2', ...stretching };
const passkey = { kind: 'passkey', slotId: 'slot-3', credentialId: 'Y3JlZA', salt };
const source = { text: 'otpauth://totp/a?secret=MFRGG', stretched: null };

/** What our own pages ask about the lock, imports and health, as they ask it. */
const asked: [keyof OwnRequests, object][] = [
  ['draftWays', {}],
  ['makeVault', { way: passphrase, key }],
  ['makeVault', { way: passkey, key }],
  ['unlock', proof],
  ['lock', {}],
  ['ways', {}],
  ['addWay', { proof, way: passkey, key }],
  ['replaceWay', { proof, slotId: 'slot-1', way: passphrase, key }],
  ['removeWay', { proof, slotId: 'slot-1' }],
  ['setPin', { proof, stretching, stretched: key }],
  ['dropPin', {}],
  ['unlockPin', { stretched: key }],
  ['editLocal', { tokenId: 'token-1', issuer: '例', account: 'alice@example.jp' }],
  ['nextCode', { tokenId: 'token-1' }],
  ['copyCounted', { digits: '48291507' }],
  ['clearingAsked', {}],
  ['journal', { tokenId: 'token-1' }],
  ['clearJournal', { tokenId: 'token-1' }],
  ['moveToken', { tokenId: 'token-1', by: -1 }],
  ['readImport', { sources: [source, { ...source, stretched: key }] }],
  ['importTokens', { sources: [source], chosen: [0, 2] }],
  ['keepFound', { texts: ['otpauth://totp/a?secret=MFRGG'] }],
  ['takeFound', {}],
  ['exportTokens', { proof, tokenIds: ['token-1', 'token-2'], stretching, stretched: key }],
  ['lossKit', {}],
  ['hideLossKit', { hidden: true }],
  ['health', {}],
  ['mendedSeen', {}],
  ['damage', {}],
  ['dumpVault', {}],
  ['salvage', proof],
  ['setAside', {}],
];

/** Every object inside, with the way to it. */
function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, one]) => placesIn(one, [...path, Array.isArray(value) ? Number(name) : name]));
  return [...(Array.isArray(value) ? [] : [path]), ...inner];
}

function altered(value: unknown, path: (string | number)[], change: (there: object) => unknown): unknown {
  const copy: unknown = structuredClone(value);
  if (path.length === 0) return typeof copy === 'object' && copy !== null ? change(copy) : copy;
  const last = path.at(-1) ?? '';
  const holder: unknown = path.slice(0, -1).reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), copy);
  if (typeof holder !== 'object' || holder === null) throw new Error('no such place');
  const there: unknown = Reflect.get(holder, last);
  Reflect.set(holder, last, typeof there === 'object' && there !== null ? change(there) : there);
  return copy;
}

const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

const parse = (name: keyof OwnRequests, ask: unknown): unknown => ownAsks[name](ask, 'ask');

describe('asks', () => {
  it.each(asked)('%s is taken as it is asked', (name, ask) => {
    expect(parse(name, JSON.parse(JSON.stringify(ask)))).toEqual(ask);
  });

  it.each(asked)('%s takes no key more and no key less, however deep', (name, ask) => {
    for (const place of placesIn(ask)) {
      expect(() => parse(name, altered(ask, place, (there) => ({ ...there, note: 1 })))).toThrow(TypeError);
      const keys = Object.keys(place.reduce<object>((at, part) => Object(Reflect.get(at, part)), ask));
      for (const gone of keys)
        expect(() => parse(name, altered(ask, place, (there) => Object.fromEntries(Object.entries(there).filter(([one]) => one !== gone))))).toThrow(TypeError);
    }
  });

  it.each(asked)('%s takes nothing of another type', (name, ask) => {
    for (const rubbish of [undefined, null, 0, '', 'x', [], [ask], true]) expect(() => parse(name, rubbish)).toThrow(TypeError);
    fc.assert(fc.property(fc.anything(), (anything) => {
      const empty = Object.keys(ask).length === 0;
      fc.pre(!(empty && typeof anything === 'object' && anything !== null && Object.keys(anything).length === 0));
      expect(() => parse(name, anything)).toThrow(TypeError);
    }), { numRuns: 30 });
  });

  it('take no field beyond what the protocol names', () => {
    fc.assert(fc.property(fc.string(), fc.jsonValue(), (name, value) => {
      fc.pre(!['tokenId'].includes(name));
      expect(() => ownAsks.copy({ tokenId: 'a', [name]: value }, 'ask')).toThrow(TypeError);
    }));
  });

  it('take a key of 32 canonical bytes only, wherever one is asked for', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const right = Buffer.from(bytes).toString('base64url');
      const last = right.at(-1) ?? '';
      const wrong = right.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1);
      expect(ownAsks.unlock({ slotId: 'a', key: right }, 'ask')).toEqual({ slotId: 'a', key: right });
      for (const ask of [
        () => ownAsks.unlock({ slotId: 'a', key: wrong }, 'ask'),
        () => ownAsks.unlockPin({ stretched: wrong }, 'ask'),
        () => ownAsks.makeVault({ way: passphrase, key: wrong }, 'ask'),
        () => ownAsks.addWay({ proof: { ...proof, key: wrong }, way: passkey, key: right }, 'ask'),
        () => ownAsks.readImport({ sources: [{ text: '', stretched: wrong }] }, 'ask'),
      ]) expect(ask).toThrow(TypeError);
    }));
    for (const wrong of ['', 'AAAA', 'A'.repeat(44), 'A'.repeat(42), `${'A'.repeat(42)}=`]) expect(() => ownAsks.salvage({ slotId: 'a', key: wrong }, 'ask')).toThrow(TypeError);
  });

  it.each<[string, object]>([
    ['of no kind', { ...passphrase, kind: undefined }],
    ['of an unknown kind', { ...passphrase, kind: 'pin' }],
    ['a passkey with parameters', { ...passkey, ...stretching }],
    ['a passphrase with a credential', { ...passphrase, credentialId: 'Y3JlZA' }],
    ['a passkey without a credential', { ...passkey, credentialId: '' }],
    ['a credential that no authenticator gives', { ...passkey, credentialId: 'A'.repeat(1401) }],
    ['more memory than there is', { ...passphrase, memory: 2 ** 21 }],
    ['no passes', { ...passphrase, passes: 0 }],
    ['half a lane', { ...passphrase, lanes: 0.5 }],
    ['a salt that is no base64url', { ...passphrase, salt: 'a b' }],
    ['a slot id with a path', { ...passkey, slotId: '../slot' }],
  ])('take no way with %s', (_, way) => {
    expect(() => ownAsks.makeVault({ way, key }, 'ask')).toThrow(TypeError);
    expect(() => ownAsks.addWay({ proof, way, key }, 'ask')).toThrow(TypeError);
    expect(() => ownAsks.replaceWay({ proof, slotId: 'a', way, key }, 'ask')).toThrow(TypeError);
  });

  it('take no more than an import or an export can be', () => {
    expect(ownAsks.importTokens({ sources: many(100, source), chosen: many(1000, 9) }, 'ask').sources).toHaveLength(100);
    expect(() => ownAsks.importTokens({ sources: many(101, source), chosen: [] }, 'ask')).toThrow(TypeError);
    expect(() => ownAsks.importTokens({ sources: [source], chosen: many(1001, 9) }, 'ask')).toThrow(TypeError);
    for (const chosen of [[-1], [0.5], ['0'], [10_001], 0]) expect(() => ownAsks.importTokens({ sources: [source], chosen }, 'ask')).toThrow(TypeError);
    expect(() => ownAsks.readImport({ sources: [{ ...source, text: 'x'.repeat(4 * 2 ** 20 + 1) }] }, 'ask')).toThrow(TypeError);
    expect(() => ownAsks.keepFound({ texts: ['x'.repeat(65_537)] }, 'ask')).toThrow(TypeError);
    expect(() => ownAsks.exportTokens({ proof, tokenIds: many(1001, 'a'), stretching, stretched: key }, 'ask')).toThrow(TypeError);
    expect(() => ownAsks.editLocal({ tokenId: 'a', issuer: 'x'.repeat(257), account: '' }, 'ask')).toThrow(TypeError);
  });

  it('take only known roles', () => {
    expect(() => pageAsks.arrive({ roles: ['current', 'admin'], acted: true }, 'ask')).toThrow(TypeError);
    const right = { roles: ['current', 'serial'], acted: true };
    expect(pageAsks.arrive(right, 'ask')).toEqual(right);
  });

  it('of a bank page are none of those about lock, imports and health', () => {
    expect(Object.keys(pageAsks).filter((name) => asked.some(([ours]) => ours === name))).toEqual([]);
  });
});
