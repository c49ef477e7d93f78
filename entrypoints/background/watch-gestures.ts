/** Keyboard command and context menu. */
import { browser } from 'wxt/browser';
import type { Desk } from './desk.ts';
import { fillByGesture, type SomeTab } from './gestures.ts';
import { report } from './report.ts';

const MENU = 'fill-code';

export function watchGestures(desk: Desk, hosts: string[]): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({
        id: MENU,
        title: '鍵札：ワンタイムパスワードを入力',
        contexts: ['editable'],
        documentUrlPatterns: hosts,
      });
    });
  });
  const fill = (tab: SomeTab | undefined): void => void fillByGesture(desk, tab).catch((failure: unknown) => report('gesture', failure));
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === MENU) fill(tab);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'fill-code') fill(tab);
  });
}
