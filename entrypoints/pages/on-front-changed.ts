/** Hears when another page comes to the front. */
import { browser } from 'wxt/browser';

/** One change of the page comes as several events. Milliseconds. */
const SETTLES = 100;

/** Another tab or window comes in front, or the tab in front goes to another page. The answer ends the listening. */
export function onFrontChanged(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(act, SETTLES);
  };
  const updated = (_id: number, { status }: { status?: string | undefined }, { active }: { active: boolean }): void => {
    if (active && status !== undefined) soon();
  };
  browser.tabs.onActivated.addListener(soon);
  browser.tabs.onUpdated.addListener(updated);
  browser.windows.onFocusChanged.addListener(soon);
  return () => {
    clearTimeout(timer);
    browser.tabs.onActivated.removeListener(soon);
    browser.tabs.onUpdated.removeListener(updated);
    browser.windows.onFocusChanged.removeListener(soon);
  };
}
