/** Answers about one token's details: its use journal, and its place among the others. */
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { DetailRequests } from '../../lib/messages/details.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import type { Desk } from './desk.ts';
import { tellPages } from './tell-pages.ts';

export function detailRequests(desk: Desk): Handlers<DetailRequests, OwnPage> {
  const { vault } = desk;
  return {
    async journal({ tokenId }) {
      return { uses: (await vault.token(tokenId)).uses.toReversed() };
    },
    async moveToken({ tokenId, by }) {
      await vault.touch();
      const place = 1 + (await vault.move(tokenId, by));
      await tellPages();
      return { place };
    },
    async clearJournal({ tokenId }) {
      await vault.touch();
      await vault.change(tokenId, (kept) => ({ ...kept, uses: [] }));
      await tellPages();
      return {};
    },
  };
}
