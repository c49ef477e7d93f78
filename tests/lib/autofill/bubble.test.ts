// @vitest-environment jsdom
/** The card's host in the page: where it stands, and whether anybody laid a hand on it. How it looks is judged in `tests/e2e/`. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBubble, type Bubble } from '../../../lib/autofill/bubble.ts';
import { openPage } from '../../pages/open.ts';
import { openScreen, type Box } from './screen.ts';

const CARD = { left: 0, top: 0, width: 240, height: 120 };

let screen: ReturnType<typeof openScreen>;
let bubble: Bubble;
let root: () => ShadowRoot;
const at = (id: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`#${id}`) ?? expect.unreachable();

/** A window of 1024 by 768. */
beforeEach(() => {
  vi.useFakeTimers();
  screen = openScreen();
  const made = vi.spyOn(Element.prototype, 'attachShadow');
  root = () => {
    const { value } = made.mock.results.at(-1) ?? expect.unreachable();
    return value instanceof ShadowRoot ? value : expect.unreachable();
  };
  screen.box = CARD;
});
afterEach(() => {
  bubble.close();
  screen.close();
  vi.useRealTimers();
});

/** A card with a cross and two buttons. */
function card(): HTMLElement {
  const made = document.createElement('div');
  made.innerHTML = '<button class="plain">×</button><button id="first">1</button><button id="second">2</button>';
  return made;
}

function open(html = '<input id="f">', field: Partial<Box> = {}): Bubble {
  openPage(html);
  screen.put(at('f'), { left: 100, top: 100, width: 200, height: 30, ...field });
  return (bubble = openBubble(at('f'), card()) ?? expect.unreachable());
}

/** The rule of our own that places the host. */
function rule(): CSSStyleDeclaration {
  const [sheet] = root().adoptedStyleSheets;
  const [first] = (sheet ?? root().querySelector('style')?.sheet ?? expect.unreachable()).cssRules;
  return first instanceof CSSStyleRule ? first.style : expect.unreachable();
}

const place = (): [string, string] => [rule().getPropertyValue('left'), rule().getPropertyValue('top')];
const placed = (field: Partial<Box>): [string, string] => (open('<input id="f">', field), place());

describe('the card stands', () => {
  it.each<[string, Partial<Box>, [number, number]]>([
    ['below its field, flush with it', {}, [100, 136]],
    ['below it as long as it fits, to the pixel', { top: 612 }, [100, 648]],
    ['beside it where it does not fit below: the label stays readable', { top: 613 }, [306, 613]],
    ['beside it as low as it fits', { top: 700 }, [306, 648]],
    ['beside it as long as it fits there, to the pixel', { top: 613, left: 570 }, [776, 613]],
    ['above it where it fits neither below nor beside', { top: 613, left: 571 }, [571, 487]],
    ['above it, to the pixel', { top: 126, height: 600, width: 900 }, [100, 0]],
    ['over it where there is no room at all', { top: 125, height: 600, width: 900 }, [100, 648]],
    ['within the left edge', { left: 3 }, [8, 136]],
    ['within the right edge', { left: 900 }, [776, 136]],
    ['at whole pixels', { left: 100.4, top: 99.7, height: 30.1 }, [100, 136]],
  ])('%s', (_, field, [left, top]) => {
    expect(placed(field)).toEqual([`${left}px`, `${top}px`]);
  });

  it.each<[string, Box, Partial<Box>, [number, number]]>([
    ['at the left edge in a window that is narrower', { ...CARD, width: 1020 }, { left: 300 }, [8, 136]],
    ['at the top of a window that is lower', { ...CARD, height: 800 }, {}, [100, 0]],
    ['beside its field in a window of just its height', { ...CARD, height: 768 }, {}, [306, 0]],
    ['below it also where a hair is missing', { ...CARD, height: 119.5 }, { top: 612 }, [100, 648]],
  ])('%s', (_, own, field, [left, top]) => {
    screen.box = own;
    expect(placed(field)).toEqual([`${left}px`, `${top}px`]);
  });

  it('so whatever the page\'s own rules say', () => {
    open();
    expect([rule().getPropertyPriority('left'), rule().getPropertyPriority('top')]).toEqual(['important', 'important']);
  });

  it('beside its field also when that moves, and is written only then', () => {
    open();
    const written = vi.spyOn(CSSStyleDeclaration.prototype, 'setProperty');
    vi.advanceTimersByTime(200);
    expect(written).not.toHaveBeenCalled();
    screen.put(at('f'), { left: 100, top: 300, width: 200, height: 30 });
    vi.advanceTimersByTime(200);
    expect([place(), written.mock.calls.length]).toEqual([['100px', '336px'], 2]);
  });

  it('so in a browser that takes no style sheet of ours but in an element', () => {
    vi.stubGlobal('CSSStyleSheet', null);
    expect(placed({})).toEqual(['100px', '136px']);
    expect([root().querySelectorAll('style').length, bubble.isInPlace()]).toEqual([1, true]);
  });
});

