/** Where nothing outlives the window (Firefox set to keep no history), nothing is made that somebody would miss. */
import { browser } from 'wxt/browser';
import { Refusal } from '../../lib/refusal.ts';

/** Refuses 'private-window'. Firefox opens a database in memory there, which cannot be told from a real one. */
export function expectLastingContext(): void {
  if (browser.extension.inIncognitoContext) throw new Refusal('private-window');
}
