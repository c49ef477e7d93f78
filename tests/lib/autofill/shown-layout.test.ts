// @vitest-environment jsdom
/** Whether a person sees a field, as far as the layout says it: each box is written as `left top width height`. Real layouts: `tests/e2e/traps-fields.test.ts`. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isShown } from '../../../lib/autofill/shown.ts';
import { openPage } from '../../pages/open.ts';

const WINDOW = 800;
let scrolled = { x: 0, y: 0 };

function boxOf(this: Element): DOMRect {
  const [left = 0, top = 0, width = 0, height = 0] = (this.getAttribute('data-box') ?? '0 0 800 600').split(' ').map(Number);
  return new DOMRect(left, top, width, height);
}

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(boxOf);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(WINDOW);
  vi.spyOn(window, 'scrollX', 'get').mockImplementation(() => scrolled.x);
  vi.spyOn(window, 'scrollY', 'get').mockImplementation(() => scrolled.y);
  scrolled = { x: 0, y: 0 };
});
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(Element.prototype, 'checkVisibility');
});

const field = (): HTMLInputElement => document.querySelector('input') ?? expect.unreachable();
const isShownAt = (box: string): boolean => {
  openPage(`<input data-box="${box}">`);
  return isShown(field());
};
const isShownIn = (box: string, style: string): boolean => {
  openPage(`<div data-box="${box}" style="${style}"><p><input data-box="10 10 100 20"></p></div>`);
  return isShown(field());
};

describe('a field that is laid out', () => {
  it('is seen from eight by eight pixels on', () => {
    expect(['10 10 8 8', '10 10 7.9 20', '10 10 100 7.9', '10 10 0 0'].map(isShownAt)).toEqual([true, false, false, false]);
  });

  it('is not seen left of the page or above it, where nobody scrolls to', () => {
    expect(['-99 10 100 20', '-100 10 100 20', '10 -19 100 20', '10 -20 100 20'].map(isShownAt)).toEqual([true, false, true, false]);
  });

  it('is where the page puts it, wherever the window stands', () => {
    scrolled = { x: 300, y: 500 };
    expect(['-399 10 100 20', '-400 10 100 20', '10 -519 100 20', '10 -520 100 20'].map(isShownAt)).toEqual([true, false, true, false]);
  });

  it('is not seen right of all that the page holds', () => {
    expect(['799 10 100 20', '800 10 100 20'].map(isShownAt)).toEqual([true, false]);
    vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(1200);
    expect(['1199 10 100 20', '1200 10 100 20'].map(isShownAt)).toEqual([true, false]);
    scrolled = { x: 400, y: 0 };
    expect(['799 10 100 20', '800 10 100 20'].map(isShownAt)).toEqual([true, false]);
  });

  it('is seen below the window: one scrolls there', () => expect(isShownAt('10 9000 100 20')).toBe(true));

  it('is not seen in a box that cuts it off and is too small itself', () => {
    const cut = 'overflow: hidden';
    expect(['0 0 8 8', '0 0 7 300', '0 0 300 7', '0 0 0 0'].map((box) => isShownIn(box, cut))).toEqual([true, false, false, false]);
    expect(isShownIn('0 0 0 0', 'overflow: visible')).toBe(true);
  });

  it('is seen in a page whose body is no box of its own', () => {
    openPage('<head></head><body data-box="0 0 800 0" style="overflow: hidden"><input data-box="10 10 100 20"></body>');
    expect(isShown(field())).toBe(true);
  });

  it('is seen in a document that is too small itself, as a whole', () => {
    openPage('<input data-box="10 10 100 20">');
    document.documentElement.setAttribute('style', 'overflow: hidden');
    document.documentElement.setAttribute('data-box', '0 0 800 0');
    expect(isShown(field())).toBe(true);
    for (const name of ['style', 'data-box']) document.documentElement.removeAttribute(name);
  });

  it('is not asked about where nothing is laid out', () => {
    openPage('<input data-box="0 0 0 0">');
    document.documentElement.setAttribute('data-box', '0 0 0 0');
    expect(isShown(field())).toBe(true);
    document.documentElement.removeAttribute('data-box');
  });
});

describe('a field of which the browser says by itself', () => {
  it.each([true, false])('that it is visible: %s, is taken at its word', (visible) => {
    Element.prototype.checkVisibility = () => visible;
    expect(isShownAt('10 10 100 20')).toBe(visible);
  });
});
