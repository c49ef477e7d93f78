/** The page in front as a picture, for the QR codes on it. */
import { browser } from 'wxt/browser';

/** A data URL without the network: the page's policy lets `fetch` reach nobody. */
function blobOf(address: string): Blob {
  const [, type, encoded] = /^data:([\w/+.-]+);base64,(.*)$/s.exec(address) ?? [];
  if (type === undefined || encoded === undefined) throw new Error('no picture of the tab');
  return new Blob([Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))], { type });
}

/** What the active tab of this window shows, as PNG. The toolbar's click gave the right to it (`activeTab`); rejects without it. */
export async function captureTab(): Promise<Blob> {
  return blobOf(await browser.tabs.captureVisibleTab({ format: 'png' }));
}
