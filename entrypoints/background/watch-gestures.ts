/** Keyboard command and context menu. */
import { browser } from 'wxt/browser';
import type { Desk } from './desk.ts';
import { fillByGesture } from './gestures.ts';

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
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => {
    if (menuItemId === MENU) void fillByGesture(desk);
  });
  browser.commands.onCommand.addListener((command) => {
    if (command === 'fill-code') void fillByGesture(desk);
  });
}
