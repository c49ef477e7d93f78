/** What a page in a tab is to the tokens, and what a token is called beside its fields. */
import { isListedOrigin } from '../../lib/institutions/address.ts';
import { profiles } from '../../lib/institutions/profiles.ts';
import { codeAt } from '../../lib/institutions/visits.ts';
import type { Page } from '../../lib/rights.ts';
import type { Token } from '../../lib/token.ts';
import type { Desk } from './desk.ts';

export async function pageAt(desk: Desk, { tabId, origin }: { tabId: number; origin: string }): Promise<Page> {
  return { origin, code: codeAt(await desk.notes.visits.read(), tabId, origin), unlisted: !isListedOrigin(origin, profiles()) };
}

/** The serial number with the 追加文言, or whatever names an imported token. */
export function labelOf({ serial, suffix, local }: Token): string {
  if (!local) return `${serial} ${suffix}`.trim();
  const names = [local.issuer, local.account].filter((name) => name !== '');
  return names.length > 0 ? names.join(' ') : '鍵札';
}
