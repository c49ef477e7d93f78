import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOfPlatform, isPlatformPage, platformPatterns } from '../../../lib/institutions/platforms.ts';

/** As a browser reads a match pattern's host. */
function isMatched(hostname: string): boolean {
  return platformPatterns().some((pattern) => {
    const host = new URL(pattern.replace('*.', 'any.')).hostname.replace(/^any\./, '');
    return hostname === host || (pattern.includes('//*.') && hostname.endsWith(`.${host}`));
  });
}

describe('a host of a banking platform', () => {
  it.each(['www11.ib.shinkin-ib.jp', 'www.parasol.anser.ne.jp'])('that serves pages is %s', (hostname) => {
    expect([isPlatformPage(hostname), isMatched(hostname), isOfPlatform(hostname)]).toEqual([true, true, true]);
  });

  it.each(['shinkin-ib.jp', 'www.shinkin-ib.jp', 'ib.shinkin-ib.jp', 'a.b.ib.shinkin-ib.jp', 'parasol.anser.ne.jp', 'a.www.parasol.anser.ne.jp'])('that serves none is %s', (hostname) => {
    expect([isPlatformPage(hostname), isOfPlatform(hostname)]).toEqual([false, true]);
  });

  it.each(['anser.ne.jp', 'xshinkin-ib.jp', 'xparasol.anser.ne.jp', 'www11.ib.shinkin-ib.jp.example', 'www11.ib.shinkin-ib.jp.', ''])('is not %s', (hostname) => {
    expect([isPlatformPage(hostname), isOfPlatform(hostname)]).toEqual([false, false]);
  });

  it('that serves pages is in the manifest, and every one there is the platform\'s', () => {
    const parts = fc.constantFrom('www', 'www11', 'ib', 'shinkin-ib', 'parasol', 'anser', 'ne', 'jp', 'evil');
    const tails = fc.constantFrom('', '.ib.shinkin-ib.jp', '.parasol.anser.ne.jp', '.shinkin-ib.jp');
    fc.assert(fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), tails, (labels, tail) => {
      const hostname = labels.join('.') + tail;
      if (isPlatformPage(hostname)) expect(isMatched(hostname)).toBe(true);
      if (isMatched(hostname)) expect(isOfPlatform(hostname)).toBe(true);
    }));
  });
});
