/** One life of a process: it may end at any point that it passes, and nothing of it runs after that. */

export interface Life {
  isAlive(): boolean;
  /** Settles when the process has ended. */
  ended: Promise<void>;
  /** A crash point by its name. Resolves when the process lives on; never once it has ended, here or before. */
  pass(point: string): Promise<void>;
  /** The same without a crash point. */
  goOn(): Promise<void>;
  end(): void;
}

const never = new Promise<never>(() => undefined);

/** `endsAt`: the number of the point at which it ends, from 0; Infinity for none. */
export function newLife(endsAt: number, note: (point: string, what: 'passed' | 'cut') => void): Life {
  let passed = 0;
  let alive = true;
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const end = (): void => {
    alive = false;
    resolve();
  };
  return {
    isAlive: () => alive,
    ended,
    end,
    goOn: async () => (alive ? undefined : await never),
    async pass(point) {
      if (!alive) await never;
      note(point, 'passed');
      if (passed++ !== endsAt) return;
      note(point, 'cut');
      end();
      await never;
    },
  };
}
