/** Puts a screen on its page, in the person's language. */
import { render } from 'preact';
import type { ComponentChild } from 'preact';
import { LanguageContext, languageOf } from './language.ts';
import type { Catalogue } from './language.ts';

/** `tag` is `navigator.language`. What the static page showed before is replaced. */
export function mount(page: Document, tag: string, title: Catalogue<string>, screen: ComponentChild): void {
  const language = languageOf(tag);
  page.documentElement.lang = language;
  page.title = title[language];
  const root = page.getElementById('app');
  if (!root) throw new Error('the page has no #app');
  root.replaceChildren();
  render(<LanguageContext.Provider value={language}>{screen}</LanguageContext.Provider>, root);
}
