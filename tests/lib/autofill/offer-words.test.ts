import { describe, expect, it } from 'vitest';
import { offerWords } from '../../../lib/autofill/offer-words.ts';

describe('what an offer says it fills', () => {
  const [japanese, english] = [offerWords('ja-JP'), offerWords('en')];

  it.each([
    [['current'], 'ワンタイムパスワード', 'One-time password'],
    [['current', 'serial'], 'シリアル番号とワンタイムパスワード', 'Serial number and one-time password'],
    [['new', 'serial'], 'シリアル番号と新しいトークンのワンタイムパスワード', 'Serial number and one-time password of the new token'],
    [['old'], '旧トークンのワンタイムパスワード', 'One-time password of the old token'],
    [['serial'], 'シリアル番号', 'Serial number'],
  ] as const)('is, for %j, 「%s」', (roles, said, inEnglish) => {
    expect([japanese.what([...roles]), english.what([...roles])]).toEqual([said, inEnglish]);
  });
});
