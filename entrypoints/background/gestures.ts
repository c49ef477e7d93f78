/** The customer's gestures outside the page: popup button, keyboard command, context menu. */
import { browser } from 'wxt/browser';
import type { Role } from '../../lib/autofill/finding.ts';
import { isListedOrigin } from '../../lib/institutions/address.ts';
import { profileOf, profiles } from '../../lib/institutions/profiles.ts';
import { codeAt } from '../../lib/institutions/visits.ts';
import type { FillOutcome, SiteLook } from '../../lib/messages/protocol.ts';
import { Refusal } from '../../lib/refusal.ts';
import { tokensFor, tokensMeant } from '../../lib/rights.ts';
import type { Token } from '../../lib/token.ts';
import { askOutside } from './confirm-window.ts';
import type { Desk } from './desk.ts';
import { presentTokens } from './fresh-clock.ts';
import { fillTab, rolesIn } from './tab-requests.ts';

/** A named institution counts for this long. Milliseconds. */
const GRANT_LASTS = 2 * 60 * 1000;

/** The part of `tabs.Tab` that the browser fills in. */
export interface SomeTab {
  id?: number | undefined;
  url?: string | undefined;
}

interface ActiveTab {
  id: number;
  origin: string | null;
  host: string | null;
}

function asActive(tab: SomeTab | undefined): ActiveTab | null {
  if (tab?.id === undefined) return null;
  const url = tab.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : null;
  return { id: tab.id, origin: url?.origin ?? null, host: url?.host ?? null };
}

/** The tab in front, in the window the customer last worked in. */
async function activeTab(): Promise<ActiveTab | null> {
  const window = await browser.windows.getLastFocused({ windowTypes: ['normal'] }).catch(() => null);
  if (window?.id === undefined) return null;
  const [tab] = await browser.tabs.query({ active: true, windowId: window.id });
  return asActive(tab);
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

export async function lookAtSite(desk: Desk, tokens: Token[]): Promise<SiteLook> {
  const tab = await activeTab();
  if (!tab?.origin || tab.host === null || !isListedOrigin(tab.origin, profiles()))
    return { kind: 'other', host: tab?.origin?.startsWith('http') ? tab.host : null };
  const code = codeAt(await desk.notes.visits.read(), tab.id, tab.origin);
  const profile = code === null ? undefined : profileOf(code);
  const roles = await rolesIn(tab.id);
  return {
    kind: 'bank',
    host: tab.host,
    institution: profile ? { code: profile.code, name: profile.name } : null,
    roles,
    tokenIds: meantBy(roles, candidates(tokens, tab.origin, code)).map(({ id }) => id),
  };
}

export async function fillActiveTab(desk: Desk, tokenId: string): Promise<FillOutcome> {
  const tab = await activeTab();
  if (!tab?.origin || !isListedOrigin(tab.origin, profiles())) throw new Refusal('page-not-listed');
  const { id: tabId, origin } = tab;
  // Where the entry was not seen, the choice of the token names the institution: for this page, once.
  if (codeAt(await desk.notes.visits.read(), tabId, origin) === null)
    await desk.notes.grant.change(() => ({ tabId, origin, tokenId, until: desk.now() + GRANT_LASTS }));
  return await fillTab(tabId, tokenId);
}

/** The one token that a gesture without words can mean; null when the customer must be asked. */
async function meantToken(desk: Desk, { id, origin }: ActiveTab): Promise<Token | null> {
  if (origin === null || (await desk.vault.state()) !== 'open') return null;
  const code = codeAt(await desk.notes.visits.read(), id, origin);
  const here = code === null ? [] : candidates(await presentTokens(desk), origin, code);
  const [only, ...others] = meantBy(await rolesIn(id), here);
  return only && others.length === 0 ? only : null;
}

/** Keyboard command and context menu, on the tab they were made on: one token fills at once; otherwise the popup asks. */
export async function fillByGesture(desk: Desk, on: SomeTab | undefined): Promise<void> {
  const tab = asActive(on) ?? (await activeTab());
  if (!tab?.origin || !isListedOrigin(tab.origin, profiles())) return await showPopup();
  if ((await desk.vault.state()) === 'locked')
    return await askOutside(desk, { tabId: tab.id, origin: tab.origin }, await rolesIn(tab.id));
  const token = await meantToken(desk, tab);
  if (!token) return await showPopup();
  await desk.vault.touch();
  try {
    await fillTab(tab.id, token.id);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    // Most refusals are said beside the field; where there is none, the popup says what this page is.
    if (failure.reason === 'page-without-field' || failure.reason === 'page-needs-reload') await showPopup();
  }
}

/** As a window of its own where the browser opens no popup by itself (Firefox, after the gesture's moment). */
async function showPopup(): Promise<void> {
  await browser.action
    .openPopup()
    .catch(() => browser.windows.create({ url: browser.runtime.getURL('/popup.html'), type: 'popup', width: 420, height: 640 }));
}
