/** What a page with fields is offered: the institution's tokens that they mean, or nothing, so that the page stays as it is. */
import type { Role } from '../../lib/field-role.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { BankPage } from '../../lib/messages/caller.ts';
import type { Offer } from '../../lib/messages/protocol.ts';
import { tokensOffered } from '../../lib/rights.ts';
import type { Desk } from './desk.ts';
import { isGranted } from './own-sites.ts';
import { pageAt } from './page-standing.ts';
import { presentTokens } from './present-tokens.ts';
import { labelOf } from './token-names.ts';

export const SILENT: Offer = { kind: 'none', institution: '', language: 'auto', theme: 'auto', locked: false, tokens: [] };

/** While locked. A hidden loss kit tells nobody whose customer this is. */
async function isKnown({ vault }: Desk, institution: string): Promise<boolean> {
  return (await vault.lossKit()).lines.some((entry) => entry.institution === institution);
}

export async function offerFor(desk: Desk, caller: BankPage, roles: Role[]): Promise<Offer> {
  // The customer has pressed the field, and waits: what can be read at once is.
  const [page, { quietInstitutions, language, theme }, { inPageOffer }, state] = await Promise.all([
    pageAt(desk, caller), desk.settings.read(), desk.policy.known(), desk.vault.state(),
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
