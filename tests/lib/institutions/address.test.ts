import { describe, expect, it } from 'vitest';
import { codeInAddress, isListedOrigin } from '../../../lib/institutions/address.ts';
import { profiles } from '../../../lib/institutions/profiles.ts';

describe('the institution in an address', () => {
  it('is the base64 bankcode of the shinkin platform', () => {
    expect(codeInAddress('https://www1.ib.shinkin-ib.jp/webbk/login/b-prelogin.do?bankcode=MTE4OA%3D%3D')).toBe('1188');
    expect(codeInAddress('https://www1.ib.shinkin-ib.jp/webbk/login/b-prelogin.do?bankcode=MTE4OA==')).toBe('1188');
  });
  it('is the CCT0080 of the credit unions', () => {
    expect(codeInAddress('https://www.parasol.anser.ne.jp/ib/index.do?PT=BS&CCT0080=2143')).toBe('2143');
  });
  it.each([
    'https://x/?bankcode=', 'https://x/?bankcode=1188', 'https://x/?bankcode=%%%', 'https://x/?bankcode=MTE4OA==&bankcode=MTU4MQ==',
    'https://x/?bankcode=MTE4OA==&CCT0080=2143', 'https://x/?CCT0080=21433', 'https://x/?CCT0080=２１４３', 'https://x/', 'not an address',
  ])('is unknown in %s', (address) => {
    expect(codeInAddress(address)).toBeNull();
  });
});

describe('a listed origin', () => {
  it.each(['https://www11.ib.shinkin-ib.jp', 'https://www.parasol.anser.ne.jp', 'http://ib.shinkin.localhost:8790'])('is %s', (origin) => {
    expect(isListedOrigin(origin, profiles())).toBe(true);
  });
  it.each([
    'http://www11.ib.shinkin-ib.jp', 'https://www11.ib.shinkin-ib.jp:8443', 'https://ib.shinkin-ib.jp', 'https://a.b.ib.shinkin-ib.jp',
    'https://www11-ib.shinkin-ib.jp', 'https://www11.ib.shinkin-ib.jp.evil.example', 'https://www11.ib.shinkin-ib.jp.',
    'http://ib.shinkin.localhost', 'http://ib.shinkin.localhost:8791', 'https://ib.shinkin.localhost:8790', 'http://ib-shinkin.localhost:8790',
    'null', '', 'https://evil.example',
  ])('is not %s', (origin) => {
    expect(isListedOrigin(origin, profiles())).toBe(false);
  });
});
