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
import { text } from '../tests/e2e/browser/find.ts';
import { SCREENS } from '../tests/e2e/screens/all.ts';
import type { Screen } from '../tests/e2e/screens/screen.ts';
import { openStandStage, type Stand, windowOf } from '../tests/e2e/screens/stand.ts';
import { galleryPage } from './gallery-page.ts';

const FOLDER = fileURLToPath(new URL('../gallery', import.meta.url));
const SIZES = [100, 200];
const COLOURS = ['light', 'dark'] as const;
/** Drawn at once. */
const PAGES = 2;
/** Where a longer page is cut, CSS pixels: pictures have an end. */
const LONGEST = 8000;

const pageHeight = (): number => document.documentElement.scrollHeight;

/** What comes into the window is laid out in the frame after that. */
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** Both sizes and both colours of one screen that is there: nothing is opened anew for them. */
async function takePictures({ display }: Stand, screen: Screen, language: Language): Promise<void> {
  const { view, resize, textSize, colours, picture } = display;
  const { width, height } = windowOf(screen);
  for (const size of SIZES) {
    // A picture beyond the window's edge would set the text back to its usual size: the window is made as long as the page.
    await resize({ width, height });
    await textSize(size);
    await resize({ width, height: Math.min(LONGEST, Math.max(height, await view.run(pageHeight))) });
    for (const colour of COLOURS) {
      await colours(colour);
      await view.run(painted);
      await picture(join(FOLDER, `${screen.name}.${language}.${colour}.${size}.png`));
    }
  }
}

/** Opened once: the language changes as the settings change it. */
async function draw(stand: Stand, screen: Screen): Promise<void> {
  const { display, show, appear } = stand;
  await display.resize(windowOf(screen));
  await show(screen, 'ja');
  for (const language of LANGUAGES) {
    await display.textSize(100);
    await appear({ language });
    await display.view.waitFor(text(screen.shows(language)));
    await takePictures(stand, screen, language);
  }
}

const [part = ''] = process.argv.slice(2);
const screens = SCREENS.filter(({ name }) => name.includes(part));
const start = Date.now();
const stage = await openStandStage('chromium');
try {
  if (part === '') await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  // Each page takes the next screen that is left.
  const left = screens.values();
  await Promise.all(
    Array.from({ length: PAGES }, async () => {
      const stand = await stage.openStand();
      for (const screen of left) await draw(stand, screen);
    }),
  );
  await writeFile(join(FOLDER, 'index.html'), galleryPage(SCREENS.map(({ name }) => name)));
  console.log(`${screens.length * 8} pictures in ${Math.round((Date.now() - start) / 1000)} s: ${join(FOLDER, 'index.html')}`);
} finally {
  await stage.close();
}
