/**
 * Which institution each tab is at. The shinkin platform names it in the entry address only and redirects at
 * once, so the request is noted when the browser makes it, and counts when the tab really shows that page: a
 * request may end as a download, a 204 or a prerender, and then the page on screen is still the old one.
 * Firefox tells of request and page in either order. Pure; the notes live in `storage.session`.
 */
import { codeInAddress } from './address.ts';

/** The institution a page belongs to. */
export interface Visit {
  code: string;
  origin: string;
  url: string;
}

/** The last main-frame request of a tab to a listed host. */
export interface Request {
  requestId: string;
  url: string;
  /** Named by this address or by one that redirected to it. */
  code: string | null;
  /** Origin of the page that asked for it; null when none did (typed, bookmarked, reloaded). */
  initiator: string | null;
}

export interface Tab {
  /** Address of the page on screen, without its hash; null where it is hidden from us: no bank's; or too long. */
  shown: string | null;
  /** What was on screen before that. */
  before: string | null;
  /** Counts while `visit.url` is what is shown. */
  visit: Visit | null;
  request: Request | null;
}

export interface Visits {
  /** By tab id. */
  tabs: Record<string, Tab>;
  /** By origin: the institution entered last, in any tab. Tabs share the bank's session. */
  entered: Record<string, string>;
}

export const NO_VISITS: Visits = { tabs: {}, entered: {} };
const NEW_TAB: Tab = { shown: null, before: null, visit: null, request: null };

/** As `webRequest.onBeforeRequest` tells it. */
export interface Asked {
  tabId: number;
  requestId: string;
  url: string;
  initiator: string | null;
}

const originOf = (url: string): string => new URL(url).origin;

/** Longer addresses than this are not noted: the notes of all tabs are read and written as one. UTF-16 units. */
export const MOST_ADDRESS = 8192;

/** Of one that is too long its origin, with the hash that no other has: so it is the page on screen never. */
function withoutHash(url: string): string {
  const address = url.replace(/#.*$/, '');
  return address.length > MOST_ADDRESS ? `${originOf(url)}/#` : address;
}

/** A page without a code continues the visit only when the bank's own page asked for it, or when it is a reload. */
function continued({ visit, before }: Tab, request: Request, entered: string | undefined): Visit | null {
  // The page before must itself be known, and no other institution entered since in another tab.
  if (!visit || visit.url !== before || visit.origin !== originOf(request.url) || entered !== visit.code) return null;
  const isReload = request.initiator === null && request.url === visit.url;
  return request.initiator === visit.origin || isReload ? { ...visit, url: request.url } : null;
}

/** Request and page have met: whose page is it? */
function settled(all: Visits, tabId: number, tab: Tab): Visits {
  const { request, shown } = tab;
  const put = (changed: Tab, entered = all.entered): Visits => ({ tabs: { ...all.tabs, [tabId]: changed }, entered });
  if (request === null || request.url !== shown) return put(tab);
  const origin = originOf(shown);
  if (request.code !== null) {
    const visit = { code: request.code, origin, url: shown };
    return put({ ...tab, visit, request: null }, { ...all.entered, [origin]: request.code });
  }
  return put({ ...tab, request: null, visit: continued(tab, request, all.entered[origin]) });
}

export function afterRequest(all: Visits, { tabId, requestId, url, initiator }: Asked): Visits {
  const tab = all.tabs[tabId] ?? NEW_TAB;
  const last = tab.request;
  const isRedirect = last?.requestId === requestId && originOf(last.url) === originOf(url);
  const code = codeInAddress(url) ?? (isRedirect ? last.code : null);
  const asked = { ...tab, request: { requestId, url: withoutHash(url), code, initiator } };
  // The page may be on screen already, but not yet known: then this is the request it came by.
  const isLate = tab.shown !== null && tab.visit?.url !== tab.shown;
  return isLate ? settled(all, tabId, asked) : { ...all, tabs: { ...all.tabs, [tabId]: asked } };
}

/** The request will never be shown: it failed, became a download, or was answered with no content. */
export function afterNothing(all: Visits, tabId: number, requestId: string): Visits {
  const tab = all.tabs[tabId];
  return tab?.request?.requestId === requestId ? { ...all, tabs: { ...all.tabs, [tabId]: { ...tab, request: null } } } : all;
}

/** The tab tells what it shows; `url` is null where the browser hides it from us. It may tell the same twice. */
export function afterCommit(all: Visits, tabId: number, url: string | null): Visits {
  const known = all.tabs[tabId];
  // Most tabs never show a bank: nothing is noted of them.
  if (!known && url === null) return all;
  const tab = known ?? NEW_TAB;
  const address = url === null ? null : withoutHash(url);
  const shown = address?.endsWith('#') ? null : address;
  const isSame = shown === tab.shown;
  return settled(all, tabId, isSame ? { ...tab, before: shown } : { ...tab, shown, before: tab.shown });
}

/** The tab is gone. */
export function without({ tabs, entered }: Visits, tabId: number): Visits {
  return { tabs: Object.fromEntries(Object.entries(tabs).filter(([key]) => key !== String(tabId))), entered };
}

/** The code of the institution a tab is at, when it is at that very origin. */
export function codeAt({ tabs }: Visits, tabId: number, origin: string): string | null {
  const tab = tabs[tabId];
  return tab?.visit?.origin === origin && tab.visit.url === tab.shown ? tab.visit.code : null;
}
