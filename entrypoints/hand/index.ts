/** Brought by the background to a page with a field that wants a code: offers and fills. Wiring. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { newHand } from '../../lib/autofill/hand.ts';
import { client } from '../../lib/messages/client.ts';
import type { PageRequests } from '../../lib/messages/protocol.ts';
import { extension, putHand } from '../sentinel/page-api.ts';

export default defineUnlistedScript(() => {
  const ask = client<PageRequests>((message) => extension().runtime.sendMessage(message));
  putHand((view, read) => newHand(view, ask, read));
});
