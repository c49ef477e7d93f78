/** The moment after the installation from a store: the page where everything begins opens by itself, once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildForStore } from './browser/build.ts';
import { openChromium } from './browser/chromium.ts';
import { field } from './browser/find.ts';
import { openFirefox } from './browser/firefox.ts';
import { BROWSERS } from './browser/open.ts';
import type { Stage, View } from './browser/view.ts';
import { pictures } from './pictures.ts';

/** The extension's API in one of its own pages. */
declare const chrome: { tabs: { query(about: object): Promise<{ url?: string; active: boolean }[]> } };

const openPages = (own: View): Promise<string[]> =>
  own.run(async () => (await chrome.tabs.query({})).map(({ url = '' }) => url).filter((url) => url.endsWith('/enrol.html')));

describe.each(BROWSERS)('after the installation in %s', (name) => {
  const picture = pictures(`installed-${name}`);
  let stage: Stage;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kagifuda-installed-'));
    const extension = await buildForStore(name === 'firefox' ? 'firefox' : 'chrome', folder);
    stage = name === 'firefox' ? await openFirefox(extension) : await openChromium(extension);
    return async () => {
      await stage.close();
      rmSync(folder, { recursive: true, force: true });
    };
  });

  it('the page of the first run is open, and begins with the lock', async () => {
    const own = await stage.ownPage('/loss.html');
    await expect.poll(() => openPages(own), { timeout: 15_000 }).toHaveLength(1);
    await own.go(`${stage.ownOrigin}/enrol.html`);
    await own.waitFor(field('パスフレーズ'));
    await picture(own, '1-first');
  });
});
