/** All that runs in every page of a bank: waits for something worth reading, then has the reader brought. */
import { watch } from './watch.ts';
import { isWorthReading } from './worth.ts';

/** The customer's own acts, heard also in a page that never rests: of such a page the looks are counted. */
const ACTS = ['pointerdown', 'keyup'];

interface Errands {
  /** Has the reader brought; false when nobody came. */
  bring: () => Promise<boolean>;
  /** The customer came to this field before the reader did. */
  note: (field: HTMLInputElement) => void;
}

/**
 * Calls `bring` at once, or when the page has grown so far, or when the customer comes to a field; again until it has succeeded.
 * @returns what stops waiting
 */
export function sentinel(document: Document, { bring, note }: Errands): () => void {
  let asking = false;
  const stop = (): void => {
    watching.stop();
    for (const act of ACTS) document.removeEventListener(act, acted, true);
  };
  const ask = async (): Promise<void> => {
    asking = true;
    if (await bring()) stop();
    asking = false;
  };
  const look = (): void => {
    if (!asking && isWorthReading(document)) void ask();
  };
  const acted = (event: Event): void => {
    const [target] = event.composedPath();
    if (!event.isTrusted || !(target instanceof HTMLInputElement)) return;
    note(target);
    look();
  };
  const watching = watch(document, look, () => false);
  for (const act of ACTS) document.addEventListener(act, acted, true);
  look();
  return stop;
}
