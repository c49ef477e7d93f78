/** Our scripts on their way into a page. */
import { browser } from 'wxt/browser';
import type { Part } from '../../lib/messages/protocol.ts';

const FILES = { reader: '/reader.js', hand: '/hand.js' } as const satisfies Record<Part, string>;

/**
 * Rejects where the browser lets us into no such page. The reader does nothing where it is already.
 * @param document the browser's name of the document; '' where it has none (Firefox): then the tab's top frame
 */
export async function bring(part: Part, tabId: number, document: string): Promise<void> {
  const target = document === '' ? { tabId, frameIds: [0] } : { tabId, documentIds: [document] };
  await browser.scripting.executeScript({ target, files: [FILES[part]], injectImmediately: true });
}
