/**
 * The copy of the customer's appearance in `localStorage`: every page of ours reads it before anything answers, so that
 * none is seen in another language, theme or size first. The settings in `storage.local` are the true ones.
 */
import { APPEARANCE, AS_THE_BROWSER, languageFor } from '../lib/messages/appearance.ts';
import type { Appearance } from '../lib/messages/protocol.ts';
import { record } from '../lib/parse.ts';

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

/** What `theme.css` goes by. The scheme stands in the element's own style: there it counts before any style sheet is read. */
export function appear({ documentElement: root }: Document, appearance: Appearance, tag: string): void {
  root.lang = languageFor(appearance, tag);
  root.style.colorScheme = appearance.theme === 'auto' ? '' : appearance.theme;
  root.dataset['textSize'] = String(appearance.textSize);
}
