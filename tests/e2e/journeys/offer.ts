/** Accepting the in-page offer as a person would: by mouse in Chromium, by keyboard and our own window in Firefox. */
import { button } from '../browser/find.ts';
import type { Stage, View } from '../browser/view.ts';

/** The offer's host: the one thing we add to a page, a popover under <html>, or in the page's own dialog or popover around the field. */
export const OFFER = `//div[@popover='manual']`;

/**
 * The offer counts a click only after it has stood still and visible for half a second, and drawn all the while: so long,
 * in milliseconds, without a pause in which a person, too, would see that the page hangs.
 */
export async function untilItCounts(page: View, steady = 700): Promise<void> {
  await page.run((long) => {
    let last = performance.now();
    let since = last;
    const drawn = (): void => {
      const now = performance.now();
      if (now - last > 250) since = now;
      last = now;
      const isSteady = now - since > Number(long);
      Reflect.set(window, 'steady', isSteady);
      if (!isSteady) requestAnimationFrame(drawn);
    };
    drawn();
  }, String(steady));
  await page.until(() => Reflect.get(window, 'steady') === true);
}

/** By mouse, in Chromium: waits for the offer, and until its click counts. */
export async function clickOffer(page: View, name = '入力', look: (view: View) => Promise<void> = async () => undefined): Promise<void> {
  await page.waitFor(OFFER);
  await untilItCounts(page);
  await look(page);
  await page.clickWithin(OFFER, name);
}

/** The offer that is open, or about to. `name`: of its button; 「ロックを解除」 opens our own window in both browsers. */
export async function acceptOpenOffer(
  stage: Stage,
  page: View,
  look: (view: View) => Promise<void> = async () => undefined,
  name = '入力',
): Promise<void> {
  if (stage.name === 'chromium') return await clickOffer(page, name, look);
  await page.waitFor(OFFER);
  await look(page);
  const choose = async (): Promise<void> => {
    await page.press('ArrowDown');
    await page.press('Enter');
  };
  if (name !== '入力') return await choose();
  const confirm = await stage.opened(choose);
  await confirm.click(button('の番号を入力する'));
}

/** Clicks the field and waits for its offer: a notice that is still open from before looks the same from outside, and gives way to it. */
export async function clickForOffer(page: View, place: string): Promise<void> {
  await page.run(() => void Reflect.set(window, 'bubbleBefore', document.querySelector('div[popover=manual]')));
  await page.click(place);
  await page.waitFor(OFFER);
  await page.until(() => {
    const bubbles = [...document.querySelectorAll('div[popover=manual]')];
    return bubbles.some((one) => one !== Reflect.get(window, 'bubbleBefore'));
  });
}

export async function acceptOffer(
  stage: Stage,
  page: View,
  place: string,
  look: (view: View) => Promise<void>,
  name = '入力',
): Promise<void> {
  await page.front();
  await clickForOffer(page, place);
  await acceptOpenOffer(stage, page, look, name);
}
