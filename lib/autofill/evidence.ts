/** Watches whether the user could really see the offer: it stood still, and nothing lay over it. */

export interface Evidence {
  /** Milliseconds; 0 while it moves. */
  stillFor: () => number;
  /** Milliseconds; 0 while something covers it. */
  visibleFor: () => number;
  stop: () => void;
}

/** Firefox has no IntersectionObserver v2: there a click in the page proves nothing. */
export function canProveSight(view: Window & typeof globalThis): boolean {
  return 'IntersectionObserverEntry' in view && 'isVisible' in view.IntersectionObserverEntry.prototype;
}

/** The shortest interval browsers accept with `trackVisibility`. */
const DELAY = 100;

/** `place` puts the offer beside its field again, before every frame. */
export function gather(host: Element, view: Window & typeof globalThis, place: () => void): Evidence {
  let movedAt = view.performance.now();
  let seenAt: number | null = null;
  let last = '';
  let next = 0;
  const look = (): void => {
    place();
    const { x, y, width, height } = host.getBoundingClientRect();
    const rectangle = [x, y, width, height].join();
    if (rectangle !== last) movedAt = view.performance.now();
    last = rectangle;
    next = view.requestAnimationFrame(look);
  };
  const note = (entries: IntersectionObserverEntry[]): void => {
    for (const entry of entries) {
      const seen = Reflect.get(entry, 'isVisible') === true && entry.intersectionRatio >= 0.99;
      seenAt = seen ? (seenAt ?? view.performance.now()) : null;
    }
  };
  const options = { trackVisibility: true, delay: DELAY, threshold: [0, 0.5, 0.99, 1] };
  const observer = canProveSight(view) ? new view.IntersectionObserver(note, options) : null;
  look();
  observer?.observe(host);
  const since = (time: number | null): number => (time === null ? 0 : view.performance.now() - time);
  return {
    stillFor: () => since(movedAt),
    visibleFor: () => {
      note(observer?.takeRecords() ?? []);
      return since(seenAt);
    },
    stop: () => {
      view.cancelAnimationFrame(next);
      observer?.disconnect();
    },
  };
}
