/** Chromium's hidden page: a service worker has no clipboard, and the newer API works in the page in front only. */
import { browser } from 'wxt/browser';
import { callerOf } from '../../lib/messages/caller.ts';
import { type Clipboard, clearIfHeld, parseMark } from '../background/code-mark.ts';

/** Rejects what the browser did not do: it answers false without the permission. */
function command(name: 'copy' | 'paste'): void {
  if (!document.execCommand(name)) throw new Error(`the browser does not ${name}`);
}

function emptyInstead(event: ClipboardEvent): void {
  // A selection can't be empty; what is put in its place can.
  event.clipboardData?.setData('text/plain', '');
  event.preventDefault();
}

function clipboardOf(area: HTMLTextAreaElement): Clipboard {
  return {
    async read() {
      area.value = '';
      area.focus();
      command('paste');
      const held = area.value;
      area.value = '';
      return held;
    },
    async clear() {
      document.addEventListener('copy', emptyInstead, { once: true });
      command('copy');
    },
  };
}

async function answer(message: object): Promise<boolean> {
  const area = document.querySelector('textarea');
  if (!area) throw new Error('the page has no field');
  return await clearIfHeld(clipboardOf(area), parseMark(Reflect.get(message, 'clearIfHeld'), 'clearIfHeld'));
}

/** Every message of the extension is heard here too. This one the background sends; that a page of ours may does no harm, and no bank's page can. */
browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
  const own = { id: browser.runtime.id, address: browser.runtime.getURL('/') };
  if (typeof message !== 'object' || message === null || !('clearIfHeld' in message)) return false;
  if (callerOf(sender, own)?.kind !== 'own-page') return false;
  void answer(message).then(sendResponse, () => sendResponse(null));
  return true;
});
