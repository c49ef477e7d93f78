/** The content script: all that runs in every page of a listed bank, top frame only. Wiring. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sentinel } from '../../lib/autofill/sentinel.ts';
import { extension, noteActed } from './page-api.ts';

/** False also where the extension was updated: this script has no background any more, and in Chromium sending throws at once. */
async function bring(): Promise<boolean> {
  try {
    const reply: unknown = await extension().runtime.sendMessage({ name: 'bring', ask: { part: 'reader' } });
    return typeof reply === 'object' && reply !== null && Reflect.get(reply, 'ok') === true;
  } catch {
    return false;
  }
}

const begin = (): void => void sentinel(document, { bring, note: noteActed });

export default defineUnlistedScript(() => {
  // A page that is drawn ahead of time is no tab's yet, and the background answers it nothing.
  if ('prerendering' in document && document.prerendering === true) document.addEventListener('prerenderingchange', begin, { once: true });
  else begin();
});
