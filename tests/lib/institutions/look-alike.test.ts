import { describe, expect, it } from 'vitest';
import { isLookAlike } from '../../../lib/institutions/look-alike.ts';
import { profiles } from '../../../lib/institutions/profiles.ts';

/** As a browser tells it. */
const hostOf = (typed: string): string => new URL(`https://${typed}`).host;

describe('a host that is like a bank’s', () => {
  it.each([
    'ib-shinkin.localhost:8790', 'ib.shlnkin-ib.jp', 'ib.shinkln-ib.jp', 'www11.ib.shinkin-lb.jp', 'ib.shinkin-ib.jp.example', 'login-shinkin.example', 'ib.shіnkin-ib.jp', 'ib.shínkin-ib.jp',
    'www.paraso1.anser.ne.jp', 'www.parasol.answer.ne.jp', 'wwwparasolanser.example', 'parasol-anser.example', 'abukuma-bank.example', 'あぶくま.jp', 'アブクマ信金.jp', '北伊勢上野.example',
    'kitaiseueno.example', 'akagi-shinkumi.example', '信用組合.jp', 'kyoudou.example',
  ])('%s', (typed) => {
    expect(isLookAlike(hostOf(typed), profiles())).toBe(true);
  });

  it.each([
    'example.com', 'www.google.com', 'github.com', 'www.yahoo.co.jp', 'www.amazon.co.jp', 'shop.localhost', 'mail.localhost:8790', '日本語.jp', 'www.mizuhobank.co.jp', 'www.anser.ne.jp', 'parasol.example',
    'ib.example', 'www.jp-bank.japanpost.jp', 'accounts.example.ne.jp', '192.168.0.1', 'a.jp',
  ])('is not %s', (typed) => {
    expect(isLookAlike(hostOf(typed), profiles())).toBe(false);
  });
});
