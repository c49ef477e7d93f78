import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lvCat, utf8 } from '../../../lib/bytes.ts';
import { decodePending, encodePending } from '../../../lib/vault/pending.ts';
import { decodeToken, encodeToken, type TokenRecord } from '../../../lib/vault/token-record.ts';
import { localRecord, pending, secrets, token } from './builders.ts';

describe('a token record', () => {
  it('comes back as it was kept', () => {
    const whole = {
      token: token({
        clock: { offset: 0.5, error: 20, measuredAt: 1 },
        receipt: { number: '0001', time: '12:00' },
        spentStep: 59_000_000,
      }),
      secrets: secrets(),
    };
    expect(decodeToken('token-1', encodeToken(whole))).toEqual(whole);
  });

  it('is damage when a single byte is missing, added or it has another name', () => {
    const plaintext = encodeToken({ token: token(), secrets: secrets() });
    expect(() => decodeToken('token-2', plaintext)).toThrow('vault-damaged');
    expect(() => decodeToken('token-1', plaintext.slice(0, -1))).toThrow('vault-damaged');
    expect(() => decodeToken('token-1', new Uint8Array([...plaintext, 0]))).toThrow('vault-damaged');
  });

  it('is damage for any bytes that are no token', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 64 }), { maxLength: 5 }), (parts) => {
        expect(() => decodeToken('token-1', lvCat(...parts))).toThrow('vault-damaged');
      }),
    );
  });

  it.each([
    ['a key missing', { ...token(), serial: undefined }],
    ['a key too many', { ...token(), note: '' }],
    ['a state unknown', { ...token(), state: 'LOST' }],
    ['an algorithm unknown', { ...token(), profile: { ...token().profile, algorithm: 'MD5' } }],
    ['nine digits', { ...token(), profile: { ...token().profile, digits: 9 } }],
    ['no period', { ...token(), profile: { ...token().profile, period: 0 } }],
    ['a step that is no step', { ...token(), spentStep: -2 }],
    ['an origin with a path', { ...token(), issuerOrigin: 'https://issuer.example/x' }],
    ['a clock without a number', { ...token(), clock: { offset: null, error: 0, measuredAt: 0 } }],
  ])('is damage with %s', (_, words) => {
    const { otp, device } = secrets();
    expect(() => decodeToken('token-1', lvCat(utf8(JSON.stringify(words)), otp, device))).toThrow('vault-damaged');
  });
});

const bytes = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(1);
const written = (one: TokenRecord): Uint8Array<ArrayBuffer> => lvCat(utf8(JSON.stringify(one.token)), one.secrets.otp, one.secrets.device);

const issuedWith = (otp: number, device: number): TokenRecord => ({ token: token(), secrets: { otp: bytes(otp), device: bytes(device) } });
const importedWith = (otp: number, device: number): TokenRecord => ({ token: localRecord('token-1').token, secrets: { otp: bytes(otp), device: bytes(device) } });

describe('the secrets of a record', () => {
  it.each([
    ['the least of an issuer (RFC 4226 section 4, R6)', issuedWith(16, 32)],
    ['the most of an issuer', issuedWith(128, 32)],
    ['the least of an imported token', importedWith(1, 0)],
    ['the most of an imported token', importedWith(256, 0)],
  ])('are taken: %s', (_, whole) => {
    expect(decodeToken('token-1', encodeToken(whole))).toEqual(whole);
  });

  it.each([
    ['a short seed', issuedWith(15, 32)],
    ['a long seed', issuedWith(129, 32)],
    ['a short device key', issuedWith(16, 31)],
    ['a long device key', issuedWith(16, 33)],
    ['an imported token without a seed', importedWith(0, 0)],
    ['an imported token with a long seed', importedWith(257, 0)],
    ['an imported token with a device key', importedWith(20, 32)],
  ])('are neither written nor read: %s', (_, wrong) => {
    expect(() => encodeToken(wrong)).toThrow('wrong length');
    expect(() => decodeToken('token-1', written(wrong))).toThrow('vault-damaged');
  });

  it('are three parts with the words, no fewer and no more', () => {
    const { token: one, secrets: { otp, device } } = issuedWith(20, 32);
    const words = utf8(JSON.stringify(one));
    for (const parts of [[], [words], [words, otp], [words, otp, device, bytes(1)]]) expect(() => decodeToken('token-1', lvCat(...parts))).toThrow('vault-damaged');
    expect(decodeToken('token-1', lvCat(words, otp, device)).token).toEqual(one);
  });
});

