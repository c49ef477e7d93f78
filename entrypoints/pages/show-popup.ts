/** The toolbar's popup without a click on its button. */
import { browser } from 'wxt/browser';

/** Chromium's words for a popup that the customer has closed before it was drawn. */
const CLOSED_AT_ONCE = 'Failed to open popup';

/**
 * Over the window of the page: the one in front may be a small one of ours, which has no toolbar. As a window of its own where
 * the browser opens no popup by itself (Firefox, after the gesture's moment).
 */
export async function showPopup(windowId?: number): Promise<void> {
  try {
    await browser.action.openPopup(windowId === undefined ? {} : { windowId });
  } catch (failure) {
    if (failure instanceof Error && failure.message.includes(CLOSED_AT_ONCE)) return;
    await browser.windows.create({ url: browser.runtime.getURL('/popup.html'), type: 'popup', width: 420, height: 640 });
  }
}
