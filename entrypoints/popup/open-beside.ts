/** The same view beside the page: Chromium's side panel, Firefox's sidebar. */
import { browser } from 'wxt/browser';

/** Firefox's own area, which the types of Chromium's API do not know. It must be called in the click itself. */
async function openSidebar(): Promise<void> {
  const area: unknown = Reflect.get(browser, 'sidebarAction');
  const open: unknown = typeof area === 'object' && area !== null ? Reflect.get(area, 'open') : undefined;
  if (typeof open !== 'function') throw new Error('no sidebar');
  await Reflect.apply(open, area, []);
}

/** In the window of this popup. A click counts for a few seconds. */
async function openSidePanel(): Promise<void> {
  const { id: windowId } = await browser.windows.getCurrent();
  if (windowId === undefined) throw new Error('the popup has no window');
  await browser.sidePanel.open({ windowId });
}

/** The same view beside the page, to stay. Only during a click or key; rejects where the browser has no place for it. */
export async function openBeside(): Promise<void> {
  await (import.meta.env.BROWSER === 'firefox' ? openSidebar() : openSidePanel());
}
