/** Tens of thousands of changed disks: what is stored is never read as if it were right, and one whole copy is enough. */
import { beforeAll, describe, expect, it } from 'vitest';
import { chanceOf } from '../chance.ts';
import { callCiphersInPlace } from '../enrolment/model/ciphers.ts';
import { newTally } from '../enrolment/model/tally.ts';
import { KINDS, MARKS } from './mutations-kinds.ts';
import { type Cell, cellsOf, roundsOf, runCell } from './mutations-run.ts';
import { newWorld, type World } from './mutations-world.ts';

const { KAGIFUDA_MUTATIONS = '20000', KAGIFUDA_MUTATION_SEED: SEED = 'kagifuda' } = process.env;
const cells = cellsOf(KINDS);
const rounds = roundsOf(cells, Number(KAGIFUDA_MUTATIONS));
const count = rounds.flat().length;
const tally = newTally();
let world: World;

beforeAll(async () => {
  callCiphersInPlace();
  world = await newWorld();
});

const inAll = (target: Cell['target']): number => rounds.flat().filter((cell) => cell.target === target).length;
const nameOf = ({ kind, target }: Cell): string => `${kind.name} | ${target}`;

async function runRound(round: number, inIt: readonly Cell[]): Promise<void> {
  for (const cell of inIt) {
    await runCell(world, cell, chanceOf(`${SEED} ${round} ${nameOf(cell)}`), tally).catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${nameOf(cell)} (round ${round}; to see it again: KAGIFUDA_MUTATION_SEED=${SEED}): ${why}`, { cause });
    });
  }
}

describe(`a disk with the vault on it, changed ${count} times in ${cells.length} ways (seed ${SEED})`, () => {
  it('gives the whole vault again, or says that it is damaged and stays as it is', { timeout: 1_200_000 }, async () => {
    for (const [round, inIt] of rounds.entries()) await runRound(round, inIt);
  });

  it('met every kind on every side', () => {
    const met = new Map(cells.map((cell) => [nameOf(cell), rounds.filter((round) => round.includes(cell)).length]));
    expect(Object.fromEntries(cells.map((cell) => [nameOf(cell), tally.of(nameOf(cell), 'met')]))).toEqual(Object.fromEntries(met));
    expect(MARKS.filter(([name]) => tally.of(name, 'met') === 0)).toEqual([]);
  });

  it('came to each end that there is', () => {
    const least = rounds.length;
    expect(tally.of('both apart', 'opened whole')).toBeGreaterThan(least);
    expect(tally.of('both apart', 'vault-damaged, salvaged')).toBeGreaterThan(least);
    expect(tally.of('both alike', 'vault-damaged, salvaged')).toBeGreaterThan(least);
    expect(tally.of('both alike', 'vault-missing, nothing to salvage it by')).toBe(least);
    // One whole side is always enough.
    expect(tally.of('primary', 'put right') + tally.of('primary', 'left alone')).toBe(inAll('primary'));
    expect(tally.of('copy', 'put right') + tally.of('copy', 'left alone')).toBe(inAll('copy'));
  });
});
