/** Watches whether the user could really see the offer: it stood still, nothing lay over it, and it was there before the press. */
import { STILL } from './may-fill.ts';

export interface Evidence {
  /** Milliseconds; 0 while it moves, is too small to be read, or the page draws nothing. */
  stillFor: () => number;
  /** Milliseconds; 0 while something covers it, and when it was not yet proven as the pointer or key went down. */
  visibleFor: () => number;
  /** Resolves when no key is down that went down on the offer. */
  released: () => Promise<void>;
  stop: () => void;
}

/** Firefox has no IntersectionObserver v2: there a click in the page proves nothing. */
export function canProveSight(view: Window & typeof globalThis): boolean {
  return 'IntersectionObserverEntry' in view && 'isVisible' in view.IntersectionObserverEntry.prototype;
}

/** A click begins here (a screen reader's with `mousedown`); a cover whipped away while the button is held down would be forgotten at its end. */
const PRESSES = ['pointerdown', 'mousedown', 'keydown'];

/** The shortest interval browsers accept with `trackVisibility`. */
const DELAY = 100;

/**
 * Without a frame for so long the page was held up, and what was on the screen
 * meanwhile is not known: a cover drawn last would have been seen by nobody but the user.
 */
const LONGEST_FRAME = 300;
/** A page's `zoom` shrinks the offer too. Its button is 44 CSS pixels high. */
const LOWEST = 80;

interface Stillness {
  for: () => number;
  stop: () => void;
}

/** `place` puts the offer beside its field again, before every frame. */
function stillness(host: Element, view: Window, place: () => void): Stillness {
  let movedAt = view.performance.now();
  let lookedAt = movedAt;
  let last = '';
  let next = 0;
  const restart = (): void => void (movedAt = view.performance.now());
  const look = (): void => {
    place();
    const { x, y, width, height } = host.getBoundingClientRect();
    const rectangle = [x, y, width, height].join();
    const now = view.performance.now();
    if (rectangle !== last || height < LOWEST || now - lookedAt > LONGEST_FRAME) movedAt = now;
    last = rectangle;
    lookedAt = now;
    next = view.requestAnimationFrame(look);
  };
  look();
  // A window that lay over this one was seen by no observer: the second click of two would land here.
  view.addEventListener('focus', restart);
  return {
    for: () => (view.performance.now() - lookedAt > LONGEST_FRAME ? 0 : view.performance.now() - movedAt),
    stop: () => {
      view.cancelAnimationFrame(next);
      view.removeEventListener('focus', restart);
    },
  };
}

/** The key that went down on the host, until it is up or the window has lost the keyboard. */
function heldKey(host: Element, view: Window): { released: () => Promise<void>; stop: () => void } {
  let held = false;
  let waiting: (() => void)[] = [];
  const down = ({ isTrusted }: Event): void => void (held ||= isTrusted);
  const letGo = (): void => {
    held = false;
    for (const go of waiting) go();
    waiting = [];
  };
  /** Not a scripted one, nor the blur of some element on its way up. */
  const up = ({ isTrusted, type, target }: Event): void => {
    if (isTrusted && (type === 'keyup' || target === view)) letGo();
  };
  host.addEventListener('keydown', down, true);
  for (const kind of ['keyup', 'blur']) view.addEventListener(kind, up, true);
  return {
    released: () => new Promise((resolve) => (held ? waiting.push(resolve) : resolve())),
    stop: () => {
      letGo();
      for (const kind of ['keyup', 'blur']) view.removeEventListener(kind, up, true);
    },
  };
}

export function gather(host: Element, view: Window & typeof globalThis, place: () => void): Evidence {
  let seenAt: number | null = null;
  let provenAtPress = false;
  const note = (entries: IntersectionObserverEntry[]): void => {
    for (const entry of entries) {
      const seen = Reflect.get(entry, 'isVisible') === true && entry.intersectionRatio >= 0.99;
      seenAt = seen ? (seenAt ?? view.performance.now()) : null;
    }
  };
  const options = { trackVisibility: true, delay: DELAY, threshold: [0, 0.5, 0.99, 1] };
  const observer = canProveSight(view) ? new view.IntersectionObserver(note, options) : null;
  const still = stillness(host, view, place);
  observer?.observe(host);
  const visible = (): number => {
    note(observer?.takeRecords() ?? []);
    return seenAt === null ? 0 : view.performance.now() - seenAt;
  };
  const press = ({ isTrusted }: Event): void => void (provenAtPress = isTrusted && still.for() >= STILL && visible() >= STILL);
  for (const kind of PRESSES) host.addEventListener(kind, press, true);
  const key = heldKey(host, view);
  return {
    stillFor: still.for,
    visibleFor: () => (provenAtPress ? visible() : 0),
    released: key.released,
    stop: () => {
      still.stop();
      key.stop();
      observer?.disconnect();
    },
  };
}
