/** Which of the browser's leaves for single hosts are given back. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { enrolled, localRecord, loss, madeVault, NOON, pending, secrets, token } from '../lib/vault/builders.ts';
import { happeningAfter } from './between-readings.ts';

const PAGE: OwnPage = { kind: 'own-page', windowId: 1 };
const LISTED = 'https://www.parasol.anser.ne.jp/*';

/** What the browser lets us into, and what it has been told to take back; it may refuse to. */
let given: string[];
let removed: string[];
let remove: (origins: string[]) => Promise<boolean>;

beforeEach(() => {
  given = [];
  removed = [];
  remove = async (origins) => {
    removed.push(...origins);
    return true;
  };
  const permissions = { getAll: async () => ({ origins: given }), contains: async () => false, remove: (what: { origins: string[] }) => remove(what.origins) };
  const scripting = { getRegisteredContentScripts: async () => [] };
  const runtime = { id: 'kagifuda', getManifest: () => ({ host_permissions: [LISTED] }), sendMessage: async () => undefined };
  vi.stubGlobal('browser', { permissions, scripting, runtime, contextMenus: { update: async () => undefined } });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function ground(): Promise<Desk> {
  return deskOf((await madeVault()).vault);
}

const NO_ISSUER = { issuer: null };

/** `said`: by the browser, of the policy that holds. */
function deskOf(vault: Vault, said: Promise<unknown> = Promise.resolve(NO_ISSUER)): Desk {
  return Object.assign(Object.create(null), { vault, now: () => NOON, policy: { read: () => said } });
}

async function leftOf(desk: Desk, origins: string[]): Promise<string[]> {
  given = origins;
  const { dropUnneeded } = await import('../../entrypoints/background/unneeded-permissions.ts');
  await dropUnneeded(desk);
  return origins.filter((origin) => !removed.includes(origin));
}

describe('a leave for a single host', () => {
  it('is given back where nothing needs it, and what was given for many hosts at once is not', async () => {
    expect(await leftOf(await ground(), [LISTED, 'https://shop.example/*', '*://shop.example/*', '*://*.example/*', 'https://*/*'])).toEqual([LISTED, '*://*.example/*', 'https://*/*']);
  });
  it('stays for a host of a listed bank, in whatever way it was given', async () => {
    const leaves = ['https://www11.ib.shinkin-ib.jp/*', '*://www11.ib.shinkin-ib.jp/*', '*://www.parasol.anser.ne.jp/*'];
    expect(await leftOf(await ground(), leaves)).toEqual(leaves);
  });
  it('stays for the site of an imported token and for the issuer of a token', async () => {
    const desk = await ground();
    await desk.vault.addLocals([localRecord('local-1', { site: 'https://shop.example:8443' })]);
    await enrolled(desk.vault);
    const leaves = ['https://shop.example/*', '*://shop.example/*', 'https://issuer.example/*'];
    expect(await leftOf(desk, leaves)).toEqual(leaves);
  });
  it('stays for the issuer of an enrolment that was cut off', async () => {
    const desk = await ground();
    await desk.vault.keepPending(pending());
    expect(await leftOf(desk, ['https://issuer.example/*'])).toEqual(['https://issuer.example/*']);
  });
});

describe('a leave for a single host, whenever another window is quicker,', () => {
  it.each([1, 2, 3, 4])('stays for a token that is brought back meanwhile (%i)', async (times) => {
    const opened = await madeVault();
    await opened.vault.addLocals([localRecord('local-1', { site: 'https://shop.example' })]);
    await opened.vault.change('local-1', (one) => ({ ...one, removedAt: NOON }));
    const vault = happeningAfter(opened, times, (other) => other.change('local-1', (one) => ({ ...one, removedAt: null })));
    expect(await leftOf(deskOf(vault), ['https://shop.example/*'])).toEqual(['https://shop.example/*']);
  });
  it.each([1, 2, 3, 4])('stays for an enrolment that becomes a token meanwhile (%i)', async (times) => {
    const opened = await madeVault();
    await opened.vault.keepPending(pending());
    const vault = happeningAfter(opened, times, (other) => other.commit('token-1', token(), secrets(), loss()));
    expect(await leftOf(deskOf(vault), ['https://issuer.example/*'])).toEqual(['https://issuer.example/*']);
  });
});

describe('a leave for a single host, while the browser has not yet said which policy holds,', () => {
  it('stays for a token that is bound again meanwhile', async () => {
    const said = Promise.withResolvers<unknown>();
    const desk = deskOf((await madeVault()).vault, said.promise);
    await desk.vault.addLocals([localRecord('local-1')]);
    const left = leftOf(desk, ['https://shop.example/*', 'https://other.example/*']);
    // Whatever could be read beforehand has been read.
    for (let times = 0; times < 5; times++) await desk.vault.state();
    await desk.vault.change('local-1', (one) => ({ ...one, local: one.local && { ...one.local, site: 'https://shop.example' } }));
    said.resolve(NO_ISSUER);
    expect(await left).toEqual(['https://shop.example/*']);
  });

  it('keeps nobody waiting who binds a token', async () => {
    const desk = deskOf((await madeVault()).vault, new Promise(() => undefined));
    await desk.vault.addLocals([localRecord('local-1')]);
    const { localRequests } = await import('../../entrypoints/background/local-requests.ts');
    expect(await localRequests(desk).bindLocal({ tokenId: 'local-1', site: 'https://shop.example' }, PAGE)).toEqual({ site: 'https://shop.example' });
  });
});

describe('binding an imported token', () => {
  it('does not fail where the browser takes no leave back; that is reported', async () => {
    const desk = await ground();
    await desk.vault.addLocals([localRecord('local-1')]);
    given = ['https://old.example/*'];
    remove = async () => Promise.reject(new Error('not now'));
    const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { localRequests } = await import('../../entrypoints/background/local-requests.ts');
    expect(await localRequests(desk).bindLocal({ tokenId: 'local-1', site: 'https://shop.example' }, PAGE)).toEqual({ site: 'https://shop.example' });
    await vi.waitFor(() => expect(reported).toHaveBeenCalledOnce());
  });
});
