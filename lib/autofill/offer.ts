/** The in-page offer: opened by the user's own act on a found field, closed as soon as it isn't needed. */
import type { Role } from '../field-role.ts';
import type { Offer } from '../messages/protocol.ts';
import { Refusal } from '../refusal.ts';
import { openBubble, type Bubble } from './bubble.ts';
import { noticeCard, offerCard } from './card.ts';
import { canProveSight } from './evidence.ts';
import { AFTER, mayFill, patience, STILL, type Conditions } from './may-fill.ts';
import { refusalWords, type OfferWords } from './offer-words.ts';

interface OfferActs {
  /** The click counts: fill `field` from this token. */
  fill: (tokenId: string, field: HTMLInputElement) => Promise<unknown>;
  /** The click must be confirmed in a window of our own, or the vault unlocked. */
  outside: (tokenId: string | null) => Promise<unknown>;
}

function conditions({ isInPlace, isOpen, evidence }: Bubble, trusted: boolean, view: Window): Conditions {
  const { document } = view;
  const root = document.documentElement;
  let viewTransition = false;
  try {
    viewTransition = root.matches(':active-view-transition');
  } catch {
    // Unknown to this browser: it has no view transitions.
  }
  return {
    trusted,
    topFrame: view.top === view.self,
    focused: document.hasFocus(),
    inPlace: isInPlace(),
    open: isOpen(),
    stillFor: evidence.stillFor(),
    visibleFor: evidence.visibleFor(),
    viewTransition,
    fullScreen: document.fullscreenElement !== null,
  };
}

/** A browser without popovers shows the host as it is. */
const isThere = ({ host, isOpen }: Bubble): boolean => host.isConnected && (isOpen() || !('showPopover' in host));

const pause = (view: Window, milliseconds: number): Promise<void> =>
  new Promise((resolve) => view.setTimeout(resolve, milliseconds));

/**
 * So long after a click the card stands where it was: the second click of two that were meant as one lands on it, and not on
 * the page's button below. As systems have it for a double click, milliseconds.
 */
const DOUBLE = 500;

/** Twice: at the click, and a moment after, when a cover whipped away for the click would be back. */
async function isProven(bubble: Bubble, trusted: boolean, view: Window): Promise<boolean> {
  if (!mayFill(conditions(bubble, trusted, view))) return false;
  await pause(view, AFTER);
  const after = conditions(bubble, trusted, view);
  return mayFill(after) && after.visibleFor >= STILL + AFTER && after.stillFor >= STILL + AFTER;
}

export class Offers {
  readonly #view: Window & typeof globalThis;
  readonly #words: OfferWords;
  readonly #acts: OfferActs;
  readonly #nerves = patience();
  #bubble: Bubble | null = null;
  /** Takes back what the open sentence announces. */
  #cancel: (() => void) | null = null;
  /** A click on this one is being looked into: those that follow it there are not others. */
  #deciding: Bubble | null = null;
  /** Something to answer: an offer, or what is about to happen. A mere sentence gives way to the next offer. */
  #asks = false;
  #theme = '';

  constructor(view: Window & typeof globalThis, words: OfferWords, acts: OfferActs) {
    this.#view = view;
    this.#words = words;
    this.#acts = acts;
  }

  /** The bubble now open, if any: what the page took away or closed is none, and may be opened again. */
  open(): Bubble | null {
    if (this.#bubble && !isThere(this.#bubble)) this.close();
    return this.#bubble;
  }

  /** Whether the customer was asked about this field already, and has not answered. */
  asksAbout(field: HTMLInputElement): boolean {
    return this.open()?.field === field && this.#asks;
  }

  /** Too many refused gestures: quiet for the life of this document. */
  isOver(): boolean {
    return this.#nerves.isOver();
  }

  close(): void {
    this.#bubble?.close();
    this.#bubble = null;
    this.#cancel = null;
  }

  /** The customer went on to something else: what is about to happen stays said, all else goes. */
  leaveAside(): void {
    if (!this.#cancel && (!this.#bubble || this.#deciding !== this.#bubble)) this.close();
  }

  /** The customer wants none of it. */
  dismiss(): void {
    this.#cancel?.();
    this.close();
  }

  /** From the next card on. Anything but a choice: as the browser has it. */
  wear(theme: string): void {
    this.#theme = theme === 'light' || theme === 'dark' ? theme : '';
  }

  /** @param roles what one press fills */
  show(field: HTMLInputElement, offer: Offer, roles: Role[]): void {
    if (this.isOver() || this.asksAbout(field)) return;
    const outside = offer.kind === 'window' || !canProveSight(this.#view);
    const card = offerCard(this.#view.document, this.#words, offer, { roles, outside }, {
      close: () => this.dismiss(),
      outside: (tokenId, event) => this.#outside(tokenId, event),
      choose: (tokenId, event) => void this.#choose(tokenId, event).catch(() => undefined),
    });
    this.#put(field, card, true);
  }

  say(field: HTMLInputElement, text: string, cancel?: () => void): void {
    const stop = (): void => this.dismiss();
    this.#put(field, noticeCard(this.#view.document, this.#words, text, stop, cancel && stop), cancel !== undefined);
    this.#cancel = cancel ?? null;
  }

  refuse(field: HTMLInputElement, refusal: unknown): void {
    this.say(field, refusalWords(this.#words, refusal instanceof Refusal ? refusal.reason : 'internal'));
  }

  #put(field: HTMLInputElement, card: HTMLElement, asks: boolean): void {
    this.close();
    this.#asks = asks;
    if (this.#theme !== '') card.classList.add(this.#theme);
    this.#bubble = openBubble(field, card);
  }

  async #choose(tokenId: string, event: MouseEvent): Promise<void> {
    const asked = this.#bubble;
    if (!asked || this.#deciding === asked) return;
    this.#deciding = asked;
    // Pressed, and at work: what stands still for half a second looks dead.
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.ariaBusy = 'true';
    const proven = await this.#decided(asked, event);
    // Escape, or the page, has taken it away meanwhile.
    if (this.#bubble !== asked) return;
    this.close();
    if (!proven) this.refuse(asked.field, new Refusal('gesture-refused'));
    // The button that had the focus is gone: the customer goes on where they were.
    asked.field.focus({ preventScroll: true });
    if (proven) await this.#acts.fill(tokenId, asked.field);
  }

  /** The card stands until a second click would be another one, and the key is up: held down it would send the page's form. */
  async #decided(asked: Bubble, event: MouseEvent): Promise<boolean> {
    const until = pause(this.#view, DOUBLE);
    const proven = await isProven(asked, event.isTrusted, this.#view);
    if (!proven) this.#nerves.refused(this.#view.performance.now());
    await until;
    await asked.evidence.released();
    return proven;
  }

  #outside(tokenId: string | null, event: MouseEvent): void {
    if (!event.isTrusted) return;
    this.close();
    void this.#acts.outside(tokenId).catch(() => undefined);
  }
}
