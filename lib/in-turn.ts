/** Work that must see what the work before it has left behind: one after the other, also when one fails. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** One after the other for each key, side by side for different ones. */
export function inTurnFor(): <T>(key: unknown, work: () => Promise<T>) => Promise<T> {
  const last = new Map<unknown, Promise<unknown>>();
  return async (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work);
    const over = turn.catch(() => undefined);
    last.set(key, over);
    try {
      return await turn;
    } finally {
      if (last.get(key) === over) last.delete(key);
    }
  };
}

export function inTurn(): InTurn {
  const turn = inTurnFor();
  return (work) => turn(null, work);
}
