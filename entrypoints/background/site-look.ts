/** What our own pages are shown of the page in front: whose it is, and which tokens its fields mean. */
import { likeness } from '../../lib/institutions/look-alike.ts';
import { profileOf, profiles } from '../../lib/institutions/profiles.ts';
import { readSite } from '../../lib/institutions/site.ts';
import type { SiteLook } from '../../lib/messages/looks.ts';
import { siteOf, type Token } from '../../lib/token.ts';
import { activeTab } from './active-tab.ts';
import type { Desk } from './desk.ts';
import { isGranted } from './own-sites.ts';
import { pageAt } from './page-standing.ts';
import { lookIn } from './tab-requests.ts';
import { bankTokens, ownTokens } from './tokens-meant.ts';

/** After a click on the toolbar's button the browser lets us look at the tab once, permission or not (`activeTab`). */
async function lookAtOwn(tokens: Token[], tabId: number, origin: string): Promise<SiteLook> {
  const page = await lookIn(tabId);
  const tokenIds = ownTokens(tokens, origin, page.roles).map(({ id }) => id);
  const { host } = new URL(origin);
  return { kind: 'own', host, origin, like: likeness(host, profiles()), ...page, tokenIds, inPage: await isGranted(origin) };
}

/** `held`: what the vault holds, which may still be being read. */
export async function lookAtSite(desk: Desk, held: Promise<Token[]>): Promise<SiteLook> {
  const [tab, tokens] = await Promise.all([activeTab(), held]);
  if (!tab?.origin || tab.host === null) return { kind: 'other', host: null, like: 'none', bindable: null };
  const { code, unlisted } = await pageAt(desk, { tabId: tab.id, origin: tab.origin });
  if (unlisted) {
    if (tokens.some((token) => siteOf(token) === tab.origin)) return await lookAtOwn(tokens, tab.id, tab.origin);
    const read = readSite(tab.origin, profiles());
    const bindable = 'origin' in read && read.origin === tab.origin ? tab.origin : null;
    return { kind: 'other', host: tab.host, like: likeness(tab.host, profiles()), bindable };
  }
  const profile = code === null ? undefined : profileOf(code);
  const page = await lookIn(tab.id);
  return {
    kind: 'bank',
    host: tab.host,
    institution: profile ? { code: profile.code, name: profile.name } : null,
    ...page,
    tokenIds: bankTokens(tokens, tab.origin, code, page.roles).map(({ id }) => id),
  };
}
