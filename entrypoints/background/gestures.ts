/** The customer's gestures outside the page: popup button, keyboard command, context menu. */
import { browser } from 'wxt/browser';
import type { Role } from '../../lib/field-role.ts';
import { isListedOrigin } from '../../lib/institutions/address.ts';
import { likeness } from '../../lib/institutions/look-alike.ts';
import { profileOf, profiles } from '../../lib/institutions/profiles.ts';
import { readSite } from '../../lib/institutions/site.ts';
import { codeAt } from '../../lib/institutions/visits.ts';
import type { FillOutcome, SiteLook } from '../../lib/messages/protocol.ts';
import { Refusal } from '../../lib/refusal.ts';
import { tokensFor, tokensMeant, tokensOffered } from '../../lib/rights.ts';
import { siteOf, type Token } from '../../lib/token.ts';
import { within } from '../../lib/within.ts';
import { showPopup } from '../pages/show-popup.ts';
import { askOutside } from './confirm-window.ts';
import type { Desk } from './desk.ts';
import { expectToken, presentTokens } from './fresh-clock.ts';
import { isGranted, isOwnSite } from './own-sites.ts';
import { pageAt } from './page-standing.ts';
import { fillTab, lookIn, rolesIn } from './tab-requests.ts';

/** A named institution counts for this long. Milliseconds. */
const GRANT_LASTS = 2 * 60 * 1000;
/** Whoever pressed a key waits for what it does: a slow page is given longer than the popup would give it. Milliseconds. */
const GESTURE_WAITS = 3000;

/** The part of `tabs.Tab` that the browser fills in. */
export interface SomeTab {
  id?: number | undefined;
  windowId?: number | undefined;
  url?: string | undefined;
}

interface ActiveTab {
  id: number;
  windowId: number | undefined;
  origin: string | null;
  host: string | null;
}

/** What browsers show before anything is opened, where that is an ordinary address (Edge; Google's own page in Chrome). */
const NEW_TAB = /^https:\/\/(?:ntp\.msn\.(?:com|cn)\/|www\.google\.[a-z.]+\/_\/chrome\/newtab)/;

/** A page that is not of the web, or no page yet, has neither origin nor host. */
function asActive(tab: SomeTab | undefined): ActiveTab | null {
  if (tab?.id === undefined) return null;
  const url = tab.url !== undefined && URL.canParse(tab.url) && !NEW_TAB.test(tab.url) ? new URL(tab.url) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return { id: tab.id, windowId: tab.windowId, origin: isWeb ? url.origin : null, host: isWeb ? url.host : null };
}

