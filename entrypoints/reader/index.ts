/** Brought by the background to a page with something to read, once per document. Wiring. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { newReader } from '../../lib/autofill/reader.ts';
import { client } from '../../lib/messages/client.ts';
import type { PageRequests } from '../../lib/messages/protocol.ts';
import { actedOn, extension, handHere, isFirstReader } from '../sentinel/page-api.ts';

export default defineUnlistedScript(() => {
  if (!isFirstReader()) return;
  const { runtime } = extension();
  const ask = client<PageRequests>((message) => runtime.sendMessage(message));
  const reader = newReader(window, ask, crypto.randomUUID(), async () => {
    if (!handHere()) await ask('bring', { part: 'hand' });
    return handHere();
  });
  const field = actedOn();
  if (field) reader.came(field);
  runtime.onMessage.addListener((message: unknown, _sender, respond) => {
    void reader.answer(message).then(respond);
    return true; // The answer comes later.
  });
});
