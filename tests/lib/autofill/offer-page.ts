/** A page with a field for a code, what offers beside it, and a person who clicks. */
import { expect, vi } from 'vitest';
import { Offers } from '../../../lib/autofill/offer.ts';
import { offerWords } from '../../../lib/autofill/offer-words.ts';
import type { Offer } from '../../../lib/messages/protocol.ts';
import { openPage } from '../../pages/open.ts';
import { believePeople, click, point } from './person.ts';
import { openScreen } from './screen.ts';

export const OFFER: Offer = { kind: 'in-page', institution: 'あぶくま信用金庫', language: 'auto', theme: 'auto', locked: false, tokens: [{ id: 't', label: 'SKTS00012345', state: 'ACTIVE' }] };
const REFUSED = '安全を確認できなかったため、入力しませんでした';

export const wait = async (milliseconds: number): Promise<unknown> => await vi.advanceTimersByTimeAsync(milliseconds);

/** Every card that was drawn: their shadow roots are closed to everybody but who makes them. */
export function cardsDrawn(): () => HTMLElement[] {
  const made = vi.spyOn(Element.prototype, 'attachShadow');
  return () => made.mock.results.flatMap(({ value }) => (value instanceof ShadowRoot ? [...value.querySelectorAll<HTMLElement>('.card')] : []));
}

/** The hosts that stand in the page. */
export const hosts = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('html > div')];

const at = (id: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`#${id}`) ?? expect.unreachable();

/** Timers are ours, people are believed, and everything is seen. */
export function offerPage() {
  vi.useFakeTimers();
  const screen = openScreen();
  believePeople();
  const cards = cardsDrawn();
  openPage('<input id="other"><input id="code">');
  for (const left of hosts()) left.remove();
  screen.box = { left: 10, top: 20, width: 240, height: 120 };
  const done: string[] = [];
  const page = { isFailing: false };
  const note = async (what: string): Promise<void> => {
    done.push(what);
    if (page.isFailing) throw new Error('no');
  };
  const offers = new Offers(window, offerWords('ja'), { fill: async (id, field) => note(`fill ${id} into ${field.id}`), outside: async (id) => note(`outside ${id}`) });
  const card = (): HTMLElement => cards().at(-1) ?? expect.unreachable();
  const button = (name = 'button:not(.plain)'): HTMLElement => card().querySelector<HTMLElement>(name) ?? expect.unreachable();
  return Object.assign(page, {
    screen, offers, done, card, button,
    field: at('code'),
    other: at('other'),
    host: () => hosts().at(-1) ?? expect.unreachable(),
    /** An offer that has stood in sight for `milliseconds`. */
    shown: async (milliseconds = 1000, over: Partial<Offer> = {}): Promise<void> => {
      offers.show(at('code'), { ...OFFER, ...over }, ['current']);
      screen.sees(true);
      await wait(milliseconds);
    },
    /** As a person does it, on the button; `during` happens between the click and the moment that follows it. */
    press: async (during: () => void = () => undefined): Promise<void> => {
      point(button());
      click(button());
      during();
      await wait(600);
    },
    isRefused: (): boolean => done.length === 0 && card().textContent.includes(REFUSED),
    leave: (): void => {
      offers.close();
      screen.close();
      vi.useRealTimers();
    },
  });
}
