/**
 * The pictures of the README's tour and for the stores, from the real screens: in both languages, light and dark.
 *
 *   npm run tour
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../components/language.ts';
import { buildExtension } from '../tests/e2e/browser/build.ts';
import { openChromium } from '../tests/e2e/browser/chromium.ts';
import { SCREENS } from '../tests/e2e/screens/all.ts';
import { openStand } from '../tests/e2e/screens/stand.ts';

/** Nobody answers on it: the background behind these screens is never asked. */
const PORT = 8790;
const FOLDER = fileURLToPath(new URL('../docs/pictures/tour', import.meta.url));
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

const stage = await openChromium(await buildExtension('chrome', PORT), { timeZone: 'Asia/Tokyo' });
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const stand = await openStand(stage.context, stage.ownOrigin);
  for (const [picture, name, size] of SHOWN) {
    const screen = SCREENS.find((one) => one.name === name);
    if (!screen) throw new Error(`there is no screen ${name}`);
    for (const language of LANGUAGES) {
      await stand.page.setViewportSize(size);
      await stand.show(screen, language);
      for (const colorScheme of ['light', 'dark'] as const) {
        await stand.page.emulateMedia({ colorScheme });
        await stand.page.screenshot({ path: join(FOLDER, `${picture}.${language}.${colorScheme}.png`), animations: 'disabled' });
      }
    }
  }
  console.log(`${SHOWN.length * 4} pictures in ${FOLDER}`);
} finally {
  await stage.close();
}
