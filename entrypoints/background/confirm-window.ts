/** A small window of our own: to unlock, or (Firefox) to confirm a fill where no page can paint over it. */
import { browser } from 'wxt/browser';
import type { Role } from '../../lib/autofill/finding.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import { codeAt } from '../../lib/institutions/visits.ts';
import type { ConfirmLook } from '../../lib/messages/protocol.ts';
import { Refusal } from '../../lib/refusal.ts';
import { tokensFor } from '../../lib/rights.ts';
import type { Desk } from './desk.ts';
import type { Intent } from './notes.ts';

/** An intent older than this is forgotten: the customer has gone on. Milliseconds. */
const INTENT_LASTS = 3 * 60 * 1000;
const SIZE = { width: 440, height: 520 };

export async function askOutside(desk: Desk, page: { tabId: number; origin: string }, roles: Role[]): Promise<void> {
  const intent: Intent = { tabId: page.tabId, origin: page.origin, roles, askedAt: desk.now() };
  await desk.notes.intent.change(() => intent);
  await browser.windows.create({ url: browser.runtime.getURL('/confirm.html'), type: 'popup', ...SIZE });
}

export async function expectIntent(desk: Desk): Promise<Intent> {
  const intent = await desk.notes.intent.read();
  if (intent === null || desk.now() - intent.askedAt > INTENT_LASTS) throw new Refusal('page-changed');
  return intent;
}

export async function lookAtIntent(desk: Desk): Promise<ConfirmLook> {
  const { tabId, origin, roles } = await expectIntent(desk);
  const page = { origin, code: codeAt(await desk.notes.visits.read(), tabId, origin) };
  const profile = page.code === null ? undefined : profileOf(page.code);
  const locked = (await desk.vault.state()) !== 'open';
  const tokens = locked ? [] : tokensFor(await desk.vault.tokens(), profile, page);
  return {
    institution: profile?.name ?? '',
    host: new URL(origin).host,
    roles,
    tokens: tokens.map(({ id, serial }) => ({ id, label: serial })),
    locked,
  };
}
