import { describe, expect, it } from 'vitest';
import zengin from 'zengin-code';
import { findInstitutions, institutionOf } from '../../../lib/institutions/directory.ts';
import names from '../../../lib/institutions/names.json';
import { reducedNames } from '../../../scripts/institutions.ts';

describe('the directory', () => {
  it('holds the 254 shinkin and 143 credit unions of the public bank-code list', () => {
    const all = findInstitutions('');
    // And the two sample ones of a development build, which no public list knows.
    const samples = ['1998', '1999'];
    expect(all.filter(({ code }) => samples.includes(code)).map(({ name }) => name)).toEqual(['共同信用金庫', '見本信用金庫']);
    expect(all.filter(({ kind, code }) => kind === 'shinkin' && !samples.includes(code))).toHaveLength(254);
    expect(all.filter(({ kind }) => kind === 'credit-union')).toHaveLength(143);
  });

  it('is what the package says today', () => {
    expect(names).toEqual(reducedNames());
  });

  it('expands 信金 and 信組', () => {
    expect(institutionOf('1188')?.name).toBe('あぶくま信用金庫');
    expect(institutionOf('2143')?.name).toBe('あかぎ信用組合');
    expect(institutionOf('1000')).toBeUndefined();
  });
});

describe('finding an institution', () => {
  const queries = [
    'あぶくま信用金庫', 'あぶくま信金', 'あぶくま', 'アブクマ', 'ｱﾌﾞｸﾏ', 'abukuma', 'ABUKUMA SHINKIN', 'Ａｂｕｋｕｍａ',
    'abukumasinkin', 'あぶくましんようきんこ', 'abuk', '1188', '１１８８', ' 1188 ',
  ];
  it.each(queries)('finds あぶくま信用金庫 first by %s', (query) => {
    expect(findInstitutions(query)[0]?.code).toBe('1188');
  });

  it.each([
    ['北海道', '1001'], ['hokkaido', '1001'], ['hokkaidō', '1001'], ['hokkaidou', '1001'], ['ほっかいどう', '1001'],
    ['ホツカイドウ', '1001'], ['kitaiseueno', '1581'], ['きたいせ', '1581'], ['あかぎ信組', '2143'], ['akagi shinkumi', '2143'],
  ])('finds by %s', (query, code) => {
    expect(findInstitutions(query).slice(0, 3).map((found) => found.code)).toContain(code);
  });

  it('finds each of the 397 by its name, kana, hiragana, rōmaji and code', () => {
    for (const { code, name, kana } of findInstitutions('')) {
      const hiragana = kana.replace(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));
      const roma = zengin[code]?.roma ?? '';
      for (const query of [name, kana, hiragana, roma, code])
        expect(findInstitutions(query).map((found) => found.code), `${query} → ${code}`).toContain(code);
    }
  });

  it('finds nothing for what nobody is called', () => {
    expect(findInstitutions('みずほ銀行')).toEqual([]);
    expect(findInstitutions('9999')).toEqual([]);
    expect(findInstitutions('(.*')).toEqual([]);
  });
});
