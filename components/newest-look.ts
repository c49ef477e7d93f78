/** Looks may be answered in another order than they were asked in: a tab that does not answer holds one up. An older one never takes the place of a newer. */
import { useState } from 'preact/hooks';

/** To be called as a look is asked for. What it gives, as the answer is to be used: false where that of a later one was used before. */
export type BeginLook = () => () => boolean;

function newestLook(): BeginLook {
  let begun = 0;
  let used = 0;
  return () => {
    const number = ++begun;
    return () => {
      if (number < used) return false;
      used = number;
      return true;
    };
  };
}

export function useNewestLook(): BeginLook {
  const [begin] = useState(newestLook);
  return begin;
}
