/** A code, or a serial, for the fields of a page: checked, spent and noted before it leaves. */
import { browser } from 'wxt/browser';
import { issuerTime } from '../../lib/clock.ts';
import { takeCode } from '../../lib/codes.ts';
import type { Role } from '../../lib/field-role.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import { screenOf, useAt, type UsePage, withUse } from '../../lib/journal.ts';
import type { BankPage } from '../../lib/messages/caller.ts';
import type { Ask, PageRequests, Taken } from '../../lib/messages/protocol.ts';
import { Refusal } from '../../lib/refusal.ts';
import { answeredRoles, expectRight, fits } from '../../lib/rights.ts';
import { givesCodes, type Token } from '../../lib/token.ts';
import type { Desk } from './desk.ts';
import { withFreshClock } from './fresh-clock.ts';
import { pageAt } from './page-standing.ts';
import { presently } from './present-tokens.ts';
import { tellPages } from './tell-pages.ts';
import { endWarrants, isWarranted, keepGesture } from './warrants.ts';

async function granted(desk: Desk, caller: BankPage, token: Token): Promise<boolean> {
  const grant = await desk.notes.grant.read();
  return (
    grant !== null &&
    grant.tabId === caller.tabId &&
    grant.origin === caller.origin &&
    grant.tokenId === token.id &&
    grant.until > desk.now()
  );
}

/** The token, if this page may have something of it and the customer asked for it, with a clock that can be believed. */
async function expectRightToken(desk: Desk, caller: BankPage, tokenId: string): Promise<Token> {
  const token = await desk.vault.token(tokenId);
  expectRight(token, profileOf(token.institutionCode), await pageAt(desk, caller), await granted(desk, caller, token));
  if (!(await isWarranted(desk, caller, tokenId))) throw new Refusal('not-allowed');
  await desk.vault.touch();
  const fresh = presently(await withFreshClock(desk, token), desk.now());
  // Its state may have changed with the measure: 失効 is told by the same answer.
  if (!givesCodes(fresh.state) && !fresh.local) throw new Refusal('token-unusable');
  return fresh;
}

/** The step this very field of this very document holds already, if it does. */
async function heldStep(desk: Desk, caller: BankPage, tokenId: string, field: string): Promise<number | null> {
  const held = (await desk.notes.held.read())[caller.tabId];
  const same = held?.tokenId === tokenId && held.document === caller.document && held.field === field;
  return same ? held.step : null;
}

/** For the journal. Of a site that is no bank's nothing but its host is kept. */
async function usePageOf({ tabId, origin }: BankPage, token: Token, roles: Role[]): Promise<UsePage> {
  const title = token.local ? undefined : (await browser.tabs.get(tabId).catch(() => null))?.title;
  return { roles: [...new Set(roles)], host: new URL(origin).host, screen: title === undefined ? null : screenOf(title) };
}

export async function take(desk: Desk, caller: BankPage, { tokenId, roles, field, room }: Ask<PageRequests, 'take'>): Promise<Taken> {
  const token = await expectRightToken(desk, caller, tokenId);
  // One gesture asks for one code, perhaps with the serial; 旧 and 新 are for different tokens.
  if (roles.length === 0 || answeredRoles(token, roles).length !== roles.length) throw new Refusal('token-unusable');
  const serial = roles.includes('serial') ? token.serial : null;
  const page = await usePageOf(caller, token, roles);
  if (roles.every((role) => role === 'serial')) {
    await desk.vault.change(tokenId, (kept) => withUse(kept, useAt(issuerTime(token, desk.now()), 'filled', page)));
    await endWarrants(desk, caller.tabId);
    return { kind: 'given', digits: null, serial, endsIn: 0 };
  }
  // Nothing is spent for a field that can't take it.
  if (!fits(token.profile.digits, room)) throw new Refusal('field-unusable');
  const held = await heldStep(desk, caller, tokenId, field);
  const code = await takeCode(desk.vault, token, desk.now, held, page);
  if (code.kind === 'wait') {
    await keepGesture(desk, caller.tabId, code.milliseconds);
    return code;
  }
  const { tabId, document } = caller;
  await endWarrants(desk, tabId);
  await desk.notes.held.change((all) => ({ ...all, [tabId]: { tokenId, step: code.step, document, field } }));
  await desk.notes.grant.change((grant) => (grant?.tabId === tabId ? null : grant));
  void tellPages();
  return { kind: 'given', digits: code.digits, serial, endsIn: code.endsIn };
}
