// @vitest-environment jsdom
/** The hand in a bank page: what its offers and sentences lead to. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Hand, newHand } from '../../../lib/autofill/hand.ts';
import { targetsOf } from '../../../lib/autofill/targets.ts';
import { client } from '../../../lib/messages/client.ts';
import type { Offer, PageRequests, Taken } from '../../../lib/messages/protocol.ts';
import { openPage } from '../../pages/open.ts';
import { field, GIVEN, LOGIN, REGISTRATION } from './filling-bank.ts';
import { cardsDrawn, hosts, OFFER, wait } from './offer-page.ts';
import { believePeople, click, point } from './person.ts';
import { openScreen } from './screen.ts';

const WAIT: Taken = { kind: 'wait', milliseconds: 7000 };

let screen: ReturnType<typeof openScreen>;
let cards: () => HTMLElement[];
let asked: unknown[];
let answers: unknown[];
let hand: Hand;

const card = (): HTMLElement => cards().at(-1) ?? expect.unreachable();
const button = (): HTMLElement => card().querySelector<HTMLElement>('button:not(.plain)') ?? expect.unreachable();
const said = (): string | undefined => card().querySelector('.text')?.textContent;

async function send(message: unknown): Promise<unknown> {
  asked.push(message);
  return { ok: true, answer: answers.shift() ?? {} };
}

function arrive(html: string): void {
  openPage(html);
  for (const left of hosts()) left.remove();
  hand = newHand(window, client<PageRequests>(send), { documentName: 'd', roles: () => ['old'], targets: (near) => targetsOf(document, near) });
}

/** A click on the offer, as a person makes it: after having seen it. */
async function choose(over: Partial<Offer> = {}): Promise<void> {
  hand.show(field('c'), { ...OFFER, language: 'ja', ...over });
  screen.sees(true);
  await wait(1000);
  point(button());
  click(button());
  await wait(600);
}

beforeEach(() => {
  vi.useFakeTimers();
  screen = openScreen();
  screen.box = { left: 10, top: 20, width: 240, height: 120 };
  believePeople();
  cards = cardsDrawn();
  [asked, answers] = [[], []];
  arrive(LOGIN);
});
afterEach(() => {
  hand.stop();
  screen.close();
  vi.useRealTimers();
});

describe('an offer in a page', () => {
  it('fills its field when it is clicked, and is gone', async () => {
    answers = [GIVEN];
    await choose();
    expect([field('c').value, hosts()]).toEqual(['123456', []]);
    expect(asked).toMatchObject([{ name: 'take', ask: { tokenId: 't', roles: ['current'], field: 'd-1' } }]);
  });

  it('says what one press fills', () => {
    arrive(REGISTRATION);
    hand.show(field('c'), { ...OFFER, language: 'ja' });
    expect(card().querySelector('.what')?.textContent).toBe('シリアル番号とワンタイムパスワード');
  });

  it('comes also for a field that nothing is known of any more', () => {
    const late = document.createElement('input');
    openPage('<p>残高</p>');
    document.body.append(late);
    hand.show(late, { ...OFFER, language: 'ja' });
    expect(card().querySelector('.what')?.textContent).toBe('');
  });

  it('leads to a window of our own, which is told what the page wants and what was chosen', async () => {
    await choose({ kind: 'window' });
    expect([asked, hosts()]).toEqual([[{ name: 'askOutside', ask: { roles: ['old'], tokenId: 't' } }], []]);
  });

  it('speaks the browser\'s language where none was chosen, also where that is Japanese', () => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('ja-JP');
    hand.show(field('c'), { ...OFFER, language: 'auto' });
    expect(card().lang).toBe('ja');
  });
});

describe('whether the customer was asked', () => {
  it('is told as long as the offer is open', () => {
    expect([hand.bubble(), hand.asksAbout(field('c'))]).toEqual([null, false]);
    for (const end of [() => hand.leaveAside(), () => hand.dismiss(), () => hand.close(), () => hand.leave(), () => hand.stop()]) {
      hand.show(field('c'), OFFER);
      expect([hand.bubble()?.field, hand.asksAbout(field('c'))]).toEqual([field('c'), true]);
      end();
      expect([hand.bubble(), hand.asksAbout(field('c')), hosts()]).toEqual([null, false, []]);
    }
  });

  it('too often, is told for good', async () => {
    expect(hand.isOver()).toBe(false);
    for (let i = 0; i < 4; i++) {
      hand.close();
      hand.show(field('c'), OFFER);
      click(button());
      await wait(600);
    }
    expect(hand.isOver()).toBe(true);
  });
});

describe('a fill that waits for the next code', () => {
  beforeEach(async () => {
    answers = [WAIT, GIVEN];
    await choose();
  });

  it('is announced beside the field, happens, and the announcement goes', async () => {
    expect(said()).toBe('次の番号に変わったら入力します（7秒ほどお待ちください）');
    await wait(6900);
    expect([field('c').value, hosts().length]).toEqual(['', 1]);
    await wait(500);
    expect([field('c').value, hosts().length]).toEqual(['123456', 0]);
  });

  it.each<[string, () => void]>([
    ['its button', () => click(button())],
    ['Escape', () => hand.dismiss()],
    ['the end of the document', () => hand.leave()],
    ['the end of us', () => hand.stop()],
  ])('is taken back by %s', async (_, end) => {
    end();
    await wait(60_000);
    expect([field('c').value, hosts().length, asked.length]).toEqual(['', 0, 1]);
  });

  it('waits on when the customer only goes on', async () => {
    hand.leaveAside();
    expect(hosts().length).toBe(1);
    await wait(7500);
    expect(field('c').value).toBe('123456');
  });
});

describe('a code that was filled', () => {
  beforeEach(async () => {
    answers = [GIVEN];
    await choose();
  });

  it('is taken out when it runs out, and that is said', async () => {
    await wait(20_000);
    expect([field('c').value, said()]).toEqual(['', '有効時間が過ぎたため、入力した番号を消しました。この欄を押すと、もう一度入力できます。']);
  });

  it('stays once its form was sent', async () => {
    hand.sent(field('c').form);
    await wait(20_000);
    expect([field('c').value, hosts()]).toEqual(['123456', []]);
  });

  it('stays once we are gone', async () => {
    hand.stop();
    await wait(20_000);
    expect([field('c').value, vi.getTimerCount()]).toEqual(['123456', 0]);
  });
});
