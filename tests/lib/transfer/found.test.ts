import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../lib/transfer/claim.ts';
import { fingerprint, type FoundToken, wipeEntries } from '../../../lib/transfer/found.ts';
import { nameText } from '../../../lib/transfer/label.ts';
import { anyToken, found } from './builders.ts';

const sameToken = (one: FoundToken, other: FoundToken): boolean => fingerprint(one) === fingerprint(other);

describe('the same token', () => {
  it('is known whatever it is called and however far it has counted', () => {
    fc.assert(fc.property(anyToken, fc.string(), fc.nat(), (token, name, counter) => {
      const other = { ...token, secret: token.secret.slice(), issuer: name, account: name, counter: token.counter === null ? null : counter };
      expect(sameToken(token, other)).toBe(true);
      expect(sameToken(other, token)).toBe(true);
    }));
  });
  it('differs in secret, algorithm, digits, kind, and in the period only where it means something', () => {
    const others: Partial<FoundToken>[] = [
      { secret: new Uint8Array(20) }, { secret: found().secret.slice(0, 19) }, { algorithm: 'SHA-256' }, { digits: 8 }, { counter: 0 }, { period: 60 },
    ];
    for (const over of others) expect(sameToken(found(), found(over))).toBe(false);
    expect(sameToken(found({ counter: 1, period: 30 }), found({ counter: 2, period: 60 }))).toBe(true);
  });
});

describe('secrets of an import', () => {
  it('are wiped with the entries', () => {
    const secret = found().secret;
    wipeEntries([{ ok: true, token: found({ secret }) }, { ok: false, label: '', problem: 'kind-unknown' }]);
    expect(secret).toEqual(new Uint8Array(20));
  });
  it('are wiped at once when their entry is refused', () => {
    for (const over of [{ kind: 'steam' }, { names: null }, { algorithm: 'MD5' }, { digits: 5 }, { period: 0 }, { kind: 'hotp' }]) {
      const secret = found().secret;
      const entry = entryOf({ names: { issuer: '', account: '' }, kind: 'totp', secret, algorithm: null, digits: null, period: null, counter: null, ...over });
      expect(entry.ok).toBe(false);
      expect(secret).toEqual(new Uint8Array(20));
    }
  });
  it('have 1 to 256 bytes', () => {
    const claim = { names: { issuer: '', account: '' }, kind: 'totp', algorithm: null, digits: null, period: null, counter: null };
    for (const [length, problem] of [[0, 'secret-empty'], [1, 'none'], [256, 'none'], [257, 'secret-garbled']] as const) {
      const entry = entryOf({ ...claim, secret: new Uint8Array(length) });
      expect(entry.ok ? 'none' : entry.problem).toBe(problem);
    }
  });
});

describe('a name', () => {
  it('is bounded, fit to be shown, and not changed by being read again', () => {
    const units = fc.uint16Array({ maxLength: 600 }).map((codes) => String.fromCharCode(...codes));
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), units), (text) => {
      const name = nameText(text);
      expect(name.length).toBeLessThanOrEqual(256);
      expect(name.isWellFormed()).toBe(true);
      expect(name).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|^\s|\s$/u);
      expect(nameText(name)).toBe(name);
    }), { numRuns: 1000 });
  }, 30_000);
});
