/** The context menu of a field: on the banks' pages, and on the sites of imported tokens that the browser lets us into. */
import { browser } from 'wxt/browser';
import type { Language } from '../../components/language.ts';
import { menuWords } from '../../components/words-menu.ts';

export const MENU = 'fill-code';

const listedHosts = (): string[] => browser.runtime.getManifest().host_permissions ?? [];

/** Anew, for the banks' pages alone. */
export async function makeMenu(language: Language): Promise<void> {
  await browser.contextMenus.removeAll();
  const title = menuWords[language].fill;
  await new Promise<void>((resolve) => {
    browser.contextMenus.create({ id: MENU, title, contexts: ['editable'], documentUrlPatterns: listedHosts() }, resolve);
  });
}

export async function nameMenu(language: Language): Promise<void> {
  // There is none before the installation has made it, in this very language.
  await browser.contextMenus.update(MENU, { title: menuWords[language].fill }).catch(() => undefined);
}

/** Beside the banks' pages, on those of these match patterns. */
export async function showMenuAt(patterns: string[]): Promise<void> {
  // Before the installation has made it there is none; the installation asks again.
  await browser.contextMenus.update(MENU, { documentUrlPatterns: [...listedHosts(), ...patterns] }).catch(() => undefined);
}
