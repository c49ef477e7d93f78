/** Steps of one journey, each a test of its own: the first that fails leaves the others out, since each needs the one before. */
import { it } from 'vitest';

export type Step = (title: string, play: () => Promise<void>) => void;

/** To be called once per journey, within its `describe`. */
export function journey(): Step {
  let broken = false;
  return (title, play) =>
    it(title, async () => {
      if (broken) throw new Error('an earlier step failed');
      broken = true;
      await play();
      broken = false;
    });
}
