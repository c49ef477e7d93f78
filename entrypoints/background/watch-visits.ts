/** Notes which institution each tab entered by, and forgets it when the tab leaves. */
import { browser } from 'wxt/browser';
import { afterCommit, afterNothing, afterRequest, without } from '../../lib/institutions/visits.ts';
import type { Notes } from './notes.ts';
import { endWarrants } from './warrants.ts';

function initiatorOf(details: object): string | null {
  // Chromium names the origin ('null' for a page that has none), Firefox the address.
  const from: unknown = Reflect.get(details, 'initiator') ?? Reflect.get(details, 'originUrl');
  if (typeof from !== 'string') return null;
  return URL.canParse(from) ? new URL(from).origin : 'null';
}

/** What belongs to the document on screen goes with it. */
async function leaveDocument(notes: Notes, tabId: number): Promise<void> {
  await notes.held.change((all) => {
    const { [tabId]: left, ...rest } = all;
    return left ? rest : all;
  });
  await notes.grant.change((grant) => (grant?.tabId === tabId ? null : grant));
  await endWarrants({ notes }, tabId);
}

/** Status codes after which the tab keeps the page it has. */
const NO_CONTENT = new Set([204, 205]);

export function watchVisits(notes: Notes, hosts: string[]): void {
  const mainFrames: { urls: string[]; types: ['main_frame'] } = { urls: hosts, types: ['main_frame'] };
  browser.webRequest.onBeforeRequest.addListener(
    (details) => {
      const { tabId, requestId, url } = details;
      if (tabId < 0) return undefined;
      const initiator = initiatorOf(details);
      void notes.visits.change((all) => afterRequest(all, { tabId, requestId, url, initiator }));
      void leaveDocument(notes, tabId);
      return undefined;
    },
    mainFrames,
  );

  browser.webRequest.onErrorOccurred.addListener(({ tabId, requestId }) => {
    void notes.visits.change((all) => afterNothing(all, tabId, requestId));
  }, mainFrames);
  browser.webRequest.onCompleted.addListener(({ tabId, requestId, statusCode }) => {
    if (NO_CONTENT.has(statusCode)) void notes.visits.change((all) => afterNothing(all, tabId, requestId));
  }, mainFrames);

  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status !== 'loading') return;
    // Without the `tabs` permission the address of an unlisted page is hidden from us.
    void notes.visits.change((all) => afterCommit(all, tabId, tab.url ?? null));
    void browser.action.setBadgeText({ tabId, text: '' }).catch(() => undefined);
  });

  browser.tabs.onRemoved.addListener((tabId) => {
    void notes.visits.change((all) => without(all, tabId));
    void leaveDocument(notes, tabId);
  });
}
