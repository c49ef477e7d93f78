/** Keyboard command and context menu. */
import { browser } from 'wxt/browser';
import { languageFor } from '../../lib/messages/appearance.ts';
import type { SomeTab } from './active-tab.ts';
import type { Desk } from './desk.ts';
import { fillByGesture } from './gestures.ts';
import { makeMenu, MENU, nameMenu } from './menu.ts';
import { report } from './report.ts';

/** `afterMenu` runs when the menu has been made anew. */
export function watchGestures(desk: Desk, afterMenu: () => void): void {
  const language = async (): Promise<'ja' | 'en'> => languageFor(await desk.settings.read(), navigator.language);
  browser.runtime.onInstalled.addListener(() => void language().then(makeMenu).then(afterMenu));
  // The browser's own language may be another since.
  browser.runtime.onStartup.addListener(() => void language().then(nameMenu));
  const fill = (tab: SomeTab | undefined): void => void fillByGesture(desk, tab).catch((failure: unknown) => report('gesture', failure));
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === MENU) fill(tab);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'fill-code') fill(tab);
  });
}
