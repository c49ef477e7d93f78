/** All that runs in every page of a bank: waits for something worth reading, then has the reader brought. */
import { watch } from './watch.ts';

const TYPED =
  'input:not([type=hidden],[type=checkbox],[type=radio],[type=button],[type=submit],[type=reset],[type=image],[type=file])';
/** A custom element may have a field in its shadow root. The commonest names are passed over by the browser, not by us. */
const UNCOMMON = ':not(div,span,td,tr,th,a,p,li,br,img,script,option,input,b,dd,dt,ul,path,link,meta)';
/** A completion page has no field; the reader looks closer. */
const COMPLETED = /完了しました|[始除]しました/;

const hasShadow = (document: Document): boolean =>
  [...document.querySelectorAll(UNCOMMON)].some((one) => one.nodeName.includes('-') && one.shadowRoot !== null);

function isWorthReading(document: Document): boolean {
  return document.querySelector(TYPED) !== null || COMPLETED.test(document.body?.textContent ?? '') || hasShadow(document);
}

/** The customer's own acts, heard also in a page that never rests: of such a page the looks are counted. */
const ACTS = ['pointerdown', 'keyup'];

export interface Errands {
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
