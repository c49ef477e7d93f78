/** The tab in front, as far as it shows a page of the web. */
import { browser } from 'wxt/browser';

/** The part of `tabs.Tab` that the browser fills in. */
export interface SomeTab {
  id?: number | undefined;
  windowId?: number | undefined;
  url?: string | undefined;
}

export interface ActiveTab {
  id: number;
  windowId: number | undefined;
  origin: string | null;
  host: string | null;
}

/** What browsers show before anything is opened, where that is an ordinary address (Edge; Google's own page in Chrome). */
const NEW_TAB = /^https:\/\/(?:ntp\.msn\.(?:com|cn)\/|www\.google\.[a-z.]+\/_\/chrome\/newtab)/;

/** A page that is not of the web, or no page yet, has neither origin nor host. */
export function asActive(tab: SomeTab | undefined): ActiveTab | null {
  if (tab?.id === undefined) return null;
  const url = tab.url !== undefined && URL.canParse(tab.url) && !NEW_TAB.test(tab.url) ? new URL(tab.url) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return { id: tab.id, windowId: tab.windowId, origin: isWeb ? url.origin : null, host: isWeb ? url.host : null };
}

/** The tab in front, in the window the customer last worked in. */
export async function activeTab(): Promise<ActiveTab | null> {
  const [window, all] = await Promise.all([
    browser.windows.getLastFocused({ windowTypes: ['normal'] }).catch(() => null),
    browser.tabs.query({ active: true, windowType: 'normal' }),
  ]);
  // Firefox does not heed `windowTypes`: a popup of ours in a window of its own would be the answer.
  const tabs = window?.type === 'normal' ? all.filter(({ windowId }) => windowId === window.id) : all;
  return asActive(tabs.toSorted((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0]);
}
