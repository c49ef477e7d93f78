/** The offer's own style in a real browser: light or dark by the customer's choice, by the browser's where there is none. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OFFER_STYLE } from '../../lib/autofill/offer-style.ts';
import { BROWSERS } from './browser/open.ts';
import { openPlain, type PlainBrowser } from './browser/plain.ts';

const LIGHT = { paper: 'rgb(255, 255, 255)', button: 'rgb(20, 83, 45)' };
const DARK = { paper: 'rgb(28, 35, 45)', button: 'rgb(134, 214, 164)' };

/** In a page: the colours of a card that wears this theme. */
function colours(given: string): { paper: string; button: string } {
  const { style, theme }: { style: string; theme: string } = JSON.parse(given);
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const card = document.createElement('div');
  card.className = `card ${theme}`;
  const button = document.createElement('button');
  card.append(button);
  root.append(card);
  host.popover = 'manual';
  document.documentElement.append(host);
  host.showPopover();
  const seen = { paper: getComputedStyle(card).backgroundColor, button: getComputedStyle(button).backgroundColor };
  host.remove();
  return seen;
}

describe.each(BROWSERS)('the offer’s style in %s', (name) => {
  let plain: PlainBrowser;

  beforeAll(async () => {
    plain = await openPlain(name);
  });
  afterAll(async () => await plain?.close());

  // The page has a scheme of its own, and may say another than the customer's.
  it.each(['light', 'dark', 'normal'])('goes by the customer’s choice on a page whose own scheme is %s', async (scheme) => {
    const view = await plain.newView();
    await view.go(`data:text/html,<html style="color-scheme:${scheme}">`);
    const worn = (theme: string): Promise<unknown> => view.run(colours, JSON.stringify({ style: OFFER_STYLE, theme }));
    const browserIsDark = await view.run(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect([await worn('light'), await worn('dark'), await worn('')]).toEqual([LIGHT, DARK, browserIsDark ? DARK : LIGHT]);
    await view.close();
  });
});
