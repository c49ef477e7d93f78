/** Work that must see what the work before it has left behind: one after the other for each key, side by side for different ones. */
type InTurn = <T>(key: number, work: () => Promise<T>) => Promise<T>;

export function inTurn(): InTurn {
  const last = new Map<number, Promise<unknown>>();
  return async (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    const over = turn.catch(() => undefined);
    last.set(key, over);
    try {
      return await turn;
    } finally {
      if (last.get(key) === over) last.delete(key);
    }
  };
}
