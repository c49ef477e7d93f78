/** The customer's gestures outside the page: popup button, confirm window, keyboard command, context menu. */
import { browser } from 'wxt/browser';
import type { Role } from '../../lib/autofill/finding.ts';
import { isListedOrigin } from '../../lib/institutions/address.ts';
import { profileOf, profiles } from '../../lib/institutions/profiles.ts';
import { codeAt } from '../../lib/institutions/visits.ts';
import { client } from '../../lib/messages/client.ts';
import type { FillOutcome, SiteLook, TabRequests } from '../../lib/messages/protocol.ts';
import { Refusal } from '../../lib/refusal.ts';
import { tokensFor } from '../../lib/rights.ts';
import type { Token } from '../../lib/token.ts';
import { askOutside } from './confirm-window.ts';
import type { Desk } from './desk.ts';

/** A named institution counts for this long. Milliseconds. */
const GRANT_LASTS = 2 * 60 * 1000;

interface ActiveTab {
  id: number;
  origin: string | null;
  host: string | null;
}

/** The tab in front, in the window the customer last worked in. */
async function activeTab(): Promise<ActiveTab | null> {
  const window = await browser.windows.getLastFocused({ windowTypes: ['normal'] });
  const [tab] = await browser.tabs.query({ active: true, windowId: window.id ?? browser.windows.WINDOW_ID_CURRENT });
  if (tab?.id === undefined) return null;
  const url = tab.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : null;
  return { id: tab.id, origin: url?.origin ?? null, host: url?.host ?? null };
}

function askTab(tabId: number) {
  return client<TabRequests>(async (message) => {
    try {
      return await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
    } catch (cause) {
      // No content script there: the page was open before we were installed, or it is not a bank's.
      throw new Refusal('page-not-listed', { cause });
    }
  });
}

async function rolesIn(tabId: number): Promise<Role[]> {
  const fields = await askTab(tabId)('whatFields', {}).catch(() => ({ roles: [] }));
  return fields.roles;
}

/** At a listed origin whose entry was not seen, every institution of that origin is possible: the popup asks. */
function candidates(tokens: Token[], origin: string, code: string | null): Token[] {
  const codes = code !== null ? [code] : profiles().map((profile) => profile.code);
  return codes.flatMap((one) => tokensFor(tokens, profileOf(one), { origin, code: one }));
}

export async function lookAtSite(desk: Desk, tokens: Token[]): Promise<SiteLook> {
  const tab = await activeTab();
  if (!tab?.origin || tab.host === null || !isListedOrigin(tab.origin, profiles()))
    return { kind: 'other', host: tab?.origin?.startsWith('http') ? tab.host : null };
  const code = codeAt(await desk.notes.visits.read(), tab.id, tab.origin);
  const profile = code === null ? undefined : profileOf(code);
  return {
    kind: 'bank',
    host: tab.host,
    institution: profile ? { code: profile.code, name: profile.name } : null,
    roles: await rolesIn(tab.id),
    tokenIds: candidates(tokens, tab.origin, code).map(({ id }) => id),
  };
}

export async function fillTab(tabId: number, tokenId: string): Promise<FillOutcome> {
  return await askTab(tabId)('fillNow', { tokenId });
}

export async function fillActiveTab(desk: Desk, tokenId: string): Promise<FillOutcome> {
  const tab = await activeTab();
  if (!tab?.origin || !isListedOrigin(tab.origin, profiles())) throw new Refusal('page-not-listed');
  const { id: tabId, origin } = tab;
  // The customer chose the token while looking at this page: that names the institution, once.
  await desk.notes.grant.change(() => ({ tabId, origin, tokenId, until: desk.now() + GRANT_LASTS }));
  return await fillTab(tabId, tokenId);
}

/** Keyboard command and context menu: one token fills at once; otherwise the customer is asked. */
export async function fillByGesture(desk: Desk): Promise<void> {
  const tab = await activeTab();
  if (!tab?.origin || !isListedOrigin(tab.origin, profiles())) return await openPopup();
  const { id: tabId, origin } = tab;
  if ((await desk.vault.state()) === 'locked') return await askOutside(desk, { tabId, origin }, await rolesIn(tabId));
  const code = codeAt(await desk.notes.visits.read(), tabId, origin);
  const tokens = (await desk.vault.state()) === 'open' ? candidates(await desk.vault.tokens(), origin, code) : [];
  const [only] = tokens;
  if (code === null || !only || tokens.length > 1) return await openPopup();
  // The page's own bubble says what became of it; nothing to add here.
  await fillTab(tabId, only.id).catch((failure: unknown) => {
    if (!(failure instanceof Refusal)) throw failure;
  });
}

async function openPopup(): Promise<void> {
  await browser.action.openPopup().catch(() => undefined);
}
