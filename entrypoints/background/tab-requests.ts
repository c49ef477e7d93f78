/** Asking the content script of one tab. */
import { browser } from 'wxt/browser';
import type { Role } from '../../lib/field-role.ts';
import { client } from '../../lib/messages/client.ts';
import type { PageLook } from '../../lib/messages/looks.ts';
import type { FillOutcome, TabRequests } from '../../lib/messages/protocol.ts';
import { Refusal } from '../../lib/refusal.ts';
import { within } from '../../lib/within.ts';
import { bring } from './bring.ts';
import type { Desk } from './desk.ts';
import { endWarrants, noteGesture } from './warrants.ts';

/** A page that shows a dialog answers nothing: the popup must not wait for it. Milliseconds. */
const PATIENCE = 400;

/** Nobody listens where there was nothing to read yet, or where the page is older than we are: then the reader is brought. */
function askTab(tabId: number) {
  const send = (message: unknown): Promise<unknown> => browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  return client<TabRequests>(async (message) => {
    try {
      return await send(message);
    } catch (silence) {
      // Any other failure may come after the message had its effect.
      if (!(silence instanceof Error && silence.message.includes('Receiving end does not exist'))) throw new Refusal('page-needs-reload', { cause: silence });
      try {
        await bring('reader', tabId, '');
        return await send(message);
      } catch (cause) {
        throw new Refusal('page-needs-reload', { cause });
      }
    }
  });
}

/** No field for a page that does not answer in time, milliseconds. */
export async function lookIn(tabId: number, patience = PATIENCE): Promise<PageLook> {
  const nobody: PageLook = { roles: [], offersOver: false };
  return await within(askTab(tabId)('whatFields', {}).catch(() => nobody), patience, nobody);
}

export async function rolesIn(tabId: number, patience?: number): Promise<Role[]> {
  return (await lookIn(tabId, patience)).roles;
}

/** After the customer's own act, outside of the page. */
export async function fillTab(desk: Desk, tabId: number, tokenId: string): Promise<FillOutcome> {
  await noteGesture(desk, tabId, tokenId);
  const { language, theme } = await desk.settings.read();
  try {
    return await askTab(tabId)('fillNow', { tokenId, language, theme });
  } catch (failure) {
    // The customer was told no: nothing of it stands.
    await endWarrants(desk, tabId);
    throw failure;
  }
}
