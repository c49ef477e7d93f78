import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64url } from '../../lib/bytes.ts';
import { boundParts, draftStretching, isOutdated, readStretching, stretchingOf } from '../../lib/stretching.ts';

describe('parameters', () => {
  it('may cost 2^20 KiB times passes and no more', () => {
    fc.assert(fc.property(fc.integer({ min: 8192, max: 262_144 }), fc.integer({ min: 1, max: 10 }), (memory, passes) => {
      const read = (): unknown => readStretching({ salt: toBase64url(new Uint8Array(16)), memory, passes, lanes: 1 }, 'stretching');
      if (memory * passes <= 2 ** 20) expect(read()).toMatchObject({ memory, passes });
      else expect(read).toThrow(TypeError);
    }));
    expect(readStretching({ salt: toBase64url(new Uint8Array(32)), memory: 262_144, passes: 4, lanes: 4 }, 'stretching').passes).toBe(4);
  });

  it('are outdated when either is less than today\'s, and never for being more', () => {
    const today = { memory: 65_536, passes: 3 };
    expect(isOutdated(today)).toBe(false);
    expect(isOutdated({ ...today, memory: 65_535 })).toBe(true);
    expect(isOutdated({ ...today, passes: 2 })).toBe(true);
    expect(isOutdated({ memory: 262_144, passes: 4 })).toBe(false);
    expect(isOutdated({ memory: 262_144, passes: 2 })).toBe(true);
  });

  it('of today are within their bounds, with a fresh salt each', () => {
    const draft = draftStretching((length) => new Uint8Array(length).fill(9));
    expect(draft).toEqual({ salt: toBase64url(new Uint8Array(16).fill(9)), memory: 65_536, passes: 3, lanes: 1 });
    expect(readStretching(draft, 'stretching')).toEqual(draft);
    expect(isOutdated(draft)).toBe(false);
  });

  it('are four, whatever holds them, and bound in one order', () => {
    const holder = { ...draftStretching((length) => new Uint8Array(length)), sealed: 'AAAA' };
    expect(Object.keys(stretchingOf(holder))).toEqual(['salt', 'memory', 'passes', 'lanes']);
    expect(boundParts(holder).map((part) => part.length)).toEqual([16, 8, 8, 8]);
    expect(boundParts(holder).slice(1).map((part) => Number(new DataView(part.slice().buffer).getBigUint64(0)))).toEqual([65_536, 3, 1]);
  });
});
