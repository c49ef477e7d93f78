/** One document of a bank, from its first look to its end: binds what is found, what the user does and what is filled. */
import type { Client } from '../messages/client.ts';
import type { PageRequests } from '../messages/protocol.ts';
import { answer, type Reply } from './answer.ts';
import { fieldKeys } from './field-keys.ts';
import { Filling, type Notices } from './filling.ts';
import { frameOf } from './fill.ts';
import { lookout, quietly, type Lookout } from './lookout.ts';
import { Offers } from './offer.ts';
import { offerWords, type OfferWords } from './offer-words.ts';
import { shadowOf } from './text.ts';
import { listen } from './user-acts.ts';
import { watch } from './watch.ts';

export interface Visit {
  answer: (message: unknown) => Promise<Reply>;
  stop: () => void;
}

function notices(bubbles: Offers, words: OfferWords): Notices {
  return {
    armed: (field, seconds, cancel) => bubbles.say(field, words.armed(seconds), cancel),
    expired: (field) => bubbles.say(field, words.expired),
    refused: (field, refusal) => bubbles.refuse(field, refusal),
    done: () => bubbles.close(),
  };
}

function fillingIn(view: Window, ask: Client<PageRequests>, documentName: string, said: Notices): Filling {
  const later = (milliseconds: number, act: () => void): (() => void) => {
    const timer = view.setTimeout(act, milliseconds);
    return () => view.clearTimeout(timer);
  };
  return new Filling({ document: view.document, ask, keys: fieldKeys(documentName), frame: frameOf(view), later, notices: said });
}

/** While the background was asked, the user may have gone on to another field. */
function isLeft(field: HTMLInputElement): boolean {
  const active = (shadowOf(field) ?? field.ownerDocument).activeElement;
  return !field.isConnected || (active !== field && active?.nodeName === 'INPUT');
}

async function openOffer(field: HTMLInputElement, look: Lookout, bubbles: Offers, ask: Client<PageRequests>): Promise<void> {
  if (bubbles.isOver() || bubbles.open()?.field === field) return;
  const offer = await ask('arrive', { roles: look.roles() });
  const isEmpty = offer.kind === 'none' || (!offer.locked && offer.tokens.length === 0);
  if (!isEmpty && !isLeft(field)) bubbles.show(field, offer);
}

/** Ours came and went: no reason to look again. The page's own popovers hold no fields either. */
const isBubble = (node: Node): boolean => node instanceof HTMLDivElement && node.popover === 'manual' && node.childElementCount === 0;

/** @param documentName a new UUID: it tells the fields of this document from those of every other */
export function visit(view: Window & typeof globalThis, ask: Client<PageRequests>, documentName: string): Visit {
  const { document } = view;
  const words = offerWords(view.navigator.language);
  const bubbles = new Offers(view, words, {
    fill: (tokenId, field) => fills.fill(tokenId, field),
    outside: () => ask('askOutside', { roles: look.roles() }),
  });
  const fills = fillingIn(view, ask, documentName, notices(bubbles, words));
  const look = lookout(document, ask, (findings) => {
    watching.follow(findings.map(({ element }) => element));
    if (bubbles.open()?.field.isConnected === false) bubbles.close();
  });
  const watching = watch(document, look.scan, isBubble);
  const isOffered = (field: HTMLInputElement): boolean => {
    if (!look.findings().some(({ element }) => element === field)) look.scan();
    return look.findings().some(({ element, confidence }) => element === field && confidence === 'offer');
  };
  const open = (field: HTMLInputElement): void => quietly(openOffer(field, look, bubbles, ask));
  const leave = (): void => {
    fills.leave();
    bubbles.close();
  };
  const deaf = listen(view, {
    isOffered,
    open,
    leave,
    bubble: () => bubbles.open(),
    close: () => bubbles.close(),
    sent: (form) => fills.sent(form),
    back: look.returned,
  });
  look.scan();

  return {
    answer: (message) => answer({ fillNow: ({ tokenId }) => fills.fill(tokenId, null), whatFields: async () => ({ roles: look.afresh() }) }, message),
    stop: () => {
      deaf();
      watching.stop();
      fills.stop();
      bubbles.close();
    },
  };
}
