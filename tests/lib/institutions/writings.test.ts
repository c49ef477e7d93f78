/** However a customer writes it: every one of the 397 institutions is found by each usual writing of its name. */
import { describe, expect, it } from 'vitest';
import zengin from 'zengin-code';
import { findInstitutions } from '../../../lib/institutions/directory.ts';
import type { Institution } from '../../../lib/institutions/profile.ts';

/** Without the two samples of a development build. */
const all = findInstitutions('').filter(({ code }) => zengin[code] !== undefined && !['1998', '1999'].includes(code));
const short = ({ name }: Institution): string => name.replace(/信用(?:金庫|組合)$/, '');
const hiragana = (kana: string): string => kana.replace(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));
const word = ({ kind }: Institution, shinkin: string, union: string): string => (kind === 'shinkin' ? shinkin : union);

const FULL = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const HALF = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ';
/** As an old keyboard writes it: the voicing marks are characters of their own. */
function halfWidth(kana: string): string {
  const split = kana.normalize('NFD').replaceAll('゙', 'ﾞ').replaceAll('゚', 'ﾟ').replace(/[－ー]/g, 'ｰ');
  return Array.from(split, (char) => HALF.charAt(FULL.indexOf(char)) || char).join('');
}

const roma = ({ code }: Institution): string => zengin[code]?.roma ?? '';
const macrons = (text: string): string => text.replace(/o[ou]/g, 'ō').replace(/uu/g, 'ū');

const WRITINGS: [title: string, write: (one: Institution) => string][] = [
  ['kanji alone', short],
  ['the short kind', (one) => short(one) + word(one, '信金', '信組')],
  ['the kind in hiragana', (one) => short(one) + word(one, 'しんきん', 'しんくみ')],
  ['the kind in katakana after a space', (one) => `${short(one)}　${word(one, 'シンキン', 'シンクミ')}`],
  ['the kind in rōmaji', (one) => `${short(one)} ${word(one, 'shinkin', 'shinkumi')}`],
  ['hiragana', ({ kana }) => hiragana(kana)],
  ['hiragana with the kind', (one) => hiragana(one.kana) + word(one, 'しんきん', 'しんくみ')],
  ['hiragana with the kind in kanji', (one) => hiragana(one.kana) + word(one, '信用金庫', '信用組合')],
  ['katakana with the whole kind', (one) => one.kana + word(one, 'シンヨウキンコ', 'シンヨウクミアイ')],
  ['half-width kana', ({ kana }) => halfWidth(kana)],
  ['half-width kana with the kind', (one) => halfWidth(one.kana + word(one, 'シンキン', 'シンクミ'))],
  ['rōmaji in capitals with the kind', (one) => `${roma(one).toUpperCase()} ${word(one, 'SHINKIN', 'SHINKUMI')}`],
  ['rōmaji with macrons', (one) => macrons(roma(one))],
  ['rōmaji without long vowels', (one) => macrons(roma(one)).normalize('NFD').replace(/[̀-ͯ]/g, '')],
  ['rōmaji with oh', (one) => roma(one).replace(/o[ou](?![aeiouy])/g, 'oh')],
  ['rōmaji with hyphens', (one) => `${roma(one)}-${word(one, 'shinkin', 'shinkumi')}`],
  ['its English name', (one) => `The ${roma(one)} ${word(one, 'Shinkin Bank', 'Credit Union')}`],
  ['full-width rōmaji', (one) => roma(one).replace(/[a-z]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))],
  ['its code in full-width digits', ({ code }) => code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
];

describe('each of the 397', () => {
  it.each(WRITINGS)('is found by %s', (_, write) => {
    expect(all).toHaveLength(397);
    const missing = all.filter((one) => !findInstitutions(write(one)).some(({ code }) => code === one.code));
    expect(missing.map((one) => `${one.name}: ${write(one)}`)).toEqual([]);
  });
});

describe('old and new forms of a character', () => {
  it.each([
    ['埼玉県', '1250'], ['埼玉縣', '1250'], ['滝野川', '1352'], ['濱松', '1503'], ['中の郷', '2235'], ['中之郷', '2235'],
  ])('%s finds %s', (query, code) => {
    expect(findInstitutions(query).map((found) => found.code)).toContain(code);
  });
});

describe('the kind alone', () => {
  it.each([['信用金庫', 254], ['しんきん', 254], ['shinkin', 254], ['信用組合', 143], ['信組', 143]])('%s is all of them', (query, count) => {
    expect(findInstitutions(query).filter(({ code }) => code !== '1998' && code !== '1999')).toHaveLength(count);
  });

  it('has those with an issuer first', () => {
    expect(findInstitutions('信用金庫').slice(0, 4).map(({ code }) => code)).toEqual(['1188', '1581', '1998', '1999']);
  });

  it('goes with the stem: 釧路信組 is no 信用金庫', () => {
    expect(findInstitutions('釧路信組').map(({ name }) => name)).toEqual(['釧路信用組合']);
    expect(findInstitutions('釧路しんきん').map(({ name }) => name)).toEqual(['釧路信用金庫']);
  });
});
