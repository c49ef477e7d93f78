/** What the browser lets us into, and nobody needs any more, is given back. */
import { browser } from 'wxt/browser';
import { isListedOrigin } from '../../lib/institutions/address.ts';
import { profiles } from '../../lib/institutions/profiles.ts';
import { patternOf } from '../../lib/institutions/site.ts';
import type { Desk } from './desk.ts';
import { sitesOf } from './own-sites.ts';

/** The origin of a match pattern for a single host, as a customer may write it, too: one for both schemes stands for https. */
const originIn = (pattern: string): string => pattern.replace(/^\*:/, 'https:').replace(/\/\*?$/, '');

/** Permissions for single hosts that no token, no issuer and no bank needs any more; a token that can be brought back and an enrolment that goes on need theirs. */
export async function dropUnneeded({ vault, policy }: Desk): Promise<void> {
  // First, since it may take minutes: what is bound, brought back or enrolled meanwhile must be seen.
  const { issuer } = await policy.read();
  const { origins = [] } = await browser.permissions.getAll();
  const listed = browser.runtime.getManifest().host_permissions ?? [];
  // One reading: of two, what is brought back or enrolled between them would be in neither.
  const view = await vault.view(() => null);
  if (view.face !== 'open') return;
  const tokens = [...view.tokens, ...view.removed];
  // An organisation's own issuer: the tokens' and the enrolments', though that policy may be gone, and the one that holds.
  const issuers = [...tokens.filter(({ local }) => !local), ...view.pendings].map(({ issuerOrigin }) => issuerOrigin);
  const needed = new Set([...sitesOf(tokens), ...issuers, ...(issuer ? [issuer.origin] : [])].map(patternOf));
  // What the customer gave in the browser's own settings for many hosts at once is the customer's to take.
  const isNeeded = (origin: string): boolean => needed.has(`${origin}/*`) || isListedOrigin(origin, profiles());
  const unneeded = origins.filter((pattern) => !pattern.includes('://*') && !listed.includes(pattern) && !isNeeded(originIn(pattern)));
  if (unneeded.length > 0) await browser.permissions.remove({ origins: unneeded });
}
