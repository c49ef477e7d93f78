import { Aes128Gcm, Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lvCat as otherLvCat, toBase64url, uint64, utf8 } from '../../lib/bytes.ts';
import { fromBase64url, lvCat, lvSplit } from '../mock-bank/secrets/encoding.ts';
import { AES_128_GCM, AES_256_GCM, receive } from '../mock-bank/secrets/hpke.ts';
import { hotp, timeStep } from '../mock-bank/secrets/otp.ts';
import { sealKeyFrom, sealUnder } from '../mock-bank/secrets/seal.ts';

const bytes = (most: number): fc.Arbitrary<Uint8Array<ArrayBuffer>> => fc.uint8Array({ maxLength: most }).map((b) => Uint8Array.from(b));
/** The seeds of RFC 6238 Appendix B. */
const seed = (length: number): Buffer => Buffer.from('1234567890'.repeat(7).slice(0, length));
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

describe('the HPKE receiver', () => {
  // RFC 9180, Appendix A.1.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base.
  const published = {
    aead: AES_128_GCM,
    privateKey: hex('4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8'),
    enc: hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
    info: hex('4f6465206f6e2061204772656369616e2055726e'),
  };
  const aad = hex('436f756e742d30');
  const ct = hex('f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a');

  it('opens the published message of RFC 9180 A.1.1', () => {
    expect(receive(published).open(aad, ct).toString()).toBe('Beauty is truth, truth beauty');
  });

  it.each([
    ['', '3853fe2b4035195a573ffc53856e77058e15d9ea064de3e59f4961d0095250ee'],
    ['00', '2e8f0b54673c7029649d4eb9d5e33bf1872cf76d623ff164ac185da9e88c21a5'],
    ['54657374436f6e74657874', 'e9e43065102c3836401bed8c3c3c75ae46be1639869391d62c61f1ec7af54931'],
  ])('exports the published secret for context "%s" (A.1.1.2)', (context, secret) => {
    expect(receive(published).exportSecret(hex(context), 32).toString('hex')).toBe(secret);
  });

  it('refuses a ciphertext, an aad or an info of which one bit was changed', () => {
    const flipped = Buffer.from(ct);
    flipped[3] = (flipped[3] ?? 0) ^ 1;
    expect(() => receive(published).open(aad, flipped)).toThrow();
    expect(() => receive(published).open(hex('436f756e742d31'), ct)).toThrow();
    expect(() => receive({ ...published, info: hex('4f') }).open(aad, ct)).toThrow();
  });

  it('refuses an encapsulated key of low order', () => {
    expect(() => receive({ ...published, enc: new Uint8Array(32) })).toThrow();
    expect(() => receive({ ...published, enc: new Uint8Array(31) })).toThrow(RangeError);
  });

  it.each([[AES_128_GCM, new Aes128Gcm()], [AES_256_GCM, new Aes256Gcm()]] as const)(
    'understands whatever another implementation sends ($0.name)',
    async (aead, sealing) => {
      const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: sealing });
      await fc.assert(fc.asyncProperty(bytes(200), bytes(40), bytes(40), async (message, info, extra) => {
        const pair = await suite.kem.generateKeyPair();
        const sender = await suite.createSenderContext({ recipientPublicKey: pair.publicKey, info });
        const sealed = new Uint8Array(await sender.seal(message, extra));
        const privateKey = new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey));
        const context = receive({ aead, privateKey, enc: new Uint8Array(sender.enc), info });
        expect(new Uint8Array(context.open(extra, sealed))).toEqual(message);
        expect(new Uint8Array(context.exportSecret(info, 70))).toEqual(new Uint8Array(await sender.export(info, 70)));
      }), { numRuns: 20 });
    },
  );
});

describe('one-time passwords', () => {
  const secret = Buffer.from('12345678901234567890');

  it('match RFC 4226 Appendix D', () => {
    const published = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];
    expect(published.map((_code, count) => hotp(secret, count, { algorithm: 'SHA-1', digits: 6 }))).toEqual(published);
  });

  it.each([
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ])('match RFC 6238 Appendix B at %i s', (seconds, sha1, sha256, sha512) => {
    const step = timeStep(seconds * 1000, { period: 30, T0: 0 });
    expect(hotp(seed(20), step, { algorithm: 'SHA-1', digits: 8 })).toBe(sha1);
    expect(hotp(seed(32), step, { algorithm: 'SHA-256', digits: 8 })).toBe(sha256);
    expect(hotp(seed(64), step, { algorithm: 'SHA-512', digits: 8 })).toBe(sha512);
  });
});

describe('the wire encodings', () => {
  it('agree with the extension on lv_cat, and split what they joined', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), (parts) => {
      const joined = lvCat(...parts);
      expect(new Uint8Array(joined)).toEqual(otherLvCat(...parts));
      expect(lvSplit(joined)?.map((part) => [...part])).toEqual(parts.map((part) => [...part]));
    }));
  });

  it('write text as UTF-8 and numbers as eight bytes', () => {
    expect(new Uint8Array(lvCat('鍵', 30))).toEqual(otherLvCat(utf8('鍵'), uint64(30)));
  });

  it('refuse a list that is cut short or whose length is written the long way', () => {
    expect(lvSplit(Buffer.from([2, 1]))).toBeNull();
    expect(lvSplit(Buffer.from([0x81, 0x00, 1]))).toBeNull();
    expect(lvSplit(Buffer.from([0x81]))).toBeNull();
  });

  it('take only canonical base64url of the wanted length', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (input) => {
      const text = toBase64url(input);
      expect(new Uint8Array(fromBase64url(text, input.length) ?? [])).toEqual(new Uint8Array(input));
      expect(fromBase64url(`${text}=`, input.length)).toBeNull();
      expect(fromBase64url(text, input.length + 1, 100)).toBeNull();
    }));
    expect(fromBase64url('AB', 1)).toBeNull();
    expect(fromBase64url(7, 1)).toBeNull();
  });
});

describe('the seal', () => {
  const seal = sealUnder(Buffer.alloc(32, 7));

  it('opens for its owner only, and only unaltered', () => {
    const sealed = seal.close('SKTS00000001', Buffer.from('seed'));
    expect(seal.open('SKTS00000001', sealed).toString()).toBe('seed');
    expect(() => seal.open('SKTS00000002', sealed)).toThrow();
    sealed[14] = (sealed[14] ?? 0) ^ 1;
    expect(() => seal.open('SKTS00000001', sealed)).toThrow();
  });

  it('takes a key of exactly 32 bytes from the environment', () => {
    expect(sealKeyFrom(Buffer.alloc(32, 1).toString('base64url'))).toEqual(Buffer.alloc(32, 1));
    expect(() => sealKeyFrom('short')).toThrow(RangeError);
    expect(sealKeyFrom('')).toHaveLength(32);
  });
});
