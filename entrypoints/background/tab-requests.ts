/** Asking the content script of one tab. */
import { browser } from 'wxt/browser';
import type { Role } from '../../lib/autofill/finding.ts';
import { client } from '../../lib/messages/client.ts';
import type { FillOutcome, TabRequests } from '../../lib/messages/protocol.ts';
import { Refusal } from '../../lib/refusal.ts';

/** A page that shows a dialog answers nothing: the popup must not wait for it. Milliseconds. */
const PATIENCE = 400;

/** Only for tabs at a listed origin: no content script there means that the page is older than we are. */
function askTab(tabId: number) {
  return client<TabRequests>(async (message) => {
    try {
      return await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
    } catch (cause) {
      throw new Refusal('page-needs-reload', { cause });
    }
  });
}

/** None for a page that does not answer in time. */
export async function rolesIn(tabId: number): Promise<Role[]> {
  const nobody: { roles: Role[] } = { roles: [] };
  const late = new Promise<typeof nobody>((resolve) => setTimeout(() => resolve(nobody), PATIENCE));
  const { roles } = await Promise.race([askTab(tabId)('whatFields', {}).catch(() => nobody), late]);
  return roles;
}

export async function fillTab(tabId: number, tokenId: string): Promise<FillOutcome> {
  return await askTab(tabId)('fillNow', { tokenId });
}
