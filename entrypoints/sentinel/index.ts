/** The content script: all that runs in every page of a listed bank, top frame only. Wiring. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sentinel } from '../../lib/autofill/sentinel.ts';
import { extension } from './page-api.ts';

export default defineUnlistedScript(() => {
  // An extension that was updated leaves this script without a background: it falls silent.
  sentinel(document, () => void extension().runtime.sendMessage({ name: 'bring', ask: { part: 'reader' } }).catch(() => undefined));
});
