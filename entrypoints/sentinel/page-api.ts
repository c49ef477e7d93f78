/** What our scripts in a page have in common: the browser's own API, and the hand that the reader waits for. */
import type { browser } from 'wxt/browser';
import type { NewHand } from '../../lib/autofill/hand.ts';

declare global {
  // Globals of the extension's own world: the page has other ones.
  var kagifudaReader: true | undefined;
  var kagifudaHand: NewHand | undefined;
  var kagifudaActed: WeakRef<HTMLInputElement> | undefined;
}

/** `hasOwn`, since an element with such an id would answer to the name in Chromium. */
const has = (name: string): boolean => Object.hasOwn(globalThis, name);

/**
 * The polyfill would add a quarter to scripts that run in bank pages, for promises both browsers have.
 */
export const extension = (): typeof browser => Reflect.get(globalThis, has('browser') ? 'browser' : 'chrome');

/** The field that the customer came to last. */
export function noteActed(field: HTMLInputElement): void {
  globalThis.kagifudaActed = new WeakRef(field);
}

export const actedOn = (): HTMLInputElement | null => (has('kagifudaActed') ? (globalThis.kagifudaActed?.deref() ?? null) : null);

/** True the first time in a document. */
export function isFirstReader(): boolean {
  if (has('kagifudaReader')) return false;
  globalThis.kagifudaReader = true;
  return true;
}

export function putHand(hand: NewHand): void {
  globalThis.kagifudaHand = hand;
}

export const handHere = (): NewHand | null => (has('kagifudaHand') ? (globalThis.kagifudaHand ?? null) : null);
