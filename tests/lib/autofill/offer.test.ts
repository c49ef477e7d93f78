// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { Offers } from '../../../lib/autofill/offer.ts';
import { offerWords } from '../../../lib/autofill/offer-words.ts';
import type { Offer } from '../../../lib/messages/protocol.ts';
import { openPage } from '../../pages/open.ts';

const OFFER: Offer = { kind: 'in-page', institution: 'あぶくま信用金庫', language: 'auto', theme: 'auto', locked: false, tokens: [{ id: 't', label: 'SKTS00012345', state: 'ACTIVE' }] };

const hosts = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('html > div')];
let field: HTMLInputElement;
let offers: Offers;

beforeEach(() => {
  openPage('<input>');
  const input = document.querySelector('input');
  if (!input) throw new Error('no field');
  field = input;
  for (const host of hosts()) host.remove();
  offers = new Offers(window, offerWords('ja'), { fill: async () => undefined, outside: async () => undefined });
});

describe('the offer beside a field', () => {
  it('is opened once, however often the field is clicked', () => {
    offers.show(field, OFFER, ['current']);
    const [first] = hosts();
    offers.show(field, OFFER, ['current']);
    expect([hosts(), offers.asksAbout(field)]).toEqual([[first], true]);
  });

  it('is opened again when the page has taken it away', () => {
    offers.show(field, OFFER, ['current']);
    for (const host of hosts()) host.remove();
    expect([offers.open(), offers.asksAbout(field)]).toEqual([null, false]);
    offers.show(field, OFFER, ['current']);
    expect(hosts().length).toBe(1);
  });

  it('takes the place of a sentence that asks for nothing', () => {
    offers.say(field, '有効時間が過ぎました');
    const [sentence] = hosts();
    expect(offers.asksAbout(field)).toBe(false);
    offers.show(field, OFFER, ['current']);
    expect([hosts().length, hosts()[0] === sentence]).toEqual([1, false]);
  });

  it('leaves alone what can still be taken back', () => {
    offers.say(field, '次の番号に変わったら入力します', () => undefined);
    const [armed] = hosts();
    offers.show(field, OFFER, ['current']);
    expect(hosts()).toEqual([armed]);
  });
});
