import { describe, expect, it } from 'vitest';
import { catalogue } from '../../components/catalogue.ts';

describe('a catalogue', () => {
  it('makes the words of a language when they are asked for, once, and none of the other', () => {
    const made: string[] = [];
    const words = catalogue({
      ja: () => ({ name: String(made.push('ja')) }),
      en: () => ({ name: String(made.push('en')) }),
    });
    expect(made).toEqual([]);
    expect([words.ja, words.ja].map(({ name }) => name)).toEqual(['1', '1']);
    expect(words.ja).toBe(words.ja);
    expect(made).toEqual(['ja']);
    expect(words.en.name).toBe('2');
  });
});
