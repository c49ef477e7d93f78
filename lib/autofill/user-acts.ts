/** The user's own acts in the page, and what they mean to the offer. Scripted events mean nothing. */
import type { Bubble } from './bubble.ts';

interface Acts {
  isOffered: (field: HTMLInputElement) => boolean;
  bubble: () => Bubble | null;
  open: (field: HTMLInputElement) => void;
  /** The customer went on to something else. */
  leaveAside: () => void;
  /** Escape. */
  dismiss: () => void;
  sent: (form: EventTarget | null) => void;
  /** The document came back from the back/forward cache. */
  back: () => void;
  /** The document is left, perhaps for that cache: an armed fill doesn't wait there. */
  leave: () => void;
}

/** Inside open shadow roots the event's own target is only the host. */
function inputOf(event: Event): HTMLInputElement | null {
  const [target] = event.composedPath();
  return target instanceof HTMLInputElement ? target : null;
}

/** Keys that come before typing: moving in, or asking for the list. */
const OPENING = /^(Tab|ArrowDown)$/;

type Heard = [EventTarget, string, (event: Event) => void];

const inBubble = (on: Acts, event: Event): boolean => {
  const open = on.bubble();
  return open !== null && event.composedPath().includes(open.host);
};

function pointed(on: Acts, event: Event): void {
  if (!event.isTrusted || inBubble(on, event)) return;
  const field = inputOf(event);
  if (on.bubble()?.field !== field) on.leaveAside();
  if (field && on.isOffered(field)) on.open(field);
}

function pressed(on: Acts, event: Event): void {
  const open = on.bubble();
  if (!event.isTrusted || !open || !(event instanceof KeyboardEvent)) return;
  if (event.key === 'Escape') {
    const within = inBubble(on, event);
    on.dismiss();
    if (within) open.field.focus();
  } else if (event.key === 'ArrowDown' && inputOf(event) === open.field) {
    event.preventDefault();
    open.focusFirst();
  }
}

function released(on: Acts, event: Event): void {
  const field = inputOf(event);
  if (!event.isTrusted || !field || !(event instanceof KeyboardEvent)) return;
  // The user types: the offer is no longer needed.
  if (on.bubble()?.field === field && /^[0-9]$/.test(event.key)) on.leaveAside();
  else if (OPENING.test(event.key) && on.isOffered(field)) on.open(field);
}

function focused(on: Acts, event: Event): void {
  const open = on.bubble();
  if (open && !inBubble(on, event) && inputOf(event) !== open.field) on.leaveAside();
}

/** @returns what takes all listeners away again */
export function listen(view: Window, on: Acts): () => void {
  const { document } = view;
  const heard: Heard[] = [
    [document, 'pointerdown', (event) => pointed(on, event)],
    [document, 'keydown', (event) => pressed(on, event)],
    [document, 'keyup', (event) => released(on, event)],
    [document, 'focusin', (event) => focused(on, event)],
    [document, 'submit', (event) => on.sent(event.target)],
    [view, 'pageshow', (event) => event instanceof PageTransitionEvent && event.persisted && on.back()],
    [view, 'pagehide', () => on.leave()],
  ];
  for (const [target, kind, act] of heard) target.addEventListener(kind, act, true);
  return () => {
    for (const [target, kind, act] of heard) target.removeEventListener(kind, act, true);
  };
}
