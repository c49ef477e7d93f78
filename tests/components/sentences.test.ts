import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../components/language.ts';
import { reasonOf, sentences } from '../../components/sentences.ts';
import { confirmWords } from '../../components/words-confirm.ts';
import { enrolWords } from '../../components/words-enrol.ts';
import { exchangeWords } from '../../components/words-exchange.ts';
import { guideWords } from '../../components/words-guide.ts';
import { healthLineWords } from '../../components/words-health-lines.ts';
import { healthWords } from '../../components/words-health.ts';
import { importWords } from '../../components/words-import.ts';
import { localWords } from '../../components/words-local.ts';
import { keptWords } from '../../components/words-kept.ts';
import { lockWords } from '../../components/words-lock.ts';
import { lossWords } from '../../components/words-loss.ts';
import { mendedWords } from '../../components/words-mended.ts';
import { popupWords } from '../../components/words-popup.ts';
import { recoveryWords } from '../../components/words-recovery.ts';
import { settingsWords } from '../../components/words-settings.ts';
import { siteWords } from '../../components/words-site.ts';
import { tokenWords } from '../../components/words-token.ts';
import { transferWords } from '../../components/words-transfer.ts';
import { troubleWords } from '../../components/words-trouble.ts';
import { unionWords } from '../../components/words-union.ts';
import { waysWords } from '../../components/words-ways.ts';
import { languageFor } from '../../lib/messages/appearance.ts';
import { REASONS, Refusal } from '../../lib/refusal.ts';

const catalogues = {
  confirmWords,
  enrolWords,
  exchangeWords,
  guideWords,
  healthLineWords,
  healthWords,
  importWords,
  localWords,
  keptWords,
  lockWords,
  lossWords,
  mendedWords,
  popupWords,
  recoveryWords,
  settingsWords,
  siteWords,
  tokenWords,
  transferWords,
  troubleWords,
  unionWords,
  waysWords,
  sentences,
};
const JAPANESE = /[ぁ-ゖァ-ヶ・一-鿿]/;

/** Every text of a catalogue with its place; functions are asked with a number that reads as a text too. */
function textsOf(value: unknown, place: string): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return [[place, String(Reflect.apply(value, null, [7, 9]))]];
  return Object.entries(Object(value)).flatMap(([key, inner]) => textsOf(inner, `${place}.${key}`));
}

describe('the sentences', () => {
  it.each(LANGUAGES)('cover every reason in %s', (language) => {
    expect(Object.keys(sentences[language]).toSorted()).toEqual([...REASONS].toSorted());
  });

  it('are whole sentences that differ from one another', () => {
    expect(REASONS.filter((reason) => !/[。]$/.test(sentences.ja[reason]))).toEqual([]);
    expect(REASONS.filter((reason) => !/[.”]$/.test(sentences.en[reason]))).toEqual([]);
    expect(new Set(Object.values(sentences.ja)).size).toBe(REASONS.length);
  });

  it('name what to do: each has two clauses at least', () => {
    expect(REASONS.filter((reason) => sentences.ja[reason].split(/[。、]/).length < 3)).toEqual([]);
  });

  it.each([
    ['clock-uncertain', ['時計', '発行元', tokenWords.ja.checkState, '使われていません'], ['clock', 'issuer', tokenWords.en.checkState, 'No code was used']],
    ['page-needs-reload', ['再読み込み', '開いていた'], ['Reload', 'was open before']],
  ] as const)('say of %s what happened and what helps', (reason, ja, en) => {
    expect(ja.filter((part) => !sentences.ja[reason].includes(part))).toEqual([]);
    expect(en.filter((part) => !sentences.en[reason].includes(part))).toEqual([]);
  });

  it('call anything that is no refusal a fault of ours', () => {
    expect(reasonOf(new Refusal('locked'))).toBe('locked');
    expect(reasonOf(new Error('secret detail'))).toBe('internal');
  });
});

describe('the words', () => {
  it.each(Object.entries(catalogues))('of %s are complete in both languages', (_, { ja, en }) => {
    const japanese = textsOf(ja, '');
    expect(textsOf(en, '').map(([place]) => place)).toEqual(japanese.map(([place]) => place));
    expect([...japanese, ...textsOf(en, '')].filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(japanese.filter(([, text]) => !JAPANESE.test(text))).toEqual([]);
  });

  it('are Japanese for a Japanese browser and English for any other', () => {
    expect(['ja', 'ja-JP', 'JA', 'en-US', 'de', 'jam'].map((tag) => languageFor({ language: 'auto' }, tag))).toEqual(['ja', 'ja', 'ja', 'en', 'en', 'en']);
  });
});
