/** The bank in a stranger's page, a stranger in the bank's, and pages without an origin: nothing is filled in any frame. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BESIDE, FRAMES } from '../mock-bank/traps/frames.ts';
import { BROWSERS } from './browser/open.ts';
import { framesDrawn, refusedFrames, valuesInFrames } from './journeys/trap-frames.ts';
import { addressOf, fillFromToolbar, givenTo, openTraps, type TrapScene } from './journeys/traps.ts';

/** On the look-alike host the popup knows no page; in the bank's own it finds no field but in a frame; a page without an origin is nobody's. */
const REFUSED = /^(page-not-listed|page-without-field|page-needs-reload|not-allowed)$/;

describe.each(BROWSERS)('a page in frames in %s', (name) => {
  let scene: TrapScene;

  beforeAll(async () => {
    scene = await openTraps(name);
  });
  afterAll(async () => await scene?.close());

  it.each(FRAMES.map(({ title, address }) => [title, address]))('%s (%s) gets nothing, by a click or by a gesture', async (_title, address) => {
    const trap = FRAMES.find((one) => one.address === address);
    if (!trap) throw new Error('not in the registry');
    const { own } = scene;
    // After a page whose frames have other processes Firefox's driver waits for ever for the tab's next page.
    const page = await scene.stage.newView();
    await page.front();
    await page.go(addressOf(scene.bank, trap));
    await framesDrawn(page);
    // A trap whose frame is refused by a policy is none.
    expect(await refusedFrames(scene.stage, page)).toBe(0);
    // In the middle of the frame, or of the page, where its field may be.
    const middle = await page.run(() => {
      const { left, top, width, height } = (document.querySelector('iframe,object,form') ?? document.body).getBoundingClientRect();
      return { x: left + width / 2, y: top + Math.min(height, 300) / 2 };
    });
    await page.clickAt(middle.x, middle.y);
    const outcome = await fillFromToolbar(scene);
    expect(outcome).toMatch(REFUSED);
    expect(await valuesInFrames(scene.stage, page)).toBe('');
    expect(await givenTo(own)).toBe(0);
    // A refusal is said beside the field, where there is one; an offer is not made.
    expect(await page.run(() => document.querySelectorAll('div[popover=manual]').length)).toBeLessThanOrEqual(outcome === 'not-allowed' ? 1 : 0);
    await page.close();
  });

  it('is what these tests need: the bank\'s own field beside a stranger\'s frame is filled, and only that', async () => {
    const page = await scene.stage.newView();
    await page.front();
    await page.go(addressOf(scene.bank, BESIDE));
    await framesDrawn(page);
    expect(await fillFromToolbar(scene)).toMatch(/^(filled|armed)$/);
    await page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);
    expect(await valuesInFrames(scene.stage, page)).toMatch(/^\d{6}$/);
  });
});
