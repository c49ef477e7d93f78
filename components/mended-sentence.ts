/** One thing that was put right, as sentences. */
import type { Mended } from '../lib/messages/ways.ts';
import type { Language } from './language.ts';
import { mendedWords } from './words-mended.ts';

/** `spent` also means that a later change may be lost: then nobody says that all is as it was. */
export function mendedSentences(language: Language, { what, why, spent }: Mended): string[] {
  const words = mendedWords[language];
  return [words.what[what][why], spent ? words.spent : words.unchanged];
}