/** The tab in front, in the window the customer last worked in. */
async function activeTab(): Promise<ActiveTab | null> {
  const [window, all] = await Promise.all([
    browser.windows.getLastFocused({ windowTypes: ['normal'] }).catch(() => null),
    browser.tabs.query({ active: true, windowType: 'normal' }),
  ]);
  // Firefox does not heed `windowTypes`: a popup of ours in a window of its own would be the answer.
  const tabs = window?.type === 'normal' ? all.filter(({ windowId }) => windowId === window.id) : all;
  return asActive(tabs.toSorted((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0]);
}

/** At a listed origin whose entry was not seen, every institution of that origin is possible: the popup asks. */
function candidates(tokens: Token[], origin: string, code: string | null): Token[] {
  const codes = code !== null ? [code] : profiles().map((profile) => profile.code);
  return codes.flatMap((one) => tokensFor(tokens, profileOf(one), { origin, code: one }));
}

/** Institution by institution: each has its own two. */
function meantBy(roles: Role[], tokens: Token[]): Token[] {
  const codes = [...new Set(tokens.map(({ institutionCode }) => institutionCode))];
  return codes.flatMap((code) => {
    const here = tokens.filter(({ institutionCode }) => institutionCode === code);
    return tokensMeant(here, roles, profileOf(code)?.kind ?? 'shinkin');
  });
}

/** The imported tokens of this very site that these fields mean. */
function ownTokens(tokens: Token[], origin: string, roles: Role[]): Token[] {
  return tokensOffered(tokens, undefined, { origin, code: null, unlisted: true }, roles);
}

/** After a click on the toolbar's button the browser lets us look at the tab once, permission or not (`activeTab`). */
async function lookAtOwn(tokens: Token[], tabId: number, origin: string): Promise<SiteLook> {
  const page = await lookIn(tabId);
  const tokenIds = ownTokens(tokens, origin, page.roles).map(({ id }) => id);
  const { host } = new URL(origin);
  return { kind: 'own', host, origin, like: likeness(host, profiles()), ...page, tokenIds, inPage: await isGranted(origin) };
}

/** `held`: what the vault holds, which may still be being read. */
export async function lookAtSite(desk: Desk, held: Promise<Token[]>): Promise<SiteLook> {
  const [tab, tokens] = await Promise.all([activeTab(), held]);
  if (!tab?.origin || tab.host === null) return { kind: 'other', host: null, like: 'none', bindable: null };
  if (!isListedOrigin(tab.origin, profiles())) {
    if (tokens.some((token) => siteOf(token) === tab.origin)) return await lookAtOwn(tokens, tab.id, tab.origin);
    const read = readSite(tab.origin, profiles());
    const bindable = 'origin' in read && read.origin === tab.origin ? tab.origin : null;
    return { kind: 'other', host: tab.host, like: likeness(tab.host, profiles()), bindable };
  }
  const code = codeAt(await desk.notes.visits.read(), tab.id, tab.origin);
  const profile = code === null ? undefined : profileOf(code);
  const page = await lookIn(tab.id);
  return {
    kind: 'bank',
    host: tab.host,
    institution: profile ? { code: profile.code, name: profile.name } : null,
    ...page,
    tokenIds: meantBy(page.roles, candidates(tokens, tab.origin, code)).map(({ id }) => id),
  };
}

export async function fillActiveTab(desk: Desk, tokenId: string): Promise<FillOutcome> {
  const tab = await activeTab();
  if (!tab?.origin) throw new Refusal('page-not-listed');
  const { id: tabId, origin } = tab;
  if (!isListedOrigin(origin, profiles())) {
    // Nothing of ours comes into a page but that of the token's own site.
    if (siteOf(await expectToken(desk, tokenId)) !== origin) throw new Refusal('page-not-listed');
    return await fillTab(desk, tabId, tokenId);
  }
  // Where the entry was not seen, the choice of the token names the institution: for this page, once.
  if (codeAt(await desk.notes.visits.read(), tabId, origin) === null)
    await desk.notes.grant.change(() => ({ tabId, origin, tokenId, until: desk.now() + GRANT_LASTS }));
  return await fillTab(desk, tabId, tokenId);
}

async function meantTokens(desk: Desk, { tabId, origin }: { tabId: number; origin: string }): Promise<Token[]> {
  const { code, unlisted } = await pageAt(desk, { tabId, origin });
  const roles = await rolesIn(tabId, GESTURE_WAITS);
  if (unlisted) return ownTokens(await presentTokens(desk), origin, roles);
  return code === null ? [] : meantBy(roles, candidates(await presentTokens(desk), origin, code));
}

/** For the issuer's answers, which may leave one token of two. Milliseconds. */
const ANSWER_WAITS = 2000;

/** The one token that a gesture without words can mean; null when the customer must be asked. */
async function meantToken(desk: Desk, { id, origin }: ActiveTab): Promise<Token | null> {
  if (origin === null || (await desk.vault.state()) !== 'open') return null;
  let meant = await meantTokens(desk, { tabId: id, origin });
  if (meant.length > 1 && desk.beside.isBusy()) {
    await within(desk.beside.settled(), ANSWER_WAITS, null);
    meant = await meantTokens(desk, { tabId: id, origin });
  }
  const [only, ...others] = meant;
  return only && others.length === 0 ? only : null;
}

/** Keyboard command and context menu, on the tab they were made on: one token fills at once; otherwise the popup asks. */
export async function fillByGesture(desk: Desk, on: SomeTab | undefined): Promise<void> {
  const tab = asActive(on) ?? (await activeTab());
  const popup = (): Promise<void> => showPopup(tab?.windowId);
  if (!tab?.origin) return await popup();
  await desk.policy.read();
  if (!isListedOrigin(tab.origin, profiles()) && !(await isOwnSite(desk, tab.origin))) return await popup();
  if ((await desk.vault.state()) === 'locked')
    return await askOutside(desk, { tabId: tab.id, origin: tab.origin }, { roles: await rolesIn(tab.id, GESTURE_WAITS), tokenId: null });
  const token = await meantToken(desk, tab);
  if (!token) return await popup();
  await desk.vault.touch();
  try {
    await fillTab(desk, tab.id, token.id);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    // Most refusals are said beside the field; where there is none, the popup says what this page is.
    if (failure.reason === 'page-without-field' || failure.reason === 'page-needs-reload') await popup();
  }
}
