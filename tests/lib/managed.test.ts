import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isListedOrigin } from '../../lib/institutions/address.ts';
import { govern, mayEnrol, profileOf, profiles } from '../../lib/institutions/profiles.ts';
import { lookOf, NO_POLICY, readPolicy } from '../../lib/managed.ts';
import { POLICY_PARTS } from '../../lib/messages/policy.ts';
import { madeVault, pending, secrets, token } from './vault/builders.ts';

const KEY = 'XukJtiAobzzV7t9-jq3cu7uyJgUc7zi78r8daAwL9Fo';
const login = (code: string): string => `https://www11.ib.shinkin-ib.jp/webbk/login/b-prelogin.do?bankcode=${btoa(code)}`;
const sapporo = { code: '1001', loginAddress: login('1001'), serialPrefix: 'EXAM' };
const union = { code: '2011', loginAddress: 'https://www.parasol.anser.ne.jp/ib/index.do?PT=BS&CCT0080=2011', serialPrefix: 'EXCU', telephone: '0120-000-000', hours: '平日9:00～17:00' };
const issuer = { origin: 'https://issuer.example.jp', keys: [{ keyId: 'example-2026-1', publicKey: KEY }], institutions: [sapporo, union] };
const whole = { institutions: ['1001', '2011'], autoLockMinutes: 5, inPageOffer: false, issuer };

const why = (stored: unknown): string[] => readPolicy(stored).faults.map((fault) => `${fault.part}: ${fault.why}`);

afterEach(() => govern({ profiles: [], allowed: null }));

