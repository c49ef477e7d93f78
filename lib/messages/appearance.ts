/** The values of an `Appearance`, and what 'auto' comes to: our pages and the background must not differ about it. */
import { oneOf } from '../parse.ts';

export const LANGUAGE_CHOICES = ['auto', 'ja', 'en'] as const;
export const THEMES = ['auto', 'light', 'dark'] as const;
export const TEXT_SIZES = [100, 125, 150, 200] as const;

/** 'auto': as the browser has it. */
export interface Appearance {
  language: (typeof LANGUAGE_CHOICES)[number];
  theme: (typeof THEMES)[number];
  /** Percent of the size that the browser gives. */
  textSize: (typeof TEXT_SIZES)[number];
}

/** As long as nobody has chosen. */
export const AS_THE_BROWSER: Appearance = { language: 'auto', theme: 'auto', textSize: 100 };

export const APPEARANCE = {
  language: oneOf(...LANGUAGE_CHOICES),
  theme: oneOf(...THEMES),
  textSize: oneOf(...TEXT_SIZES),
};

/** Japanese for a Japanese browser, English for any other; `tag` is `navigator.language`, a BCP 47 tag. */
function languageOf(tag: string): 'ja' | 'en' {
  return /^ja(-|$)/i.test(tag) ? 'ja' : 'en';
}

/** The customer's choice before the browser's language. */
export function languageFor({ language }: Pick<Appearance, 'language'>, tag: string): 'ja' | 'en' {
  return language === 'auto' ? languageOf(tag) : language;
}
