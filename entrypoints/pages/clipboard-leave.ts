/** The browser's leave to read and clear the clipboard. */
import { browser } from 'wxt/browser';
import type { ClipboardLeave } from '../../components/clipboard-part.tsx';

/** Chromium reads with the first and clears with the second. */
const permissions = ['clipboardRead', 'clipboardWrite'] as const;

export const clipboardLeave: ClipboardLeave = {
  has: () => browser.permissions.contains({ permissions: [...permissions] }),
  request: () => browser.permissions.request({ permissions: [...permissions] }),
  drop: async () => void (await browser.permissions.remove({ permissions: [...permissions] })),
};
