/** Another page came to the front, or the one in front was loaded: where the customer is may have changed. */
import { browser } from 'wxt/browser';

/** The answer ends the listening. */
export function onPageInFront(act: () => void): () => void {
  const loaded = (_tabId: number, change: { status?: string | undefined }, tab: { active: boolean }): void => {
    if (change.status === 'complete' && tab.active) act();
  };
  browser.tabs.onActivated.addListener(act);
  browser.tabs.onUpdated.addListener(loaded);
  browser.windows.onFocusChanged.addListener(act);
  return () => {
    browser.tabs.onActivated.removeListener(act);
    browser.tabs.onUpdated.removeListener(loaded);
    browser.windows.onFocusChanged.removeListener(act);
  };
}
