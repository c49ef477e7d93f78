/** Answers to our scripts in a page of a bank, or of the site of imported tokens. */
import { browser } from 'wxt/browser';
import { inTurnFor } from '../../lib/in-turn.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { BankPage } from '../../lib/messages/caller.ts';
import type { PageRequests } from '../../lib/messages/protocol.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { bring } from './bring.ts';
import { askOutside } from './confirm-window.ts';
import type { Desk } from './desk.ts';
import { offerFor, SILENT } from './offer.ts';
import { pageAt } from './page-standing.ts';
import { goOnNow } from './pendings.ts';
import { take } from './take.ts';
import { tellPages } from './tell-pages.ts';
import { noteOffer } from './warrants.ts';

/** A tab that was just closed has none. */
async function showBadge(tabId: number, found: boolean): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: found ? '●' : '' }).catch(() => undefined);
}

export function pageRequests(desk: Desk): Handlers<PageRequests, BankPage> {
  // Of two demands at once the second must see that the first has used up the act, or a counter would move twice.
  const turn = inTurnFor();
  return {
    async bring({ part }, { tabId, document }) {
      await bring(part, tabId, document);
      return {};
    },

    async arrive({ roles, acted }, caller) {
      const found = roles.length > 0;
      // A view beside the page offers to fill it.
      if (!acted) void tellPages();
      const [offer] = await Promise.all([found ? offerFor(desk, caller, roles) : SILENT, showBadge(caller.tabId, found)]);
      if (acted && offer.kind === 'in-page') await noteOffer(desk, caller, offer.tokens.map(({ id }) => id));
      return offer;
    },

    take: (ask, caller) => turn(caller.tabId, () => take(desk, caller, ask)),

    async askOutside({ roles, tokenId }, caller) {
      await askOutside(desk, caller, { roles, tokenId });
      return {};
    },

    async completed({ errand, number, time, serial }, caller) {
      const { code } = await pageAt(desk, caller);
      if (code === null || profileOf(code)?.bankOrigin !== caller.origin) return {};
      const completion = { errand, institutionCode: code, number, time, serial };
      await desk.notes.completions.change((all) => [...all, completion].slice(-20));
      await goOnNow(desk);
      return {};
    },
  };
}
