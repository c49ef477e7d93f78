/**
 * The pictures of the README's tour and for the stores, from the real screens: in both languages, light and dark. The stores
 * take one size only, so that the popup stands on a plain sheet there.
 *
 *   npm run tour
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { LANGUAGES } from '../components/language.ts';
import { buildExtension } from '../tests/e2e/browser/build.ts';
import { openChromium } from '../tests/e2e/browser/chromium.ts';
import { SCREENS } from '../tests/e2e/screens/all.ts';
import { openStand } from '../tests/e2e/screens/stand.ts';

/** Nobody answers on it: the background behind these screens is never asked. */
const PORT = 8790;
const FOLDER = fileURLToPath(new URL('../docs/pictures/tour', import.meta.url));
const FOR_STORES = fileURLToPath(new URL('../.output/store-pictures', import.meta.url));
const POPUP = { width: 400, height: 600 };
/** What stores ask for. */
const PAGE = { width: 1280, height: 800 };

/** Of the picture, and of the screen in it. */
const SHOWN: [picture: string, screen: string, size: { width: number; height: number }][] = [
  ['1-lock', 'enrol-lock', PAGE],
  ['2-institution', 'enrol-search-results', PAGE],
  ['3-guide', 'guide-start', PAGE],
  ['4-fill', 'popup-site-bank', POPUP],
  ['5-used', 'popup-code-used', POPUP],
  ['6-loss', 'loss', PAGE],
];

const SHEET = { light: '#e9eef0', dark: '#0c1416' };

/** The popup, in the size that stores take. */
async function onSheet(page: Page, popup: Buffer, colorScheme: 'light' | 'dark'): Promise<Buffer> {
  await page.setViewportSize(PAGE);
  const source = `data:image/png;base64,${popup.toString('base64')}`;
  await page.setContent(`<body style="margin:0;height:100vh;display:grid;place-items:center;background:${SHEET[colorScheme]}">
    <img src="${source}" style="border-radius:12px;box-shadow:0 8px 40px #0006" alt=""></body>`);
  return await page.screenshot();
}

const stage = await openChromium(await buildExtension('chrome', PORT), { timeZone: 'Asia/Tokyo' });
try {
  for (const folder of [FOLDER, FOR_STORES]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  const stand = await openStand(stage.context, stage.ownOrigin);
  const sheet = await stage.context.newPage();
  for (const [picture, name, size] of SHOWN) {
    const screen = SCREENS.find((one) => one.name === name);
    if (!screen) throw new Error(`there is no screen ${name}`);
    for (const language of LANGUAGES) {
      await stand.page.setViewportSize(size);
      await stand.show(screen, language);
      for (const colorScheme of ['light', 'dark'] as const) {
        await stand.page.emulateMedia({ colorScheme });
        const taken = await stand.page.screenshot({ animations: 'disabled' });
        const file = `${picture}.${language}.${colorScheme}.png`;
        await writeFile(join(FOLDER, file), taken);
        await writeFile(join(FOR_STORES, file), size === PAGE ? taken : await onSheet(sheet, taken, colorScheme));
      }
    }
  }
  console.log(`${SHOWN.length * 4} pictures in ${FOLDER}, and in ${FOR_STORES} as stores take them`);
} finally {
  await stage.close();
}
