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
