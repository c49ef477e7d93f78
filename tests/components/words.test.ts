/** Both languages are whole, and neither is left in the other. */
import { describe, expect, it } from 'vitest';
import { catalogues, filesWithoutCatalogue, leavesOf } from './catalogues.ts';
import type { Leaf } from './catalogues.ts';

const JAPANESE = /[ぁ-ゖァ-ヺー一-鿿々〆]/;
const LATIN = /[A-Za-z][A-Za-z0-9.:/-]*/g;

/**
 * What a bank's page shows stays as it is there, also for a reader of English: quoted, or in brackets behind its translation.
 * Outside of these nothing Japanese is English.
 */
const AS_AT_THE_BANK = /「[^」]*」|“[^”]*”|\([^)]*\)/g;
const JAPANESE_IN_ENGLISH = [
  // The name of a field and of a thing at once: a credit union's customer has it on paper under this name only.
  '利用開始パスワード',
  // Each language calls itself by its own name.
  '日本語',
];

const LATIN_IN_JAPANESE = [
  // Each language calls itself by its own name.
  ['English'],
  // Words that Japanese writes in these letters; the bank's manuals do, too.
  ['ID', 'PIN', 'QR', 'USB'],
  // A screen's own number at the credit union's bank.
  ['BOP001'],
  // Names of products and of files, keys of a keyboard.
  ['Windows', 'Hello', 'Mac', 'Firefox', 'Aegis', 'FAS', 'PNG', 'JPEG', 'Ctrl', 'V', 'Alt'],
  // What is typed into an address bar, or is the beginning of what was.
  ['chrome://extensions/shortcuts', 'about:addons', 'example.com', 'http://', 'https://', 'otpauth', 'otpauth://'],
].flat();

const all = await catalogues();
const sameAs = ({ place, kind }: Leaf): string => `${place} ${kind}`;
const said = (leaves: Leaf[]): Leaf[] => leaves.filter(({ kind }) => kind.endsWith('text'));

describe('the catalogues', () => {
  it('are found, one at least in every file of words', async () => {
    expect(all.length).toBeGreaterThan(20);
    expect(await filesWithoutCatalogue()).toEqual([]);
  });

  it('are compared down to the values that a text is made of', () => {
    const one = leavesOf({ a: 'x', b: { c: (seconds: number) => `${seconds} s` }, d: ['y', null] });
    expect(one.map(sameAs)).toEqual(['.a text', '.b.c() of 1: text', '.d.0 text', '.d.1 none']);
  });

  it.each(all)('of $name have the same shape in both languages', ({ ja, en }) => {
    expect(en.map(sameAs)).toEqual(ja.map(sameAs));
  });

  it.each(all)('of $name say something in every place', ({ ja, en }) => {
    expect(said([...ja, ...en]).filter(({ text }) => text.trim() === '')).toEqual([]);
  });

  it.each(all)('of $name leave no Japanese in English', ({ en }) => {
    const rest = en.map(({ place, text }) => {
      const without = JAPANESE_IN_ENGLISH.reduce((left, term) => left.replaceAll(term, ''), text.replaceAll(AS_AT_THE_BANK, ''));
      return `${place}: ${without}`;
    });
    expect(rest.filter((text) => JAPANESE.test(text))).toEqual([]);
  });

  it.each(all)('of $name leave no English in Japanese', ({ ja }) => {
    const left = said(ja).filter(({ text }) => (text.match(LATIN) ?? []).some((word) => !LATIN_IN_JAPANESE.includes(word)));
    expect(left).toEqual([]);
  });

  it('need every exception that is made for them', () => {
    const japanese = all.flatMap(({ ja }) => said(ja).flatMap(({ text }) => text.match(LATIN) ?? []));
    const english = all.flatMap(({ en }) => en.map(({ text }) => text)).join('\n');
    expect(LATIN_IN_JAPANESE.filter((word) => !japanese.includes(word))).toEqual([]);
    expect(JAPANESE_IN_ENGLISH.filter((term) => !english.includes(term))).toEqual([]);
  });
});
