import { describe, expect, it } from 'vitest';
import { likeness } from '../../../lib/institutions/look-alike.ts';
import { profiles } from '../../../lib/institutions/profiles.ts';

/** As a browser tells it. */
const hostOf = (typed: string): string => new URL(`https://${typed}`).host;

describe('a host that is easily mistaken for a bank’s', () => {
  it.each([
    'ib-shinkin.localhost:8790', 'ib.shlnkin-ib.jp', 'ib.shinkln-ib.jp', 'www11.ib.shinkin-lb.jp', 'ib.shinkin-ib.jp.example', 'shinkin-ib.example', 'ib.shіnkin-ib.jp', 'ib.shínkin-ib.jp', 'login-shlnkin.example',
    'www.paraso1.anser.ne.jp', 'www.parasol.answer.ne.jp', 'wwwparasolanser.example', 'parasol-anser.example',
  ])('%s', (typed) => {
    expect(likeness(hostOf(typed), profiles())).toBe('near');
  });
});

describe('a host that only has a name of the trade or of an institution', () => {
  it.each([
    'www.shinkin.co.jp', 'www.shinkin-central-bank.jp', 'www.shinkumi.example', 'shinyokumiai.example', 'www.abukuma-shinkin.example', 'login-shinkin.example', 'abukuma-bank.example', 'あぶくま.jp',
    'アブクマ信金.jp', '北伊勢上野.example', 'kitaiseueno.example', 'akagi-shinkumi.example', '信用組合.jp', 'kyoudou.example',
  ])('%s', (typed) => {
    expect(likeness(hostOf(typed), profiles())).toBe('named');
  });
});

describe('a host that is like no bank’s', () => {
  it.each([
    'example.com', 'www.google.com', 'github.com', 'www.yahoo.co.jp', 'www.amazon.co.jp', 'shop.localhost', 'mail.localhost:8790', '日本語.jp', 'www.mizuhobank.co.jp', 'www.anser.ne.jp', 'parasol.example',
    'ib.example', 'www.jp-bank.japanpost.jp', 'accounts.example.ne.jp', '192.168.0.1', 'a.jp', 'kyodonews.jp', 'takagi.co.jp', 'nakagin.co.jp',
  ])('%s', (typed) => {
    expect(likeness(hostOf(typed), profiles())).toBe('none');
  });
});
