/** The two languages; words come to the screens through one context. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same words in every language; the type makes a missing one an error. */
export type Catalogue<T> = Record<Language, T>;

export const LanguageContext = createContext<Language>('ja');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useWords<T>(catalogue: Catalogue<T>): T {
  return catalogue[useLanguage()];
}

/** Days before months, and hours up to 23, in English as well. */
const LOCALES: Catalogue<string> = { ja: 'ja-JP', en: 'en-GB' };

/** With the language's separators: 12,345. */
export function numberIn(language: Language, number: number, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits }).format(number);
}

/** A day as people write it; `milliseconds` since 1970, in this PC's time zone. */
export function dayIn(language: Language, milliseconds: number): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long' }).format(milliseconds);
}

/** A day with its minute, for what has happened; in this PC's time zone. */
export function minuteIn(language: Language, milliseconds: number): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat(LOCALES[language], options).format(milliseconds);
}

/** The time of a day, to the second. */
export function secondIn(language: Language, milliseconds: number): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'medium' }).format(milliseconds);
}

/** A day and its hour, for what ends within days. */
export function hourIn(language: Language, milliseconds: number): string {
  // Japanese writes 15時, English 15:00; minutes would promise more than is meant.
  const options: Intl.DateTimeFormatOptions =
    language === 'ja' ? { month: 'long', day: 'numeric', hour: 'numeric' } : { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' };
  const text = new Intl.DateTimeFormat(LOCALES[language], options).format(milliseconds);
  // 11月24日9時: Japanese has no space there, whatever the browser's data say.
  return language === 'ja' ? text.replace(/\s/g, '') : text;
}
