// @vitest-environment jsdom
/** A long list in the popup: what is far is drawn when somebody comes to it. jsdom has no observer: this one is moved by hand. */
import { act, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { look, token } from './builders.tsx';
import { popup } from './popup-builder.tsx';

let watched: Element[] = [];
let come: (row: Element) => void = () => undefined;

class Observer {
  constructor(callback: IntersectionObserverCallback) {
    // The browser's own is as rich as its type; the list reads these two.
    come = (target) => callback([Object.assign(Object.create(null), { isIntersecting: true, target })], Object.create(null));
  }
  observe(row: Element): void {
    watched.push(row);
  }
  disconnect(): void {
    watched = [];
  }
}

const many = Array.from({ length: 300 }, (_, index) => token({ id: `t${index}`, serial: `SKTS${String(index).padStart(8, '0')}` }));
const copies = (): number => screen.getAllByRole('button', { name: 'コピー' }).length;

beforeEach(() => void vi.stubGlobal('IntersectionObserver', Observer));
afterEach(() => void vi.unstubAllGlobals());

describe('a popup with three hundred tokens', () => {
  it('draws the first screen whole, and has a place for every other', async () => {
    await popup(look({ tokens: many }));
    expect(copies()).toBe(30);
    expect(screen.getAllByRole('article')).toHaveLength(300);
    expect(watched).toHaveLength(300);
  });

  it('draws a card when its place comes near, and keeps it', async () => {
    await popup(look({ tokens: many }));
    await act(() => come(watched[200] ?? document.body));
    expect(copies()).toBe(31);
    expect(screen.getByRole('article', { name: /SKTS00000200/ }).querySelector('.digits')).toBeTruthy();
  });

  it('goes to the last card by the keyboard, which is drawn then', async () => {
    await popup(look({ tokens: many }));
    screen.getByRole('article', { name: /SKTS00000000/ }).focus();
    await act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true })));
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/SKTS00000299/);
    expect(document.activeElement?.querySelector('.digits')).toBeTruthy();
  });
});
