// @vitest-environment jsdom
/** What may come of an offer: it goes, it is refused once too often, it is confirmed elsewhere. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Offer } from '../../../lib/messages/protocol.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { hosts, OFFER, offerPage, wait } from './offer-page.ts';
import { click } from './person.ts';

let page: ReturnType<typeof offerPage>;

beforeEach(() => void (page = offerPage()));
afterEach(() => page.leave());

describe('an offer that is open', () => {
  it('goes when the customer goes on to something else, or wants none of it', async () => {
    for (const end of [() => page.offers.leaveAside(), () => page.offers.dismiss(), () => click(page.button('.plain'))]) {
      await page.shown();
      expect(hosts().length).toBe(1);
      end();
      expect([page.offers.open(), hosts().length]).toEqual([null, 0]);
    }
  });

  it('is none any more once the page has closed it, and may come again', async () => {
    await page.shown();
    page.host().hidePopover();
    expect([page.offers.asksAbout(page.field), page.offers.open(), hosts().length]).toEqual([false, null, 0]);
    await page.shown();
    expect(page.offers.asksAbout(page.field)).toBe(true);
  });

  it('is open as it stands in a browser without popovers', async () => {
    for (const name of ['showPopover', 'hidePopover']) Reflect.deleteProperty(HTMLElement.prototype, name);
    await page.shown();
    expect(page.offers.open()?.host).toBe(page.host());
  });

  it('asks about its own field, and about no other', async () => {
    await page.shown();
    expect([page.offers.asksAbout(page.field), page.offers.asksAbout(page.other)]).toEqual([true, false]);
  });
});

describe('what is about to happen', () => {
  it('stays said when the customer goes on to something else', () => {
    let back = 0;
    page.offers.say(page.field, 'まもなく', () => back++);
    page.offers.leaveAside();
    expect([back, hosts().length, page.offers.asksAbout(page.field)]).toEqual([0, 1, true]);
  });

  it.each<[string, () => void]>([
    ['by its button', () => click(page.button('.second'))],
    ['by its cross', () => click(page.button('.plain'))],
    ['by Escape', () => page.offers.dismiss()],
  ])('is taken back %s, once', (_, end) => {
    let back = 0;
    page.offers.say(page.field, 'まもなく', () => back++);
    end();
    page.offers.dismiss();
    expect([back, hosts().length]).toEqual([1, 0]);
  });
});

describe('a sentence that asks for nothing', () => {
  it('has no button but its cross', () => {
    page.offers.say(page.field, '有効時間が過ぎました');
    expect([...page.card().querySelectorAll('button')].map(({ className }) => className)).toEqual(['plain']);
  });

  it('goes when the customer goes on to something else', () => {
    page.offers.say(page.field, '有効時間が過ぎました');
    page.offers.leaveAside();
    expect(hosts().length).toBe(0);
  });

  it.each([
    ['what was refused', new Refusal('code-spent'), 'この番号は使用済みです'],
    ['no more than that nothing was filled, of a failure of ours', new TypeError('secret'), '入力できませんでした。ツールバーの鍵札をご覧ください'],
  ])('says %s', (_, failure, said) => {
    page.offers.refuse(page.field, failure);
    expect(page.card().querySelector('.text')?.textContent).toContain(said);
  });
});

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

  it('is not held to account for the second click of two', async () => {
    for (let i = 0; i < 3; i++) {
      await page.shown(0);
      await page.press(() => click(page.button()));
    }
    expect(page.offers.isOver()).toBe(false);
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
