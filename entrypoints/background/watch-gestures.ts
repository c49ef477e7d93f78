/** Keyboard command and context menu. */
import { browser } from 'wxt/browser';
import type { Desk } from './desk.ts';
import { fillByGesture, type SomeTab } from './gestures.ts';
import { makeMenu, MENU } from './menu.ts';
import { report } from './report.ts';

/** `afterMenu` runs when the menu has been made anew. */
export function watchGestures(desk: Desk, afterMenu: () => void): void {
  browser.runtime.onInstalled.addListener(() => void makeMenu().then(afterMenu));
  const fill = (tab: SomeTab | undefined): void => void fillByGesture(desk, tab).catch((failure: unknown) => report('gesture', failure));
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === MENU) fill(tab);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'fill-code') fill(tab);
  });
}
