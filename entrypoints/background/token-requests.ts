/** What the customer does with a token here: naming, deleting and bringing back, beginning a 交換, saying yes to a far clock. */
import { isFar, measured } from '../../lib/clock.ts';
import { kindOf } from '../../lib/institutions/directory.ts';
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { OwnRequests } from '../../lib/messages/protocol.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { Refusal } from '../../lib/refusal.ts';
import { mayRemove } from '../../lib/rights.ts';
import type { Token } from '../../lib/token.ts';
import { nameText } from '../../lib/transfer/label.ts';
import type { Desk } from './desk.ts';
import { followSites } from './own-sites.ts';
import { presently, presentTokens } from './present-tokens.ts';
import { removalTime } from './removed-tokens.ts';
import { tellPages } from './tell-pages.ts';

type Names = 'nameToken' | 'finishSetUp' | 'removeToken' | 'restoreToken' | 'setExchanging' | 'acceptClock';

export function tokenRequests(desk: Desk): Pick<Handlers<OwnRequests, OwnPage>, Names> {
  const { vault } = desk;

  async function put(tokenId: string, change: (token: Token) => Partial<Token>): Promise<Record<string, never>> {
    await vault.touch();
    await vault.change(tokenId, (kept) => ({ ...kept, ...change(kept) }));
    await tellPages();
    return {};
  }

  /** The site of an imported token goes and comes back with it. */
  async function putAway(tokenId: string, removedAt: number | null): Promise<Record<string, never>> {
    const answer = await put(tokenId, () => ({ removedAt }));
    await followSites(desk);
    return answer;
  }

  return {
    nameToken: ({ tokenId, suffix }) => put(tokenId, () => ({ suffix: nameText(suffix) })),
    finishSetUp: ({ tokenId }) => put(tokenId, () => ({ introduced: true })),
    async removeToken({ tokenId }) {
      const token = presently(await vault.token(tokenId), desk.now());
      if (!mayRemove(token, await presentTokens(desk), kindOf(token.institutionCode))) throw new Refusal('exchange-unfinished');
      return await putAway(tokenId, await removalTime(desk));
    },
    restoreToken: ({ tokenId }) => putAway(tokenId, null),
    async setExchanging({ tokenId, exchanging }) {
      const { state } = await vault.token(tokenId);
      if (exchanging && state !== 'ACTIVE') throw new Refusal('token-unusable');
      return await put(tokenId, () => ({ exchanging }));
    },
    async acceptClock({ offset }) {
      for (const token of await vault.tokens()) {
        const accepted = { ...token, acceptedOffset: offset };
        if (!isFar(token) || isFar(accepted)) continue;
        // The measure that waited for this yes does now what any other does.
        await put(token.id, (kept) => (kept.clock ? measured({ ...kept, acceptedOffset: offset }, kept.clock) : { acceptedOffset: offset }));
      }
      return {};
    },
  };
}
