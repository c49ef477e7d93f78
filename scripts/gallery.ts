/**
 * Pictures of every screen in every state, in light and dark, Japanese and English, with text of the usual and of twice the size: gallery/,
 * with one page to leaf through them.
 *
 *   npm run gallery [part of a screen's name]
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../components/language.ts';
import type { Language } from '../components/language.ts';
import { buildExtension } from '../tests/e2e/browser/build.ts';
import { openChromium } from '../tests/e2e/browser/chromium.ts';
import { SCREENS } from '../tests/e2e/screens/all.ts';
import type { Screen } from '../tests/e2e/screens/screen.ts';
import { openStand, type Stand } from '../tests/e2e/screens/stand.ts';
import { galleryPage } from './gallery-page.ts';

/** Nobody answers on it: the background behind these screens is never asked. */
const PORT = 8790;
const FOLDER = fileURLToPath(new URL('../gallery', import.meta.url));
const SIZES = [100, 200];
const COLOURS = ['light', 'dark'] as const;
/** Where a longer page is cut, CSS pixels: pictures have an end. */
const LONGEST = 8000;

/** As wide as the browser opens it. */
function windowOf({ address }: Screen): { width: number; height: number } {
  if (/^\/(popup|sidepanel)/.test(address)) return { width: 400, height: 600 };
  return /^\/(unlock|confirm)/.test(address) ? { width: 440, height: 560 } : { width: 900, height: 700 };
}

const pageHeight = (): number => document.documentElement.scrollHeight;

/** What comes into the window is laid out in the frame after that. */
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** Both sizes and both colours of one screen that is there: nothing is opened anew for them. */
async function takePictures({ page, textSize }: Stand, screen: Screen, language: Language): Promise<void> {
  const { width, height } = windowOf(screen);
  for (const size of SIZES) {
    // A picture beyond the window's edge would set the text back to its usual size: the window is made as long as the page.
    await page.setViewportSize({ width, height });
    await textSize(size);
    await page.setViewportSize({ width, height: Math.min(LONGEST, Math.max(height, await page.evaluate(pageHeight))) });
    for (const colorScheme of COLOURS) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(painted);
      await page.screenshot({ path: join(FOLDER, `${screen.name}.${language}.${colorScheme}.${size}.png`), animations: 'disabled' });
    }
  }
}

const [part = ''] = process.argv.slice(2);
const screens = SCREENS.filter(({ name }) => name.includes(part));
const start = Date.now();
const stage = await openChromium(await buildExtension('chrome', PORT), { timeZone: 'Asia/Tokyo' });
try {
  if (part === '') await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const drawn: Promise<void>[] = LANGUAGES.map(async (language) => {
    const stand = await openStand(stage.context, stage.ownOrigin);
    for (const screen of screens) {
      await stand.page.setViewportSize(windowOf(screen));
      await stand.show(screen, language);
      await takePictures(stand, screen, language);
    }
  });
  await Promise.all(drawn);
  await writeFile(join(FOLDER, 'index.html'), galleryPage(SCREENS.map(({ name }) => name)));
  console.log(`${screens.length * 8} pictures in ${Math.round((Date.now() - start) / 1000)} s: ${join(FOLDER, 'index.html')}`);
} finally {
  await stage.close();
}
