import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lvCat, utf8 } from '../../../lib/bytes.ts';
import { decodePending, encodePending } from '../../../lib/vault/pending.ts';
import { decodeToken, encodeToken } from '../../../lib/vault/token-record.ts';
import { pending, secrets, token } from './builders.ts';

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
