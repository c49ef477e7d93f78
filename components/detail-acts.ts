/** What is asked in くわしく of a card. */
import type { Use } from '../lib/journal.ts';
import type { Asking } from './asking.ts';

export interface DetailActs {
  /** Newest first. Throws what was refused: the part that asked says so; as does `clearJournal`. */
  readJournal: (tokenId: string) => Promise<Use[]>;
  clearJournal: (tokenId: string) => Promise<void>;
  /** Up (−1) or down by one: the place that it has then, counted from 1; null when that was refused, which its card says. */
  move: (tokenId: string, by: -1 | 1) => Promise<number | null>;
}

/** `act`: does it, says at the card (`at`) why it was refused, and looks again. */
export function detailActs(ask: Asking, act: (at: string, work: () => Promise<unknown>) => Promise<void>): DetailActs {
  return {
    readJournal: async (tokenId) => (await ask('journal', { tokenId })).uses,
    clearJournal: async (tokenId) => void (await ask('clearJournal', { tokenId })),
    async move(tokenId, by) {
      let place: number | null = null;
      await act(tokenId, async () => void ({ place } = await ask('moveToken', { tokenId, by })));
      return place;
    },
  };
}
