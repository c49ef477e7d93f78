/** Where a screen of ours leads to: another page of ours, or a login page. */
import { browser } from 'wxt/browser';
import { readCopy } from '../../components/appearance.ts';
import { UNLOCK_PAGE } from '../../components/locked-face.tsx';
import { windowSize } from './window-size.ts';

/** A page of ours (`/enrol.html`), or a login page, in a tab. */
export async function openPage(address: string): Promise<void> {
  const url = new URL(address, location.origin).href;
  // In a tab the browser's dialog would come up beside the bank's page; its own window goes when it is done.
  if (address === UNLOCK_PAGE) await browser.windows.create({ url, type: 'popup', ...windowSize(readCopy(window), { width: screen.availWidth, height: screen.availHeight }) });
  else await browser.tabs.create({ url });
}
