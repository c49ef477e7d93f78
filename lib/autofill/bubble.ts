/** The one thing we ever add to a page: a small card beside a field, in the top layer, closed to the page's scripts. */
import { gather, type Evidence } from './evidence.ts';
import { OFFER_STYLE } from './offer-style.ts';
import { above } from './shown.ts';

export interface Bubble {
  host: HTMLElement;
  field: HTMLInputElement;
  evidence: Evidence;
  /** The host is still where we put it, and nobody ever moved, changed, closed or reopened it. */
  isInPlace: () => boolean;
  isOpen: () => boolean;
  focusFirst: () => void;
  close: () => void;
}

const GAP = 6;
const EDGE = 8;

function matches(element: Element, selector: string): boolean {
  try {
    return Element.prototype.matches.call(element, selector);
  } catch {
    return false; // A browser that doesn't know the selector hasn't got the state either.
  }
}

/** Outside an open modal dialog everything is inert; inside a page's own popover ours keeps it open. */
function parentFor(field: Element, view: Window & typeof globalThis): Element {
  for (let at: Element | null = field; at; at = above(at, view)) {
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

/**
 * Below the field; beside it where there is no room below, so that its label stays readable; else above; over it where there is no
 * room at all: what is cut off can't be clicked. Written into our own rule: the host carries no style attribute.
 */
function placer(host: HTMLElement, field: Element, sheet: CSSStyleSheet | null, view: Window): () => void {
  const rule = sheet?.cssRules[0];
  const style = rule instanceof CSSStyleRule ? rule.style : host.style;
  let last = '';
  return () => {
    const to = field.getBoundingClientRect();
    const own = host.getBoundingClientRect();
    const below = to.bottom + GAP;
    const over = to.top - GAP - own.height;
    const lowest = Math.floor(view.innerHeight - own.height);
    const furthest = Math.floor(view.innerWidth - own.width - EDGE);
    const isBeside = below > lowest && to.right + GAP <= furthest && lowest >= 0;
    const elsewhere = over >= 0 && !isBeside ? over : Math.max(0, Math.min(isBeside ? to.top : below, lowest));
    const top = Math.round(below <= lowest ? below : elsewhere);
    const left = Math.round(Math.max(EDGE, Math.min(isBeside ? to.right + GAP : to.left, furthest)));
    if (last === `${left},${top}`) return;
    last = `${left},${top}`;
    style.setProperty('left', `${left}px`, 'important');
    style.setProperty('top', `${top}px`, 'important');
  };
}

interface Guard {
  isUntouched: () => boolean;
  stop: () => void;
}

/** A page that undoes its change before the click has changed it all the same. */
function guard(host: HTMLElement, parent: Element): Guard {
  let touched = false;
  const note = (records: MutationRecord[]): void => {
    touched ||= records.some(({ target, removedNodes }) => target === host || [...removedNodes].includes(host));
  };
  const observer = new MutationObserver(note);
  observer.observe(parent, { childList: true });
  observer.observe(host, { attributes: true, childList: true });
  host.addEventListener('beforetoggle', () => void (touched = true));
  return {
    isUntouched: () => {
      note(observer.takeRecords());
      return !touched;
    },
    stop: () => observer.disconnect(),
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
  const parent = parentFor(field, view);
  parent.append(host);
  const place = placer(host, field, dress(root, view), view);
  host.showPopover?.();
  const evidence = gather(host, view, place);
  const guarded = guard(host, parent);
  return {
    host,
    field,
    evidence,
    isInPlace: () => guarded.isUntouched() && host.parentNode === parent && host.getAttributeNames().join() === 'popover',
    isOpen: () => matches(host, ':popover-open'),
    focusFirst: () => card.querySelector<HTMLElement>('button:not(.plain)')?.focus(),
    close: () => {
      evidence.stop();
      guarded.stop();
      host.remove();
    },
  };
}
