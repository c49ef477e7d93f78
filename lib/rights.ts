/** Which token may give what to which page. Pure: the facts come from the browser and the vault. */
import type { Role } from './autofill/finding.ts';
import type { InstitutionProfile } from './institutions/profile.ts';
import { Refusal } from './refusal.ts';
import { givesCodes, type Token, type TokenState } from './token.ts';

/** A bank page as the browser describes it; `code` is null when the entry address was not seen. */
export interface Page {
  origin: string;
  code: string | null;
}

/** Codes of roles other than these mean nothing to the bank in that state (交換: old is in use, new is not yet). */
const STATE_FOR: Partial<Record<Role, TokenState>> = { old: 'ACTIVE', new: 'UNBOUND' };

/** Exact origin and institution code; the origin alone is shared by many institutions. */
export function belongsTo(token: Token, profile: InstitutionProfile | undefined, page: Page): boolean {
  return profile !== undefined && profile.bankOrigin === page.origin && token.institutionCode === page.code;
}

/**
 * Refuses what this page may not have: 'page-institution-unknown', 'page-other-institution',
 * 'token-unusable'. `granted`: the user named the institution in the popup, for a page whose entry was not seen.
 */
export function expectRight(
  token: Token,
  profile: InstitutionProfile | undefined,
  page: Page,
  granted: boolean,
): void {
  const code = page.code ?? (granted ? token.institutionCode : null);
  if (code === null) throw new Refusal('page-institution-unknown');
  if (!belongsTo(token, profile, { ...page, code })) throw new Refusal('page-other-institution');
  if (!givesCodes(token.state)) throw new Refusal('token-unusable');
}

/** What of the asked roles this token answers to: 旧 is answered by the token in use, 新 by the one not yet started. */
export function answeredRoles(token: Token, asked: Role[]): Role[] {
  return asked.filter((role) => (STATE_FOR[role] ?? token.state) === token.state);
}

/** The tokens that may be offered on a page, in the vault's order. */
export function tokensFor(tokens: Token[], profile: InstitutionProfile | undefined, page: Page): Token[] {
  return tokens.filter((token) => givesCodes(token.state) && belongsTo(token, profile, page));
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

/**
 * Whether the customer may delete it. The old token of a 交換 (shinkin banks know no other) stays until the issuer says
 * REPLACED: one that was begun here, or one beside which a token of the same institution waits for its start.
 */
export function mayRemove(token: Token, all: Token[], kind: InstitutionProfile['kind'] | 'local'): boolean {
  if (kind !== 'shinkin' || (token.state !== 'ACTIVE' && token.state !== 'SUSPENDED')) return true;
  const next = all.some((one) => one.institutionCode === token.institutionCode && one.id !== token.id && one.state === 'UNBOUND');
  return !token.exchanging && !next;
}
