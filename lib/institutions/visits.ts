/**
 * Which institution each tab is at. The shinkin platform names it in the entry address only and
 * redirects at once, so it is noted when the browser asks for the page, and forgotten when the tab leaves.
 * Pure; the notes live in `storage.session` (entrypoints/background/visits.ts).
 */
import { codeInAddress } from './address.ts';

export interface Visit {
  code: string;
  origin: string;
  /** The browser's id of the request that named the code; its redirects keep it. */
  requestId: string;
}

/** By tab id. */
export type Visits = Record<string, Visit>;

/** A main-frame request to a listed host, as `webRequest.onBeforeRequest` tells it. */
export interface Navigation {
  tabId: number;
  requestId: string;
  url: string;
  /** Origin of the page that asked for it, if a page did. */
  initiator: string | null;
}

export function without(visits: Visits, tabId: number): Visits {
  return Object.fromEntries(Object.entries(visits).filter(([key]) => key !== String(tabId)));
}

/**
 * The visits after a navigation. A code in the address is noted; without one the note stays only for a
 * redirect of the same request or a page that the bank's own page asked for, or a reload (no initiator).
 */
export function afterNavigation(visits: Visits, to: Navigation): Visits {
  const { origin } = new URL(to.url);
  const code = codeInAddress(to.url);
  if (code !== null) return { ...visits, [to.tabId]: { code, origin, requestId: to.requestId } };
  const known = visits[to.tabId];
  if (!known) return visits;
  const stays =
    known.origin === origin && (known.requestId === to.requestId || to.initiator === origin || to.initiator === null);
  return stays ? visits : without(visits, to.tabId);
}

/** The code of the institution a tab is at, when it is at that very origin. */
export function codeAt(visits: Visits, tabId: number, origin: string): string | null {
  const visit = visits[tabId];
  return visit?.origin === origin ? visit.code : null;
}
