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

describe('beside another token of the same bank an offer says', () => {
  it.each([
    ['UNBOUND', '本店（利用開始前）', '本店 (not started yet)'],
    ['ACTIVE', '本店（利用中）', '本店 (in use)'],
    ['LOCAL', '本店', '本店'],
  ] as const)('of one that is %s: %s', (state, said, inEnglish) => {
    expect([offerWords('ja').withState('本店', state), offerWords('en').withState('本店', state)]).toEqual([said, inEnglish]);
  });

  it('which one a press fills, and how to come to it by key', () => {
    const { fillWith, spoken, armed } = offerWords('en-US');
    expect([fillWith('本店'), spoken('Serial number'), armed(7)]).toEqual(['Fill in with 本店', 'Serial number. Press the down arrow to choose', 'Will be filled in when the code changes (in about 7 s)']);
    expect(offerWords('ja').fillWith('本店')).toBe('本店の番号を入力する');
  });
});

it.each([['ja', '鍵札'], ['JA-jp', '鍵札'], ['jav', 'Kagifuda'], ['en-ja', 'Kagifuda'], ['fr', 'Kagifuda']])('in %s our name is %s', (language, name) => {
  expect(offerWords(language).name).toBe(name);
});
