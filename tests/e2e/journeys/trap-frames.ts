/** What stands in the frames of a page. */
import type { BrowserContext, Frame } from 'playwright';
import type { Stage, View } from '../browser/view.ts';
import { valuesIn } from './traps.ts';

/** Every frame has answered, as far as the page can tell. */
export async function framesDrawn(page: View): Promise<void> {
  await page.until(() => document.readyState === 'complete' && document.getAnimations().every(({ playState }) => playState !== 'running'));
}

/** The driver's own frames of the page. Chromium only. */
async function framesOf(stage: Stage, page: View): Promise<Frame[]> {
  const context: unknown = Reflect.get(stage, 'context');
  const address = await page.address();
  return (context as BrowserContext).pages().find((one) => one.url() === address)?.frames() ?? [];
}

/** How many frames were refused, so that the browser's own error stands in them. Known of Chromium only. */
export async function refusedFrames(stage: Stage, page: View): Promise<number> {
  if (stage.name !== 'chromium') return 0;
  return (await framesOf(stage, page)).filter((frame) => frame.url().startsWith('chrome-error:')).length;
}

const valuesOf = (frame: Frame): Promise<string> =>
  frame.evaluate(() => [...document.querySelectorAll('input')].filter(({ type }) => type !== 'submit').map(({ value }) => value).join('')).catch(() => '');

/**
 * All values together. Frames of other origins can be read by the driver of Chromium only; in Firefox those of the page's own
 * origin are, and that nobody was given a code speaks for the others.
 */
export async function valuesInFrames(stage: Stage, page: View): Promise<string> {
  if (stage.name === 'chromium') return (await Promise.all((await framesOf(stage, page)).map(valuesOf))).join('');
  const inside = await page.run(() => [...document.querySelectorAll('iframe,object')].map((one) => {
    const within = one instanceof HTMLIFrameElement || one instanceof HTMLObjectElement ? one.contentDocument : null;
    return [...(within?.querySelectorAll('input') ?? [])].filter(({ type }) => type !== 'submit').map(({ value }) => value).join('');
  }).join(''));
  return (await valuesIn(page)) + inside;
}
