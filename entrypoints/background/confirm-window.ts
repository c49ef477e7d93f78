/** A small window of our own: to unlock, or (Firefox) to confirm a fill where no page can paint over it. */
import { browser } from 'wxt/browser';
import type { Role } from '../../lib/autofill/finding.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import { codeAt } from '../../lib/institutions/visits.ts';
import type { ConfirmLook, FillOutcome } from '../../lib/messages/protocol.ts';
import { Refusal } from '../../lib/refusal.ts';
import { tokensFor, tokensMeant } from '../../lib/rights.ts';
import type { Desk } from './desk.ts';
import { presentTokens } from './fresh-clock.ts';
import type { Intent } from './notes.ts';
import { fillTab } from './tab-requests.ts';

/** An intent older than this is forgotten: the customer has gone on. Milliseconds. */
const INTENT_LASTS = 3 * 60 * 1000;
const SIZE = { width: 440, height: 520 };

/** The window may ask before its id is noted. */
let opening: Promise<unknown> = Promise.resolve();

async function open(desk: Desk, intent: Intent): Promise<void> {
  const window = await browser.windows.create({ url: browser.runtime.getURL('/confirm.html'), type: 'popup', ...SIZE });
  const fresh = ([, { askedAt }]: [string, Intent]): boolean => desk.now() - askedAt <= INTENT_LASTS;
  await desk.notes.intents.change((all) => ({
    ...Object.fromEntries(Object.entries(all).filter(fresh)),
    [String(window?.id)]: intent,
  }));
}

export async function askOutside(desk: Desk, page: { tabId: number; origin: string }, roles: Role[]): Promise<void> {
  const opened = open(desk, { tabId: page.tabId, origin: page.origin, roles, askedAt: desk.now() });
  opening = opened.catch(() => undefined);
  await opened;
}

async function expectIntent(desk: Desk, windowId: number | null): Promise<Intent> {
  await opening;
  const intent = (await desk.notes.intents.read())[String(windowId)];
  if (!intent || desk.now() - intent.askedAt > INTENT_LASTS) throw new Refusal('page-changed');
  return intent;
}

export async function lookAtIntent(desk: Desk, windowId: number | null): Promise<ConfirmLook> {
  const { tabId, origin, roles } = await expectIntent(desk, windowId);
  const page = { origin, code: codeAt(await desk.notes.visits.read(), tabId, origin) };
  const profile = page.code === null ? undefined : profileOf(page.code);
  const locked = (await desk.vault.state()) !== 'open';
  const tokens = locked ? [] : tokensMeant(tokensFor(await presentTokens(desk), profile, page), roles, profile?.kind ?? 'shinkin');
  return {
    institution: profile?.name ?? '',
    host: new URL(origin).host,
    roles,
    tokens: tokens.map(({ id, serial }) => ({ id, label: serial })),
    locked,
  };
}

/** Fills the page that asked, if the tab still shows that origin. The intent is used up by it. */
export async function fillIntent(desk: Desk, windowId: number | null, tokenId: string): Promise<FillOutcome> {
  const { tabId, origin } = await expectIntent(desk, windowId);
  if ((await desk.vault.state()) !== 'open') return { kind: 'unlock-first' };
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab?.url || new URL(tab.url).origin !== origin) throw new Refusal('page-changed');
  await desk.vault.touch();
  const outcome = await fillTab(tabId, tokenId);
  await desk.notes.intents.change(({ [String(windowId)]: _used, ...rest }) => rest);
  return outcome;
}
