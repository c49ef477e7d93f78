/** A hand that takes note of what the reader tells it, and otherwise is as it is said to be. */
import type { Hand } from '../../../lib/autofill/hand.ts';

export interface HandState {
  bubble: ReturnType<Hand['bubble']>;
  asksAbout: HTMLInputElement | null;
  isOver: boolean;
}

export function notingHand(state: () => HandState, tell: (what: string) => void): Hand {
  const note = (what: string) => () => tell(what);
  return {
    bubble: () => state().bubble,
    asksAbout: (one) => one === state().asksAbout,
    isOver: () => state().isOver,
    show: ({ id }, { kind }) => tell(`show ${kind} at ${id}`),
    leaveAside: note('leaveAside'),
    dismiss: note('dismiss'),
    close: note('close'),
    leave: note('leave'),
    stop: note('stop'),
    sent: (form) => tell(`sent ${form instanceof HTMLFormElement ? 'form' : 'nothing'}`),
    answer: async () => ({ ok: true, answer: 'by hand' }),
  };
}
