/** Small facts that must outlive the worker: in `storage.session` until the browser ends, in `storage.local` for longer; one change at a time. */
import { inTurn } from '../../lib/in-turn.ts';
import type { Parser } from '../../lib/parse.ts';
import type { Area } from '../../lib/vault/means.ts';

/** `storage.session` or `storage.local`: nothing here takes a fact away. */
export type FactArea = Pick<Area, 'get' | 'set'>;

export interface Memory<T> {
  read(): Promise<T>;
  /** One change after another; the newest value goes in, the next comes out. The same value again is not written. */
  change(next: (value: T) => T): Promise<T>;
}

export function memory<T>(area: FactArea, key: string, parse: Parser<T>, empty: T): Memory<T> {
  const turn = inTurn();

  async function stored(): Promise<T> {
    const value = (await area.get(key))[key];
    try {
      return value === undefined ? empty : parse(value, key);
    } catch {
      // Notes of another version, or damaged: nothing is known then, which is the stricter side of every note.
      return empty;
    }
  }

  return {
    read: () => turn(stored),
    change: (next) =>
      turn(async () => {
        const before = await stored();
        const value = next(before);
        if (value !== before) await area.set({ [key]: value });
        return value;
      }),
  };
}