describe('the record of an imported token', () => {
  const { token: imported, secrets: seeds } = localRecord('local-1', { counter: 3 }, new Uint8Array([1]));

  it('comes back as it was kept, also with one byte of seed', () => {
    expect(decodeToken('local-1', encodeToken({ token: imported, secrets: seeds }))).toEqual({ token: imported, secrets: seeds });
  });

  it('comes back with its site, and with none where it was written before there were sites', () => {
    const bound = { ...imported, local: { issuer: '', account: '', counter: null, site: 'https://example.com:8443' } };
    expect(decodeToken('local-1', encodeToken({ token: bound, secrets: seeds })).token).toEqual(bound);
    const { site: _site, ...before } = bound.local;
    const words = utf8(JSON.stringify({ ...bound, local: before }));
    expect(decodeToken('local-1', lvCat(words, seeds.otp, seeds.device)).token.local).toEqual({ ...before, site: null });
  });

  it.each([
    ['with a site that is no origin', { ...imported, local: { ...imported.local, site: 'https://example.com/login' } }],
    ['without words of its own', { ...imported, local: null }],
    ['with an institution', { ...imported, institutionCode: '1188' }],
    ['with an issuer', { ...imported, issuerOrigin: 'https://issuer.example' }],
    ['in a state of an issuer\'s', { ...imported, state: 'ACTIVE' }],
    ['with a counter that is none', { ...imported, local: { issuer: '', account: '', counter: 1.5 } }],
    ['with a key too many', { ...imported, local: { issuer: '', account: '', counter: null, note: '' } }],
  ])('is damage %s', (_, words) => {
    expect(() => decodeToken('local-1', lvCat(utf8(JSON.stringify(words)), seeds.otp, seeds.device))).toThrow('vault-damaged');
  });

  it('is none without a seed, and an issuer\'s token is none without a device key', () => {
    expect(() => decodeToken('local-1', lvCat(utf8(JSON.stringify(imported)), new Uint8Array(), new Uint8Array()))).toThrow('vault-damaged');
    expect(() => decodeToken('token-1', lvCat(utf8(JSON.stringify(token())), secrets().otp, new Uint8Array()))).toThrow('vault-damaged');
    expect(() => decodeToken('token-1', lvCat(utf8(JSON.stringify(token({ serial: '' }))), secrets().otp, secrets().device))).toThrow('vault-damaged');
  });

  it('is none when only its words, or only its state, are those of an imported one', () => {
    const { otp, device } = secrets();
    const worded = utf8(JSON.stringify(token({ local: imported.local })));
    const stated = utf8(JSON.stringify({ ...imported, id: 'token-1', local: null }));
    for (const words of [worded, stated])
      for (const key of [device, new Uint8Array()]) expect(() => decodeToken('token-1', lvCat(words, otp, key))).toThrow('vault-damaged');
  });
});

describe('a pending record', () => {
  it('comes back as it was kept', () => {
    expect(decodePending('token-1', encodePending(pending()))).toEqual(pending());
  });

  it('is damage under another name or cut short', () => {
    const plaintext = encodePending(pending());
    expect(() => decodePending('token-2', plaintext)).toThrow('vault-damaged');
    expect(() => decodePending('token-1', plaintext.slice(0, -1))).toThrow('vault-damaged');
  });
});
