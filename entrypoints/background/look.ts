/** What our own pages are shown: the vault, the tokens, what is pending, the page in front. */
import { browser } from 'wxt/browser';
import { isFar, issuerTime } from '../../lib/clock.ts';
import { lookAtCode } from '../../lib/codes.ts';
import { institutionOf, kindOf } from '../../lib/institutions/directory.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { CodeLook, Look, PendingLook, RemovedLook, TokenLook } from '../../lib/messages/protocol.ts';
import { mayRemove } from '../../lib/rights.ts';
import { endsSoonAt, givesCodes, type Token } from '../../lib/token.ts';
import type { Desk } from './desk.ts';
import { askBeside, presently, surenessOf } from './fresh-clock.ts';
import { lookAtSite } from './gestures.ts';
import { REMOVED_LASTS } from './token-requests.ts';

function nameOf(code: string): string {
  return profileOf(code)?.name ?? institutionOf(code)?.name ?? code;
}

/** No digits by a clock that was, or may have been, set since it was measured: the next ones follow the issuer's answer. */
async function codeLook(desk: Desk, token: Token, now: number): Promise<CodeLook | null> {
  const seen = token.introduced ? await lookAtCode(desk.vault, token, now) : null;
  const sureness = surenessOf(desk, token);
  if (!seen || sureness === 'sure') return seen;
  return { ...seen, digits: sureness === 'hidden' ? '' : seen.digits, timed: false };
}

async function tokenLook(desk: Desk, token: Token, all: Token[]): Promise<TokenLook> {
  const { id, institutionCode, serial, state, startBy, receipt, suffix, introduced, exchanging } = token;
  const now = desk.now();
  const profile = profileOf(institutionCode);
  const kind = kindOf(institutionCode);
  return {
    id,
    institutionCode,
    institution: nameOf(institutionCode),
    serial,
    state,
    code: await codeLook(desk, token, now),
    startBy,
    receipt,
    loginAddress: profile?.loginAddress ?? null,
    kind,
    suffix,
    introduced,
    exchanging,
    mayRemove: mayRemove(token, all, kind),
    endsSoonAt: endsSoonAt(token, issuerTime(token, now)),
  };
}

async function shortcuts(): Promise<Look['shortcuts']> {
  const commands = await browser.commands.getAll();
  const keyOf = (name: string): string => commands.find((command) => command.name === name)?.shortcut ?? '';
  return { open: keyOf('_execute_action'), fill: keyOf('fill-code') };
}

async function pendingLooks({ vault }: Desk): Promise<PendingLook[]> {
  return (await vault.pendings()).map(({ id, institutionCode, startedAt }) => ({
    id,
    institutionCode,
    institution: nameOf(institutionCode),
    startedAt,
  }));
}

async function removedLooks({ vault }: Desk): Promise<RemovedLook[]> {
  return (await vault.removed()).map(({ id, institutionCode, serial, removedAt }) => ({
    id,
    institution: nameOf(institutionCode),
    serial,
    until: (removedAt ?? 0) + REMOVED_LASTS,
  }));
}

export async function look(desk: Desk): Promise<Look> {
  const vault = await desk.vault.state();
  const open = vault === 'open';
  const kept = open ? await desk.vault.tokens() : [];
  for (const token of kept) askBeside(desk, token);
  const tokens = kept.map((token) => presently(token, desk.now()));
  const far = tokens.find((token) => givesCodes(token.state) && isFar(token));
  return {
    vault,
    wayIn: vault === 'locked' ? await desk.vault.wayIn() : null,
    tokens: await Promise.all(tokens.map((token) => tokenLook(desk, token, tokens))),
    pendings: open ? await pendingLooks(desk) : [],
    removed: open ? await removedLooks(desk) : [],
    site: await lookAtSite(desk, tokens),
    clockOffset: (far ?? tokens.find(({ clock }) => clock !== null))?.clock?.offset ?? null,
    clockAsks: far !== undefined,
    shortcuts: await shortcuts(),
  };
}
