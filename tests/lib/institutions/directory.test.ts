import { describe, expect, it } from 'vitest';
import zengin from 'zengin-code';
import { findInstitutions, institutionOf, kindOf } from '../../../lib/institutions/directory.ts';
import names from '../../../lib/institutions/names.json';
import { reducedNames } from '../../../scripts/institutions.ts';

const codes = (query: string): string[] => findInstitutions(query).map(({ code }) => code);

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

  it('tells names that begin so before readings that do, then names, then readings in which it stands', () => {
    // 京都…, and 東京都職員 last.
    expect(codes('京都')).toEqual(['1610', '1611', '1620', '2276']);
    const found = findInstitutions('とう');
    const ends = found.findIndex(({ kana }) => !kana.startsWith('ト'));
    expect(ends).toBeGreaterThan(5);
    expect(found.slice(ends).filter(({ kana }) => kana.startsWith('トウ'))).toEqual([]);
    expect(codes('北伊勢')).toEqual(['1581']);
    expect(codes('上野')).toEqual(['1581']);
  });

  it('with an issuer first where they fit as well, then by code', () => {
    const found = findInstitutions('しんきん');
    const served = found.slice(0, 4).map(({ code }) => code);
    expect(served).toEqual(['1188', '1581', '1998', '1999']);
    const rest = found.slice(4).map(({ code }) => code);
    expect(rest).toEqual(rest.toSorted());
    expect(found.every(({ kind }) => kind === 'shinkin')).toBe(true);
    expect(found).toHaveLength(256);
    expect(findInstitutions('信組').every(({ kind }) => kind === 'credit-union')).toBe(true);
  });

  it('by the first digits of its code alone', () => {
    expect(findInstitutions('214').map(({ code }) => code)).toEqual(['2143', '2146', '2149']);
    expect(findInstitutions('88')).toEqual([]);
    expect(findInstitutions('1188x')).toEqual([]);
    expect(findInstitutions('x1188')).toEqual([]);
  });

  it('tells the kind by the code, of one that has left the list the stricter', () => {
    expect([kindOf('1188'), kindOf('2143'), kindOf('2999')]).toEqual(['shinkin', 'credit-union', 'shinkin']);
  });

  it('finds nothing for what nobody is called', () => {
    expect(findInstitutions('みずほ銀行')).toEqual([]);
    expect(findInstitutions('9999')).toEqual([]);
    expect(findInstitutions('(.*')).toEqual([]);
  });
});
