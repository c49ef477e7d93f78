/** What a page in a tab is to the tokens. */
import { isListedOrigin } from '../../lib/institutions/address.ts';
import { profiles } from '../../lib/institutions/profiles.ts';
import { codeAt } from '../../lib/institutions/visits.ts';
import type { Page } from '../../lib/rights.ts';
import type { Desk } from './desk.ts';

export async function pageAt(desk: Desk, { tabId, origin }: { tabId: number; origin: string }): Promise<Page> {
  return { origin, code: codeAt(await desk.notes.visits.read(), tabId, origin), unlisted: !isListedOrigin(origin, profiles()) };
}
