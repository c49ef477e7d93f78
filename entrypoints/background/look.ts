/** What our own pages are shown: the vault, the tokens, what is pending, the page in front. */
import { browser } from 'wxt/browser';
import { isFar, issuerTime } from '../../lib/clock.ts';
import { codesIn } from '../../lib/codes.ts';
import { kindOf } from '../../lib/institutions/directory.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { CodeLook, Look, PendingLook, RemovedLook, TokenLook } from '../../lib/messages/looks.ts';
import { mayRemove } from '../../lib/rights.ts';
import { endsSoonAt, givesCodes, REMOVED_LASTS, type Token } from '../../lib/token.ts';
import type { PendingSummary } from '../../lib/vault/pending.ts';
import type { TokenRecord } from '../../lib/vault/token-record.ts';
import type { Desk } from './desk.ts';
import { askBeside, isUnreached, surenessOf } from './fresh-clock.ts';
import { isGranted } from './own-sites.ts';
import { presently } from './present-tokens.ts';
import { lookAtSite } from './site-look.ts';
import { nameOf, titleOf } from './token-names.ts';

/**
 * No digits by a clock that was, or may have been, set since it was measured: the next ones follow the issuer's answer. The code to
 * come is shown by a sure clock only.
 */
function codeLook(desk: Desk, token: Token, seen: CodeLook | null): CodeLook | null {
  const sureness = surenessOf(desk, token);
  if (!seen || sureness === 'sure') return seen;
  return { ...seen, digits: sureness === 'hidden' ? '' : seen.digits, timed: false, next: null };
}

async function localLook({ local }: Token): Promise<TokenLook['local']> {
  if (!local) return null;
  const { issuer, account, counter, site } = local;
  return { issuer, account, counts: counter !== null, site: site === null ? null : { origin: site, inPage: await isGranted(site) } };
}

async function tokenLook(desk: Desk, token: Token, all: Token[], seen: CodeLook | null): Promise<TokenLook> {
  const { id, institutionCode, serial, state, startBy, receipt, suffix, introduced, exchanging, local } = token;
  const now = desk.now();
  const profile = profileOf(institutionCode);
  const kind = local ? 'local' : kindOf(institutionCode);
  return {
    id,
    institutionCode,
    institution: titleOf(token),
    serial,
    state,
    code: codeLook(desk, token, seen),
    startBy,
    receipt,
    loginAddress: profile?.loginAddress ?? null,
    call: profile ? { telephone: profile.telephone, hours: profile.hours } : null,
    kind,
    local: await localLook(token),
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

function pendingLook({ id, institutionCode, startedAt }: PendingSummary): PendingLook {
  const kind = profileOf(institutionCode)?.kind ?? kindOf(institutionCode);
  return { id, institutionCode, institution: nameOf(institutionCode), kind, startedAt };
}

function removedLook(token: Token): RemovedLook {
  const { local } = token;
  return {
    id: token.id,
    institution: titleOf(token),
    // An account without an issuer is the name already.
    serial: !local ? token.serial : local.issuer === '' ? '' : local.account,
    until: (token.removedAt ?? 0) + REMOVED_LASTS,
  };
}

interface Content extends Pick<Look, 'vault' | 'mended'> {
  tokens: Token[];
  codes: Map<string, CodeLook>;
  pendings: PendingLook[];
  removed: RemovedLook[];
}

/** The vault is read once: a screen waits for it. */
async function contentOf(desk: Desk): Promise<Content> {
  const now = desk.now();
  const shown = (records: readonly TokenRecord[]): Token[] =>
    records.flatMap(({ token }) => (token.introduced && token.removedAt === null ? [presently(token, now)] : []));
  const [view] = await Promise.all([desk.vault.view((records) => codesIn(records, shown(records), now)), desk.policy.soon()]);
  if (view.face !== 'open') return { vault: view.face, mended: null, tokens: [], codes: new Map(), pendings: [], removed: [] };
  for (const token of view.tokens) askBeside(desk, token);
  return {
    vault: 'open',
    mended: view.mended,
    tokens: view.tokens.map((token) => presently(token, now)),
    codes: view.lent,
    pendings: view.pendings.map(pendingLook),
    removed: view.removed.map(removedLook),
  };
}

async function siteLook(desk: Desk, tokens: Promise<Token[]>): Promise<Look['site']> {
  // Who looks hears from `contentOf` why it failed; here nobody listens until the policy is known.
  void tokens.catch(() => undefined);
  await desk.policy.soon();
  return await lookAtSite(desk, tokens);
}

export async function look(desk: Desk): Promise<Look> {
  const content = contentOf(desk);
  const [{ vault, mended, tokens, codes, pendings, removed }, site, settings, keys] = await Promise.all([
    content, siteLook(desk, content.then((whole) => whole.tokens)), desk.settings.read(), shortcuts(),
  ]);
  const far = tokens.find((token) => givesCodes(token.state) && isFar(token));
  return {
    vault,
    ways: vault === 'locked' ? await desk.vault.ways() : null,
    mended,
    tokens: await Promise.all(tokens.map((token) => tokenLook(desk, token, tokens, codes.get(token.id) ?? null))),
    pendings,
    removed,
    site,
    clockOffset: (far ?? tokens.find(({ clock }) => clock !== null))?.clock?.offset ?? null,
    clockAsks: far !== undefined,
    clockUnsure: tokens.some((token) => givesCodes(token.state) && isUnreached(desk, token)),
    hidesDigits: settings.hidesDigits,
    shortcuts: keys,
  };
}
