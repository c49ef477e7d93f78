/** Whether a person can see a field. Computed style everywhere; rectangles only where there is layout. */
import { shadowOf } from './text.ts';

/** Smaller fields are traps, not fields. CSS pixels. */
const SMALLEST = 8;

function hasLayout(document: Document): boolean {
  return document.documentElement.getBoundingClientRect().width > 0;
}

function isStyledAway(element: Element, view: Window): boolean {
  if (view.getComputedStyle(element).visibility !== 'visible') return true;
  for (let at: Element | null = element; at; at = above(at)) {
    const style = view.getComputedStyle(at);
    if (style.display === 'none' || style.opacity === '0' || at.hasAttribute('hidden') || at.hasAttribute('inert')) return true;
    if (/^rect\(0(px)?,? 0/.test(style.clip) || /inset\((50|100)%/.test(style.clipPath)) return true;
  }
  return false;
}

/** Up through shadow hosts. */
function above(element: Element): Element | null {
  return element.parentElement ?? shadowOf(element)?.host ?? null;
}

function isOutOfSight(element: Element, view: Window): boolean {
  const box = element.getBoundingClientRect();
  if (box.width < SMALLEST || box.height < SMALLEST) return true;
  const root = element.ownerDocument.documentElement;
  const right = Math.max(root.scrollWidth, root.clientWidth) - view.scrollX;
  if (box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0 || box.left >= right) return true;
  for (let at = above(element); at && at !== root; at = above(at)) {
    if (view.getComputedStyle(at).overflow === 'visible' || at.nodeName === 'BODY') continue;
    const clip = at.getBoundingClientRect();
    if (clip.width < SMALLEST || clip.height < SMALLEST) return true;
  }
  return false;
}

export function isShown(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!element.isConnected) return false;
  // A parsed document without a window has no styles to compute.
  if (!view) return element.closest('[hidden],[inert],[style*="display:none"],[style*="display: none"]') === null;
  if (isStyledAway(element, view)) return false;
  // Closed <details>, content-visibility: only a browser knows.
  if (typeof element.checkVisibility === 'function' && !element.checkVisibility()) return false;
  return !hasLayout(element.ownerDocument) || !isOutOfSight(element, view);
}
