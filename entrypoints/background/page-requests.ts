/** Answers to our scripts in a page of a bank, or of the site of imported tokens. */
import { browser } from 'wxt/browser';
import { issuerTime } from '../../lib/clock.ts';
import { takeCode } from '../../lib/codes.ts';
import type { Role } from '../../lib/field-role.ts';
import { inTurnFor } from '../../lib/in-turn.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import { screenOf, useAt, type UsePage, withUse } from '../../lib/journal.ts';
import type { Caller } from '../../lib/messages/caller.ts';
import type { Ask, Offer, PageRequests, Taken } from '../../lib/messages/protocol.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { Refusal } from '../../lib/refusal.ts';
import { answeredRoles, expectRight, fits, tokensOffered } from '../../lib/rights.ts';
import { givesCodes, type Token } from '../../lib/token.ts';
import { bring } from './bring.ts';
import { askOutside } from './confirm-window.ts';
import type { Desk } from './desk.ts';
import { expectToken, presently, presentTokens, withFreshClock } from './fresh-clock.ts';
import { isGranted } from './own-sites.ts';
import { pageAt } from './page-standing.ts';
import { goOnNow } from './pendings.ts';
import { tellPages } from './tell-pages.ts';
import { labelOf } from './token-names.ts';
import { endWarrants, isWarranted, keepGesture, noteOffer } from './warrants.ts';

export type BankPage = Extract<Caller, { kind: 'bank-page' }>;

const SILENT: Offer = { kind: 'none', institution: '', language: 'auto', theme: 'auto', locked: false, tokens: [] };

/** A tab that was just closed has none. */
async function showBadge(tabId: number, found: boolean): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: found ? '●' : '' }).catch(() => undefined);
}

/** While locked. A hidden loss kit tells nobody whose customer this is. */
async function isKnown({ vault }: Desk, institution: string): Promise<boolean> {
  return (await vault.lossKit()).lines.some((entry) => entry.institution === institution);
}

async function offerFor(desk: Desk, caller: BankPage, roles: Role[]): Promise<Offer> {
  // The customer has pressed the field, and waits: what can be read at once is.
  const [page, { quietInstitutions, language, theme }, { inPageOffer }, state] = await Promise.all([
    pageAt(desk, caller), desk.settings.read(), desk.policy.read(), desk.vault.state(),
  ]);
  if (inPageOffer === false) return SILENT;
  const profile = page.code === null ? undefined : profileOf(page.code);
  if (page.unlisted ? !(await isGranted(page.origin)) : profile?.bankOrigin !== page.origin) return SILENT;
  if (profile && quietInstitutions.includes(profile.code)) return SILENT;
  const offer: Offer = {
    kind: import.meta.env.BROWSER === 'firefox' ? 'window' : 'in-page',
    institution: profile?.name ?? new URL(page.origin).host,
    language,
    theme,
    locked: state === 'locked',
    tokens: [],
  };
  // The site of an imported token was let in by what is registered for it (`isOwnSite`).
  if (offer.locked) return !profile || (await isKnown(desk, profile.name)) ? offer : SILENT;
  if (state !== 'open') return SILENT;
  const meant = tokensOffered(await presentTokens(desk), profile, page, roles);
  const tokens = meant.map((token) => ({ id: token.id, label: labelOf(token), state: token.state }));
  return tokens.length > 0 ? { ...offer, tokens } : SILENT;
}

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
  const token = await expectToken(desk, tokenId);
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

async function take(desk: Desk, caller: BankPage, { tokenId, roles, field, room }: Ask<PageRequests, 'take'>): Promise<Taken> {
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

export function pageRequests(desk: Desk): Handlers<PageRequests, BankPage> {
  // Of two demands at once the second must see that the first has used up the act, or a counter would move twice.
  const turn = inTurnFor();
  return {
    async bring({ part }, { tabId, document }) {
      await bring(part, tabId, document);
      return {};
    },

    async arrive({ roles, acted }, caller) {
      const found = roles.length > 0;
      // A view beside the page offers to fill it.
      if (!acted) void tellPages();
      const [offer] = await Promise.all([found ? offerFor(desk, caller, roles) : SILENT, showBadge(caller.tabId, found)]);
      if (acted && offer.kind === 'in-page') await noteOffer(desk, caller, offer.tokens.map(({ id }) => id));
      return offer;
    },

    take: (ask, caller) => turn(caller.tabId, () => take(desk, caller, ask)),

    async askOutside({ roles, tokenId }, caller) {
      await askOutside(desk, caller, { roles, tokenId });
      return {};
    },

    async completed({ errand, number, time, serial }, caller) {
      const { code } = await pageAt(desk, caller);
      if (code === null || profileOf(code)?.bankOrigin !== caller.origin) return {};
      const completion = { errand, institutionCode: code, number, time, serial };
      await desk.notes.completions.change((all) => [...all, completion].slice(-20));
      await goOnNow(desk);
      return {};
    },
  };
}
