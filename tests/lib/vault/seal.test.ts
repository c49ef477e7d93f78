import { createCipheriv, createHmac, hkdfSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Header, signHeader, verifyHeader } from '../../../lib/vault/header.ts';
import { deriveKeys, type Place, sealBytes, sealRecord, unsealBytes, unsealRecord } from '../../../lib/vault/seal.ts';
import { random, reasonOf } from './builders.ts';

const VMK = new Uint8Array(32).fill(1);
const place: Place = { vaultId: 'vault', store: 'tokens', id: 'one', seq: 1 };

const hex = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'hex'));

describe('sealing', () => {
  // The GCM specification (McGrew and Viega), test case 16: AES-256 with AAD.
  it('gives the ciphertext and tag of GCM test case 16', async () => {
    const raw = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    const plaintext = hex(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    );
    const aad = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2');
    const sealed = await sealBytes(key, aad, plaintext, () => hex('cafebabefacedbaddecaf888'));
    expect(Buffer.from(sealed).toString('hex')).toBe(
      'cafebabefacedbaddecaf888' +
        '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b',
    );
    expect(await unsealBytes(key, aad, sealed)).toEqual(plaintext);
  });

  it('opens what it sealed, for any plaintext and place', async () => {
    const keys = await deriveKeys(VMK);
    const places = fc.record({
      vaultId: fc.string(),
      store: fc.constantFrom('tokens' as const, 'pendings' as const),
      id: fc.string(),
      seq: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), places, async (bytes, where) => {
        const plaintext = new Uint8Array(bytes);
        const sealed = await sealRecord(keys, where, plaintext, random);
        expect(await unsealRecord(keys, where, sealed)).toEqual(plaintext);
      }),
    );
  });

  it('opens nothing in another place', async () => {
    const keys = await deriveKeys(VMK);
    const sealed = await sealRecord(keys, place, new Uint8Array(10), random);
    const others: Place[] = [
      { ...place, vaultId: 'vaulu' },
      { ...place, store: 'pendings' },
      { ...place, id: 'two' },
      { ...place, seq: 2 },
      // Length prefixes keep neighbours apart.
      { ...place, vaultId: 'vaul', id: 'tone' },
    ];
    for (const other of others) expect(await reasonOf(unsealRecord(keys, other, sealed))).toBe('vault-damaged');
  });

  it('takes a fresh IV for each write', async () => {
    const keys = await deriveKeys(VMK);
    const [one, other] = [await sealRecord(keys, place, VMK, random), await sealRecord(keys, place, VMK, random)];
    expect(one.slice(0, 12)).not.toEqual(other.slice(0, 12));
    expect(one).not.toEqual(other);
  });

  it('derives keys as another HKDF does, and hands none of them out', async () => {
    const keys = await deriveKeys(VMK);
    const raw = (info: string): Buffer => Buffer.from(hkdfSync('sha256', VMK, '', info, 32));
    const message = new Uint8Array([1, 2, 3]);
    const mac = await crypto.subtle.sign('HMAC', keys.header, message);
    expect(Buffer.from(mac)).toEqual(createHmac('sha256', raw('kagifuda header')).update(message).digest());
    for (const [key, info] of [[keys.record, 'kagifuda record'], [keys.pending, 'kagifuda pending']] as const) {
      const iv = new Uint8Array(12);
      const cipher = createCipheriv('aes-256-gcm', raw(info), iv);
      const expected = Buffer.concat([iv, cipher.update(message), cipher.final(), cipher.getAuthTag()]);
      expect(Buffer.from(await sealBytes(key, new Uint8Array(), message, () => iv))).toEqual(expected);
    }
    for (const key of Object.values(keys)) expect(key).toHaveProperty('extractable', false);
  });
});

describe('the header', () => {
  it('is never written when it could not be read again', async () => {
    const { header: key } = await deriveKeys(VMK);
    const header: Header = { format: 'kagifuda', schema: 2, vaultId: 'v', generation: 1, slots: [], loss: [], lossHidden: false, manifest: [] };
    await verifyHeader(key, await signHeader(key, header));
    await expect(signHeader(key, { ...header, generation: 0 })).rejects.toThrow(TypeError);
    const line = { token: 'one', institution: '', serial: '', telephone: '0'.repeat(65), hours: '' };
    await expect(signHeader(key, { ...header, loss: [line] })).rejects.toThrow(TypeError);
  });
});
