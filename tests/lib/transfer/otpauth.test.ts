import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totp } from '../../../lib/otp/totp.ts';
import { otpauthOf, parseOtpauth } from '../../../lib/transfer/otpauth.ts';
import { anyToken, found, hex, problemIn, RFC_SECRET, tokenIn } from './builders.ts';

const padded = (count: number): string => `otpauth://totp/a?${'x&'.repeat(count)}secret=${RFC_SECRET}`;
const hotp = (rest: string): string => `otpauth://HOTP/a?secret=${RFC_SECRET}${rest}`;
const at = (rest: string): string => `otpauth://totp/Example:hanako?secret=${RFC_SECRET}${rest}`;
const read = (uri: string): Record<string, unknown> => {
  const { secret, ...token } = tokenIn(parseOtpauth(uri));
  return { ...token, secret: hex(secret) };
};
const names = (uri: string): [string, string] => {
  const { issuer, account } = tokenIn(parseOtpauth(uri));
  return [issuer, account];
};

describe('an otpauth URI', () => {
  it('is read as the first example of the Key Uri Format', () => {
    expect(read('otpauth://totp/Example:alice@google.com?secret=JBSWY3DPEHPK3PXP&issuer=Example')).toEqual({
      issuer: 'Example', account: 'alice@google.com', secret: '48656c6c6f21deadbeef', algorithm: 'SHA-1', digits: 6, period: 30, counter: null,
    });
  });
  it('is read as its second example, with all parameters', () => {
    const uri = 'otpauth://totp/ACME%20Co:john.doe@email.com?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ&issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30';
    expect(read(uri)).toEqual({
      issuer: 'ACME Co', account: 'john.doe@email.com', secret: '3dc6caa4824a6d288767b2331e20b43166cb85d9', algorithm: 'SHA-1', digits: 6, period: 30, counter: null,
    });
  });
  it('is split at a colon that is encoded or followed by spaces, as its examples of labels', () => {
    const secret = '?secret=JBSWY3DPEHPK3PXP';
    expect(names(`otpauth://totp/Example:alice@gmail.com${secret}`)).toEqual(['Example', 'alice@gmail.com']);
    expect(names(`otpauth://totp/Provider1:Alice%20Smith${secret}`)).toEqual(['Provider1', 'Alice Smith']);
    expect(names(`otpauth://totp/Big%20Corporation%3A%20alice%40bigco.com${secret}`)).toEqual(['Big Corporation', 'alice@bigco.com']);
  });
  it('is read as the example of IIJ SmartKey, www1.auth.iij.jp/smartkey/en/uri_v1.html', () => {
    const uri = 'otpauth://totp/IIJ:iij-taro@example.com?secret=GUYZ7YBZ74QUWUJB4HCLVVLGG3M3W5FZ&issuer=IIJ&icon=https%3A%2F%2Fexample.com%2Fi.png';
    expect(names(uri)).toEqual(['IIJ', 'iij-taro@example.com']);
  });
  it('gives the codes of RFC 6238 Appendix B', () => {
    const token = tokenIn(parseOtpauth(at('&digits=8')));
    expect(totp(token.secret, 59_000, { ...token, T0: 0 })).toBe('94287082');
    expect(totp(token.secret, 1_111_111_109_000, { ...token, T0: 0 })).toBe('07081804');
  });
});

describe('what otpauthOf writes', () => {
  it('is the very token again, whatever its names hold', () => {
    fc.assert(fc.property(anyToken, (token) => {
      expect(parseOtpauth(otpauthOf(token))).toEqual({ ok: true, token });
    }), { numRuns: 1000 });
  }, 30_000);
  it('is one line of ASCII that a URL parser takes', () => {
    fc.assert(fc.property(anyToken, (token) => {
      const uri = otpauthOf(token);
      expect(uri).toMatch(/^otpauth:\/\/[ht]otp\/[!-~]*\?secret=[A-Z2-7]+&[!-~]+$/);
      expect(new URL(uri).searchParams.get('issuer') ?? '').toBe(token.issuer);
    }));
  });
  it('names every setting', () => {
    expect(otpauthOf(found())).toBe(`otpauth://totp/Example:hanako%40example.com?secret=${RFC_SECRET}&issuer=Example&algorithm=SHA1&digits=6&period=30`);
    const counting = found({ issuer: '', account: '信金', counter: 7, algorithm: 'SHA-512', digits: 8 });
    expect(otpauthOf(counting)).toBe(`otpauth://hotp/%E4%BF%A1%E9%87%91?secret=${RFC_SECRET}&algorithm=SHA512&digits=8&counter=7`);
  });
  it('keeps an account with colons apart from an issuer that is not there', () => {
    expect(names(otpauthOf(found({ issuer: '', account: 'a:b' })))).toEqual(['', 'a:b']);
    expect(names(otpauthOf(found({ issuer: 'A:B', account: 'c:d' })))).toEqual(['A:B', 'c:d']);
  });
});

