/** The context menu of a field: on the banks' pages, and on the sites of imported tokens that the browser lets us into. */
import { browser } from 'wxt/browser';

export const MENU = 'fill-code';

const listedHosts = (): string[] => browser.runtime.getManifest().host_permissions ?? [];

/** Anew, for the banks' pages alone. */
export async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  const title = '鍵札：ワンタイムパスワードを入力';
  await new Promise<void>((resolve) => {
    browser.contextMenus.create({ id: MENU, title, contexts: ['editable'], documentUrlPatterns: listedHosts() }, resolve);
  });
}

/** Beside the banks' pages, on those of these match patterns. */
export async function showMenuAt(patterns: string[]): Promise<void> {
  // Before the installation has made it there is none; the installation asks again.
  await browser.contextMenus.update(MENU, { documentUrlPatterns: [...listedHosts(), ...patterns] }).catch(() => undefined);
}
