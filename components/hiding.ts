/** Digits that are shown only after a press (a setting), and for how long: a press shows the codes that the card has at that moment, each until it ends. */
import { useState } from 'preact/hooks';
import type { CodeLook } from '../lib/messages/looks.ts';

export interface Hiding {
  hidden: boolean;
  /** Of the code to come, which may have been there when the press came. */
  nextHidden: boolean;
  /** Shows or hides; null where nothing is ever hidden. */
  toggle: (() => void) | null;
  /** There are no digits to show now. */
  idle: boolean;
}

const NOT_HIDING: Hiding = { hidden: false, nextHidden: false, toggle: null, idle: true };

/** `present`: the time step or the counter of the code on the card; `last`: the newest that the card has. Null: it has none. */
function useHiding(hides: boolean, present: number | null, last: number | null, idle: boolean): Hiding {
  const [shownUpTo, show] = useState<number | null>(null);
  if (!hides || present === null) return NOT_HIDING;
  const isShown = (step: number | null): boolean => step !== null && shownUpTo !== null && step <= shownUpTo;
  const hidden = !isShown(present);
  const toggle = (): void => {
    if (!idle) show(hidden ? last : null);
  };
  return { hidden, nextHidden: !isShown(last), toggle, idle };
}

/** Of a code that goes by time. */
export function useCodeHiding(hides: boolean, code: CodeLook | null): Hiding {
  const next = code?.next ?? null;
  return useHiding(hides, code?.step ?? null, next?.step ?? code?.step ?? null, code?.digits === '' && next === null);
}

/** Of a code that was asked for one by one. */
export function useCountedHiding(hides: boolean, counter: number | null): Hiding {
  return useHiding(hides, counter, counter, false);
}
