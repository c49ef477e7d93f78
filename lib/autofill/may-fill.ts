/** What must hold before a click on the in-page offer fills: the page could have tricked the user into it otherwise. */

export interface Conditions {
  /** The event came from the user, not from a script. */
  trusted: boolean;
  topFrame: boolean;
  /** The document has the focus. */
  focused: boolean;
  /** The host stands where we put it, with no attribute but ours. */
  inPlace: boolean;
  /** The host is in the top layer. */
  open: boolean;
  /** Milliseconds since the offer's rectangle last changed. */
  stillFor: number;
  /** Milliseconds for which nothing covered or faded the offer (IntersectionObserver v2). */
  visibleFor: number;
  viewTransition: boolean;
  fullScreen: boolean;
}

export const STILL = 500;
/** How long the offer must stay visible after the click. */
export const AFTER = 150;

export function mayFill(now: Conditions): boolean {
  const shown = now.inPlace && now.open && now.stillFor >= STILL && now.visibleFor >= STILL;
  return now.trusted && now.topFrame && now.focused && shown && !now.viewTransition && !now.fullScreen;
}

const MOST = 3;
const WINDOW = 10_000;

interface Patience {
  refused: (at: number) => void;
  /** More than three refused gestures within ten seconds: no more offers in this document. */
  isOver: () => boolean;
}

export function patience(): Patience {
  let recent: number[] = [];
  let over = false;
  return {
    refused: (at) => {
      recent = [...recent.filter((one) => at - one < WINDOW), at];
      over ||= recent.length > MOST;
    },
    isOver: () => over,
  };
}
