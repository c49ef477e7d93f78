/** What stands in the bubble: an offer with one button per token, or one sentence. */
import type { Role } from '../field-role.ts';
import type { Offer } from '../messages/protocol.ts';
import type { OfferWords } from './offer-words.ts';

type Press = (event: MouseEvent) => void;

function part(document: Document, name: string, className: string, ...inside: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.append(...inside);
  return element;
}

function button(document: Document, words: string, press: Press, className = ''): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.append(words);
  element.addEventListener('click', press);
  return element;
}

function frame(document: Document, words: OfferWords, title: string, close: Press, ...rest: Node[]): HTMLElement {
  const cross = button(document, '×', close, 'plain');
  cross.setAttribute('aria-label', words.close);
  const names = [part(document, 'span', 'brand', words.name), part(document, 'span', 'bank', title)];
  const head = part(document, 'div', 'head', ...names, cross);
  const card = part(document, 'div', 'card', head, ...rest);
  card.setAttribute('role', 'group');
  card.setAttribute('aria-label', `${words.name} ${title}`.trim());
  card.lang = words.name === 'Kagifuda' ? 'en' : 'ja';
  return card;
}

function spoken(document: Document, text: string): HTMLElement {
  const element = part(document, 'span', 'spoken', text);
  element.setAttribute('role', 'status');
  return element;
}

interface Presses {
  choose: (tokenId: string, event: MouseEvent) => void;
  /** The token that was chosen; null while locked. */
  outside: (tokenId: string | null, event: MouseEvent) => void;
  close: Press;
}

/** What the card is about, besides the offer itself. */
interface About {
  /** What one press fills. */
  roles: Role[];
  /** The click must be confirmed in a window of our own. */
  outside: boolean;
}

export function offerCard(document: Document, words: OfferWords, offer: Offer, { roles, outside }: About, on: Presses): HTMLElement {
  const row = (text: string, action: HTMLElement): HTMLElement =>
    part(document, 'div', 'row', part(document, 'span', 'token', text), action);
  const rows = offer.locked
    ? [row(words.locked, button(document, words.unlock, (event) => on.outside(null, event)))]
    : offer.tokens.map(({ id, label, state }, _, all) => {
        const called = label || words.unnamed;
        const press: Press = (event) => (outside ? on.outside(id, event) : on.choose(id, event));
        const action = button(document, outside ? words.confirm : words.fill, press);
        action.setAttribute('aria-label', words.fillWith(called));
        // Of one token nobody asks which.
        return row(all.length > 1 ? words.withState(called, state) : called, action);
      });
  const said = offer.locked ? words.locked : words.spoken(words.what(roles));
  const what = offer.locked ? [] : [part(document, 'p', 'what', words.what(roles))];
  return frame(document, words, offer.institution, on.close, ...what, ...rows, spoken(document, said));
}

/** One sentence, with a way to take back what is about to happen. */
export function noticeCard(document: Document, words: OfferWords, text: string, close: Press, cancel?: Press): HTMLElement {
  const sentence = part(document, 'p', 'text', text);
  sentence.setAttribute('role', 'status');
  const row = part(document, 'div', 'row', sentence);
  if (cancel) row.append(button(document, words.cancel, cancel, 'second'));
  return frame(document, words, '', close, row);
}
