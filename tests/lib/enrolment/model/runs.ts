/** Runs by the thousand at random, and one for each crash point of a plot. */
import { randomInt } from 'node:crypto';
import type { Fate } from './network.ts';
import { AT_RANDOM, run } from './run.ts';
import type { Account, Deed, Ground, Plot } from './scene.ts';

const { KAGIFUDA_MODEL_RUNS, KAGIFUDA_MODEL_SEED } = process.env;

/** Of each flow; together at least 10,000. */
export const runsOf = (normally: number): number => (KAGIFUDA_MODEL_SEED ? 1 : Number(KAGIFUDA_MODEL_RUNS ?? normally));

/** Fewer runs were asked for, so that nothing is to be expected of a table of thousands. */
export const areFew = (runs: number, normally: number): boolean => runs < normally;

const HOUR = 3_600_000;

type Cleared = Ground & { clear(): Promise<void> };
type Opens = () => Promise<Account>;

async function oneRun(ground: Cleared, account: Opens, seed: string, plot: Plot): Promise<void> {
  await ground.clear();
  // Each run has its own slot of the issuer's throttle.
  ground.clock.now += HOUR;
  try {
    await run(ground, await account(), seed, plot);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    const again = plot === AT_RANDOM ? ` (to see it again: KAGIFUDA_MODEL_SEED=${seed})` : ` (${seed})`;
    throw new Error(what + again, { cause });
  }
}

/** From another seed each time, so that the suite goes on looking; a failure says which. */
export async function runAll(ground: Cleared, count: number, account: Opens): Promise<void> {
  const first = randomInt(2 ** 40).toString(36);
  for (let number = 0; number < count; number++) await oneRun(ground, account, KAGIFUDA_MODEL_SEED ?? `${first}-${number}`, AT_RANDOM);
}

/** What customer and line do in every run of a sweep. */
export interface Story {
  name: string;
  deeds: Deed[];
  /** Of the n-th message on this path, from 0. */
  fate: (path: string, number: number) => Fate;
}

function plotOf({ deeds, fate }: Story, breaks: Pick<Plot, 'lifeEndsAt' | 'cutAfter'>): Plot {
  const sent = new Map<string, number>();
  const fateOf = (path: string): Fate => {
    const number = sent.get(path) ?? 0;
    sent.set(path, number + 1);
    return fate(path, number);
  };
  return { deeds, fateOf, ...breaks };
}

/** The story once for each crash point that a life of this number passes in it, until there is no further one. */
export async function sweepBrowser(ground: Cleared, account: Opens, story: Story, life: number): Promise<number> {
  return await sweep(ground, account, story, (at) => ({
    lifeEndsAt: (number) => (number === life ? at : Infinity),
    cutAfter: () => Infinity,
  }));
}

/** The story once for each crash point that the issuer passes in it. */
export async function sweepIssuer(ground: Cleared, account: Opens, story: Story): Promise<number> {
  return await sweep(ground, account, story, (at) => {
    let cuts = 0;
    return { lifeEndsAt: () => Infinity, cutAfter: () => (cuts++ === 0 ? at : Infinity) };
  });
}

async function sweep(ground: Cleared, account: Opens, story: Story, breaks: (at: number) => Pick<Plot, 'lifeEndsAt' | 'cutAfter'>): Promise<number> {
  for (let at = 0; ; at++) {
    const before = ground.tally.total('cut');
    await oneRun(ground, account, `${story.name}, crash point ${at}`, plotOf(story, breaks(at)));
    if (ground.tally.total('cut') === before) return at;
  }
}
