import { describe, expect, it } from 'vitest';
import { MOST_USES, screenOf, useAt, withUse } from '../../lib/journal.ts';

describe('the screen of a title', () => {
  it.each([
    ['ログイン (ワンタイムパスワード認証)｜あかぎ信用組合', 'login'],
    ['ワンタイムパスワード利用開始（ソフトウェアトークン確認）｜あかぎ信用組合', 'start'],
    ['ワンタイムパスワード利用解除（確認）｜あかぎ信用組合', 'release'],
    ['交換｜あぶくま信用金庫', 'exchange'],
    ['利用中止｜あぶくま信用金庫', 'stop'],
    ['利用限度額変更（確認）｜あぶくま信用金庫', 'limit'],
    ['収納サービス｜あぶくま信用金庫', 'payment'],
    ['振　込｜あぶくま信用金庫', 'transfer'],
    ['Confirm transfer | Abukuma Shinkin Bank', 'transfer'],
  ])('%s is %s', (title, screen) => {
    expect(screenOf(title)).toBe(screen);
  });
  it.each(['', 'あぶくま信用金庫', '確認してください 0120-000-000', `${'あ'.repeat(300)}振込`])('is unknown for %s', (title) => {
    expect(screenOf(title)).toBeNull();
  });
});

describe('a journal', () => {
  it('keeps the newest uses and forgets the oldest', () => {
    let token = { uses: [useAt(0, 'copied', null)] };
    for (let at = 1; at <= MOST_USES; at++) token = withUse(token, useAt(at, 'copied', null));
    expect(token.uses.map(({ at }) => at)).toEqual(Array.from({ length: MOST_USES }, (_, at) => at + 1));
  });
  it('has times in whole milliseconds, none of them before 1970', () => {
    expect([useAt(1.5, 'copied', null).at, useAt(-1e9, 'copied', null).at]).toEqual([2, 0]);
  });
});
