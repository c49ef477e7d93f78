// @vitest-environment jsdom
/** A click on the offer: what it must have proven before anything is filled, and what becomes of the card meanwhile. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hosts, offerPage, wait } from './offer-page.ts';
import { click, keyDown, keyUp, point } from './person.ts';

let page: ReturnType<typeof offerPage>;

beforeEach(() => void (page = offerPage()));
afterEach(() => page.leave());

describe('a click that a person meant', () => {
  it('fills the field from the token, once the second click of two would have come', async () => {
    await page.shown();
    point(page.button());
    click(page.button());
    await wait(499);
    expect([page.done, page.host().isConnected, page.button().ariaBusy]).toEqual([[], true, 'true']);
    await wait(1);
    expect([page.done, page.offers.open(), hosts().length]).toEqual([['fill t into code'], null, 0]);
  });

  it('leaves the focus on the field, without the page being scrolled to it', async () => {
    await page.shown();
    const focus = vi.spyOn(page.field, 'focus');
    await page.press();
    expect([document.activeElement, focus.mock.calls]).toEqual([page.field, [[{ preventScroll: true }]]]);
  });

  it('counts once, however often it is repeated meanwhile', async () => {
    await page.shown();
    await page.press(() => click(page.button()));
    expect(page.done).toEqual(['fill t into code']);
  });

  it('on an offer that has stood in sight for half a second, fills', async () => {
    await page.shown(500);
    await page.press();
    expect(page.done).toEqual(['fill t into code']);
  });

  it('by Enter, fills when the key is up again', async () => {
    await page.shown();
    keyDown(page.button(), 'Enter');
    click(page.button());
    await wait(2000);
    expect([page.done, page.host().isConnected]).toEqual([[], true]);
    keyUp(page.button(), 'Enter');
    await wait(0);
    expect(page.done).toEqual(['fill t into code']);
  });

  it('may be followed by another offer for the field, and another click, as often as the customer likes', async () => {
    for (let i = 0; i < 5; i++) {
      await page.shown();
      await page.press();
    }
    expect([page.done.length, page.offers.isOver()]).toEqual([5, false]);
  });

  it('that can not be carried out breaks nothing: whoever fills has said why', async () => {
    page.isFailing = true;
    await page.shown();
    await page.press();
    expect([page.done, page.offers.isOver(), page.offers.open()]).toEqual([['fill t into code'], false, null]);
  });
});

describe('a click is refused', () => {
  it('that a script made', async () => {
    await page.shown();
    point(page.button());
    page.button().click();
    await wait(600);
    expect([page.isRefused(), document.activeElement]).toEqual([true, page.field]);
  });

  it.each([
    ['on an offer that has not been there for long enough', 499],
    ['on one that has just come', 0],
  ])('%s', async (_, milliseconds) => {
    await page.shown(milliseconds);
    await page.press();
    expect(page.isRefused()).toBe(true);
  });

  it('while the card is covered', async () => {
    await page.shown();
    page.screen.sees(false);
    await page.press();
    expect(page.isRefused()).toBe(true);
  });

  it.each<[string, () => void]>([
    ['in a frame of another page', () => void vi.stubGlobal('top', {})],
    ['in a window without the focus', () => void vi.spyOn(document, 'hasFocus').mockReturnValue(false)],
    ['while something fills the whole screen', () => void Reflect.set(document, 'fullscreenElement', page.field)],
    ['on a card that was moved to another place in the page', () => document.body.append(page.host())],
    ['on a card that the page has styled', () => page.host().setAttribute('style', 'opacity: 0.01')],
  ])('%s', async (_, change) => {
    await page.shown();
    change();
    await page.press();
    expect(page.isRefused()).toBe(true);
  });

  it('while the page shows one picture of itself over another', async () => {
    await page.shown();
    page.screen.inTransition = () => true;
    await page.press();
    expect(page.isRefused()).toBe(true);
  });

  it('not by a browser that knows no such pictures', async () => {
    await page.shown();
    page.screen.inTransition = () => {
      throw new SyntaxError('unknown pseudo-class');
    };
    await page.press();
    expect(page.done).toEqual(['fill t into code']);
  });

  it.each<[string, () => void, () => void]>([
    ['in a window that has the focus only after it', () => void vi.spyOn(document, 'hasFocus').mockReturnValue(false), () => void vi.spyOn(document, 'hasFocus').mockReturnValue(true)],
    ['while something fills the whole screen that is gone after it', () => void Reflect.set(document, 'fullscreenElement', page.field), () => void Reflect.set(document, 'fullscreenElement', null)],
  ])('%s', async (_, before, after) => {
    await page.shown();
    before();
    await page.press(after);
    expect(page.isRefused()).toBe(true);
  });

  it.each<[string, () => void]>([
    ['when a cover comes back after it', () => page.screen.sees(false)],
    ['when a cover came back for a moment only', () => (page.screen.sees(false), page.screen.sees(true))],
    ['when the card moves after it', () => void (page.screen.box = { ...page.screen.box, top: 200 })],
    ['when the page changes the card after it', () => page.host().setAttribute('class', 'x')],
  ])('%s', async (_, change) => {
    await page.shown();
    await page.press(change);
    expect(page.isRefused()).toBe(true);
  });
});

describe('a page that makes the moment after a click longer', () => {
  it.each<[string, () => void]>([
    ['gains no sight by it', () => (page.screen.sees(false), page.screen.sees(true))],
    ['gains no rest by it', () => void (page.screen.box = { ...page.screen.box, top: 200 })],
  ])('%s', async (_, change) => {
    const inTime = window.setTimeout;
    vi.stubGlobal('setTimeout', (act: () => void, milliseconds: number) => inTime(act, milliseconds + 400));
    await page.shown();
    await page.press(change);
    await wait(1000);
    expect(page.isRefused()).toBe(true);
  });
});
