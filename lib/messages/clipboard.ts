/** What our own pages ask about a copied code on the clipboard. */

type Nothing = Record<string, never>;

/**
 * What becomes of a copied code that is still on the clipboard when its time is over. 'asks': it stays, and the
 * customer was not yet asked for the browser's leave to clear it.
 */
export type Clearing = 'cleared' | 'stays' | 'asks';

/** Asked by our own pages. */
export interface ClipboardRequests {
  /** The code that is shown of a counting token, before it goes to the clipboard. `clearsAt`: epoch milliseconds. */
  copyCounted: { ask: { digits: string }; answer: { clearing: Clearing; clearsAt: number } };
  /** The customer was asked for that leave, whatever the answer is. */
  clearingAsked: { ask: Nothing; answer: Nothing };
}
