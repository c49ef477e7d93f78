import { describe, expect, it } from 'vitest';
import { inTurn, inTurnFor } from '../../lib/in-turn.ts';

describe('work in turn', () => {
  it('begins only when the work before it has ended, also in failure', async () => {
    const turn = inTurn();
    const seen: string[] = [];
    const work = (name: string, fails = false) => async (): Promise<string> => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
    const all = await Promise.allSettled([turn(work('a')), turn(work('b', true)), turn(work('c'))]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('for different keys goes on side by side', async () => {
    const turn = inTurnFor();
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = turn(1, () => promise);
    expect(await turn(2, async () => 'done')).toBe('done');
    resolve();
    await first;
  });
});
