/** Which rows of a long list are on the screen or near it: the others are drawn when somebody comes to them. */
import { useEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Rows that are drawn at once: more than the largest window shows. */
const FIRST = 30;
/** So far beyond the edge of the window a row is drawn. */
const MARGIN = '800px';

/**
 * @param list holds the rows, each with its id in `data-row`
 * @returns whether a row is to be drawn; what was drawn once stays, with whatever was opened in it
 */
export function useNear(list: RefObject<HTMLElement | null>, ids: string[]): (id: string) => boolean {
  const [seen, tell] = useState<ReadonlySet<string>>(new Set());
  const isLong = ids.length > FIRST && 'IntersectionObserver' in globalThis;
  const order = ids.join();
  useEffect(() => {
    if (!isLong) return undefined;
    const came = (entries: IntersectionObserverEntry[]): void => {
      const rows = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target.getAttribute('data-row') ?? '');
      if (rows.length > 0) tell((before) => new Set([...before, ...rows]));
    };
    const observer = new IntersectionObserver(came, { rootMargin: MARGIN });
    for (const row of list.current?.querySelectorAll('[data-row]') ?? []) observer.observe(row);
    return () => observer.disconnect();
  }, [list, order, isLong]);
  return (id) => !isLong || seen.has(id) || ids.indexOf(id) < FIRST;
}
