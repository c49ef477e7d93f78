/** Where the customer is in an errand, as far as the tab in front tells. Pure; a hint and no proof: only the issuer says what is done. */
import type { Errand } from '../lib/errand.ts';
import type { Role } from '../lib/field-role.ts';
import type { Look, SiteLook, TokenLook } from '../lib/messages/looks.ts';

/** In the order of every errand. `inside`: on a page of the bank without the errand's field. `after`: past the last field. */
export const PLACES = ['away', 'inside', 'old-field', 'field', 'filled', 'after'] as const;
export type Place = (typeof PLACES)[number];

/** Many institutions share a host: where the entry was not seen, the host is all there is to know. */
function isAt(site: SiteLook, { institutionCode, loginAddress }: TokenLook): boolean {
  if (site.kind !== 'bank') return false;
  if (site.institution) return site.institution.code === institutionCode;
  return loginAddress !== null && new URL(loginAddress).host === site.host;
}

/** A field that another errand asks for, e.g. a code at the login on the way to 交換, is none of this one's. */
function fieldFor(errand: Errand, kind: TokenLook['kind'], roles: Role[]): 'old-field' | 'field' | null {
  const has = (...wanted: Role[]): boolean => wanted.some((role) => roles.includes(role));
  if (errand === 'exchange') return has('new', 'serial') ? 'field' : has('old') ? 'old-field' : null;
  if (errand === 'start' && kind === 'shinkin') return has('serial') ? 'field' : null;
  return has('current', 'new') ? 'field' : null;
}

/** @param look taken while the customer is anywhere: only the bank's pages move the place. */
export function placeAfter(before: Place, errand: Errand, token: TokenLook, { site, tokens }: Look): Place {
  if (site.kind !== 'bank' || !isAt(site, token)) return before;
  const field = fieldFor(errand, token.kind, site.roles);
  const isPast = before === 'field' || before === 'filled' || before === 'after';
  if (field === null) return isPast ? 'after' : 'inside';
  if (field === 'old-field') return field;
  // A fill is seen while its code lasts, and remembered after that.
  const isFilled = tokens.some(({ institutionCode, code }) => institutionCode === token.institutionCode && code?.use === 'filled');
  return isFilled || before === 'filled' ? 'filled' : 'field';
}

/** The steps that belong to a place: the last that begin at it or before it. Indices, both included. */
export function stepsAt(place: Place, plan: readonly { at: Place }[]): { first: number; last: number } {
  const reached = PLACES.indexOf(place);
  const begun = plan.filter(({ at }) => PLACES.indexOf(at) <= reached);
  const here = begun.at(-1)?.at ?? 'away';
  return { first: Math.max(0, begun.findIndex(({ at }) => at === here)), last: Math.max(0, begun.length - 1) };
}
