/** Messages in: the caller decides which requests it may make. */
import { browser } from 'wxt/browser';
import { isListedOrigin } from '../../lib/institutions/address.ts';
import { profiles } from '../../lib/institutions/profiles.ts';
import { ownAsks, pageAsks } from '../../lib/messages/asks.ts';
import { callerOf, type Sender } from '../../lib/messages/caller.ts';
import type { OwnRequests, Reply } from '../../lib/messages/protocol.ts';
import { replyTo, serve } from '../../lib/messages/serve.ts';
import { member } from '../../lib/parse.ts';
import type { Desk } from './desk.ts';
import { ownRequests } from './own-requests.ts';
import { isOwnSite } from './own-sites.ts';
import { pageRequests } from './page-requests.ts';
import { report } from './report.ts';

/** What is answered where no policy was ever known: nothing that depends on which institutions there are. A look waits by itself, not for long. */
const AT_ONCE: ReadonlySet<unknown> = new Set<keyof OwnRequests>([
  'look', 'unlock', 'unlockPin', 'lock', 'ways', 'settings', 'changeSettings', 'copy', 'copyCounted', 'nextCode', 'lossKit',
]);

export function listen(desk: Desk, afterOpening: () => void): void {
  const own = { id: browser.runtime.id, address: browser.runtime.getURL('/') };
  const toOwn = serve(ownRequests(desk, afterOpening), ownAsks, report);
  const toPage = serve(pageRequests(desk), pageAsks, report);

  const mayAsk = async (origin: string): Promise<boolean> => isListedOrigin(origin, profiles()) || (await isOwnSite(desk, origin));

  async function answer(message: unknown, sender: Sender): Promise<Reply> {
    const caller = callerOf(sender, own);
    // Which institutions there are, and what may be had of them.
    if (caller?.kind !== 'own-page' || !AT_ONCE.has(member(message, 'name'))) await desk.policy.known();
    if (caller?.kind === 'own-page') return await toOwn(message, caller);
    if (caller?.kind === 'bank-page' && (await mayAsk(caller.origin))) return await toPage(message, caller);
    return { ok: false, reason: 'not-allowed' };
  }

  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    // Who asks may fail to be found out, too: whoever gets no answer waits for ever.
    void answer(message, sender)
      .catch((failure: unknown) => replyTo(failure, 'finding out who asks', report))
      .then(sendResponse);
    // Keeps the channel open for the answer, in every browser.
    return true;
  });
}
