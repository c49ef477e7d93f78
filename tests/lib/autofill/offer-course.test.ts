// @vitest-environment jsdom
/** What may come of an offer: it goes, it is refused once too often, it is confirmed elsewhere. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Offer } from '../../../lib/messages/protocol.ts';
import { hosts, OFFER, offerPage, wait } from './offer-page.ts';
import { click } from './person.ts';

let page: ReturnType<typeof offerPage>;

beforeEach(() => void (page = offerPage()));
afterEach(() => page.leave());

describe('an offer that goes while its click is looked into', () => {
  it.each<[string, () => void]>([
    ['Escape', () => page.offers.dismiss()],
    ['the cross', () => click(page.button('.plain'))],
    ['the end of the document', () => page.offers.close()],
  ])('by %s, fills nothing and says nothing', async (_, end) => {
    await page.shown();
    await page.press(end);
    expect([page.done, page.offers.open(), hosts().length]).toEqual([[], null, 0]);
  });

  it('stays where the customer only goes on: the click counts', async () => {
    await page.shown();
    await page.press(() => page.offers.leaveAside());
    expect(page.done).toEqual(['fill t into code']);
  });

  it('gives way to what is said of another field', async () => {
    await page.shown();
    await page.press(() => page.offers.say(page.other, 'まもなく', () => undefined));
    expect([page.done, page.card().textContent.includes('まもなく'), document.activeElement]).toEqual([[], true, document.body]);
  });
});

/** An offer that is clicked too soon, so often. */
async function refused(times: number, pause: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await page.shown(0);
    await page.press();
    await wait(pause);
  }
}

describe('a page that has clicks refused', () => {
  it('gets no more offers after the fourth within ten seconds', async () => {
    await refused(3, 0);
    expect(page.offers.isOver()).toBe(false);
    await refused(1, 0);
    expect(page.offers.isOver()).toBe(true);
    page.offers.close();
    page.offers.show(page.field, OFFER, ['current']);
    expect(page.offers.open()).toBeNull();
  });

  it('goes on getting them where they are seldom', async () => {
    await refused(8, 4000);
    expect(page.offers.isOver()).toBe(false);
  });
});

describe('a click that must be confirmed in a window of our own', () => {
  it.each<[string, Partial<Offer>, string]>([
    ['because the bank is set so', { kind: 'window' }, 'outside t'],
    ['because the vault is locked', { locked: true }, 'outside null'],
  ])('%s, opens it at once and closes the card', async (_, over, opened) => {
    await page.shown(0, over);
    click(page.button());
    expect([page.done, page.offers.open()]).toEqual([[opened], null]);
  });

  it('because the browser can not prove what was seen, does so too', async () => {
    vi.stubGlobal('IntersectionObserverEntry', Object);
    await page.shown(0);
    expect(page.button().textContent).toBe('確認して入力する');
    click(page.button());
    expect(page.done).toEqual(['outside t']);
  });

  it('opens nothing for a script', async () => {
    await page.shown(1000, { kind: 'window' });
    page.button().click();
    await wait(600);
    expect([page.done, page.offers.open() === null]).toEqual([[], false]);
  });

  it('breaks nothing where the window can not be opened', async () => {
    page.isFailing = true;
    await page.shown(0, { kind: 'window' });
    click(page.button());
    await wait(0);
    expect(page.done).toEqual(['outside t']);
  });
});
