/** The customer's gestures outside the page: popup button, keyboard command, context menu. */
import { isListedOrigin } from '../../lib/institutions/address.ts';
import { profiles } from '../../lib/institutions/profiles.ts';
import type { FillOutcome } from '../../lib/messages/protocol.ts';
import { Refusal } from '../../lib/refusal.ts';
import { siteOf, type Token } from '../../lib/token.ts';
import { within } from '../../lib/within.ts';
import { showPopup } from '../pages/show-popup.ts';
import { type ActiveTab, activeTab, asActive, type SomeTab } from './active-tab.ts';
import { askOutside } from './confirm-window.ts';
import type { Desk } from './desk.ts';
import { isOwnSite } from './own-sites.ts';
import { pageAt } from './page-standing.ts';
import { presentTokens } from './present-tokens.ts';
import { fillTab, rolesIn } from './tab-requests.ts';
import { bankTokens, ownTokens } from './tokens-meant.ts';

/** A named institution counts for this long. Milliseconds. */
const GRANT_LASTS = 2 * 60 * 1000;
/** Whoever pressed a key waits for what it does: a slow page is given longer than the popup would give it. Milliseconds. */
const GESTURE_WAITS = 3000;

export async function fillActiveTab(desk: Desk, tokenId: string): Promise<FillOutcome> {
  const tab = await activeTab();
  if (!tab?.origin) throw new Refusal('page-not-listed');
  const { id: tabId, origin } = tab;
  const { code, unlisted } = await pageAt(desk, { tabId, origin });
  if (unlisted) {
    // Nothing of ours comes into a page but that of the token's own site.
    if (siteOf(await desk.vault.token(tokenId)) !== origin) throw new Refusal('page-not-listed');
    return await fillTab(desk, tabId, tokenId);
  }
  // Where the entry was not seen, the choice of the token names the institution: for this page, once.
  if (code === null) await desk.notes.grant.change(() => ({ tabId, origin, tokenId, until: desk.now() + GRANT_LASTS }));
  return await fillTab(desk, tabId, tokenId);
}

async function meantTokens(desk: Desk, { tabId, origin }: { tabId: number; origin: string }): Promise<Token[]> {
  const { code, unlisted } = await pageAt(desk, { tabId, origin });
  const roles = await rolesIn(tabId, GESTURE_WAITS);
  if (unlisted) return ownTokens(await presentTokens(desk), origin, roles);
  return code === null ? [] : bankTokens(await presentTokens(desk), origin, code, roles);
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
  await desk.policy.known();
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
