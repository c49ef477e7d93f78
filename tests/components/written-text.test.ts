/** Nothing that a person reads or hears stands outside a catalogue, where it would have one language only. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { titleWords } from '../../components/words-titles.ts';
import { writtenIn } from './written-text.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const sources = globSync('{components,entrypoints,lib/autofill}/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const CATALOGUES = /^components\/(?:words-[\w-]+|sentences)\.ts$|^lib\/autofill\/offer-words\.ts$/;

/** Texts that are no words of ours to a person, or have no language. */
const EXCEPTIONS: [file: RegExp, text: RegExp, reason: string][] = [
  [/^components\/drawings\.tsx$/, /^札$/, 'a drawing: the mark of a token whose institution has no name; not read out'],
  [/^components\/passphrase-(?:blocklist|patterns)\.ts$/, /./, 'what people choose as a passphrase, to be refused'],
  [/^entrypoints\/pages\/passkeys\.ts$|^entrypoints\/background\/token-names\.ts$/, /^鍵札$/, 'the product’s name, kept by the authenticator or shown for a token without one'],
  [/^components\/drawn-pages\.ts$/, /./, 'the bank’s own words in drawings of its pages: in every language as they stand there'],
  [/^entrypoints\/background\/report\.ts$/, /^鍵札:$/, 'the console'],
  [/^lib\/autofill\/(?!card|offer|bubble|hand)/, /./, 'what the pages of banks say, to be found there'],
];
const isExcepted = (file: string, text: string): boolean => EXCEPTIONS.some(([where, what]) => where.test(file) && what.test(text));

const written = sources.filter((file) => !CATALOGUES.test(file)).flatMap((file) => writtenIn(file, read(file)).map((one) => ({ file, ...one })));

describe('what a source says to a person', () => {
  it.each([
    ['<p>Saved</p>', ['Saved']],
    ['<p>{ok ? "Saved" : `${n} left`}</p>', ['Saved', 'left']],
    ['<img alt="A bank" title={"Its page"} class="large" />', ['A bank', 'Its page']],
    ['<Step heading="One" name="one">… ／ {words.one}</Step>', ['One']],
    ['tell("保存しました", "saved")', ['保存しました']],
    ['mount({ ja: "設定", en: "Settings" }, { ja: "設定" })', ['設定']],
    ['<p>{state === "none" && words.none}{call("none")}</p>', []],
  ])('is found: %s', (source, texts) => {
    expect(writtenIn('one.tsx', source).map(({ text }) => text)).toEqual(texts);
  });

  it('is looked for in every source of screens, pages and the offer', () => {
    expect(sources.filter((file) => file.endsWith('.tsx')).length).toBeGreaterThan(60);
  });

  it('stands in a catalogue', () => {
    expect(written.filter(({ file, text }) => !isExcepted(file, text)).map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
  });

  it('needs every exception that is made for it', () => {
    expect(EXCEPTIONS.filter(([where, what]) => !written.some(({ file, text }) => where.test(file) && what.test(text)))).toEqual([]);
  });
});

describe('the forms of dates and numbers', () => {
  it('are made in one place, for the language of the page', () => {
    const users = sources.filter((file) => /\bIntl\.|\.toLocale\w*\(/.test(read(file)));
    // A file's name has the same form in every language.
    expect(users).toEqual(['components/file-name.ts', 'components/language.ts']);
  });
});

describe('a page before its script runs', () => {
  // Nobody sees the one that only reads the clipboard.
  const pages = globSync('entrypoints/*/index.html', { cwd: root }).filter((file) => !file.includes('offscreen'));
  it.each(pages)('of %s says the product’s name, and no title in one language: that comes with its first script', (file) => {
    const html = read(file);
    const name = /entrypoints\/(\w+)/.exec(file)?.[1] ?? '';
    expect([titleWords.ja[name], titleWords.en[name]].every((title) => title !== undefined && title !== '')).toBe(true);
    expect(html).not.toContain('<title>');
    const body = html.slice(html.indexOf('<body')).replaceAll(/<[^>]*>/g, '').trim();
    expect(['', '鍵札']).toContain(body);
    expect(html).not.toMatch(/\b(?:alt|title|placeholder|aria-\w+)=/);
  });
});
