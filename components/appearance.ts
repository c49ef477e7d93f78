/**
 * The copy of the customer's appearance in `localStorage`: every page of ours reads it before anything answers, so that
 * none is seen in another language, theme or size first. The settings in `storage.local` are the true ones.
 */
import { type Appearance, APPEARANCE, AS_THE_BROWSER, languageFor } from '../lib/messages/appearance.ts';
import { record } from '../lib/parse.ts';
import { titleWords } from './words-titles.ts';

/** Of `localStorage`, and of its `storage` event. */
export const COPY = 'appearance';

const parse = record<Appearance>(APPEARANCE);

/** Never throws: a browser may have switched `localStorage` off, lost it, or keep another version's. */
export function readCopy(view: Window): Appearance {
  try {
    return parse(JSON.parse(view.localStorage.getItem(COPY) ?? 'null'), COPY);
  } catch {
    return AS_THE_BROWSER;
  }
}

/** A copy that can't be kept costs the next page a moment in the browser's own appearance, no more. */
export function writeCopy(view: Window, { language, theme, textSize }: Appearance): void {
  try {
    view.localStorage.setItem(COPY, JSON.stringify({ language, theme, textSize }));
  } catch {
    // Switched off, or full.
  }
}

/**
 * What `theme.css` goes by, and what stands on the tab. The scheme stands in the element's own style: there it counts before any style sheet
 * is read. The page's source has no title of its own: it would be seen before this one.
 */
export function appear(page: Document, appearance: Appearance, tag: string): void {
  const { documentElement: root, location } = page;
  const language = languageFor(appearance, tag);
  const title = titleWords[language][/(\w+)\.html$/.exec(location.pathname)?.[1] ?? ''];
  if (title !== undefined) page.title = title;
  root.lang = language;
  root.style.colorScheme = appearance.theme === 'auto' ? '' : appearance.theme;
  root.dataset['textSize'] = String(appearance.textSize);
}
