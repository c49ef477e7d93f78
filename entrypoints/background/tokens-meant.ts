/** Which tokens the fields of a page mean, asked for from outside of the page. */
import type { Role } from '../../lib/field-role.ts';
import { profileOf, profiles } from '../../lib/institutions/profiles.ts';
import { tokensFor, tokensMeant, tokensOffered } from '../../lib/rights.ts';
import type { Token } from '../../lib/token.ts';

/** At a listed origin whose entry was not seen, every institution of that origin is possible: the popup asks. */
function candidates(tokens: Token[], origin: string, code: string | null): Token[] {
  const codes = code !== null ? [code] : profiles().map((profile) => profile.code);
  return codes.flatMap((one) => tokensFor(tokens, profileOf(one), { origin, code: one }));
}

/** Institution by institution: each has its own two. */
function meantBy(roles: Role[], tokens: Token[]): Token[] {
  const codes = [...new Set(tokens.map(({ institutionCode }) => institutionCode))];
  return codes.flatMap((code) => {
    const here = tokens.filter(({ institutionCode }) => institutionCode === code);
    return tokensMeant(here, roles, profileOf(code)?.kind ?? 'shinkin');
  });
}

/** At a listed origin. `code`: null where the entry was not seen. */
export function bankTokens(tokens: Token[], origin: string, code: string | null, roles: Role[]): Token[] {
  return meantBy(roles, candidates(tokens, origin, code));
}

/** The imported tokens of this very site that these fields mean. */
export function ownTokens(tokens: Token[], origin: string, roles: Role[]): Token[] {
  return tokensOffered(tokens, undefined, { origin, code: null, unlisted: true }, roles);
}
