/** What reads a page, from its first look to its end: what is found, what the user does, and the hand that is brought for it. */
import type { Client } from '../messages/client.ts';
import type { PageRequests, Reply } from '../messages/protocol.ts';
import { member } from '../parse.ts';
import type { Hand, NewHand, Read } from './hand.ts';
import { lookout, quietly, type Lookout } from './lookout.ts';
import { targetsOf } from './targets.ts';
import { shadowOf } from './text.ts';
import { listen } from './user-acts.ts';
import { watch } from './watch.ts';

export interface Reader {
  /** The customer came to this field by an act of their own, before we were here. */
  came: (field: HTMLInputElement) => void;
  answer: (message: unknown) => Promise<Reply>;
  stop: () => void;
}

/** While the background was asked, the user may have gone on to another field. */
function isLeft(field: HTMLInputElement): boolean {
  const active = (shadowOf(field) ?? field.ownerDocument).activeElement;
  return !field.isConnected || (active !== field && active?.nodeName === 'INPUT');
}

/** Ours came and went: no reason to look again. The page's own popovers hold no fields either. */
const isBubble = (node: Node): boolean => node instanceof HTMLDivElement && node.popover === 'manual' && node.childElementCount === 0;

/** The hand of this document: asked for once, made once. */
function handFor(view: Window & typeof globalThis, read: Read, bring: () => Promise<NewHand | null>) {
  let hand: Hand | null = null;
  let coming: Promise<Hand | null> | null = null;
  const fetched = async (): Promise<Hand | null> => {
    const make = await bring();
    hand ??= make && make(view, read);
    return hand;
  };
  return {
    now: () => hand,
    // A failure is not kept: the next gesture asks again.
    ready: (): Promise<Hand | null> => (coming ??= fetched().finally(() => (coming = null))),
  };
}

type Hands = ReturnType<typeof handFor>;

async function openOffer(field: HTMLInputElement, look: Lookout, hands: Hands, ask: Client<PageRequests>): Promise<void> {
  if (hands.now()?.isOver() || hands.now()?.asksAbout(field)) return;
  const offer = await ask('arrive', { roles: look.roles(), acted: true });
  if (offer.kind === 'none' || (!offer.locked && offer.tokens.length === 0)) return;
  const hand = await hands.ready();
  if (!isLeft(field)) hand?.show(field, offer);
}

/** A field that came since the last look is looked for. */
function isOffered(field: HTMLInputElement, look: Lookout): boolean {
  if (!look.findings().some(({ element }) => element === field)) look.scan();
  return look.findings().some(({ element, confidence }) => element === field && confidence === 'offer');
}

/**
 * @param documentName a new UUID: it tells the fields of this document from those of every other
 * @param bring fetches what offers and fills; null when it can't be had
 */
export function newReader(
  view: Window & typeof globalThis,
  ask: Client<PageRequests>,
  documentName: string,
  bring: () => Promise<NewHand | null>,
): Reader {
  const { document } = view;
  const hands = handFor(view, { documentName, roles: () => look.roles(), targets: (near) => targetsOf(document, near) }, bring);
  const look = lookout(document, ask, {
    seen: (findings) => {
      watching.follow(findings.map(({ element }) => element));
      if (hands.now()?.bubble()?.field.isConnected === false) hands.now()?.close();
    },
    // It is there before the customer points at the field.
    offered: () => quietly(hands.ready()),
  });
  const watching = watch(document, look.scan, isBubble);
  const open = (field: HTMLInputElement): void => quietly(openOffer(field, look, hands, ask));
  const deaf = listen(view, {
    isOffered: (field) => isOffered(field, look),
    open,
    leave: () => hands.now()?.leave(),
    bubble: () => hands.now()?.bubble() ?? null,
    leaveAside: () => hands.now()?.leaveAside(),
    dismiss: () => hands.now()?.dismiss(),
    sent: (form) => hands.now()?.sent(form),
    back: look.returned,
  });
  look.scan();

  return {
    came: (field) => (isLeft(field) || !isOffered(field, look) ? undefined : open(field)),
    answer: async (message) => {
      if (member(message, 'name') === 'whatFields') return { ok: true, answer: { roles: look.afresh(), offersOver: hands.now()?.isOver() ?? false } };
      const hand = await hands.ready().catch(() => null);
      return hand ? await hand.answer(message) : { ok: false, reason: 'page-needs-reload' };
    },
    stop: () => {
      deaf();
      watching.stop();
      hands.now()?.stop();
    },
  };
}
