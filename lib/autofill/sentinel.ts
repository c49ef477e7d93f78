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

/**
 * Calls `bring` once, at once or when the page has grown so far.
 * @returns what stops waiting
 */
export function sentinel(document: Document, bring: () => void): () => void {
  const look = (): void => {
    if (!isWorthReading(document)) return;
    watching.stop();
    bring();
  };
  const watching = watch(document, look, () => false);
  look();
  return watching.stop;
}
