/** What jsdom lacks of a window: a top layer, rectangles, and an observer that tells what a person can see. */
import { vi } from 'vitest';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Screen {
  /** Where an element stands. */
  put: (element: Element, box: Box) => void;
  /** Where the card stands, and how large it is. */
  box: Box;
  /** What the browser says of every host it was asked about. */
  sees: (isVisible: boolean) => void;
  /** `:active-view-transition`, of the document. */
  inTransition: () => boolean;
  close: () => void;
}

const NOWHERE: Box = { left: 0, top: 0, width: 0, height: 0 };
const rectangle = ({ left, top, width, height }: Box): DOMRect => new DOMRect(left, top, width, height);

const told = (element: Element): unknown => element.dispatchEvent(new Event('beforetoggle'));

/** Popovers: `popover`, `showPopover`, `hidePopover` and `:popover-open`. */
function topLayer(inTransition: () => boolean): () => void {
  const open = new WeakSet<Element>();
  const matches: (selector: string) => boolean = Reflect.get(Element.prototype, 'matches');
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function match(this: Element, selector) {
    if (selector === ':active-view-transition') return inTransition();
    return selector === ':popover-open' ? open.has(this) : matches.call(this, selector);
  });
  const own: PropertyDescriptorMap & ThisType<HTMLElement> = {
    popover: { get() { return this.getAttribute('popover'); }, set(value: string) { this.setAttribute('popover', value); } },
    showPopover: { value() { told(this); open.add(this); } },
    hidePopover: { value() { told(this); open.delete(this); } },
  };
  for (const [name, one] of Object.entries(own)) Object.defineProperty(HTMLElement.prototype, name, { ...one, configurable: true });
  return () => {
    for (const name of Object.keys(own)) Reflect.deleteProperty(HTMLElement.prototype, name);
  };
}

/** @returns what the observers are told */
function sight(): (isVisible: boolean) => void {
  const notes: ((entries: object[]) => void)[] = [];
  class Entry {
    get isVisible(): boolean {
      return false;
    }
  }
  class Observer {
    readonly observe = (): void => undefined;
    readonly disconnect = (): void => undefined;
    readonly takeRecords = (): object[] => [];
    constructor(note: (entries: object[]) => void) {
      notes.push(note);
    }
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('IntersectionObserverEntry', Entry);
  return (isVisible) => {
    for (const note of notes) note([{ isVisible, intersectionRatio: 1 }]);
  };
}

/** A window in front, with the focus; until it is closed. */
export function openScreen(): Screen {
  const places = new WeakMap<Element, Box>();
  const lower = topLayer(() => screen.inTransition());
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  Object.defineProperty(document, 'fullscreenElement', { value: null, configurable: true, writable: true });
  const screen: Screen = {
    put: (element, box) => void places.set(element, box),
    box: NOWHERE,
    sees: sight(),
    inTransition: () => false,
    close: () => {
      lower();
      Reflect.deleteProperty(document, 'fullscreenElement');
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
    },
  };
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function measure(this: Element) {
    return rectangle(places.get(this) ?? (this.hasAttribute('popover') ? screen.box : NOWHERE));
  });
  return screen;
}