describe('the host', () => {
  it('is all that a page sees of us: one element, closed, with one attribute', () => {
    const { host } = open();
    expect([host.nodeName, host.getAttributeNames(), host.getAttribute('popover'), host.childNodes.length, host.shadowRoot]).toEqual(['DIV', ['popover'], 'manual', 0, null]);
    expect(root().querySelector('#first')).not.toBeNull();
  });

  it('hangs outside the body, in the top layer', () => {
    const { host, isOpen } = open();
    expect([host.parentNode, isOpen()]).toEqual([document.documentElement, true]);
  });

  it.each([
    ['an open dialog: outside it everything is dead', '<dialog open id="d"><p><input id="f"></p></dialog>'],
    ['a popover of the page: it would close', '<div popover="auto" id="d"><p><input id="f"></p></div>'],
  ])('hangs in %s', (_, html) => {
    openPage(html);
    document.querySelector<HTMLElement>('#d[popover]')?.showPopover();
    screen.put(at('f'), { left: 100, top: 100, width: 200, height: 30 });
    bubble = openBubble(at('f'), card()) ?? expect.unreachable();
    expect([bubble.host.parentElement?.id, bubble.isInPlace()]).toEqual(['d', true]);
  });

  it('hangs outside a dialog that is closed', () => {
    expect(open('<dialog><input id="f"></dialog>').host.parentNode).toBe(document.documentElement);
  });

  it('is shown as it is by a browser without popovers, or that does not know what is asked of it', () => {
    Reflect.set(HTMLElement.prototype, 'showPopover', undefined);
    expect(open().host.isConnected).toBe(true);
    const matches: unknown = Reflect.get(Element.prototype, 'matches');
    Object.defineProperty(Element.prototype, 'matches', { configurable: true, writable: true, value: () => { throw new SyntaxError('unknown pseudo-class'); } });
    expect(bubble.isOpen()).toBe(false);
    Object.defineProperty(Element.prototype, 'matches', { configurable: true, writable: true, value: matches });
  });

  it('is not opened in a document without a window', () => {
    open();
    const apart = document.implementation.createHTMLDocument();
    const field = apart.createElement('input');
    apart.body.append(field);
    expect(openBubble(field, card())).toBeNull();
  });
});

/** Whether the host counts as untouched, right after and when the browser has told all it saw. */
async function afterwards(): Promise<boolean[]> {
  const atOnce = bubble.isInPlace();
  await vi.advanceTimersByTimeAsync(20);
  return [atOnce, bubble.isInPlace()];
}

describe('a host that nobody touched', () => {
  it('is in place, also while the page goes on around it and we move it', async () => {
    const { host } = open();
    document.documentElement.append(document.createElement('div'));
    at('f').setAttribute('class', 'x');
    host.before('text');
    screen.put(at('f'), { left: 100, top: 300, width: 200, height: 30 });
    expect(await afterwards()).toEqual([true, true]);
  });

  it('is in place though another host of the page comes and goes', async () => {
    open();
    const other = document.createElement('div');
    document.documentElement.append(other);
    other.remove();
    expect(await afterwards()).toEqual([true, true]);
  });
});

describe('a host is in place no longer', () => {
  it.each<[string, (host: HTMLElement) => void]>([
    ['when it was given a style', (host) => host.setAttribute('style', 'opacity:0')],
    ['when something was put into it', (host) => host.append('text')],
    ['when it was moved elsewhere', (host) => document.body.append(host)],
    ['when it was taken away', (host) => host.remove()],
  ])('%s', async (_, change) => {
    change(open().host);
    expect(await afterwards()).toEqual([false, false]);
  });

  it.each<[string, (host: HTMLElement) => void]>([
    ['changed', (host) => (host.setAttribute('class', 'x'), host.removeAttribute('class'))],
    ['taken away', (host) => (host.remove(), document.documentElement.append(host))],
    ['filled', (host) => (host.append('text'), host.replaceChildren())],
    ['closed', (host) => (host.hidePopover(), host.showPopover())],
  ])('when it was %s for a moment only', async (_, change) => {
    change(open().host);
    expect(await afterwards()).toEqual([false, false]);
  });

  it('also when its change was told before anybody asked', async () => {
    const { host, isInPlace } = open();
    host.setAttribute('class', 'x');
    await vi.advanceTimersByTimeAsync(20);
    host.removeAttribute('class');
    await vi.advanceTimersByTimeAsync(20);
    expect(isInPlace()).toBe(false);
  });

  it('and closed it is not open', () => {
    const { host, isOpen } = open();
    host.hidePopover();
    expect(isOpen()).toBe(false);
  });
});

describe('the keyboard', () => {
  it('comes to the first button that does something, not to the cross', () => {
    open();
    // jsdom focuses nothing that its style sheets hide, and to them no popover is ever open.
    const focus = vi.spyOn(HTMLElement.prototype, 'focus');
    bubble.focusFirst();
    expect(focus.mock.contexts).toEqual([root().querySelector('#first')]);
  });

  it('stays where it is on a card with nothing but a cross', () => {
    openPage('<input id="f">');
    at('f').focus();
    const only = document.createElement('div');
    only.innerHTML = '<button class="plain">×</button>';
    bubble = openBubble(at('f'), only) ?? expect.unreachable();
    bubble.focusFirst();
    expect(document.activeElement).toBe(at('f'));
  });
});

describe('a card that is closed', () => {
  it('is gone from the page, and nothing is watched on its account', () => {
    const ended = vi.spyOn(MutationObserver.prototype, 'disconnect');
    const { host } = open();
    bubble.close();
    expect([host.isConnected, ended.mock.calls.length, vi.getTimerCount()]).toEqual([false, 1, 0]);
  });
});
