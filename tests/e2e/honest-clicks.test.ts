/** A person who clicks the field, reads the offer for a second and accepts it is never refused, however the bank lays out its page. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LAYOUTS } from '../mock-bank/layouts/list.ts';
import type { Layout } from '../mock-bank/layouts/layout.ts';
import { button, rowField } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { makeVault } from './journeys/first-steps.ts';
import { resize, untilCode, visitForm } from './journeys/form-pages.ts';
import { acceptOpenOffer, OFFER, untilItCounts } from './journeys/offer.ts';
import { freshToken } from './journeys/one-token.ts';
import { pictures } from './pictures.ts';

const CODE = rowField('パスワード(半角数字)');
const WIDTH = 1100;
const HEIGHT = 900;
/** In Firefox each takes a window of ours. */
const CONFIRMED = /plain|cookie-bar|corner|grey/;

/** How long a person looks before the click is what this is about. Milliseconds. */
const READING = 1000;
/** Of systems, for the two clicks of a double click. Milliseconds. */
const DOUBLE = 500;

const layoutAt = (address: string): Layout => {
  const found = LAYOUTS.find((one) => one.address === address);
  if (!found) throw new Error(`not in the registry: ${address}`);
  return found;
};

/** In the page: whether all of the offer stands on the screen, and off the field. */
function whereOfferStands(): { onScreen: boolean; offField: boolean } {
  const offer = document.querySelector('div[popover=manual]')?.getBoundingClientRect() ?? new DOMRect(-1);
  const field = document.querySelector('input[name=BPW0010]')?.getBoundingClientRect() ?? new DOMRect();
  const onScreen = offer.left >= 0 && offer.top >= 0 && offer.right <= innerWidth && offer.bottom <= innerHeight;
  const offField = offer.top >= field.bottom || offer.bottom <= field.top || offer.left >= field.right || offer.right <= field.left;
  return { onScreen, offField };
}

describe.each(BROWSERS)('honest clicks in %s', (name) => {
  const picture = pictures(`honest-clicks-${name}`);
  let scene: Scene;
  let own: View;
  let page: View;

  beforeAll(async () => {
    scene = await openScene(name);
    own = await makeVault(scene.stage);
    page = await scene.stage.newView();
  });
  afterAll(async () => await scene?.close());
  beforeEach(async () => {
    await freshToken(own, '1188');
    await page.front();
  });

  const here = LAYOUTS.filter(({ address }) => name === 'chromium' || CONFIRMED.test(address));
  it.each(here.map(({ title, address }) => [title, address]))('%s (%s): the offer is all on the screen, and its click fills', async (_title, address) => {
    const { first, width = WIDTH, height = HEIGHT } = layoutAt(address);
    if (name === 'chromium') await resize(scene.stage, page, width, height);
    await visitForm(page, scene.bank, address);
    if (first !== undefined) await page.click(button(first));
    await page.click(CODE);
    await page.waitFor(OFFER);
    await untilItCounts(page, READING);
    await picture(page, address);
    expect(await page.run(whereOfferStands)).toEqual({ onScreen: true, offField: address !== 'layout-short.do' });
    if (name === 'chromium') await page.clickWithin(OFFER, '入力');
    else await acceptOpenOffer(scene.stage, page);
    await untilCode(page);
  });

  /** In the page: how often a form was sent, and when the mouse went down. */
  const countSent = (): Promise<void> =>
    page.run(() => {
      const presses: number[] = [];
      Reflect.set(window, 'sent', 0);
      Reflect.set(window, 'presses', presses);
      addEventListener('pointerdown', ({ timeStamp }) => presses.push(timeStamp), true);
      addEventListener('submit', (event) => {
        event.preventDefault();
        Reflect.set(window, 'sent', Number(Reflect.get(window, 'sent')) + 1);
      });
    });
  const sent = (): Promise<unknown> => page.run(() => Reflect.get(window, 'sent'));
  /** Milliseconds between the two clicks that came last, as the page got them. */
  const apart = (): Promise<number> => page.run(() => [...Reflect.get(window, 'presses')].slice(-2).reduce((first, second) => second - first));

  const openOffer = async (): Promise<void> => {
    await visitForm(page, scene.bank, 'layout-plain.do');
    await countSent();
    await page.click(CODE);
    await page.waitFor(OFFER);
  };

  /** @returns how far apart they came: a busy machine delivers the second click late, and then there were not the two that are meant */
  const clickTwice = async (gap: number): Promise<number> => {
    await openOffer();
    await untilItCounts(page, READING);
    await page.clickWithin(OFFER, '入力', gap);
    return await apart();
  };

  it.runIf(name === 'chromium').each([90, 200, 300, 400])('two clicks %i ms apart are one: the code is filled, and the page’s own button is not pressed', async (gap) => {
    while ((await clickTwice(gap)) >= DOUBLE) await freshToken(own, '1188');
    await untilCode(page);
    expect([await sent(), await page.isThere(OFFER)]).toEqual([0, false]);
  });

  it.runIf(name === 'chromium')('Enter that is held down on the offer fills, and does not send the form', async () => {
    await openOffer();
    await page.press('ArrowDown');
    await untilItCounts(page, READING);
    await page.holdKey('Enter', 40);
    await untilCode(page);
    expect(await sent()).toBe(0);
  });
});
