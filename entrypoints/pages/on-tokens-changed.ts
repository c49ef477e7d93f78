/** Pages of ours hear from the background that a token changed. */
import { browser } from 'wxt/browser';
import { TOKENS_CHANGED } from '../../lib/messages/protocol.ts';

/** The background tells every page of ours; bank pages don't hear it. The answer ends the listening. */
export function onTokensChanged(act: () => void): () => void {
  const hear = (message: unknown): void => {
    if (message === TOKENS_CHANGED) act();
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}
