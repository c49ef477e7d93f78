/** Sites that the customer bound imported tokens to: where the sentinel waits, and who may speak to us from there. */
import { browser } from 'wxt/browser';
import { inTurn } from '../../lib/in-turn.ts';
import { isListedOrigin } from '../../lib/institutions/address.ts';
import { profiles } from '../../lib/institutions/profiles.ts';
import { patternOf } from '../../lib/institutions/site.ts';
import { siteOf, type Token } from '../../lib/token.ts';
import type { Desk } from './desk.ts';
import { showMenuAt } from './menu.ts';
import { report } from './report.ts';
import { tellPages } from './tell-pages.ts';

/** Before the exact origin: so the browser's list tells, while the vault is locked, which pages may ask. */
const ID = 'site ';
const idOf = (origin: string): string => ID + origin;

export function sitesOf(tokens: Token[]): Set<string> {
  const sites = tokens.map(siteOf).filter((site) => site !== null);
  // A bank that was listed since takes its origin back.
  return new Set(sites.filter((site) => !isListedOrigin(site, profiles())));
}

async function registeredSites(): Promise<Set<string>> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  return new Set(scripts.flatMap(({ id }) => (id.startsWith(ID) ? [id.slice(ID.length)] : [])));
}

/** Null while the vault can't tell. */
async function boundSites({ vault }: Desk): Promise<Set<string> | null> {
  const state = await vault.state();
  if (state === 'open') return sitesOf(await vault.tokens());
  return state === 'none' ? new Set() : null;
}

export function isGranted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin)] });
}

/**
 * Whether a page of this origin may ask for the codes of imported tokens: one of them is bound to it. While the vault
 * is locked, what was registered for it tells.
 */
export async function isOwnSite(desk: Desk, origin: string): Promise<boolean> {
  if (isListedOrigin(origin, profiles())) return false;
  const bound = await boundSites(desk);
  return bound ? bound.has(origin) : (await registeredSites()).has(origin) && (await isGranted(origin));
}

/** Pages that are open already get no registered script. */
async function bringSentinel(origin: string): Promise<void> {
  for (const { id, url } of await browser.tabs.query({ url: patternOf(origin) })) {
    if (id === undefined || url === undefined || new URL(url).origin !== origin) continue;
    // One that sleeps or shows an error gets it when it is loaded again.
    await browser.scripting.executeScript({ target: { tabId: id }, files: ['/sentinel.js'] }).catch(() => undefined);
  }
}

async function register(origin: string): Promise<void> {
  const script = { id: idOf(origin), js: ['sentinel.js'], matches: [patternOf(origin)], runAt: 'document_idle' as const };
  await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
  await bringSentinel(origin);
}

async function follow(desk: Desk): Promise<void> {
  const held = await registeredSites();
  const wanted = new Set<string>();
  for (const site of (await boundSites(desk)) ?? held) if (await isGranted(site)) wanted.add(site);
  const gone = [...held].filter((site) => !wanted.has(site));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone.map(idOf) });
  for (const site of wanted) if (!held.has(site)) await register(site);
  await showMenuAt([...wanted].map(patternOf));
}

/** Each site of an imported token as a match pattern, and whether the browser lets us in; of a vault that can't tell, those that wait. */
export async function sitePermissions(desk: Desk): Promise<{ name: string; granted: boolean }[]> {
  const sites = (await boundSites(desk).catch(() => null)) ?? (await registeredSites());
  const patterns = [...new Set([...sites].map(patternOf))];
  return await Promise.all(patterns.map(async (name) => ({ name, granted: await browser.permissions.contains({ origins: [name] }) })));
}

const turn = inTurn();

/** Our scripts wait at exactly the sites that are bound and that the browser lets us into. One call after the other. */
export function followSites(desk: Desk): Promise<void> {
  return turn(() => follow(desk));
}

/** The browser's question outlives the popup that asked it: its answer is heard here. */
export function watchSites(desk: Desk): void {
  const changed = (): void => {
    void followSites(desk)
      .then(tellPages)
      .catch((failure: unknown) => report('following the sites', failure));
  };
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}
