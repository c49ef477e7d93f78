/** The one thing we ever add to a page: a small card beside a field, in the top layer, closed to the page's scripts. */
import { gather, type Evidence } from './evidence.ts';
import { OFFER_STYLE } from './offer-style.ts';
import { shadowOf } from './text.ts';

export interface Bubble {
  host: HTMLElement;
  field: HTMLInputElement;
  evidence: Evidence;
  /** The host is still where we put it, with nothing added to it. */
  isInPlace: () => boolean;
  isOpen: () => boolean;
  focusFirst: () => void;
  close: () => void;
}

const GAP = 6;
const EDGE = 8;

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false; // A browser that doesn't know the selector hasn't got the state either.
  }
}

/** Outside an open modal dialog everything is inert; inside a page's own popover ours keeps it open. */
function parentFor(field: Element): Element {
  for (let at: Element | null = field; at; at = at.parentElement ?? shadowOf(at)?.host ?? null) {
    if (matches(at, 'dialog[open]') || matches(at, ':popover-open')) return at;
  }
  return field.ownerDocument.documentElement;
}

/** Firefox keeps `adoptedStyleSheets` from content scripts; a style element does there. */
function dress(root: ShadowRoot, view: Window & typeof globalThis): CSSStyleSheet | null {
  try {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(OFFER_STYLE);
    root.adoptedStyleSheets = [sheet];
    return sheet;
  } catch {
    const style = root.ownerDocument.createElement('style');
    style.textContent = OFFER_STYLE;
    root.append(style);
    return style.sheet;
  }
}

/** Below the field, or above it where there is no room. Written into our own rule: the host carries no style attribute. */
function placer(host: HTMLElement, field: Element, sheet: CSSStyleSheet | null, view: Window): () => void {
  const rule = sheet?.cssRules[0];
  const style = rule instanceof CSSStyleRule ? rule.style : host.style;
  let last = '';
  return () => {
    const to = field.getBoundingClientRect();
    const own = host.getBoundingClientRect();
    const below = to.bottom + GAP;
    const fits = below + own.height <= view.innerHeight || to.top < own.height + GAP;
    const top = Math.round(fits ? below : to.top - GAP - own.height);
    const left = Math.round(Math.max(EDGE, Math.min(to.left, view.innerWidth - own.width - EDGE)));
    if (last === `${left},${top}`) return;
    last = `${left},${top}`;
    style.setProperty('left', `${left}px`, 'important');
    style.setProperty('top', `${top}px`, 'important');
  };
}

export function openBubble(field: HTMLInputElement, card: HTMLElement): Bubble | null {
  const document = field.ownerDocument;
  const view = document.defaultView;
  if (!view) return null;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  root.append(card);
  host.popover = 'manual';
  const parent = parentFor(field);
  parent.append(host);
  const place = placer(host, field, dress(root, view), view);
  host.showPopover?.();
  const evidence = gather(host, view, place);
  return {
    host,
    field,
    evidence,
    isInPlace: () => host.parentNode === parent && host.getAttributeNames().join() === 'popover',
    isOpen: () => matches(host, ':popover-open'),
    focusFirst: () => card.querySelector<HTMLElement>('button:not(.plain)')?.focus(),
    close: () => {
      evidence.stop();
      host.remove();
    },
  };
}
