/** Waiting in Firefox for what a person would wait for. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { lookedInVain, type Seen } from './looked-in-vain.ts';

export const selector = (place: string): string => `::-p-xpath(${place})`;

/** Milliseconds between two looks. */
const PAUSE = 50;

const seen = (page: Page): Seen => ({ address: page.url(), text: page.evaluate(() => document.body?.innerText ?? '') });

/**
 * Asks again and again until there is something. The driver's own waits look once per frame, and a page whose tab is not in
 * front draws none.
 */
async function polled<T>(find: () => Promise<T | null>, milliseconds: number, complaint: () => Promise<Error>): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    // A page that is just being left answers nothing.
    const found = await find().catch(() => null);
    if (found !== null) return found;
    if (Date.now() > deadline) throw await complaint();
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function look(page: Page, place: string): Promise<ElementHandle | null> {
  const found = await page.$(selector(place));
  return found && (await found.isVisible()) ? found : null;
}

export const shown = (page: Page, place: string, milliseconds: number): Promise<ElementHandle> =>
  polled(() => look(page, place), milliseconds, () => lookedInVain(place, seen(page)));

/** In the page: until the element was at one place for two frames. A click goes to where it was when it was looked for. */
export async function untilStill(element: Element): Promise<void> {
  let [last, same] = ['', 0];
  for (let looks = 0; same < 2 && looks < 100; looks++) {
    const now = JSON.stringify(element.getBoundingClientRect());
    same = now === last ? same + 1 : 0;
    last = now;
    await new Promise<void>((resolve) => {
      // Pages in the background draw no frames.
      const timer = setTimeout(resolve, 100);
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

/** Until nobody sees it any more. */
export async function untilGone(page: Page, place: string, milliseconds: number): Promise<void> {
  await polled(async () => ((await look(page, place)) === null ? true : null), milliseconds, () => lookedInVain(`the end of ${place}`, seen(page)));
}
