/** Firefox's real toolbar popup and sidebar: no driver reaches them, but a page of the same extension sees their windows. */
import type { Page } from 'puppeteer-core';
import type { PopupPanel } from './view.ts';

type Kind = 'popup' | 'sidebar';

/** The extension's API in one of its own pages. */
declare const browser: {
  action: { openPopup(): Promise<void> };
  extension: { getViews(of: { type: Kind }): Window[] };
};

/** Resolves when the place is drawn in it; clicks it if asked to. */
async function inside(kind: Kind, own: Page, place: string, click: boolean): Promise<void> {
  await own.waitForFunction(
    (type: Kind, path: string, press: boolean) => {
      const [view] = browser.extension.getViews({ type });
      const found = view?.document.evaluate(path, view.document, null, 9, null).singleNodeValue;
      if (!view || !found || !('getClientRects' in found)) return false;
      const element = found as HTMLElement;
      if (element.getClientRects().length === 0) return false;
      if (press) element.click();
      return true;
    },
    { polling: 50 },
    kind,
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
    waitFor: (place) => inside('popup', own, place, false),
    click: (place) => inside('popup', own, place, true),
    close: () => own.evaluate(() => browser.extension.getViews({ type: 'popup' }).forEach((view) => view.close())),
  };
}

/** `act`: a script in the browser's own window. */
export async function openSidebar(own: Page, act: (script: string) => Promise<unknown>, extensionId: string): Promise<PopupPanel> {
  // As the browser makes the name of a widget from that of the extension.
  const name = JSON.stringify(`${extensionId.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_')}-sidebar-action`);
  await act(`await window.SidebarController.show(${name})`);
  return {
    waitFor: (place) => inside('sidebar', own, place, false),
    click: (place) => inside('sidebar', own, place, true),
    close: async () => void (await act('window.SidebarController.hide()')),
  };
}
