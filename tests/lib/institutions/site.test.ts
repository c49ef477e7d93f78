import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenHost } from '../../../lib/institutions/host-name.ts';
import { isListedOrigin } from '../../../lib/institutions/address.ts';
import { profiles } from '../../../lib/institutions/profiles.ts';
import { patternOf, readSite } from '../../../lib/institutions/site.ts';

const read = (typed: string) => readSite(typed, profiles());
/** Labels of 63 letters, as long as one may be. */
const nameOf = (length: number): string => `${`${'a'.repeat(63)}.`.repeat(3)}${'a'.repeat(length - 196)}.com`;
const garbled = { problem: 'site-garbled' };

describe('the address of a site', () => {
  it.each([
    ['example.com', 'https://example.com'],
    ['  https://Example.com/login?x=1#y ', 'https://example.com'],
    ['ｅｘａｍｐｌｅ．ｃｏｍ', 'https://example.com'],
    ['ｈｔｔｐｓ：／／example。com', 'https://example.com'],
    ['example.com:8443', 'https://example.com:8443'],
    ['https://example.com:443', 'https://example.com'],
    ['example.com.', 'https://example.com'],
    ['日本語.jp', 'https://xn--wgv71a119e.jp'],
    ['192.168.0.1', 'https://192.168.0.1'],
    ['http://shop.localhost:8790/x', 'http://shop.localhost:8790'],
    ['example.com/?next=https://evil.example', 'https://example.com'],
    ['1.2.3.4.Example.com', 'https://1.2.3.4.example.com'],
    ['notshinkin-ib.jp', 'https://notshinkin-ib.jp'],
    ['shinkin-ib.jp.example.com', 'https://shinkin-ib.jp.example.com'],
  ])('%s is %s', (typed, origin) => {
    expect(read(typed)).toEqual({ origin });
  });

  it('is taken up to the 253 letters that a name may have', () => {
    expect(read(nameOf(253))).toEqual({ origin: `https://${nameOf(253)}` });
    expect(read(nameOf(254))).toEqual(garbled);
  });

  it.each([
    '', ' ', 'shop', 'localhost', 'ex ample.com', 'https://', 'https://example', 'example..com', '.com', 'example.c', 'example.com-', 'example.com.-x', '1.2.3.4.c', '1', '0x7f.1', '2130706433', '1.2.3', '192.168.0', '[::1]',
    'https://[2001:db8::1]/', 'hanako@example.com', 'https://hanako:pass@example.com', 'https://:pass@example.com', 'javascript:alert(1)', 'javascript://example.com/%0aalert(1)',
    'data:text/html,x', 'file:///etc/hosts', 'ftp://example.com', 'about:blank', 'chrome://settings', 'chrome-extension://abcdefghijklmnop/popup.html',
    'moz-extension://6b616769-6675-4461-8a5f-000000000001/', 'example.com\\@evil.example', 'https:example.com', 'example.com:99999', `${'a'.repeat(64)}.com`, `${'a.'.repeat(130)}com`, '例え',
  ])('%s is none', (typed) => {
    expect(read(typed)).toEqual(garbled);
  });

  it.each(['http://example.com', 'http://example.com:443', 'ｈｔｔｐ://example.com', 'http://192.168.0.1/', 'http://evil-localhost.com'])('%s is not protected', (typed) => {
    expect(read(typed)).toEqual({ problem: 'site-insecure' });
  });

  it.each([
    'www11.ib.shinkin-ib.jp', 'https://ib.shinkin-ib.jp', 'www.shinkin-ib.jp', 'shinkin-ib.jp', 'parasol.anser.ne.jp', 'a.b.ib.shinkin-ib.jp', 'https://www11.ib.shinkin-ib.jp:8443', 'WWW.PARASOL.ANSER.NE.JP.',
    'http://www.parasol.anser.ne.jp', 'http://ib.shinkin.localhost:1', 'https://parasol.localhost', 'http://issuer.localhost:8790',
  ])('%s belongs to the tokens of issuers', (typed) => {
    expect(read(typed)).toEqual({ problem: 'site-listed' });
  });

  it('gives, of whatever is typed, an origin of the web that is no bank’s, or a problem', () => {
    const parts = fc.constantFrom('https://', 'http://', 'ftp:', '//', 'ib.shinkin-ib.jp', 'www.', 'a', '.', 'com', '@', ':', '8790', '/', '\\', '\t', '。', 'ｊｐ', '[', '%2e', '?', '#', 'localhost');
    fc.assert(
      fc.property(fc.oneof(fc.array(parts, { maxLength: 8 }).map((all) => all.join('')), fc.string({ unit: 'binary' }), fc.webUrl()), (typed) => {
        const site = read(typed);
        if ('problem' in site) return;
        expect(new URL(site.origin).origin).toBe(site.origin);
        expect(site.origin).toMatch(/^(?:https:\/\/[^/]+|http:\/\/[^/]+\.localhost(?::\d+)?)$/);
        expect(isListedOrigin(site.origin, profiles())).toBe(false);
        expect(read(site.origin)).toEqual(site);
      }),
    );
  });
});

describe('the match pattern', () => {
  it('is of the one host, without its port', () => {
    expect(patternOf('https://example.com:8443')).toBe('https://example.com/*');
    expect(patternOf('http://shop.localhost:8790')).toBe('http://shop.localhost/*');
  });
});

describe('a host in its own letters', () => {
  // RFC 3492 section 7.1 (A), (B), (H), (L), and names in use.
  it.each([
    ['xn--egbpdaj6bu4bxfgehfvwxn', 'ليهمابتكلموشعربي؟'],
    ['xn--ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
    ['xn--n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa', 'なぜみんな日本語を話してくれないのか'],
    ['xn--3b-ww4c5e180e575a65lsy2b', '3年b組金八先生'],
    ['www.xn--wgv71a119e.jp:8443', 'www.日本語.jp:8443'],
    ['xn--bcher-kva.example', 'bücher.example'],
    // At and just above the bound of the bias (section 6.1).
    ['xn--n8j6n473fwh0aqs6b.example', '信ッ海い阪.example'],
    ['xn--aa-4s8dq51c2jz89i.example', 'a語東金用a.example'],
  ])('%s is %s', (host, written) => {
    expect(writtenHost(host)).toBe(written);
  });

  it.each(['example.com', 'xn--', 'xn--0', 'xn--a-ecp.ru~', 'xn--99999999999999', 'xn--99999a', 'xn--abc-.example', '[::1]:80', ''])('%s has no others', (host) => {
    expect(writtenHost(host)).toBe(host);
  });

  it('is what the browser made ASCII of', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('аеорсухіあぶくま信金ünñ日本語ab1')), minLength: 1, maxLength: 12 }), (label) => {
        const { host } = new URL(`https://${label}.example`);
        expect(new URL(`https://${writtenHost(host)}`).host).toBe(host);
        expect(writtenHost(host)).not.toContain('xn--');
      }),
    );
  });
});
