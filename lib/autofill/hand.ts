/**
 * What writes into a page: offers and fills. It comes only to a page with a field that wants a code, and knows
 * nothing of how fields are found: the reader tells it.
 */
import type { Role } from '../field-role.ts';
import type { Client } from '../messages/client.ts';
import type { Offer, PageRequests, Reply } from '../messages/protocol.ts';
import { answer } from './answer.ts';
import type { Bubble } from './bubble.ts';
import { fieldKeys } from './field-keys.ts';
import { frameOf } from './fill.ts';
import { Filling, type Notices } from './filling.ts';
import { offerWords, type OfferWords } from './offer-words.ts';
import { Offers } from './offer.ts';
import type { Targets } from './targets.ts';

/** What the reader knows of the page; each call looks afresh. */
export interface Read {
  /** A new UUID: it tells the fields of this document from those of every other. */
  documentName: string;
  roles: () => Role[];
  /** The fields of one gesture; `near` is the field that the user acted on, null for a gesture outside the page. */
  targets: (near: HTMLInputElement | null) => Targets | null;
}

export interface Hand {
  /** The bubble now open, if any. */
  bubble: () => Bubble | null;
  /** The customer was asked about this field already, and has not answered. */
  asksAbout: (field: HTMLInputElement) => boolean;
  /** Too many refused gestures: no more offers in this document. */
  isOver: () => boolean;
  show: (field: HTMLInputElement, offer: Offer) => void;
  /** The customer went on to something else, or wants none of it. */
  leaveAside: () => void;
  dismiss: () => void;
  close: () => void;
  /** Answers the background: `fillNow`. Never rejects. */
  answer: (message: unknown) => Promise<Reply>;
  sent: (form: EventTarget | null) => void;
  leave: () => void;
  stop: () => void;
}

export type NewHand = (view: Window & typeof globalThis, read: Read) => Hand;

function notices(bubbles: Offers, words: OfferWords): Notices {
  return {
    armed: (field, seconds, cancel) => bubbles.say(field, words.armed(seconds), cancel),
    expired: (field) => bubbles.say(field, words.expired),
    refused: (field, refusal) => bubbles.refuse(field, refusal),
    done: () => bubbles.close(),
  };
}

function fillingIn(view: Window, ask: Client<PageRequests>, read: Read, said: Notices): Filling {
  const later = (milliseconds: number, act: () => void): (() => void) => {
    const timer = view.setTimeout(act, milliseconds);
    return () => view.clearTimeout(timer);
  };
  return new Filling({ targets: read.targets, ask, keys: fieldKeys(read.documentName), frame: frameOf(view), later, notices: said });
}

/** `ask` is the hand's own: a refusal must be of the class that this script knows. */
export function newHand(view: Window & typeof globalThis, ask: Client<PageRequests>, read: Read): Hand {
  // One object for all that speaks here: the customer may choose another language, or theme, while the page is open.
  const words: OfferWords = { ...offerWords(view.navigator.language) };
  const speak = (language: string): void => void Object.assign(words, offerWords(language === 'auto' ? view.navigator.language : language));
  const bubbles = new Offers(view, words, {
    fill: (tokenId, field) => fills.fill(tokenId, field),
    outside: (tokenId) => ask('askOutside', { roles: read.roles(), tokenId }),
  });
  const fills = fillingIn(view, ask, read, notices(bubbles, words));
  return {
    bubble: () => bubbles.open(),
    asksAbout: (field) => bubbles.asksAbout(field),
    isOver: () => bubbles.isOver(),
    show: (field, offer) => {
      speak(offer.language);
      bubbles.wear(offer.theme);
      bubbles.show(field, offer, read.targets(field)?.roles ?? []);
    },
    leaveAside: () => bubbles.leaveAside(),
    dismiss: () => bubbles.dismiss(),
    close: () => bubbles.close(),
    answer: (message) =>
      answer((tokenId, language, theme) => {
        speak(language);
        bubbles.wear(theme);
        return fills.fill(tokenId, null);
      }, message),
    sent: (form) => fills.sent(form),
    leave: () => {
      fills.leave();
      bubbles.close();
    },
    stop: () => {
      fills.stop();
      bubbles.close();
    },
  };
}
