/** Answers to the content script of a bank page. */
import { browser } from 'wxt/browser';
import type { Role } from '../../lib/autofill/finding.ts';
import { takeCode } from '../../lib/codes.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import { codeAt } from '../../lib/institutions/visits.ts';
import type { Caller } from '../../lib/messages/caller.ts';
import type { Offer, PageRequests } from '../../lib/messages/protocol.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { Refusal } from '../../lib/refusal.ts';
import { answeredRoles, expectRight, type Page, tokensFor, tokensMeant } from '../../lib/rights.ts';
import { givesCodes, type Token } from '../../lib/token.ts';
import { askOutside } from './confirm-window.ts';
import type { Desk } from './desk.ts';
import { expectToken, presently, presentTokens, withFreshClock } from './fresh-clock.ts';
import { goOnLater } from './pendings.ts';
import { tellPages } from './tell-pages.ts';

export type BankPage = Extract<Caller, { kind: 'bank-page' }>;

const SILENT: Offer = { kind: 'none', institution: '', locked: false, tokens: [] };

async function pageOf(desk: Desk, caller: BankPage): Promise<Page> {
  return { origin: caller.origin, code: codeAt(await desk.notes.visits.read(), caller.tabId, caller.origin) };
}

async function showBadge(tabId: number, found: boolean): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: found ? '●' : '' });
}

async function offerFor(desk: Desk, caller: BankPage, roles: Role[]): Promise<Offer> {
  const page = await pageOf(desk, caller);
  const profile = page.code === null ? undefined : profileOf(page.code);
  if (!profile || profile.bankOrigin !== page.origin) return SILENT;
  if ((await desk.settings.read()).quietInstitutions.includes(profile.code)) return SILENT;
  const locked = (await desk.vault.state()) === 'locked';
  const offer: Offer = {
    kind: import.meta.env.BROWSER === 'firefox' ? 'window' : 'in-page',
    institution: profile.name,
    locked,
    tokens: [],
  };
  if (locked) {
    // A hidden loss kit tells nobody whose customer this is: no offer then.
    const known = (await desk.vault.lossKit()).lines.some((entry) => entry.institution === profile.name);
    return known ? offer : SILENT;
  }
  if ((await desk.vault.state()) !== 'open') return SILENT;
  const meant = tokensMeant(tokensFor(await presentTokens(desk), profile, page), roles, profile.kind);
  const tokens = meant.map(({ id, serial }) => ({ id, label: serial }));
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

/** The token, if this page may have something of it, with a clock that can be believed. */
async function expectRightToken(desk: Desk, caller: BankPage, tokenId: string): Promise<Token> {
  const token = await expectToken(desk, tokenId);
  expectRight(token, profileOf(token.institutionCode), await pageOf(desk, caller), await granted(desk, caller, token));
  await desk.vault.touch();
  const fresh = presently(await withFreshClock(desk, token), desk.now());
  // Its state may have changed with the measure: 失効 is told by the same answer.
  if (!givesCodes(fresh.state)) throw new Refusal('token-unusable');
  return fresh;
}

/** The step this very field of this very document holds already, if it does. */
async function heldStep(desk: Desk, caller: BankPage, tokenId: string, field: string): Promise<number | null> {
  const held = (await desk.notes.held.read())[caller.tabId];
  const same = held?.tokenId === tokenId && held.document === caller.document && held.field === field;
  return same ? held.step : null;
}

export function pageRequests(desk: Desk): Handlers<PageRequests, BankPage> {
  return {
    async arrive({ roles }, caller) {
      await showBadge(caller.tabId, roles.length > 0);
      return roles.length > 0 ? await offerFor(desk, caller, roles) : SILENT;
    },

    async take({ tokenId, roles, field }, caller) {
      const token = await expectRightToken(desk, caller, tokenId);
      // One gesture asks for one code, perhaps with the serial; 旧 and 新 are for different tokens.
      if (roles.length === 0 || answeredRoles(token, roles).length !== roles.length) throw new Refusal('token-unusable');
      const serial = roles.includes('serial') ? token.serial : null;
      if (roles.every((role) => role === 'serial')) return { kind: 'given', digits: null, serial, endsIn: 0 };
      const held = await heldStep(desk, caller, tokenId, field);
      const code = await takeCode(desk.vault, token, desk.now, held);
      if (code.kind === 'wait') return code;
      const { tabId, document } = caller;
      await desk.notes.held.change((all) => ({ ...all, [tabId]: { tokenId, step: code.step, document, field } }));
      await desk.notes.grant.change((grant) => (grant?.tabId === tabId ? null : grant));
      void tellPages();
      return { kind: 'given', digits: code.digits, serial, endsIn: code.endsIn };
    },

    async askOutside({ roles }, caller) {
      await askOutside(desk, caller, roles);
      return {};
    },

    async completed({ errand, number, time, serial }, caller) {
      const { code } = await pageOf(desk, caller);
      if (code === null || profileOf(code)?.bankOrigin !== caller.origin) return {};
      const completion = { errand, institutionCode: code, number, time, serial };
      await desk.notes.completions.change((all) => [...all, completion].slice(-20));
      await goOnLater(desk);
      return {};
    },
  };
}
