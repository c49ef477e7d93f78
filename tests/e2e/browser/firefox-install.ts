/** How the extension comes into Firefox: until it ends, or installed once in a profile and there again after every restart. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { archiveOf, filesIn } from '../../../scripts/archive.ts';
import { chromeScript, connectionOf } from './firefox-scripts.ts';

interface Place {
  /** The unpacked build. */
  extension: string;
  profile: string;
  id: string;
}

/** The driver would put the preferences of before the run back at its end; a person's Firefox keeps its own. */
export async function keepPreferences(profile: string): Promise<void> {
  for (const name of ['prefs.js', 'user.js']) await rm(join(profile, `${name}.puppeteer`), { force: true });
}

/** As a developer does, until the browser ends. */
export async function installForNow(browser: Browser, extension: string, inPrivateWindows: boolean): Promise<void> {
  const extensionData = { type: 'path', path: extension };
  await connectionOf(browser).send('webExtension.install', { extensionData, 'moz:allowPrivateBrowsing': inPrivateWindows });
}

/** As from a file, with its host permissions granted. The very same build is not installed again. */
export async function installForGood(browser: Browser, { extension, profile, id }: Place): Promise<void> {
  const [archive, kept] = [archiveOf(filesIn(extension)), join(profile, 'extensions', `${id}.xpi`)];
  if (existsSync(kept) && archive.equals(readFileSync(kept))) return;
  const folder = await mkdtemp(join(tmpdir(), 'kagifuda-xpi-'));
  try {
    const path = join(folder, 'kagifuda.xpi');
    await writeFile(path, archive);
    await connectionOf(browser).send('webExtension.install', { extensionData: { type: 'archivePath', path }, 'moz:permanent': true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** After a restart the window is there before its extensions are. */
export async function untilStarted(browser: Browser, id: string): Promise<void> {
  const started = await chromeScript(browser)(`
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      const policy = WebExtensionPolicy.getByID(${JSON.stringify(id)});
      await policy?.readyPromise;
      if (policy?.active) return true;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return false;
  `);
  if (started !== true) throw new Error('Firefox does not start the extension that was installed in this profile');
}
