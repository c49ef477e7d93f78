/** CPace against the vectors of draft-irtf-cfrg-cpace-21, section B.3 and its testvectors.json (G_Coffee25519). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8, lvSplit, utf8 } from '../../../lib/bytes.ts';
import { calculateGenerator, generatorString, scalarOf, sessionKey, sharedElement, shareOf } from '../../../lib/enrolment/cpace.ts';
import { random } from '../vault/builders.ts';

const hex = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'hex'));
const hexOf = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('hex');

const PUBLISHED = {
  inputs: { prs: utf8('Password'), ci: hex('0b415f696e69746961746f720b425f726573706f6e646572'), sid: hex('7e4b4791d6a8ef019b936c79fb7f2c57') },
  generatorString:
    `11435061636552697374726574746f3235350850617373776f726464${'00'.repeat(100)}` +
    '180b415f696e69746961746f720b425f726573706f6e646572107e4b4791d6a8ef019b936c79fb7f2c57',
  g: '222b6b195fe84b1652badb6f6a3ae3d24341e7306967f0b8115b40d5698c7e56',
  ya: hex('da3d23700a9e5699258aef94dc060dfda5ebb61f02a5ea77fad53f4ff0976d08'),
  yb: hex('d2316b454718c35362d83d69df6320f38578ed5984651435e2949762d900b80d'),
  Ya: 'd6bac480f2c386c394efc7c47adb9925dcd2630b64f240c50f8d0eec482b9157',
  Yb: '3ea7e0b19560d7c0b0f5734f63b955286dfa8232b5ebe63324e2d9e7433f7258',
  ADa: utf8('ADa'),
  ADb: utf8('ADb'),
  K: '80b69a8a76457ab6a4d7f887a4bf6b55a2f80ac19c333f917a05fc9887c8b40f',
  ISK_IR:
    'b69effbf61b51d56401c0f65601abe428de8206feaaf0e32198896dcae7b35cd2b38950a39dfd5d4a79164614c2984f7daa460b588c1e80c3fa2068af7900447',
};
/** Test case for scalar_mult, and the two points that must make a party abort. */
const POINTS = {
  s: hex('7cd0e075fa7955ba52c02759a6c90dbbfc10e6d40aea8d283e407d88cf538a05'),
  X: hex('2c3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c'),
  sX: '7c13645fe790a468f62c39beb7388e541d8405d1ade69d1778c5fe3e7f6b600e',
  invalid: hex('2b3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c'),
  identity: new Uint8Array(32),
};

describe('CPace-RISTR255-SHA512 and the published vectors', () => {
  const { inputs } = PUBLISHED;

  it('make the same generator string, the password and its padding filling the first block', () => {
    expect(hexOf(generatorString(inputs))).toBe(PUBLISHED.generatorString);
  });
  it('derive the same generator', () => {
    expect(hexOf(calculateGenerator(inputs).toBytes())).toBe(PUBLISHED.g);
  });
  it('make the same shares, the same shared element and the same key', () => {
    const generator = calculateGenerator(inputs);
    const [ya, yb] = [scalarOf(PUBLISHED.ya), scalarOf(PUBLISHED.yb)];
    const [Ya, Yb] = [shareOf(ya, generator), shareOf(yb, generator)];
    expect([hexOf(Ya), hexOf(Yb)]).toEqual([PUBLISHED.Ya, PUBLISHED.Yb]);
    const [atA, atB] = [sharedElement(ya, Yb), sharedElement(yb, Ya)];
    expect([hexOf(atA), hexOf(atB)]).toEqual([PUBLISHED.K, PUBLISHED.K]);
    const key = sessionKey(inputs.sid, atA ?? expect.unreachable(), { y: Ya, ad: PUBLISHED.ADa }, { y: Yb, ad: PUBLISHED.ADb });
    expect(hexOf(key)).toBe(PUBLISHED.ISK_IR);
  });
  it('multiply a valid point, and abort on an invalid one and on the identity', () => {
    const s = scalarOf(POINTS.s);
    expect(hexOf(sharedElement(s, POINTS.X))).toBe(POINTS.sX);
    expect(sharedElement(s, POINTS.invalid)).toBeNull();
    expect(sharedElement(s, POINTS.identity)).toBeNull();
  });
});

const bytes = (most: number) => fc.uint8Array({ maxLength: most });

describe('CPace', () => {
  it('fills the first block of the hash with the name and the password, however long the password is', () => {
    fc.assert(fc.property(bytes(200), bytes(60), fc.uint8Array({ minLength: 16, maxLength: 16 }), (prs, ci, sid) => {
      const parts = lvSplit(generatorString({ prs, ci, sid }));
      expect(fromUtf8(parts[0] ?? new Uint8Array())).toBe('CPaceRistretto255');
      expect(parts.slice(3)).toEqual([Uint8Array.from(ci), Uint8Array.from(sid)]);
      const padding = parts[2] ?? new Uint8Array();
      expect(padding.every((byte) => byte === 0)).toBe(true);
      expect(padding.length).toBe(Math.max(0, 108 - prs.length - (prs.length > 127 ? 1 : 0)));
    }));
  });

  it('gives both sides one key for the same inputs, and another for any other password, identity or session', () => {
    fc.assert(fc.property(bytes(8), bytes(8), bytes(8), (prs, ci, other) => {
      const sid = random(16);
      const [ya, yb] = [scalarOf(random(32)), scalarOf(random(32))];
      const ours = calculateGenerator({ prs, ci, sid });
      const Ya = shareOf(ya, ours);
      const agreed = (inputs: { prs: Uint8Array; ci: Uint8Array; sid: Uint8Array }): boolean => {
        const Yb = shareOf(yb, calculateGenerator(inputs));
        return hexOf(sharedElement(ya, Yb)) === hexOf(sharedElement(yb, Ya));
      };
      expect(agreed({ prs, ci, sid })).toBe(true);
      expect(agreed({ prs, ci, sid: random(16) })).toBe(false);
      if (hexOf(prs) !== hexOf(other)) expect(agreed({ prs: other, ci, sid })).toBe(false);
      if (hexOf(ci) !== hexOf(other)) expect(agreed({ prs, ci: other, sid })).toBe(false);
    }), { numRuns: 15 });
  });

  it('binds the key to both shares and to what goes with them', () => {
    const [sid, k] = [random(16), random(32)];
    const [a, b] = [{ y: random(32), ad: utf8('a') }, { y: random(32), ad: utf8('b') }];
    const keys = [
      sessionKey(sid, k, a, b), sessionKey(sid, k, b, a), sessionKey(sid, k, { ...a, ad: utf8('A') }, b), sessionKey(sid, k, a, { ...b, ad: utf8('B') }),
      sessionKey(random(16), k, a, b), sessionKey(sid, random(32), a, b),
    ].map(hexOf);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('samples scalars below the order, little-endian, and takes nothing but 32 bytes', () => {
    expect(scalarOf(new Uint8Array(32).fill(255))).toBe(2n ** 252n - 1n);
    expect(scalarOf(Uint8Array.from([1, ...new Uint8Array(31)]))).toBe(1n);
    expect(() => scalarOf(new Uint8Array(31))).toThrow(RangeError);
    expect(() => shareOf(0n, calculateGenerator(PUBLISHED.inputs))).toThrow(RangeError);
    expect(sharedElement(0n, POINTS.X)).toBeNull();
  });
});
