/** Shows that a page is unchanged before the customer acts. */
import type { View } from '../browser/view.ts';

/** The extension's API in one of its own pages. */
declare const chrome: {
  tabs: { query(of: { url: string }): Promise<{ id: number }[]> };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
};

/** From now on every page of this view counts what changes in it once it is parsed. */
export async function watchChanges(page: View): Promise<void> {
  await page.beforeEveryPage(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const seen: string[] = [];
      Reflect.set(window, 'changesSeen', seen);
      const everything = { childList: true, attributes: true, characterData: true, subtree: true };
      new MutationObserver((records) => seen.push(...records.map(({ type, target }) => `${type} of ${target.nodeName}`))).observe(document, everything);
    });
  });
}

export function changesOf(page: View): Promise<string[]> {
  return page.run(() => {
    const seen: unknown = Reflect.get(window, 'changesSeen');
    return Array.isArray(seen) ? seen.map(String) : ['nobody watched'];
  });
}

/** What stands on the toolbar button over the tabs of the shinkin platform: '' for nothing. */
export function badgeOf(own: View): Promise<string> {
  return own.run(async () => {
    const tabs = await chrome.tabs.query({ url: 'http://ib.shinkin.localhost/*' });
    const badges = await Promise.all(tabs.map(({ id: tabId }) => chrome.action.getBadgeText({ tabId })));
    return badges.join('');
  });
}

/** Waits, in a page of the extension, until the toolbar button says that a bank page has a field. */
export async function untilBadge(own: View): Promise<void> {
  await own.until(async () => {
    const tabs = await chrome.tabs.query({ url: 'http://ib.shinkin.localhost/*' });
    const badges = await Promise.all(tabs.map(({ id: tabId }) => chrome.action.getBadgeText({ tabId })));
    return badges.some((text) => text !== '');
  });
}
