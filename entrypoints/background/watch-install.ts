/** The first page that a customer sees of us: browsers put a new button away, and nothing else would say where to begin. */
import { browser } from 'wxt/browser';

/** Not in a development build: a test begins where it says. */
const isForCustomers = import.meta.env.MODE !== 'development';

export function watchInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' && isForCustomers) void browser.tabs.create({ url: browser.runtime.getURL('/enrol.html') });
  });
}
