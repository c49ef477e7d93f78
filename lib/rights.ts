/** Which token may give what to which page. Pure: the facts come from the browser and the vault. */
import type { Role } from './field-role.ts';
import type { InstitutionProfile } from './institutions/profile.ts';
import type { Room } from './messages/protocol.ts';
import { Refusal } from './refusal.ts';
import { givesCodes, isInUse, siteOf, type Token, type TokenState } from './token.ts';

/** A page as the browser describes it; `code` is null when the entry address was not seen, and where no bank is. */
export interface Page {
  origin: string;
  code: string | null;
  /** Known to be no bank's origin: only there may the code of an imported token go. */
  unlisted?: boolean;
}

/** Codes of roles other than these mean nothing to the bank in that state (交換: old is in use, new is not yet). */
const STATE_FOR: Partial<Record<Role, TokenState>> = { old: 'ACTIVE', new: 'UNBOUND' };

/**
 * An issuer's token: exact origin and institution code; the origin alone is shared by many institutions. An imported one:
 * the exact origin that the customer bound it to, which is no bank's.
 */
export function belongsTo(token: Token, profile: InstitutionProfile | undefined, page: Page): boolean {
  if (token.local) return page.unlisted === true && siteOf(token) === page.origin;
  return page.unlisted !== true && profile !== undefined && profile.bankOrigin === page.origin && token.institutionCode === page.code;
}

/** A credit union's token gives nothing before its name and its caution were seen. */
const mayGive = ({ state, introduced }: Token): boolean => introduced && givesCodes(state);

/**
 * Refuses what this page may not have: 'page-institution-unknown', 'page-other-institution', 'page-other-site',
 * 'token-unusable'. `granted`: the user named the institution in the popup, for a page whose entry was not seen.
 */
export function expectRight(
  token: Token,
  profile: InstitutionProfile | undefined,
  page: Page,
  granted: boolean,
): void {
  if (token.local) {
    if (!belongsTo(token, profile, page)) throw new Refusal('page-other-site');
    return;
  }
  const code = page.code ?? (granted ? token.institutionCode : null);
  if (code === null) throw new Refusal('page-institution-unknown');
  if (!belongsTo(token, profile, { ...page, code })) throw new Refusal('page-other-institution');
  if (!mayGive(token)) throw new Refusal('token-unusable');
}

/**
 * What of the asked roles this token answers to: 旧 is answered by the token in use, 新 by the one not yet started. An imported
 * token has a code and nothing else: no serial number, no successor.
 */
export function answeredRoles(token: Token, asked: Role[]): Role[] {
  if (token.local) return asked.filter((role) => role === 'current');
  return asked.filter((role) => (STATE_FOR[role] ?? token.state) === token.state);
}

/** Whether a code of so many digits has room in these fields; boxes take as many as they have places for, all of them. */
export function fits(digits: number, { boxes, most }: Room): boolean {
  return boxes > 1 ? boxes === digits : most === null || most >= digits;
}

/** The tokens that may be offered on a page, in the vault's order. */
export function tokensFor(tokens: Token[], profile: InstitutionProfile | undefined, page: Page): Token[] {
  return tokens.filter((token) => (mayGive(token) || token.local !== null) && belongsTo(token, profile, page));
}

/**
 * Of several tokens at one bank those that these fields mean. 旧 and 新 of a 交換 are strict; a シリアル番号 beside the code
 * means the token not yet started, a code alone the one in use. At a credit union a code alone starts a token, too:
 * with one of each there, the customer chooses.
 */
export function tokensMeant(tokens: Token[], roles: Role[], kind: InstitutionProfile['kind']): Token[] {
  const strict = roles.filter((role) => role in STATE_FOR);
  if (strict.length > 0) return tokens.filter((token) => answeredRoles(token, strict).length > 0);
  if (roles.length === 0) return tokens;
  const withSerial = roles.includes('serial');
  if (kind === 'credit-union' && !withSerial) return tokens;
  const meant = tokens.filter(({ state }) => state === (withSerial ? 'UNBOUND' : 'ACTIVE'));
  return meant.length > 0 ? meant : tokens;
}

/** The tokens to offer for these fields of that page, in the vault's order. */
export function tokensOffered(tokens: Token[], profile: InstitutionProfile | undefined, page: Page, roles: Role[]): Token[] {
  const here = tokensFor(tokens, profile, page);
  if (page.unlisted) return here.filter((token) => answeredRoles(token, roles).length === roles.length);
  return tokensMeant(here, roles, profile?.kind ?? 'shinkin');
}

/**
 * Whether the customer may delete it. The old token of a 交換 (shinkin banks know no other) stays until the issuer says
 * REPLACED: one that was begun here, or one beside which a token of the same institution waits for its start.
 */
export function mayRemove(token: Token, all: Token[], kind: InstitutionProfile['kind'] | 'local'): boolean {
  if (kind !== 'shinkin' || !isInUse(token.state)) return true;
  const next = all.some((one) => one.institutionCode === token.institutionCode && one.id !== token.id && one.state === 'UNBOUND');
  return !token.exchanging && !next;
}