describe('the names', () => {
  it('take the issuer parameter before the prefix', () => {
    expect(names(at('&issuer=Other'))).toEqual(['Other', 'hanako']);
    expect(names(at('&issuer='))).toEqual(['Example', 'hanako']);
    expect(names(at('&issuer'))).toEqual(['Example', 'hanako']);
    expect(names(`otpauth://totp/hanako?secret=${RFC_SECRET}&issuer=Air+Canada`)).toEqual(['Air Canada', 'hanako']);
    expect(names(`otpauth://totp/a+b@example.com?secret=${RFC_SECRET}&issuer=C%2B%2B`)).toEqual(['C++', 'a+b@example.com']);
  });
  it('may be missing', () => {
    for (const start of ['otpauth://totp/', 'otpauth://totp', 'otpauth://totp/:', 'otpauth://totp/%20'])
      expect(names(`${start}?secret=${RFC_SECRET}`)).toEqual(['', '']);
  });
  it('may hold what ought to be encoded', () => {
    expect(names(`otpauth://totp/A/B: c d&e?secret=${RFC_SECRET}&issuer=A/B`)).toEqual(['A/B', 'c d&e']);
    const uri = `otpauth://totp/No#1:hanako?issuer=No#1&secret=${RFC_SECRET}&digits=8`;
    expect(read(uri)).toMatchObject({ issuer: 'No#1', account: 'hanako', digits: 8 });
  });
  it('lose controls and whatever turns the direction of writing', () => {
    expect(names(`otpauth://totp/Exa%00mple%0A:%E2%80%AEhanako%E2%81%A6%C2%85?secret=${RFC_SECRET}`)).toEqual(['Example', 'hanako']);
    expect(names(`otpauth://totp/a?secret=${RFC_SECRET}&issuer=%E2%80%8E%D8%9CE%E2%80%A8x`)).toEqual(['Ex', 'a']);
  });
  it('lose what nobody sees, and are none without anything that can be seen', () => {
    const unseen = ['\u200B', '\u2060', '\u00AD', '\u3164', '\u2800', '\uFEFF', '\u034F', '\u115F', '\uFFA0', '\uFFF9', '\u{E0001}'];
    const as = (account: string): string => names(`otpauth://totp/${encodeURIComponent(account)}?secret=${RFC_SECRET}`)[1];
    for (const one of unseen) expect([as(`${one}ha${one}na${one}ko`), as(` ${one}${one} `)], escape(one)).toEqual(['hanako', '']);
    for (const one of ['\u200D', '\u200C', '\uFE0F', '\u{E0100}', '\u200D \u200D']) expect(as(one), escape(one)).toBe('');
    for (const kept of ['👩\u200D💻 係', '❤\uFE0F', '葛\u{E0100}城', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', 'نامه\u200Cای']) expect(as(kept)).toBe(kept);
    expect(names(at('&issuer=%E2%80%8B'))).toEqual(['Example', 'hanako']);
  });
  it('have at most 256 units and end in no half of a pair', () => {
    const [issuer, account] = names(`otpauth://totp/${encodeURIComponent('信'.repeat(300))}:${encodeURIComponent(`a${'😀'.repeat(200)}`)}?secret=${RFC_SECRET}`);
    expect(issuer).toBe('信'.repeat(256));
    expect(account).toBe(`a${'😀'.repeat(127)}`);
  });
  it('are garbled when their encoding is', () => {
    for (const uri of [`otpauth://totp/%E4%BF?secret=${RFC_SECRET}`, `otpauth://totp/100%?secret=${RFC_SECRET}`, at('&issuer=%ff')])
      expect(parseOtpauth(uri)).toEqual({ ok: false, label: '', problem: 'label-garbled' });
  });
});

describe('the parameters', () => {
  const ALIKE = { SHA1: 'SHA-1', 'sha-1': 'SHA-1', HmacSHA1: 'SHA-1', 'HMAC-SHA256': 'SHA-256', sha256: 'SHA-256', Sha_512: 'SHA-512', '': 'SHA-1' };
  it.each(Object.entries(ALIKE))(
    'take the algorithm %s',
    (name, algorithm) => expect(read(at(`&algorithm=${name}`))).toMatchObject({ algorithm }),
  );
  it.each(['MD5', 'SHA', 'SHA224', 'SHA3-256', 'SHA-2560', '__proto__', 'constructor', '%ff', 'x'.repeat(1e5)])('refuse the algorithm %s', (name) =>
    expect(problemIn(parseOtpauth(at(`&algorithm=${name}`)))).toBe('algorithm-unknown'));
  it('take 6 to 8 digits', () => {
    for (const digits of [6, 7, 8]) expect(read(at(`&digits=${digits}`))).toMatchObject({ digits });
    for (const digits of ['5', '9', '10', '0', '-6', '6.5', '0x6', '6e0', '六', '%ff', 'six', '0'.repeat(17)])
      expect(problemIn(parseOtpauth(at(`&digits=${digits}`)))).toBe('digits-unusual');
  });
  it('take a period of 1 to 3600 seconds', () => {
    for (const period of [1, 15, 60, 3600]) expect(read(at(`&period=${period}`))).toMatchObject({ period });
    for (const period of ['0', '3601', '-30', '30s', '1e2', '99999999999999999'])
      expect(problemIn(parseOtpauth(at(`&period=${period}`)))).toBe('period-unusual');
  });
  it('take the counter that HOTP needs', () => {
    expect(read(hotp('&counter=0&period=0'))).toMatchObject({ counter: 0, period: 30 });
    expect(read(hotp('&counter=281474976710655'))).toMatchObject({ counter: 2 ** 48 - 1 });
    // The counter of a token that has given its last code.
    expect(read(hotp('&counter=281474976710656'))).toMatchObject({ counter: 2 ** 48 });
    for (const rest of ['', '&counter=', '&counter=-1', '&counter=281474976710657', '&counter=9007199254740992', '&counter=1.5', '&counter=x'])
      expect(problemIn(parseOtpauth(hotp(rest)))).toBe('counter-garbled');
    expect(read(at('&counter=5'))).toMatchObject({ counter: null });
  });
  it('count in any case and any order, the first of each', () => {
    expect(read(`otpauth://totp/a?DIGITS=8&x&=&&Secret=${RFC_SECRET}&secret=AAAA&digits=7`)).toMatchObject({ digits: 8, secret: hex(found().secret) });
  });
  it('are read up to the hundredth', () => {
    expect(read(padded(99))).toMatchObject({ account: 'a' });
    expect(problemIn(parseOtpauth(padded(100)))).toBe('secret-empty');
  });
  it('say when the secret is missing or garbled', () => {
    for (const uri of ['otpauth://totp/a', 'otpauth://totp/a?', 'otpauth://totp/a?secret', 'otpauth://totp/a?secret=%20'])
      expect(problemIn(parseOtpauth(uri))).toBe('secret-empty');
    for (const secret of ['A', 'A1', '%ff', '漢字', 'A'.repeat(411)])
      expect(problemIn(parseOtpauth(`otpauth://totp/a?secret=${secret}`))).toBe('secret-garbled');
    expect(read('otpauth://totp/a?secret=jbsw+y3dp%20ehpk-3pxp%3D%3D')).toMatchObject({ secret: '48656c6c6f21deadbeef' });
  });
});

describe('what is no token of ours', () => {
  it('is of an unknown kind', () => {
    for (const kind of ['steam', 'yaotp', 'motp', '', 'totpx', '__proto__'])
      expect(problemIn(parseOtpauth(`otpauth://${kind}/a?secret=${RFC_SECRET}`))).toBe('kind-unknown');
    expect(problemIn(parseOtpauth(at('&encoder=steam')))).toBe('kind-unknown');
  });
  it('keeps its name when something else is wrong with it, and its secret to itself', () => {
    expect(parseOtpauth(at('&digits=5'))).toEqual({ ok: false, label: 'Example: hanako', problem: 'digits-unusual' });
    expect(parseOtpauth(`otpauth:totp/${RFC_SECRET}`)).toEqual({ ok: false, label: '', problem: 'kind-unknown' });
    expect(parseOtpauth(RFC_SECRET)).toEqual({ ok: false, label: '', problem: 'kind-unknown' });
  });
});
