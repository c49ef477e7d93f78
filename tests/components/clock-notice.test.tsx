// @vitest-environment jsdom
import { screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { popupWords } from '../../components/words-popup.ts';
import { code, look, pass, refuse, stopTime, token } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';

beforeEach(stopTime);

const HOUR = 3_600_000;
const far = look({ clockOffset: -72 * HOUR, clockAsks: true, tokens: [token({ code: null })] });

describe('the words for how far a clock is off', () => {
  it.each([
    [12, '約12秒', 'about 12 s'],
    [183, '約3分', 'about 3 min'],
    [5900, '約98分', 'about 98 min'],
    [9 * 3600, '約9時間', 'about 9 hours'],
    [47 * 3600, '約47時間', 'about 47 hours'],
    [72 * 3600, '約3日', 'about 3 days'],
  ])('are of a fitting size for %i seconds', (seconds, ja, en) => {
    expect([popupWords.ja.clock.about(seconds), popupWords.en.clock.about(seconds)]).toEqual([ja, en]);
  });
});

describe('a clock that nobody could confirm', () => {
  const offline = look({ clockUnsure: true, clockOffset: -183_000, tokens: [token({ code: code({ timed: false }) })] });

  it('is said with what to do, in place of how far it is off; the codes stay', async () => {
    await popup(offline);
    expect(screen.getByText(/発行元に接続できず、時刻を確かめられません。インターネットの接続を/)).toBeTruthy();
    expect(screen.queryByText(/約3分/)).toBeNull();
    expect(screen.getByRole('img', { name: 'ワンタイムパスワード 4 8 2 9 1 5' })).toBeTruthy();
  });

  it('is not spoken of any more when it was confirmed', async () => {
    let first = true;
    await popup(offline, { look: () => (first ? ((first = false), offline) : look()) });
    await pass(2_100);
    expect(screen.queryByText(/発行元に接続できず/)).toBeNull();
  });
});

describe('a clock that is off by more than a day', () => {
  it('is a question with two ways on, and no claim that codes are right', async () => {
    await popup(far);
    expect(screen.getByText(/発行元の時刻より約3日進んでいます。1日以上ずれているため、番号を表示していません/)).toBeTruthy();
    expect(screen.getByText(/「日付と時刻」を正しく合わせ/)).toBeTruthy();
    expect(screen.queryByText(/番号は正しい時刻に合わせて表示/)).toBeNull();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('is accepted by the button, once', async () => {
    let isAccepted = false;
    const { asked } = await popup(far, {
      look: () => (isAccepted ? look({ clockOffset: -72 * HOUR }) : far),
      acceptClock: () => ((isAccepted = true), {}),
    });
    screen.getByRole('button', { name: '発行元の時刻で使う' }).focus();
    await click(screen.getByRole('button', { name: '発行元の時刻で使う' }));
    expect(asked).toEqual(['look', 'acceptClock', 'look']);
    expect(screen.queryByRole('button', { name: '発行元の時刻で使う' })).toBeNull();
    expect(screen.getByText(/約3日進んでいます。番号は正しい時刻に/).className).toBe('clock notice warn');
    expect(document.activeElement?.className).toBe('card');
  });

  it('of less than an hour is said quietly', async () => {
    await popup(look({ clockOffset: 240_000 }));
    expect(screen.getByText(/約4分遅れています/).className).toBe('clock');
  });

  it('says why it was not accepted', async () => {
    await popup(far, { acceptClock: () => refuse('store-full') });
    await click(screen.getByRole('button', { name: '発行元の時刻で使う' }));
    expect(screen.getByText(/空き容量が足りず/).closest('[role=status]')).toBeTruthy();
  });
});
