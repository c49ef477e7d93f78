/** A page of Chromium with a window, colours and text of its own. */
import type { Page } from 'playwright';
import type { Display } from './display.ts';
import type { View } from './view.ts';

/** CSS pixels that the browser gives text unless it is told otherwise. */
const PLAIN_TEXT = 16;

export async function displayOf(page: Page, view: View): Promise<Display> {
  const session = await page.context().newCDPSession(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return {
    view,
    resize: (size) => page.setViewportSize(size),
    colours: (colours) =>
      page.emulateMedia(colours === 'forced' ? { forcedColors: 'active' } : { colorScheme: colours, forcedColors: 'none' }),
    async textSize(percent) {
      const size = Math.round((PLAIN_TEXT * percent) / 100);
      await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
    },
    async pressTab(times) {
      for (let press = 0; press < times; press++) await page.keyboard.press('Tab');
    },
    picture: async (file) => void (await page.screenshot({ path: file, animations: 'disabled' })),
  };
}
