// @vitest-environment jsdom
/** What the reader makes of a person's acts: when an offer is asked for, and what it tells the hand. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NewHand, Read } from '../../../lib/autofill/hand.ts';
import { newReader, type Reader } from '../../../lib/autofill/reader.ts';
import { client } from '../../../lib/messages/client.ts';
import type { Offer, PageRequests } from '../../../lib/messages/protocol.ts';
import { openPage } from '../../pages/open.ts';
import { field } from './filling-bank.ts';
import { type HandState, notingHand } from './noting-hand.ts';
import { hosts, OFFER } from './offer-page.ts';
import { believePeople, keyDown, keyUp, point } from './person.ts';
import { openScreen } from './screen.ts';

const CODE = '<form><table><tr><th>ワンタイムパスワード</th><td><input id="c" maxlength="6"></td></tr></table></form>';
/** Found, and asked for too vaguely to be offered in the page. */
const VAGUE = '<h2>二要素認証</h2><label for="v">コード</label><input id="v">';
const PLAIN = '<p>お名前 <input id="n"></p><p id="p">残高 <button id="b">照会</button></p>';

let screen: ReturnType<typeof openScreen>;
let asked: unknown[];
/** What the hand was told. */
let told: string[];
let offer: Offer;
/** What fetches the hand: made, none, or a failure. */
let fetch: 'made' | 'none' | 'failed';
let fetched: number;
let state: HandState;
/** What the hand was given to read the page by. */
let given: Read | null;
let errors: string[];
let reader: Reader | null = null;

async function bring(): Promise<NewHand | null> {
  fetched++;
  if (fetch === 'failed') throw new Error('no');
  if (fetch === 'none') return null;
  return (_view, read) => {
    given = read;
    return notingHand(() => state, (what) => void told.push(what));
  };
}

async function send(message: unknown): Promise<unknown> {
  asked.push(message);
  return { ok: true, answer: offer };
}

const settle = async (milliseconds = 0): Promise<unknown> => await vi.advanceTimersByTimeAsync(milliseconds);
const failed = ({ message }: ErrorEvent): void => void errors.push(message);

/** The page, read by a new reader, once the background has answered; at first it has nothing to offer. */
async function arrive(html = CODE + VAGUE + PLAIN): Promise<void> {
  reader?.stop();
  openPage(html);
  offer = { ...OFFER, kind: 'none' };
  reader = newReader(window, client<PageRequests>(send), 'd', bring);
  await settle();
  [offer, asked] = [OFFER, []];
}

/** What the hand was told of `act`, until so many milliseconds after it. */
async function after(act: () => void, milliseconds = 0): Promise<string[]> {
  told = [];
  act();
  await settle(milliseconds);
  return told;
}

const pointed = async (id: string): Promise<string[]> => await after(() => point(field(id)));

beforeEach(async () => {
  vi.useFakeTimers();
  screen = openScreen();
  believePeople();
  [asked, told, errors, fetched, fetch] = [[], [], [], 0, 'made'];
  state = { bubble: null, asksAbout: null, isOver: false };
  window.addEventListener('error', failed);
  for (const left of hosts()) left.remove();
  await arrive();
});
afterEach(() => {
  reader?.stop();
  reader = null;
  window.removeEventListener('error', failed);
  screen.close();
  vi.useRealTimers();
  expect(errors).toEqual([]);
});

/** A bubble that is open beside a field. */
function opened(beside: HTMLInputElement): void {
  const { body: host } = document.implementation.createHTMLDocument();
  state.bubble = Object.assign(Object.create(null), { host, field: beside });
}

describe('an offer', () => {
  it('is asked for, with what the page wants, when a person comes to a field that wants a code', async () => {
    expect(await pointed('c')).toEqual(['show in-page at c']);
    expect(asked).toEqual([{ name: 'arrive', ask: { roles: ['current'], acted: true } }]);
    expect(await after(() => keyUp(field('c'), 'Tab'))).toEqual(['show in-page at c']);
  });

  it.each([['that wants something else', 'n'], ['that may want one', 'v']])('is not asked for at a field %s', async (_, id) => {
    expect([await pointed(id), asked]).toEqual([[], []]);
  });

  it('costs a page that is known no other look', async () => {
    const looked = vi.spyOn(Document.prototype, 'querySelectorAll');
    expect(await pointed('c')).toEqual(['show in-page at c']);
    expect(looked).not.toHaveBeenCalled();
  });

  it('is asked for at a field that came since the last look, beside another', async () => {
    await arrive(CODE.replace('"c"', '"d"'));
    document.body.insertAdjacentHTML('beforeend', CODE);
    expect(await pointed('c')).toEqual(['show in-page at c']);
  });

  it('is asked for at the second field too', async () => {
    await arrive(CODE + CODE.replace('"c"', '"d"'));
    expect(await pointed('d')).toEqual(['show in-page at d']);
  });

  it.each<[string, Partial<Offer>, string[]]>([
    ['not shown where there is none', { kind: 'none' }, []],
    ['not shown where there is none, though tokens were told', { kind: 'none', locked: true }, []],
    ['not shown without a token', { tokens: [] }, []],
    ['shown where the vault is locked: its tokens are not known', { tokens: [], locked: true }, ['show in-page at c']],
    ['shown where it leads to a window', { kind: 'window' }, ['show window at c']],
  ])('is %s', async (_, over, shown) => {
    offer = { ...OFFER, ...over };
    expect(await pointed('c')).toEqual(shown);
  });

  it('is not asked for again while the customer is asked, nor where they were asked too often', async () => {
    await pointed('c');
    state.asksAbout = field('c');
    asked = [];
    expect([await pointed('c'), asked]).toEqual([['leaveAside'], []]);
    state = { ...state, asksAbout: null, isOver: true };
    expect([await pointed('c'), asked]).toEqual([['leaveAside'], []]);
  });
});