describe('the policy of an organisation', () => {
  it('is taken as it was written', () => {
    const policy = readPolicy(whole);
    expect(policy).toMatchObject({ institutions: new Set(['1001', '2011']), autoLockMinutes: 5, inPageOffer: false, faults: [] });
    expect(policy.issuer?.profiles).toMatchObject([
      { code: '1001', kind: 'shinkin', bankOrigin: 'https://www11.ib.shinkin-ib.jp', issuerOrigin: issuer.origin, issuerKeys: issuer.keys, period: 30, fromPolicy: true },
      { code: '2011', kind: 'credit-union', bankOrigin: 'https://www.parasol.anser.ne.jp', issuerKeys: [], period: 60, telephone: '0120-000-000' },
    ]);
    expect(policy.issuer?.profiles[0]?.serialPattern.test('EXAM00000001')).toBe(true);
    expect(lookOf(policy, true)).toEqual({ institutions: 2, autoLockMinutes: 5, inPageOffer: false, issuer: { origin: issuer.origin, institutions: 2, granted: true }, faults: [] });
  });

  it('decides nothing where nothing is written', () => {
    expect(readPolicy({})).toEqual(NO_POLICY);
    expect(lookOf(readPolicy({}), true)).toEqual(NO_POLICY);
  });

  it.each([undefined, null, 'x', 1, [], [whole]])('that is %j is none, and says so', (stored) => {
    expect(readPolicy(stored)).toEqual({ ...NO_POLICY, faults: [{ part: 'all', why: 'expected an object' }] });
  });

  it('names a key that it does not know, and holds the others', () => {
    expect(readPolicy({ autolockMinutes: 5, inPageOffer: false })).toEqual({ ...NO_POLICY, inPageOffer: false, faults: [{ part: 'unknown', why: 'autolockMinutes' }] });
  });

  it.each([
    ['institutions', '1001'],
    ['institutions', ['1001', 1002]],
    ['institutions', ['1001', '1001']],
    ['institutions', ['0001']],
    ['institutions', Array.from({ length: 1001 }, (_, at) => String(1000 + at))],
    ['autoLockMinutes', 7],
    ['autoLockMinutes', '5'],
    ['autoLockMinutes', 0],
    ['inPageOffer', 'false'],
    ['inPageOffer', null],
    ['issuer', []],
    ['issuer', { ...issuer, more: 1 }],
  ])('refuses %s as a whole for %j, and holds the others', (part, value) => {
    const policy = readPolicy({ ...whole, [part]: value });
    expect(policy.faults.map((fault) => fault.part)).toEqual([part]);
    for (const one of POLICY_PARTS) expect(policy[one] === null, one).toBe(one === part);
  });

  it.each([
    ['http://issuer.example.jp', 'issuer.origin'],
    ['https://issuer.example.jp/', 'issuer.origin'],
    ['https://issuer.example.jp/v1', 'issuer.origin'],
    ['https://Issuer.example.jp', 'issuer.origin'],
    ['https://issuer.example.jp:443', 'issuer.origin'],
    ['https://a:b@issuer.example.jp', 'issuer.origin'],
    ['ftp://issuer.example.jp', 'issuer.origin'],
    ['null', 'issuer.origin'],
    ['', 'issuer.origin'],
  ])('refuses an issuer at %s', (origin, place) => {
    expect(why({ issuer: { ...issuer, origin } })).toEqual([expect.stringContaining(place)]);
    expect(readPolicy({ issuer: { ...issuer, origin } }).issuer).toBeNull();
  });

  it.each([
    ['a key too short', { ...issuer, keys: [{ keyId: 'a', publicKey: KEY.slice(1) }] }, 'issuer.keys[0].publicKey'],
    ['a key that is written in a second way', { ...issuer, keys: [{ keyId: 'a', publicKey: `${KEY.slice(0, -1)}p` }] }, 'issuer.keys[0].publicKey'],
    ['a key whose name is too long', { ...issuer, keys: [{ keyId: 'a'.repeat(33), publicKey: KEY }] }, 'issuer.keys[0].keyId'],
    ['a key without a name', { ...issuer, keys: [{ publicKey: KEY }] }, 'issuer.keys[0]'],
    ['one key twice', { ...issuer, keys: [...issuer.keys, ...issuer.keys] }, 'issuer.keys'],
    ['three keys', { ...issuer, keys: ['a', 'b', 'c'].map((keyId) => ({ keyId, publicKey: KEY })) }, 'issuer.keys'],
    ['no key for a shinkin', { ...issuer, keys: [] }, 'issuer.keys'],
    ['no institution', { ...issuer, institutions: [] }, 'issuer.institutions'],
    ['one twice', { ...issuer, institutions: [sapporo, sapporo] }, 'issuer.institutions'],
    ['one that is in no list', { ...issuer, institutions: [{ ...sapporo, code: '1002', loginAddress: login('1002') }] }, 'issuer.institutions[0].code'],
    ['a bank’s page elsewhere', { ...issuer, institutions: [{ ...sapporo, loginAddress: `https://ib.example.jp/?bankcode=${btoa('1001')}` }] }, 'issuer.institutions[0].loginAddress'],
    ['a bank’s page without protection', { ...issuer, institutions: [{ ...sapporo, loginAddress: login('1001').replace('https', 'http') }] }, 'issuer.institutions[0].loginAddress'],
    ['the page of another institution', { ...issuer, institutions: [{ ...sapporo, loginAddress: login('1003') }] }, 'issuer.institutions[0].loginAddress'],
    ['a name and a password', { ...issuer, institutions: [{ ...sapporo, loginAddress: login('1001').replace('//', '//a:b@') }] }, 'issuer.institutions[0].loginAddress'],
    ['a prefix that is none', { ...issuer, institutions: [{ ...sapporo, serialPrefix: '.*EX' }] }, 'issuer.institutions[0].serialPrefix'],
    ['a telephone without hours', { ...issuer, institutions: [{ ...sapporo, telephone: '1' }] }, 'issuer.institutions[0]'],
    ['a telephone that is too long for the loss kit', { ...issuer, institutions: [{ ...sapporo, telephone: '1'.repeat(65), hours: '' }] }, 'issuer.institutions[0].telephone'],
    ['hours that are too long', { ...issuer, institutions: [{ ...sapporo, telephone: '', hours: '9'.repeat(101) }] }, 'issuer.institutions[0].hours'],
    ['a telephone of two lines', { ...issuer, institutions: [{ ...sapporo, telephone: '1\n2', hours: '' }] }, 'issuer.institutions[0].telephone'],
  ])('refuses the issuer for %s', (_, wrong, place) => {
    expect(why({ issuer: wrong })).toEqual([expect.stringContaining(`issuer: ${place}: expected`)]);
    expect(readPolicy({ issuer: wrong }).issuer).toBeNull();
  });

  it('takes no longer telephone and hours than the loss kit keeps', async () => {
    const longest = { ...sapporo, telephone: '1'.repeat(64), hours: '時'.repeat(100) };
    const [profile] = readPolicy({ issuer: { ...issuer, institutions: [longest] } }).issuer?.profiles ?? [];
    const { vault } = await madeVault();
    await vault.keepPending(pending());
    const line = { institution: profile?.name ?? '', serial: 'EXAM00000001', telephone: profile?.telephone ?? '', hours: profile?.hours ?? '' };
    await vault.commit('token-1', token(), secrets(), line);
    expect((await vault.lossKit()).lines).toEqual([{ ...line, telephone: longest.telephone, hours: longest.hours }]);
  });

  it('needs no key where all are credit unions', () => {
    expect(readPolicy({ issuer: { ...issuer, keys: [], institutions: [union] } }).issuer?.profiles).toMatchObject([{ code: '2011' }]);
  });

  it('has a part for every property of the schema that Chromium reads, and no other', () => {
    const schema: { properties: object } = JSON.parse(readFileSync(new URL('../../public/managed-schema.json', import.meta.url), 'utf8'));
    expect(Object.keys(schema.properties)).toEqual([...POLICY_PARTS]);
  });

  it('never throws, takes each part wholly or not at all, and tells of everything refused', () => {
    const part = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(...Object.values(whole), { ...issuer, keys: [] }));
    const policies = fc.oneof(fc.jsonValue(), fc.record({ institutions: part, autoLockMinutes: part, inPageOffer: part, issuer: part }, { requiredKeys: [] }));
    fc.assert(
      fc.property(policies, (stored) => {
        const policy = readPolicy(stored);
        const isObject = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
        for (const one of POLICY_PARTS) {
          const isWritten = isObject && Object.hasOwn(stored, one);
          const isRefused = policy.faults.some((fault) => fault.part === one);
          expect(policy[one] !== null).toBe(isWritten && !isRefused);
          if (isRefused) expect(isWritten).toBe(true);
        }
        for (const { bankOrigin, issuerOrigin } of policy.issuer?.profiles ?? []) {
          expect(isListedOrigin(bankOrigin, [])).toBe(true);
          expect(new URL(issuerOrigin).protocol).toBe('https:');
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what is governed', () => {
  const served = readPolicy({ issuer: { ...issuer, institutions: [sapporo, { code: '1188', loginAddress: login('1188'), serialPrefix: 'EXAM' }] } }).issuer?.profiles ?? [];

  it('has the institutions of the policy beside those of the build', () => {
    const before = profiles().length;
    govern({ profiles: served, allowed: null });
    expect(profileOf('1001')?.issuerOrigin).toBe('https://issuer.example.jp');
    expect(profiles()).toHaveLength(before + 1);
  });

  it('keeps the issuer that the build pins', () => {
    const pinned = profileOf('1188');
    govern({ profiles: served, allowed: null });
    expect(profileOf('1188')).toEqual(pinned);
  });

  it('lets a token be had of those that are allowed only, and hides none', () => {
    expect(mayEnrol('1581')).toBe(true);
    govern({ profiles: [], allowed: new Set(['1188']) });
    expect([mayEnrol('1188'), mayEnrol('1581')]).toEqual([true, false]);
    expect(profileOf('1581')).toBeDefined();
  });
});
