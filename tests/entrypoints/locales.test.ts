/** What the browser itself shows of the extension: name, description, button, command. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const locales = `${root}/public/_locales`;
const JAPANESE = /[ぁ-ゖァ-ヺー一-鿿]/;

function messagesOf(language: string): Map<string, string> {
  const messages: unknown = JSON.parse(readFileSync(`${locales}/${language}/messages.json`, 'utf8'));
  return new Map(Object.entries(Object(messages)).map(([name, value]) => [name, String(Reflect.get(Object(value), 'message'))]));
}

describe('the words of the manifest', () => {
  const config = readFileSync(`${root}/wxt.config.ts`, 'utf8');
  const [ja, en] = [messagesOf('ja'), messagesOf('en')];

  it('are there in both languages, each that is named and no other', () => {
    const named = new Set([...config.matchAll(/__MSG_(\w+)__/g)].map(([, name = '']) => name));
    expect(readdirSync(locales).toSorted()).toEqual(['en', 'ja']);
    expect([...ja.keys()].toSorted()).toEqual([...named].toSorted());
    expect([...en.keys()]).toEqual([...ja.keys()]);
  });

  it('stand nowhere else in the manifest', () => {
    expect(config.split('\n').filter((line) => JAPANESE.test(line.replace(/\/\/.*/, '')))).toEqual([]);
  });

  it('say something, and no Japanese in English but the name as it is written', () => {
    expect([...ja.values()].filter((text) => !JAPANESE.test(text))).toEqual([]);
    expect([...en.values()].filter((text) => text.trim() === '' || JAPANESE.test(text.replace('鍵札', '')))).toEqual([]);
  });

  it('keep to the lengths that stores take', () => {
    for (const words of [ja, en]) {
      expect(words.get('name')?.length).toBeLessThanOrEqual(45);
      expect(words.get('shortName')?.length).toBeLessThanOrEqual(12);
      expect(words.get('description')?.length).toBeLessThanOrEqual(132);
    }
  });
});
