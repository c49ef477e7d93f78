/** What くわしく of a token asks: its journal, and its place among the others. */
import type { Use } from '../journal.ts';

type Nothing = Record<string, never>;

/** Asked by our own pages. */
export interface DetailRequests {
  /** Newest first. It does not put off the lock: an open popup asks by itself. */
  journal: { ask: { tokenId: string }; answer: { uses: Use[] } };
  /** Up (−1) or down by one; at either end it stays. `place` counts from 1. */
  moveToken: { ask: { tokenId: string; by: -1 | 1 }; answer: { place: number } };
  clearJournal: { ask: { tokenId: string }; answer: Nothing };
}
