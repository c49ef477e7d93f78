/** What the customer deleted goes for ever when its time is over, by a clock that may be set meanwhile. */
import { integer, orNull } from '../../lib/parse.ts';
import { REMOVED_LASTS, type Token, UNWATCHED_COUNTS } from '../../lib/token.ts';
import type { Desk } from './desk.ts';
import { type FactArea, type Memory, memory } from './memory.ts';

/** The last look at what is deleted, by this PC's clock; null before the first. On the disk: clocks are set while no browser runs, too. */
export function lastLook(area: FactArea): Memory<number | null> {
  return memory<number | null>(area, 'removedLookedAt', orNull(integer(0)), null);
}

/** When a token counts as deleted, by the look before this one. */
function countedFrom(removedAt: number, before: number | null, now: number): number {
  const uncounted = before === null ? Infinity : Math.max(now - before - UNWATCHED_COUNTS, 0);
  return Math.min(removedAt + uncounted, now);
}

/** For what is deleted now: not before the last look, since when the clock may have been set back. */
export async function removalTime({ now, removedLookedAt }: Desk): Promise<number> {
  const before = await removedLookedAt.read().catch(() => null);
  return Math.max(now(), before ?? 0);
}

/** Nobody watches the clock between two looks: so much of that time counts, and no more. Cut off, it counts too little. */
export async function forgetOver({ vault, removedLookedAt, now }: Desk): Promise<void> {
  const view = await vault.view(() => null);
  if (view.face !== 'open' || view.removed.length === 0) return;
  const [before, at] = [await removedLookedAt.read(), now()];
  const from = ({ removedAt }: Token): number | null => (removedAt === null ? null : countedFrom(removedAt, before, at));
  for (const token of view.removed) {
    if (from(token) !== token.removedAt) await vault.change(token.id, (kept) => ({ ...kept, removedAt: from(kept) }));
  }
  await vault.forgetRemoved(at - REMOVED_LASTS);
  await removedLookedAt.change(() => at);
}
