/**
 * A code leaves for a page only after the customer's own act. An act in our own windows, the menu or by key is seen here; a
 * click on the in-page offer only by our script in the page, so that there it must at least have been offered to that very document.
 */
import type { BankPage } from '../../lib/messages/caller.ts';
import type { Warrant } from './notes.ts';
import type { Desk } from './desk.ts';

/** Long enough for a page to take it up. Milliseconds. */
const LASTS = 2 * 60 * 1000;

const without = (all: Record<string, Warrant>, tabId: number): Record<string, Warrant> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== String(tabId)));

/** The customer asked for this token's code in this tab, outside of the page. */
export async function noteGesture({ notes, now }: Desk, tabId: number, tokenId: string): Promise<void> {
  await notes.gestures.change((all) => ({ ...all, [tabId]: { tokenIds: [tokenId], document: '', until: now() + LASTS } }));
}

/** The code has to be waited for: the gesture stands until then. */
export async function keepGesture({ notes, now }: Desk, tabId: number, milliseconds: number): Promise<void> {
  const until = now() + milliseconds + LASTS;
  await notes.gestures.change((all) => {
    const gesture = all[tabId];
    return gesture && gesture.until < until ? { ...all, [tabId]: { ...gesture, until } } : all;
  });
}

/** These were offered in the page, where one click fills; it counts as long as the document. */
export async function noteOffer({ notes }: Desk, { tabId, document }: BankPage, tokenIds: string[]): Promise<void> {
  await notes.offered.change((all) => ({ ...all, [tabId]: { tokenIds, document, until: Number.MAX_SAFE_INTEGER } }));
}

export async function isWarranted({ notes, now }: Desk, { tabId, document }: BankPage, tokenId: string): Promise<boolean> {
  const gesture = (await notes.gestures.read())[tabId];
  if (gesture?.tokenIds.includes(tokenId) && gesture.until > now()) return true;
  const offer = (await notes.offered.read())[tabId];
  return offer?.document === document && offer.tokenIds.includes(tokenId);
}

/** It has been answered, or the document is left: another code needs another act. */
export async function endWarrants({ notes }: Pick<Desk, 'notes'>, tabId: number): Promise<void> {
  await notes.gestures.change((all) => (tabId in all ? without(all, tabId) : all));
  await notes.offered.change((all) => (tabId in all ? without(all, tabId) : all));
}
