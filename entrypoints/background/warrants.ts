/**
 * A code leaves for a page only after the customer's own act. An act in our own windows, the menu or by key is seen here; a
 * click on the in-page offer only by our script in the page, so that there it must at least have been offered to that very document.
 */
import type { BankPage } from './page-requests.ts';
import type { Desk } from './desk.ts';

/** Long enough to wait for the next code, which may be a minute away. Milliseconds. */
const LASTS = 2 * 60 * 1000;
/** An offer stands as long as its document, which `leaveDocument` ends. */
const FOR_GOOD = Number.MAX_SAFE_INTEGER;

/** The customer asked for this token's code in this tab, outside of the page. */
export async function noteGesture(desk: Desk, tabId: number, tokenId: string): Promise<void> {
  await desk.notes.warrants.change((all) => ({ ...all, [tabId]: { tokenIds: [tokenId], document: null, until: desk.now() + LASTS } }));
}

/** These were offered in the page, where one click fills. A gesture that is under way stands. */
export async function noteOffer(desk: Desk, { tabId, document }: BankPage, tokenIds: string[]): Promise<void> {
  await desk.notes.warrants.change((all) => {
    const last = all[tabId];
    const isGesture = last?.document === null && last.until > desk.now();
    return isGesture ? all : { ...all, [tabId]: { tokenIds, document, until: FOR_GOOD } };
  });
}

export async function isWarranted(desk: Desk, { tabId, document }: BankPage, tokenId: string): Promise<boolean> {
  const warrant = (await desk.notes.warrants.read())[tabId];
  if (!warrant || warrant.until <= desk.now() || !warrant.tokenIds.includes(tokenId)) return false;
  return warrant.document === null || warrant.document === document;
}

/** It has been answered: another code needs another act. */
export async function useUp(desk: Desk, tabId: number): Promise<void> {
  await desk.notes.warrants.change(({ [tabId]: _used, ...rest }) => rest);
}
