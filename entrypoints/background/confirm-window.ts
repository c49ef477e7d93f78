/** A small window of our own: to unlock, or (Firefox) to confirm a fill where no page can paint over it. */
import { browser } from 'wxt/browser';
import { inTurn } from '../../lib/in-turn.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { ConfirmLook } from '../../lib/messages/looks.ts';
import type { FillOutcome } from '../../lib/messages/protocol.ts';
import type { Ways } from '../../lib/messages/ways.ts';
import { Refusal } from '../../lib/refusal.ts';
import { tokensOffered } from '../../lib/rights.ts';
import { windowSize, type Size } from '../pages/window-size.ts';
import type { Desk } from './desk.ts';
import type { Intent } from './notes.ts';
import { pageAt } from './page-standing.ts';
import { presentTokens } from './present-tokens.ts';
import { fillTab } from './tab-requests.ts';
import { labelOf } from './token-names.ts';

/** An intent older than this is forgotten: the customer has gone on. Typing a passphrase may take minutes. Milliseconds. */
const INTENT_LASTS = 10 * 60 * 1000;
/** Where the browser does not tell how large its own window is. */
const ROOM: Size = { width: 1280, height: 720 };

/** Each window sees the one before it; and it may ask before its own id is noted. */
const turn = inTurn();

/** A tab has one window at most: whatever its page asks, the screen does not fill up. */
async function closeOthers(desk: Desk, tabId: number): Promise<void> {
  const others = Object.entries(await desk.notes.intents.read()).filter(([, intent]) => intent.tabId === tabId);
  // Not waited for: of a window that is just closing itself some browsers never tell that it is gone.
  for (const [windowId] of others) void browser.windows.remove(Number(windowId)).catch(() => undefined);
}

/** A worker knows no screen: as much as the window of the page has. */
async function roomBeside(tabId: number): Promise<Size> {
  const { windowId } = await browser.tabs.get(tabId);
  const { width = ROOM.width, height = ROOM.height } = windowId === undefined ? {} : await browser.windows.get(windowId);
  return { width, height };
}

async function open(desk: Desk, intent: Intent): Promise<void> {
  await closeOthers(desk, intent.tabId);
  const size = windowSize(await desk.settings.read(), await roomBeside(intent.tabId).catch(() => ROOM));
  const window = await browser.windows.create({ url: browser.runtime.getURL('/confirm.html'), type: 'popup', ...size });
  const stands = ([, { askedAt, tabId }]: [string, Intent]): boolean => tabId !== intent.tabId && desk.now() - askedAt <= INTENT_LASTS;
  await desk.notes.intents.change((all) => ({
    ...Object.fromEntries(Object.entries(all).filter(stands)),
    [String(window?.id)]: intent,
  }));
}

export async function askOutside(desk: Desk, { tabId, origin }: { tabId: number; origin: string }, about: Pick<Intent, 'roles' | 'tokenId'>): Promise<void> {
  await turn(() => open(desk, { tabId, origin, ...about, askedAt: desk.now() }));
}

async function expectIntent(desk: Desk, windowId: number | null): Promise<Intent> {
  const intent = (await turn(() => desk.notes.intents.read()))[String(windowId)];
  if (!intent || desk.now() - intent.askedAt > INTENT_LASTS) throw new Refusal('page-changed');
  return intent;
}

/** Null while it is open. Refuses where there is nothing that could be opened. */
async function waysIn({ vault }: Desk): Promise<Ways | null> {
  const face = await vault.state();
  if (face === 'open') return null;
  const ways = face === 'locked' ? await vault.ways() : null;
  if (!ways) throw new Refusal(face === 'none' ? 'no-vault' : 'vault-damaged');
  return ways;
}

export async function lookAtIntent(desk: Desk, windowId: number | null): Promise<ConfirmLook> {
  const { tabId, origin, roles, tokenId } = await expectIntent(desk, windowId);
  const page = await pageAt(desk, { tabId, origin });
  const profile = page.code === null ? undefined : profileOf(page.code);
  const ways = await waysIn(desk);
  const offered = ways ? [] : tokensOffered(await presentTokens(desk), profile, page, roles);
  // Whoever chose in the page is asked about that one alone.
  const chosen = offered.filter(({ id }) => id === tokenId);
  const tokens = chosen.length > 0 ? chosen : offered;
  return {
    institution: profile?.name ?? '',
    host: new URL(origin).host,
    roles,
    tokens: tokens.map((token) => ({ id: token.id, label: labelOf(token) })),
    ways,
  };
}

/** Fills the page that asked, if the tab still shows that origin. The intent is used up by it. */
export async function fillIntent(desk: Desk, windowId: number | null, tokenId: string): Promise<FillOutcome> {
  const { tabId, origin } = await expectIntent(desk, windowId);
  if ((await desk.vault.state()) !== 'open') return { kind: 'unlock-first' };
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab?.url || new URL(tab.url).origin !== origin) throw new Refusal('page-changed');
  await desk.vault.touch();
  const outcome = await fillTab(desk, tabId, tokenId);
  await desk.notes.intents.change(({ [String(windowId)]: _used, ...rest }) => rest);
  return outcome;
}
