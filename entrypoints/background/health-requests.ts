/** Answers about the vault's health, its loss kit, and what to do when it is damaged. */
import { browser } from 'wxt/browser';
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { Health, HealthRequests } from '../../lib/messages/health.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { VaultHealth } from '../../lib/vault/vault-health.ts';
import type { Desk } from './desk.ts';
import { lineOf } from './loss-kit.ts';
import { sitePermissions } from './own-sites.ts';
import { policyLook } from './policy-requests.ts';
import { tellPages } from './tell-pages.ts';

async function storageHealth(): Promise<Health['storage']> {
  const [promised, { usage, quota }] = await Promise.all([navigator.storage.persisted(), navigator.storage.estimate()]);
  // Chromium clears nothing of an extension that has `unlimitedStorage`, and makes no promise to one.
  return { persisted: promised || import.meta.env.BROWSER !== 'firefox', usage: usage ?? null, quota: quota ?? null };
}

/** What the manifest asks for; in Firefox hosts may be taken back one by one. What is optional the customer gives, if at all. */
async function permissionHealth(desk: Desk): Promise<Pick<Health, 'permissions' | 'optional'>> {
  const { permissions = [], host_permissions: hosts = [], optional_permissions: optional = [] } = browser.runtime.getManifest();
  const granted = await browser.permissions.getAll();
  const has = new Set<string>([...(granted.permissions ?? []), ...(granted.origins ?? [])]);
  const named = (names: readonly string[]): Health['permissions'] => names.map((name) => ({ name, granted: has.has(name) }));
  const origins = await Promise.all(
    hosts.map(async (origin: string) => ({ name: origin, granted: await browser.permissions.contains({ origins: [origin] }) })),
  );
  return { permissions: [...named(permissions), ...origins], optional: [...named(optional), ...(await sitePermissions(desk))] };
}

async function contentHealth({ vault }: Desk): Promise<Pick<Health, 'tokens' | 'clock'>> {
  const tokens = await vault.tokens();
  const imported = tokens.filter(({ local }) => local !== null).length;
  const clock = tokens.map((token) => token.clock).find((one) => one !== null) ?? null;
  const pending = (await vault.pendings()).length;
  return { tokens: { issued: tokens.length - imported, imported, pending }, clock };
}

const UNAVAILABLE: Omit<VaultHealth, 'trouble'> = {
  schema: null,
  databaseVersion: null,
  generation: null,
  copy: { state: 'missing', generation: null },
  mended: [],
  ways: null,
  asideAt: null,
};

/** A store that can't be opened is what this page is for: then it says why. */
async function vaultHealth({ vault }: Desk): Promise<VaultHealth & Pick<Health, 'vault'>> {
  try {
    return { vault: await vault.state(), ...(await vault.health()) };
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    return { vault: 'unavailable', ...UNAVAILABLE, trouble: vault.trouble() };
  }
}

async function health(desk: Desk): Promise<Health> {
  const kept = await vaultHealth(desk);
  const content = kept.vault === 'open' ? await contentHealth(desk) : { tokens: null, clock: null };
  return {
    ...kept,
    ...content,
    version: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    storage: await storageHealth(),
    ...(await permissionHealth(desk)),
    policy: await policyLook(desk),
  };
}

/** `afterOpening` runs when what was brought back lies open. */
export function healthRequests(desk: Desk, afterOpening: () => void): Handlers<HealthRequests, OwnPage> {
  const { vault, policy } = desk;
  return {
    async lossKit() {
      const kit = await vault.lossKit();
      if (!kit.hidden) return kit;
      if ((await vault.state()) !== 'open') return { lines: null, hidden: true };
      await policy.soon();
      const lines = (await vault.tokens()).map((token) => lineOf(token, null)).filter((line) => line !== null);
      return { lines, hidden: true };
    },
    async hideLossKit({ hidden }) {
      await vault.touch();
      await policy.soon();
      await vault.hideLossKit(hidden, lineOf);
      return {};
    },
    health: () => health(desk),
    async mendedSeen() {
      await vault.mendedSeen();
      await tellPages();
      return {};
    },
    damage: () => vault.damage(),
    dumpVault: async () => ({ dump: await vault.dump() }),
    async forgetAside() {
      await vault.forgetAside();
      return {};
    },
    async salvage(slotKey) {
      const saved = await vault.salvage(slotKey);
      afterOpening();
      await tellPages();
      return saved;
    },
    async setAside() {
      await vault.setAside();
      await tellPages();
      return {};
    },
  };
}
