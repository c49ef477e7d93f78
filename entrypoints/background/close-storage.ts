/** What the browser keeps for us on the disk is for the background and our own pages: our scripts in a page have no business there. */
import { browser } from 'wxt/browser';

/** Unless it is told so, a browser lets content scripts read and write `storage.local`: the sealed copy of the vault, the settings, the policy kept. Firefox knows no such order. */
export async function closeStorage(): Promise<void> {
  const { local } = browser.storage;
  if ('setAccessLevel' in local) await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
