/** Whether a person can see a field. Computed style everywhere; rectangles only where there is layout. */
type Page = Window & typeof globalThis;

/** Smaller fields are traps, not fields. CSS pixels. */
const SMALLEST = 8;

function hasLayout(document: Document): boolean {
  return document.documentElement.getBoundingClientRect().width > 0;
}

/** Less than this is left of it: nobody reads digits there. A share of 1. */
const FAINTEST = 0.1;
/** What a filter may leave of a readable field, lowest and highest; blur in CSS pixels. */
const FILTERS: Record<string, [number, number]> = { opacity: [FAINTEST, 1], brightness: [0.2, 4], contrast: [0.2, Infinity], blur: [0, 4] };

const has = (element: Element, attribute: string, view: Page): boolean => view.Element.prototype.hasAttribute.call(element, attribute);

function isFilteredAway({ filter, maskImage }: CSSStyleDeclaration): boolean {
  if (maskImage?.includes('(') || filter?.includes('url(')) return true;
  return [...(filter ?? '').matchAll(/([a-z]+)\(([\d.e-]+)/g)].some(([, name = '', amount]) => {
    const [lowest, highest] = FILTERS[name] ?? [-Infinity, Infinity];
    return Number(amount) < lowest || Number(amount) > highest;
  });
}

function isStyledAway(element: Element, view: Page): boolean {
  const own = view.getComputedStyle(element);
  if (own.visibility !== 'visible' || parseFloat(own.fontSize) < 1 || Math.abs(parseFloat(own.textIndent)) > 200) return true;
  let left = 1;
  for (let at: Element | null = element; at; at = above(at, view)) {
    const style = view.getComputedStyle(at);
    left *= style.opacity === '' ? 1 : Number(style.opacity);
    if (style.display === 'none' || left < FAINTEST || has(at, 'hidden', view) || has(at, 'inert', view)) return true;
    if (isFilteredAway(style)) return true;
    if (/^rect\(0(px)?,? 0/.test(style.clip) || /inset\((50|100)%/.test(style.clipPath)) return true;
  }
  return false;
}

/**
 * Up through shadow hosts. By the prototypes, as all that follows: a form answers to the names of its fields before
 * its own properties, and a field named `parentNode` would send us in circles.
 */
export function above(element: Element, view: Page): Element | null {
  const parent: unknown = Reflect.get(view.Node.prototype, 'parentNode', element);
  if (parent instanceof view.Element) return parent;
  return parent instanceof view.ShadowRoot ? parent.host : null;
}

function isOutOfSight(element: Element, view: Page): boolean {
  const box = element.getBoundingClientRect();
  if (box.width < SMALLEST || box.height < SMALLEST) return true;
  const root = element.ownerDocument.documentElement;
  const right = Math.max(root.scrollWidth, root.clientWidth) - view.scrollX;
  if (box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0 || box.left >= right) return true;
  for (let at = above(element, view); at && at !== root; at = above(at, view)) {
    if (view.getComputedStyle(at).overflow === 'visible' || at.nodeName === 'BODY') continue;
    const clip = view.Element.prototype.getBoundingClientRect.call(at);
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