describe('an offer that comes late', () => {
  it.each<[string, () => void, string[]]>([
    ['is shown where the customer is still at the field', () => field('c').focus(), ['show in-page at c']],
    ['is shown where they are at no other field', () => document.querySelector<HTMLElement>('#b')?.focus(), ['show in-page at c']],
    ['is not shown where they are at another field', () => field('n').focus(), []],
    ['is not shown where the field is gone', () => field('c').remove(), []],
  ])('%s', async (_, meanwhile, shown) => {
    expect(await after(() => (point(field('c')), meanwhile()))).toEqual(shown);
  });

  it('is told by its own shadow root where the customer is', async () => {
    await arrive('<bank-form></bank-form>');
    const host = document.querySelector('bank-form') ?? expect.unreachable();
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = CODE + PLAIN;
    const [code, name] = root.querySelectorAll('input');
    expect(await after(() => (point(code ?? expect.unreachable()), name?.focus()))).toEqual([]);
    expect(await after(() => (point(code ?? expect.unreachable()), code?.focus()))).toEqual(['leaveAside', 'show in-page at c']);
  });
});

describe('the field that a person came to before the reader', () => {
  it('is offered, if it wants a code and they are still there', async () => {
    expect(await after(() => reader?.came(field('c')))).toEqual(['show in-page at c']);
    expect(await after(() => reader?.came(field('n')))).toEqual([]);
    field('n').focus();
    expect(await after(() => reader?.came(field('c')))).toEqual([]);
    expect(asked.length).toBe(1);
  });
});

describe('the hand', () => {
  it('is fetched at the first offer, and once for all', async () => {
    expect(fetched).toBe(0);
    await after(() => (point(field('c')), point(field('c'))));
    expect(fetched).toBe(1);
  });

  it('is fetched before any act where the background has something to offer', async () => {
    await arrive(PLAIN);
    document.body.insertAdjacentHTML('beforeend', CODE);
    await settle(300);
    expect([asked, fetched, told]).toEqual([[{ name: 'arrive', ask: { roles: ['current'], acted: false } }], 1, []]);
  });

  it.each(['none', 'failed'] as const)('is fetched again at the next gesture where it could not be had (%s)', async (how) => {
    fetch = how;
    expect([await pointed('c'), fetched]).toEqual([[], 1]);
    expect(await reader?.answer({ name: 'fillNow', ask: { tokenId: 't' } })).toEqual({ ok: false, reason: 'page-needs-reload' });
    expect(await reader?.answer({ name: 'whatFields', ask: {} })).toEqual({ ok: true, answer: { roles: ['current'], offersOver: false } });
    fetch = 'made';
    expect([await pointed('c'), fetched]).toEqual([['show in-page at c'], 3]);
  });

  it('can ask what the page wants now, and where', async () => {
    await pointed('c');
    const where = given?.targets(field('c'));
    expect([given?.documentName, given?.roles(), where?.first, where?.roles]).toEqual(['d', ['current'], field('c'), ['current']]);
  });

  it('answers what is asked of the page from outside, but what fields it has', async () => {
    expect(await reader?.answer({ name: 'fillNow', ask: { tokenId: 't' } })).toEqual({ ok: true, answer: 'by hand' });
    state.isOver = true;
    expect(await reader?.answer({ name: 'whatFields', ask: {} })).toEqual({ ok: true, answer: { roles: ['current'], offersOver: true } });
  });
});

/** Acts that are none of a field's. */
const ACTS: [string, () => void, string[]][] = [
  ['that Escape was pressed', () => keyDown(document.body, 'Escape'), ['dismiss']],
  ['that something else was pressed', () => point(document.body), ['leaveAside']],
  ['that a form was sent', () => field('c').form?.dispatchEvent(new Event('submit', { bubbles: true })), ['sent form']],
  ['that the document is left', () => window.dispatchEvent(new PageTransitionEvent('pagehide')), ['leave']],
];

describe('the hand is told', () => {
  it.each(ACTS)('%s', async (_, happen, what) => {
    await pointed('c');
    opened(field('c'));
    expect(await after(happen)).toEqual(what);
  });

  it.each(ACTS)('nothing where there is none yet: %s', async (_, happen) => {
    expect(await after(happen)).toEqual([]);
  });

  it('to close what stands beside a field that is gone, and nothing else', async () => {
    await pointed('c');
    expect(await after(() => document.body.append('text'), 300)).toEqual([]);
    opened(field('c'));
    expect(await after(() => document.body.append('text'), 300)).toEqual([]);
    expect(await after(() => field('c').remove(), 300)).toEqual(['close']);
  });

  it('that all is over, and nothing after it', async () => {
    await pointed('c');
    expect(await after(() => reader?.stop())).toEqual(['stop']);
    expect(await pointed('c')).toEqual([]);
    document.querySelector('form')?.remove();
    asked = [];
    await settle(300);
    expect(asked).toEqual([]);
  });
});
