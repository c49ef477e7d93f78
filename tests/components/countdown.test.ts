import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hear } from '../../components/announcement.ts';
import type { Heard } from '../../components/announcement.ts';
import { fractionLeft, groups, secondsLeft, spaced } from '../../components/countdown.ts';
import { tokenWords } from '../../components/words-token.ts';
import { code, NOON } from './builders.tsx';

const isSteady = (left: number, later: number): boolean => {
  const now = secondsLeft(NOON + left, NOON);
  return Number.isInteger(now) && now >= 0 && now <= 30 && secondsLeft(NOON + left, NOON + later) <= now;
};
const listen = (moments: [now: number, step: number][]): string[] => {
  const said: string[] = [];
  let heard: Heard | null = null;
  for (const [now, step] of moments) {
    const next = hear(heard, 'a', code({ step, endsAt: NOON + (step - 6) * 30_000, digits: '123456' }), now, tokenWords.ja);
    if (next !== heard) said.push(next.text);
    heard = next;
  }
  return said;
};

describe('the countdown', () => {
  it('stays whole, within the period and never rises', () => {
    fc.assert(fc.property(fc.integer({ min: -60_000, max: 30_000 }), fc.nat(60_000), isSteady));
  });

  it('shows 1 until the very end and 0 afterwards', () => {
    expect([1000, 999, 1, 0, -5].map((left) => secondsLeft(NOON + left, NOON))).toEqual([1, 1, 1, 0, 0]);
  });

  it('fills the ring by the share of the period', () => {
    expect(fractionLeft(code({ endsAt: NOON + 15_000 }), NOON)).toBe(0.5);
    expect(fractionLeft(code({ endsAt: NOON + 90_000 }), NOON)).toBe(1);
  });

  it('splits codes as the manuals print them and spells them digit by digit', () => {
    expect(groups('003917')).toEqual(['003', '917']);
    expect(groups('12345678')).toEqual(['1234', '5678']);
    expect(spaced('003917')).toBe('0 0 3 9 1 7');
  });
});

describe('what a screen reader hears', () => {

  it('is ten seconds left once, and the new code once', () => {
    const seconds = Array.from({ length: 60 }, (_, second): [number, number] => [NOON + second * 1000, second < 30 ? 7 : 8]);
    expect(listen(seconds)).toEqual(['', '残り10秒', '新しい番号 1 2 3 4 5 6', '残り10秒']);
  });

  it('is nothing of ten seconds when the card is reached later than that', () => {
    expect(listen([[NOON + 25_000, 7], [NOON + 29_000, 7]])).toEqual(['']);
  });

  it('is the code that comes where none could be told, within the same step and after it', () => {
    const none = hear(null, 'a', code({ digits: '' }), NOON, tokenWords.ja);
    expect(none.text).toBe('');
    expect(hear(none, 'a', code({ digits: '123456' }), NOON + 500, tokenWords.ja).text).toBe('新しい番号 1 2 3 4 5 6');
    expect(hear(none, 'a', code({ digits: '123456', step: 8 }), NOON + 500, tokenWords.ja).text).toBe('新しい番号 1 2 3 4 5 6');
  });

  it('is nothing of a code that is used, or that comes back', () => {
    const first = hear(null, 'a', code(), NOON, tokenWords.ja);
    const used = hear(first, 'a', code({ digits: '', use: 'filled' }), NOON + 500, tokenWords.ja);
    expect(used).toBe(first);
    expect(hear(used, 'a', code(), NOON + 1000, tokenWords.ja)).toBe(first);
  });

  it('is not another card’s code on moving to it', () => {
    const first = hear(null, 'a', code(), NOON, tokenWords.ja);
    expect(hear(first, 'b', code(), NOON, tokenWords.ja).text).toBe('');
  });
});
