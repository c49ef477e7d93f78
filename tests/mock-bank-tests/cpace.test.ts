/** draft-irtf-cfrg-cpace-21, appendix B.4: CPace using group ristretto255 and hash SHA-512. */
import { describe, expect, it } from 'vitest';
import { generator, generatorString, littleEndian, randomScalar, readShare, secretPoint, sessionKey, shareOf } from '../mock-bank/secrets/cpace.ts';
import { initiate } from './cpace-client.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');
const hexOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');

const COMMON = {
  prs: Buffer.from('Password'),
  ci: hex('0b415f696e69746961746f720b425f726573706f6e646572'),
  sid: hex('7e4b4791d6a8ef019b936c79fb7f2c57'),
};
const STRING = `11435061636552697374726574746f3235350850617373776f726464${'00'.repeat(100)}180b415f696e69746961746f720b425f726573706f6e646572
107e4b4791d6a8ef019b936c79fb7f2c57`;
const G = '222b6b195fe84b1652badb6f6a3ae3d24341e7306967f0b8115b40d5698c7e56';
const ya = littleEndian(hex('da3d23700a9e5699258aef94dc060dfda5ebb61f02a5ea77fad53f4ff0976d08'));
const YA = 'd6bac480f2c386c394efc7c47adb9925dcd2630b64f240c50f8d0eec482b9157';
const yb = littleEndian(hex('d2316b454718c35362d83d69df6320f38578ed5984651435e2949762d900b80d'));
const YB = '3ea7e0b19560d7c0b0f5734f63b955286dfa8232b5ebe63324e2d9e7433f7258';
const K = '80b69a8a76457ab6a4d7f887a4bf6b55a2f80ac19c333f917a05fc9887c8b40f';
const ISK = `b69effbf61b51d56401c0f65601abe428de8206feaaf0e32198896dcae7b35cd2b38950a39dfd5d4a79164614c2984f7daa460b588c1e80c
3fa2068af7900447`;

describe('CPACE-RISTR255-SHA512', () => {
  it('fills the first block before CI and sid, and derives g', () => {
    expect(hexOf(generatorString(COMMON))).toBe(hexOf(hex(STRING)));
    expect(generatorString(COMMON)).toHaveLength(170);
    expect(hexOf(generator(COMMON).toBytes())).toBe(G);
  });

  it('makes both shares, and the same K on both sides', () => {
    const g = generator(COMMON);
    expect([hexOf(shareOf(ya, g)), hexOf(shareOf(yb, g))]).toEqual([YA, YB]);
    const [atA, atB] = [readShare(hex(YB)), readShare(hex(YA))];
    expect([atA && hexOf(secretPoint(ya, atA)), atB && hexOf(secretPoint(yb, atB))]).toEqual([K, K]);
  });

  it('makes ISK of the initiator’s and the responder’s part, in this order', () => {
    const [a, b] = [{ y: hex(YA), ad: Buffer.from('ADa') }, { y: hex(YB), ad: Buffer.from('ADb') }];
    expect(hexOf(sessionKey({ sid: COMMON.sid, k: hex(K), a, b }))).toBe(hexOf(hex(ISK)));
    expect(hexOf(sessionKey({ sid: COMMON.sid, k: hex(K), a: b, b: a }))).not.toBe(hexOf(hex(ISK)));
  });

  it('multiplies a valid point, and takes neither a wrong encoding nor the identity', () => {
    const s = littleEndian(hex('7cd0e075fa7955ba52c02759a6c90dbbfc10e6d40aea8d283e407d88cf538a05'));
    const point = readShare(hex('2c3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c'));
    expect(point && hexOf(secretPoint(s, point))).toBe('7c13645fe790a468f62c39beb7388e541d8405d1ade69d1778c5fe3e7f6b600e');
    expect(readShare(hex('2b3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c'))).toBeNull();
    expect(readShare(Buffer.alloc(32))).toBeNull();
    for (const length of [0, 31, 33]) expect(readShare(Buffer.alloc(length, 1))).toBeNull();
  });

  it('takes no other spelling of a point: neither above the prime, nor negative, nor with the top bit set', () => {
    const prime = (1n << 255n) - 19n;
    const encoded = (value: bigint): Buffer => Buffer.from(hex(value.toString(16).padStart(64, '0')).toReversed());
    const valid = littleEndian(hex(YA));
    for (const other of [prime, prime + 2n, prime - valid, valid | (1n << 255n), (1n << 256n) - 1n]) expect(readShare(encoded(other))).toBeNull();
    expect(readShare(encoded(valid))).not.toBeNull();
  });

  it('draws scalars that are neither 0 nor the same twice, and agrees with a client on other code', () => {
    const drawn = new Set(Array.from({ length: 100 }, randomScalar));
    expect(drawn.size).toBe(100);
    expect(drawn.has(0n)).toBe(false);
    for (const password of ['4711', '47110835']) {
      const client = initiate({ password, ci: COMMON.ci, sid: COMMON.sid, ad: Buffer.from('a') });
      const y = randomScalar();
      const mine = { y: shareOf(y, generator({ ...COMMON, prs: Buffer.from(password) })), ad: Buffer.from('b') };
      const other = readShare(client.share) ?? expect.unreachable();
      const isk = sessionKey({ sid: COMMON.sid, k: secretPoint(y, other), a: { y: client.share, ad: Buffer.from('a') }, b: mine });
      expect(hexOf(client.key({ share: mine.y, ad: mine.ad }))).toBe(hexOf(isk));
    }
  });
});
