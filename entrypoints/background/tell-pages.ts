/** Calls out to the open pages of ours that a token changed. */
import { browser } from 'wxt/browser';
import { TOKENS_CHANGED } from '../../lib/messages/protocol.ts';

export async function tellPages(): Promise<void> {
  // Nobody listening is no failure: most of the time no page of ours is open.
  await browser.runtime.sendMessage(TOKENS_CHANGED).catch(() => undefined);
}
