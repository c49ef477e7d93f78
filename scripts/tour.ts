/**
 * The pictures of the README's tour and for the stores, from the real screens: in both languages, light and dark. The stores
 * take one size only, so that the popup stands on a plain sheet there.
 *
 *   npm run tour
 */
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../components/language.ts';
import type { Display } from '../tests/e2e/browser/display.ts';
import { SCREENS } from '../tests/e2e/screens/all.ts';
import { openStandStage } from '../tests/e2e/screens/stand.ts';

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
async function onSheet({ view, resize, picture }: Display, popup: string, file: string, colours: 'light' | 'dark'): Promise<void> {
  const source = `data:image/png;base64,${await readFile(popup, 'base64')}`;
  const sheet = `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${SHEET[colours]}">
    <img src="${source}" style="border-radius:12px;box-shadow:0 8px 40px #0006" alt=""></body>`;
  await resize(PAGE);
  await view.go(`data:text/html;base64,${Buffer.from(sheet).toString('base64')}`);
  await picture(file);
}

const stage = await openStandStage('chromium');
try {
  for (const folder of [FOLDER, FOR_STORES]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  const { display, show } = await stage.openStand();
  const { display: sheet } = await stage.openStand();
  for (const [picture, name, size] of SHOWN) {
    const screen = SCREENS.find((one) => one.name === name);
    if (!screen) throw new Error(`there is no screen ${name}`);
    for (const language of LANGUAGES) {
      await display.view.front();
      await display.resize(size);
      await show(screen, language);
      for (const colours of ['light', 'dark'] as const) {
        await display.colours(colours);
        const file = `${picture}.${language}.${colours}.png`;
        const [taken, forStores] = [join(FOLDER, file), join(FOR_STORES, file)];
        await display.picture(taken);
        if (size === PAGE) await copyFile(taken, forStores);
        else await onSheet(sheet, taken, forStores, colours);
      }
    }
  }
  console.log(`${SHOWN.length * 4} pictures in ${FOLDER}, and in ${FOR_STORES} as stores take them`);
} finally {
  await stage.close();
}
