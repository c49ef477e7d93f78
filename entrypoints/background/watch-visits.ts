/** Notes which institution each tab entered by, and forgets it when the tab leaves. */
import { browser } from 'wxt/browser';
import { afterNavigation, without } from '../../lib/institutions/visits.ts';
import type { Notes } from './notes.ts';

function initiatorOf(details: object): string | null {
  // Chromium names the origin, Firefox the address.
  const from: unknown = Reflect.get(details, 'initiator') ?? Reflect.get(details, 'originUrl');
  return typeof from === 'string' && URL.canParse(from) ? new URL(from).origin : null;
}

export function watchVisits(notes: Notes, hosts: string[]): void {
  browser.webRequest.onBeforeRequest.addListener(
    (details) => {
      const { tabId, requestId, url } = details;
      if (tabId < 0) return undefined;
      void notes.visits.change((visits) =>
        afterNavigation(visits, { tabId, requestId, url, initiator: initiatorOf(details) }),
      );
      return undefined;
    },
    { urls: hosts, types: ['main_frame'] },
  );

  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status !== 'loading') return;
    // Without the `tabs` permission the address of an unlisted page is hidden from us: that page is elsewhere.
    const origin = tab.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url).origin : null;
    void notes.visits.change((visits) => (visits[tabId]?.origin === origin ? visits : without(visits, tabId)));
    void browser.action.setBadgeText({ tabId, text: '' }).catch(() => undefined);
  });

  browser.tabs.onRemoved.addListener((tabId) => {
    void notes.visits.change((visits) => without(visits, tabId));
  });
}
