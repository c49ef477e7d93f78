/**
 * Which institution each tab is at. The shinkin platform names it in the entry address only and redirects at
 * once, so the request is noted when the browser makes it, and counts when the tab really shows that page: a
 * request may end as a download, a 204 or a prerender, and then the page on screen is still the old one.
 * Pure; the notes live in `storage.session` (entrypoints/background/watch-visits.ts).
 */
import { codeInAddress } from './address.ts';

export interface Visit {
  code: string;
  origin: string;
  /** Of the page on screen. */
  url: string;
}

/** A main-frame request to a listed host that no tab shows yet. */
export interface Request {
  requestId: string;
  url: string;
  /** Named by this address or by one that redirected to it. */
  code: string | null;
  /** Origin of the page that asked for it; null when none did (typed, bookmarked, reloaded). */
  initiator: string | null;
}

export interface Visits {
  /** By tab id. */
  visits: Record<string, Visit>;
  requests: Record<string, Request>;
  /** By origin: the institution entered last, in any tab. Tabs share the bank's session. */
  entered: Record<string, string>;
}

export const NO_VISITS: Visits = { visits: {}, requests: {}, entered: {} };

/** As `webRequest.onBeforeRequest` tells it. */
export interface Asked {
  tabId: number;
  requestId: string;
  url: string;
  initiator: string | null;
}

const originOf = (url: string): string => new URL(url).origin;
const withoutHash = (url: string): string => url.replace(/#.*$/, '');

function omit<T>(all: Record<string, T>, tabId: number): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key !== String(tabId)));
}

/** The tab is gone, or elsewhere. */
export function without(all: Visits, tabId: number): Visits {
  return { ...all, visits: omit(all.visits, tabId), requests: omit(all.requests, tabId) };
}

export function afterRequest(all: Visits, { tabId, requestId, url, initiator }: Asked): Visits {
  const before = all.requests[tabId];
  const isRedirect = before?.requestId === requestId && originOf(before.url) === originOf(url);
  const code = codeInAddress(url) ?? (isRedirect ? before.code : null);
  return { ...all, requests: { ...all.requests, [tabId]: { requestId, url: withoutHash(url), code, initiator } } };
}

/** A page without a code continues the visit only when the bank's own page asked for it, or when it is a reload. */
function continues(visit: Visit | undefined, request: Request, entered: string | undefined): visit is Visit {
  if (visit?.origin !== originOf(request.url)) return false;
  // Another institution was entered since, in another tab: whose page this is, nobody can tell.
  if (entered !== visit.code) return false;
  return request.initiator === visit.origin || (request.initiator === null && request.url === visit.url);
}

/** The tab shows another page; `url` is null where the browser hides it from us: that is not a bank's. */
export function afterCommit(all: Visits, tabId: number, url: string | null): Visits {
  const visit = all.visits[tabId];
  const request = all.requests[tabId];
  const shown = url === null ? null : withoutHash(url);
  if (shown === null || request?.url !== shown) {
    // The same page again, or one that came without a request (back/forward cache): that one is unknown.
    return visit && visit.url === shown ? all : without(all, tabId);
  }
  const { visits, requests, entered } = without(all, tabId);
  const origin = originOf(shown);
  if (request.code !== null) {
    const { code } = request;
    return { requests, visits: { ...visits, [tabId]: { code, origin, url: shown } }, entered: { ...entered, [origin]: code } };
  }
  if (!continues(visit, request, entered[origin])) return { visits, requests, entered };
  return { requests, entered, visits: { ...visits, [tabId]: { ...visit, url: shown } } };
}

/** The code of the institution a tab is at, when it is at that very origin. */
export function codeAt({ visits }: Visits, tabId: number, origin: string): string | null {
  const visit = visits[tabId];
  return visit?.origin === origin ? visit.code : null;
}
