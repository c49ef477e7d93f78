/** Hosts that somebody could register, type or be lured to instead of a bank's: none is ever taken for one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isListedOrigin } from '../../../lib/institutions/address.ts';
import { profiles } from '../../../lib/institutions/profiles.ts';
import { afterCommit, afterRequest, codeAt, NO_VISITS } from '../../../lib/institutions/visits.ts';
import { belongsTo, tokensFor } from '../../../lib/rights.ts';
import { token } from '../vault/builders.ts';

const REAL = ['www11.ib.shinkin-ib.jp', 'www1.ib.shinkin-ib.jp', 'www.parasol.anser.ne.jp'];
const MOCK = profiles().map(({ bankOrigin }) => new URL(bankOrigin));

/** Letters that are easily taken for one another: Cyrillic, Greek, Latin with marks, digits. */
const ALIKE: Record<string, string> = {
  a: 'аàáạ4@', b: 'ьḅ8', e: 'еéẹ3', h: 'һḥ', i: 'іíị1l', j: 'јĵ', k: 'кķ', l: 'ӏ1iḷ', n: 'пṇñ', o: 'оóọ0ο', p: 'рṗρ', r: 'гṛ', s: 'ѕṣ5', w: 'ԝẉ', '.': '。．-', '1': 'lіi', '-': '‐–.',
};
const NEIGHBOURS = 'qwertyuiopasdfghjklzxcvbnm0123456789-';
const ENDINGS = ['com', 'net', 'co.jp', 'ne.jp', 'or.jp', 'jp.net', 'ip', 'jp.com', 'bank', 'xn--jp', 'info'];
const LURES = ['secure', 'login', 'www', 'otp', 'ib', 'shinkin', 'support', 'ワンタイム', 'verify'];

const replaced = (host: string, at: number, by: string): string => host.slice(0, at) + by + host.slice(at + 1);
const places = (host: string): number[] => Array.from({ length: host.length }, (_, at) => at);

function* changedLetters(host: string): Generator<string> {
  for (const at of places(host)) {
    const letter = host.charAt(at);
    for (const like of ALIKE[letter] ?? '') yield replaced(host, at, like);
    for (let bit = 0; bit < 8; bit++) yield replaced(host, at, String.fromCharCode(letter.charCodeAt(0) ^ (1 << bit)));
    for (const other of NEIGHBOURS) {
      yield replaced(host, at, other);
      yield host.slice(0, at) + other + host.slice(at);
    }
    yield replaced(host, at, '');
    yield replaced(host, at, letter + letter);
    yield host.slice(0, at) + host.charAt(at + 1) + letter + host.slice(at + 2);
  }
}

function* changedLabels(host: string): Generator<string> {
  for (const at of places(host)) if (host.charAt(at) === '.') for (const by of ['-', '', '..', '.ib.', '\u3002', '%2e', '。']) yield replaced(host, at, by);
  for (const ending of ENDINGS) {
    yield `${host}.${ending}`;
    yield host.replace(/\.[a-z]+$/, `.${ending}`);
    for (const lure of LURES) yield* [`${lure}.${host}.${ending}`, `${host}-${lure}.${ending}`, `${lure}-${host}`, `${lure}${host}`, `${host}.${lure}.${ending}`];
  }
  for (const lure of LURES) yield* [`${lure}.${host}`, `a.${lure}.${host}`];
  yield* [`${host}.`, `${host}..`, host.split('.').slice(1).join('.'), host.split('.').slice(2).join('.')];
}

function* addressesOf(host: string): Generator<string> {
  yield `https://${host}`;
  yield `http://${host}`;
  yield* ['8443', '444', '80', '1'].map((port) => `https://${host}:${port}`);
  yield* [`https://${host}@evil.example`, `https://evil.example/${host}`, `https://evil.example#${host}`, `ftp://${host}`, `blob:https://evil.example/${host}`];
}

/** As a browser would give it; null for what is no address or has no origin. */
function originOf(address: string): string | null {
  const origin = URL.canParse(address) ? new URL(address).origin : 'null';
  return origin === 'null' ? null : origin;
}

/** One label before the platform's own zone is the platform's own host, whatever it is called. */
function isThePlatforms(origin: string): boolean {
  const { protocol, port, hostname } = new URL(origin);
  return protocol === 'https:' && port === '' && (/^[a-z0-9-]+\.ib\.shinkin-ib\.jp$/.test(hostname) || hostname === 'www.parasol.anser.ne.jp');
}

function lookAlikes(): Set<string> {
  const hosts = [...REAL, ...MOCK.map(({ hostname }) => hostname)].flatMap((host) => [...changedLetters(host), ...changedLabels(host)]);
  const addresses = [
    ...hosts.flatMap((host) => [`https://${host}`, `http://${host}`, `http://${host}:${MOCK[0]?.port ?? ''}`]),
    ...[...REAL, ...MOCK.map(({ hostname }) => hostname)].flatMap((host) => [...addressesOf(host)]),
  ];
  const origins = addresses.map(originOf).filter((origin) => origin !== null);
  return new Set(origins.filter((origin) => !isThePlatforms(origin) && !MOCK.some((bank) => bank.origin === origin)));
}

const alike = lookAlikes();

describe('look-alike hosts', () => {
  it('are more than ten thousand', () => expect(alike.size).toBeGreaterThan(10_000));

  it('are none of them a bank’s', () => {
    expect([...alike].filter((origin) => isListedOrigin(origin, profiles()))).toEqual([]);
  });

  it('get no token of any bank, whatever institution they name', () => {
    const banks = profiles().map((profile) => ({ profile, own: token({ institutionCode: profile.code }) }));
    const given = [...alike].filter((origin) =>
      banks.some(({ profile, own }) => {
        const page = { origin, code: profile.code };
        return belongsTo(own, profile, page) || tokensFor([own], profile, page).length > 0;
      }),
    );
    expect(given).toEqual([]);
    // The same question about the banks themselves has the other answer.
    expect(banks.every(({ profile, own }) => belongsTo(own, profile, { origin: profile.bankOrigin, code: profile.code }))).toBe(true);
  });

  it('never get the institution that a tab has entered by', () => {
    const bank = `${MOCK[0]?.origin ?? ''}/webbk/login/b-prelogin.do?bankcode=MTE4OA%3D%3D`;
    fc.assert(
      fc.property(fc.constantFrom(...alike), (origin) => {
        const entered = afterCommit(afterRequest(NO_VISITS, { tabId: 1, requestId: 'a', url: bank, initiator: null }), 1, bank);
        expect(codeAt(entered, 1, MOCK[0]?.origin ?? '')).toBe('1188');
        expect(codeAt(entered, 1, origin)).toBeNull();
        const left = afterCommit(entered, 1, `${origin}/webbk/login/b-otp.do`);
        expect(codeAt(left, 1, MOCK[0]?.origin ?? '')).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});
