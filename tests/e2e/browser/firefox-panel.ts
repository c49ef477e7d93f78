/** Firefox's real toolbar popup: no driver reaches it, but a page of the same extension sees its window. */
import type { Page } from 'puppeteer-core';
import type { PopupPanel } from './view.ts';

/** The extension's API in one of its own pages. */
declare const browser: {
  action: { openPopup(): Promise<void> };
  extension: { getViews(of: { type: 'popup' }): Window[] };
};

/** Resolves when the place is drawn in the popup; clicks it if asked to. */
async function inPopup(own: Page, place: string, click: boolean): Promise<void> {
  await own.waitForFunction(
    (path: string, press: boolean) => {
      const [popup] = browser.extension.getViews({ type: 'popup' });
      const found = popup?.document.evaluate(path, popup.document, null, 9, null).singleNodeValue;
      if (!popup || !found || !('getClientRects' in found)) return false;
      const element = found as HTMLElement;
      if (element.getClientRects().length === 0) return false;
      if (press) element.click();
      return true;
    },
    { polling: 50 },
    place,
    click,
  );
}

/** A popup that is still open (or closing) must be gone first. */
async function byApi(own: Page): Promise<void> {
  await own.waitForFunction(
    () => {
      for (const view of browser.extension.getViews({ type: 'popup' })) view.close();
      return browser.action.openPopup().then(
        () => true,
        () => false,
      );
    },
    { polling: 100 },
  );
}

/** `own`: any page of the extension, in a tab that stays in the background. */
export async function openPanel(own: Page, open: () => Promise<void> = () => byApi(own)): Promise<PopupPanel> {
  await open();
  return {
    waitFor: (place) => inPopup(own, place, false),
    click: (place) => inPopup(own, place, true),
    close: () => own.evaluate(() => browser.extension.getViews({ type: 'popup' }).forEach((view) => view.close())),
  };
}
