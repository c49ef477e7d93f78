/** Where the customer was in the guide, over a lock and over a reload: kept with the page's own place in the tab's history, nowhere else. */
import { useEffect, useState } from 'preact/hooks';
import { oneOf, orNull, record, text } from '../lib/parse.ts';
import { PLACES } from './guide-place.ts';
import type { Place } from './guide-place.ts';
import { POSITIONS } from './guide-state.ts';
import type { Position } from './guide-state.ts';

export interface GuideKept {
  place: Place;
  /** What the token was when the guide was opened; null until it has been seen. */
  position: Position | null;
  /** The other token of a 交換 that was chosen, '' for one elsewhere; null before that. */
  other: string | null;
}

export interface Keeping {
  kept: GuideKept;
  keep: (change: (before: GuideKept) => GuideKept) => void;
}

const FIRST: GuideKept = { place: 'away', position: null, other: null };
const parse = record<GuideKept>({ place: oneOf(...PLACES), position: orNull(oneOf(...POSITIONS)), other: orNull(text(64)) });

/** Never throws: a page that was never left has nothing, another version has something else. */
function keptFrom(state: unknown): GuideKept {
  try {
    return parse(state, 'kept');
  } catch {
    return FIRST;
  }
}

/** `state`: what the last page here left; `save`: leaves it for the next one. */
export function useKept(state: unknown, save: (kept: GuideKept) => void): Keeping {
  const [kept, keep] = useState(() => keptFrom(state));
  useEffect(() => save(kept), [kept, save]);
  return { kept, keep };
}
