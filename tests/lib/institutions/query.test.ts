/** What a customer typed, parted into a name and a kind. */
import { describe, expect, it } from 'vitest';
import { readQuery } from '../../../lib/institutions/query.ts';

const stems = (text: string): [string, readonly string[] | null][] => readQuery(text).map(({ stem, kinds }) => [stem, kinds]);
const ANY = ['shinkin', 'shinkin', 'credit-union', 'credit-union'];

describe('a query', () => {
  it.each(['', ' ', '　'])('of nothing is none: %o', (text) => {
    expect(readQuery(text)).toEqual([]);
  });

  it('is the text as it stands, with its reading, and each way to part a kind from its end', () => {
    expect(readQuery('あぶくましんきん')).toEqual([
      { stem: 'あぶくましんきん', key: 'abukumasinkin', kinds: null },
      { stem: 'あぶくま', key: 'abukuma', kinds: ['shinkin'] },
    ]);
  });

  it.each([
    ['信金', [['信金', null], ['', ['shinkin']]]],
    ['あかぎ信用組合', [['あかぎ信用組合', null], ['あかぎ', ['credit-union']]]],
    ['しんきん', [['しんきん', null], ['', ['shinkin']]]],
    ['あかぎしんようくみあい', [['あかぎしんようくみあい', null], ['あかぎ', ['credit-union']]]],
    // As long as a kind can be written.
    ['akagi-shin\'yōkumiai', [['akagi-shin\'yōkumiai', null], ['akagi', ['credit-union']], ['akagi-', ['credit-union']]]],
    // While it is being typed.
    ['あぶくましん', [['あぶくましん', null], ['あぶくま', ANY]]],
    ['あぶくましんき', [['あぶくましんき', null], ['あぶくま', ['shinkin']]]],
    ['あぶくまし', [['あぶくまし', null]]],
    ['あぶくまきん', [['あぶくまきん', null]]],
    ['abukuma shinkin bank', [['abukumashinkin', null], ['abukuma', ['shinkin']]]],
    ['The Abukuma', [['Abukuma', null]]],
    ['the', [['the', null]]],
    [`${'x'.repeat(40)}しんくみ`, [[`${'x'.repeat(40)}しんくみ`, null], ['x'.repeat(40), ['credit-union']]]],
  ])('%o', (text, parted) => {
    expect(stems(text)).toEqual(parted);
  });
});
