/** The clipboard and the downloads of Firefox, by the browser's own scripts. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { InBrowser } from './firefox-scripts.ts';
import type { Hand } from './view.ts';

/** The small menu 「貼り付け」 that Firefox shows beside the mouse; it takes no click in its first moments. */
const ALLOW_PASTE = `
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const menu = document.getElementById('clipboardReadPasteMenuPopup');
    const line = menu?.querySelector('menuitem');
    if (menu?.state === 'open' && !line.disabled) return menu.activateItem(line);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('Firefox did not ask about the clipboard');
`;

const LATEST_DOWNLOAD = `
  const { Downloads } = ChromeUtils.importESModule('resource://gre/modules/Downloads.sys.mjs');
  const list = await Downloads.getList(Downloads.ALL);
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const done = (await list.getAll()).find(({ succeeded }) => succeeded);
    if (done) {
      await list.remove(done);
      return done.target.path;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('Firefox saved no file');
`;

export function handOf(inBrowser: InBrowser): Hand {
  return {
    async copyText(text) {
      await inBrowser(`Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString(${JSON.stringify(text)});`);
    },
    copyPicture: () => Promise.reject(new Error('without a screen the clipboard of Firefox takes text only')),
    async letRead(act) {
      await act();
      await inBrowser(ALLOW_PASTE);
    },
    async saved(act) {
      const folder = await mkdtemp(join(tmpdir(), 'kagifuda-saved-'));
      try {
        await inBrowser(`
          Services.prefs.setIntPref('browser.download.folderList', 2);
          Services.prefs.setStringPref('browser.download.dir', ${JSON.stringify(folder)});
        `);
        await act();
        const path = String(await inBrowser(LATEST_DOWNLOAD));
        return { name: basename(path), text: await readFile(path, 'utf8') };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
