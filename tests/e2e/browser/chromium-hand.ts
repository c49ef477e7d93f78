/** The clipboard and the downloads of Chromium. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Download, Page } from 'playwright';
import type { Hand } from './view.ts';

/** The clipboard is written by a page of ours; nothing else about that page matters. */
async function onOwnPage(context: BrowserContext, ownOrigin: string, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(`${ownOrigin}/loss.html`);
    await page.bringToFront();
    await act(page);
  } finally {
    await page.close();
  }
}

/** By the browser's own tools: the driver takes the origin of an extension for an opaque one. The leave ends with the session, which stays. */
async function allowClipboard(context: BrowserContext, origin: string): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send('Browser.grantPermissions', { origin, permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'] });
}

/** The first download of any page. */
async function downloadOf(context: BrowserContext, act: () => Promise<void>): Promise<Download> {
  const started = new Promise<Download>((resolve) => {
    for (const page of context.pages()) page.once('download', resolve);
  });
  await act();
  return await started;
}

export function handOf(context: BrowserContext, ownOrigin: string): Hand {
  const allow = (): Promise<void> => allowClipboard(context, ownOrigin);
  return {
    async copyText(text) {
      await allow();
      await onOwnPage(context, ownOrigin, (page) => page.evaluate((given) => navigator.clipboard.writeText(given), text));
    },
    async copyPicture(png) {
      await allow();
      await onOwnPage(context, ownOrigin, (page) =>
        page.evaluate(async (given) => {
          const bytes = Uint8Array.from(atob(given), (letter) => letter.charCodeAt(0));
          await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
        }, Buffer.from(png).toString('base64')),
      );
    },
    async letRead(act) {
      await allow();
      await act();
    },
    async saved(act) {
      const download = await downloadOf(context, act);
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
    },
  };
}
