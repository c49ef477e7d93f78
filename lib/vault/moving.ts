/** Moving a token among the others, in one write. */
import { Refusal } from '../refusal.ts';
import type { Change } from './book.ts';
import type { Means } from './means.ts';
import { revise } from './open-book.ts';
import { placesFor } from './order.ts';
import { changeIn, tokensIn } from './tokens.ts';

/** By one or more; at either end it stays. The index that it has then, among those that are not deleted. Refuses 'token-unknown'. */
export async function moveToken(means: Means, id: string, by: number): Promise<number> {
  return await revise(means, async (book) => {
    const tokens = (await tokensIn(book)).filter(({ removedAt }) => removedAt === null);
    const from = tokens.findIndex((one) => one.id === id);
    const moved = tokens[from];
    if (!moved) throw new Refusal('token-unknown');
    const to = Math.min(tokens.length - 1, Math.max(0, from + by));
    const changes: Change[] = [];
    if (to !== from)
      for (const [one, place] of placesFor(tokens, moved, to)) changes.push(await changeIn(book, one, (kept) => ({ ...kept, place })));
    return { changes, answer: to };
  });
}
