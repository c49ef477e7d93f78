/** A page of Firefox with a window and text of its own; colours are the browser's preferences, so all its pages have them. It is the tab in front. */
import type { Page } from 'puppeteer-core';
import type { Colours, Display } from './display.ts';
import type { InBrowser } from './firefox-scripts.ts';
import type { View } from './view.ts';

/** WebDriver BiDi: one character is one key. */
const TAB = '\uE004';
/** Of a page that waits for its browser: looks, and milliseconds between them. */
const [MOST_LOOKS, PAUSE] = [1000, 5];

const setNumber = (name: string, value: number): string => `Services.prefs.setIntPref(${JSON.stringify(name)}, ${value});`;

const COLOURS: Record<Colours, { dark: boolean; forced: boolean; media: string }> = {
  light: { dark: false, forced: false, media: '(prefers-color-scheme: light) and (forced-colors: none)' },
  dark: { dark: true, forced: false, media: '(prefers-color-scheme: dark) and (forced-colors: none)' },
  forced: { dark: true, forced: true, media: '(forced-colors: active)' },
};

/** In the page: until what is given (a media query, or the length of 1 rem in plain text) is so. The browser tells it a moment later. */
async function untilSo(given: string): Promise<void> {
  const { media, text, most, pause } = JSON.parse(given);
  const probe = document.body.appendChild(document.createElement('p'));
  probe.style.fontSize = 'medium';
  const isSo = (): boolean => (text === undefined ? matchMedia(media).matches : getComputedStyle(probe).fontSize === text);
  for (let looks = 0; !isSo(); looks++) {
    if (looks > most) throw new Error(`the page never had ${given}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  probe.remove();
}

export async function displayOf(page: Page, view: View, inBrowser: InBrowser): Promise<Display> {
  const until = (so: { media: string } | { text: string }): Promise<void> => view.run(untilSo, JSON.stringify({ ...so, most: MOST_LOOKS, pause: PAUSE }));
  await inBrowser(setNumber('ui.prefersReducedMotion', 1));
  return {
    view,
    resize: (size) => page.setViewport(size),
    async colours(colours) {
      const { dark, forced, media } = COLOURS[colours];
      await inBrowser(`${setNumber('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1)}
        ${setNumber('browser.display.document_color_use', forced ? 2 : 0)}`);
      await until({ media });
    },
    // What 「文字サイズのみ変更する」 does. A change of the preferred font size is not laid out before the next page.
    async textSize(percent) {
      await inBrowser(`gBrowser.selectedBrowser.browsingContext.textZoom = ${percent / 100};`);
      await until({ text: `${Math.round((16 * percent) / 100)}px` });
    },
    async pressTab(times) {
      // After the last stop of a page the focus is in the browser's own window, and stays there.
      await inBrowser('gBrowser.selectedBrowser.focus();');
      await page.keyboard.type(TAB.repeat(times));
    },
    picture: (file) => view.picture(file),
  };
}
