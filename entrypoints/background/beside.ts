/** Asks the issuer about tokens beside whatever else goes on: one token after the other, and not again at once where that failed. */
import { inTurn } from '../../lib/in-turn.ts';
import { type Reason, Refusal } from '../../lib/refusal.ts';

export interface Beside {
  /** Unless it is being asked about, or that failed a moment ago. */
  ask(tokenId: string): void;
  /** Whatever was asked before. `which`: their ids, found out when it is their turn. */
  askAnew(which: () => Promise<string[]>): void;
  /** About this token, now or in its turn. */
  isAsking(tokenId: string): boolean;
  /** This process was once left without an answer about it. */
  hasFailed(tokenId: string): boolean;
  /** The issuer could not be reached, or did not answer in time, when it was asked last. */
  isUnreached(tokenId: string): boolean;
  /** Somebody is being asked about, or is to be found out. */
  isBusy: () => boolean;
  /** All that was to be asked by now has its answer, or has none. */
  settled: () => Promise<void>;
}

interface Edges {
  refresh: (tokenId: string) => Promise<unknown>;
  /** There is something new, or will be nothing. */
  tell: () => Promise<void>;
  /** Milliseconds of a clock that nobody sets. */
  monotonic: () => number;
  bug: (failure: unknown) => void;
}

/** A popup looks every other second: after a measure that failed, nobody is asked for so long. Milliseconds. */
const PAUSE = 10_000;

const UNREACHED: ReadonlySet<Reason> = new Set(['issuer-unreachable', 'issuer-slow']);

interface Queue extends Pick<Beside, 'isBusy' | 'settled'> {
  add: (work: () => Promise<void>) => void;
}

function queue(failed: (failure: unknown) => void): Queue {
  const turn = inTurn();
  let works = 0;
  return {
    add: (work) => {
      works++;
      void turn(() => work().catch(failed).finally(() => void works--));
    },
    isBusy: () => works > 0,
    settled: () => turn(async () => undefined),
  };
}

const bugsTo = (bug: Edges['bug']) => (failure: unknown): void => {
  if (!(failure instanceof Refusal)) bug(failure);
};

export function askingBeside({ refresh, tell, monotonic, bug }: Edges): Beside {
  /** By token: being asked about now (Infinity), or not again before then. */
  const resting = new Map<string, number>();
  const unreached = new Set<string>();
  const failed = new Set<string>();

  const unlessRefused = bugsTo(bug);

  async function askNow(tokenId: string): Promise<void> {
    try {
      await refresh(tokenId);
      resting.delete(tokenId);
      unreached.delete(tokenId);
    } catch (failure) {
      resting.set(tokenId, monotonic() + PAUSE);
      failed.add(tokenId);
      if (failure instanceof Refusal && UNREACHED.has(failure.reason)) unreached.add(tokenId);
      else unreached.delete(tokenId);
      unlessRefused(failure);
    }
    await tell();
  }

  const { add, isBusy, settled } = queue(unlessRefused);

  return {
    ask: (tokenId) => {
      if ((resting.get(tokenId) ?? 0) > monotonic()) return;
      resting.set(tokenId, Infinity);
      add(() => askNow(tokenId));
    },
    askAnew: (which) =>
      add(async () => {
        const ids = await which();
        for (const id of ids) resting.set(id, Infinity);
        for (const id of ids) await askNow(id);
      }),
    isAsking: (tokenId) => resting.get(tokenId) === Infinity,
    hasFailed: (tokenId) => failed.has(tokenId),
    isUnreached: (tokenId) => unreached.has(tokenId),
    isBusy,
    settled,
  };
}
