/** One mutation of one side, or of both, and its verdict. */
import { expect } from 'vitest';
import type { Chance } from '../chance.ts';
import type { Tally } from '../enrolment/model/tally.ts';
import { type Disk, sameDisk, type SideName } from './mutations-disk.ts';
import { type Kind, KINDS, MARKS, ROLLBACKS } from './mutations-kinds.ts';
import { asideOn, expectHonest, expectLeftAlone, expectMended, expectNothingForeign, isProven, type Way } from './mutations-verdict.ts';
import { deskOn, type World } from './mutations-world.ts';

type Target = SideName | 'both alike' | 'both apart' | 'neither';

export interface Cell {
  kind: Kind;
  target: Target;
}

/** Of the processor's time for all that the customer does, milliseconds; the tests beside this one make the clock on the wall no measure. */
const LONGEST = 3000;
/** What takes long is done so often. */
const VAST_ROUNDS = 2;

const ofAnother = ({ name }: Kind): boolean => name.includes('another vault');
const isAnother = ({ name }: Kind): boolean => name.startsWith('all of another');
const canBeBoth = (kind: Kind): boolean => !kind.later && !kind.harmless && !kind.vast && !isAnother(kind);
/** Alike on both sides these are a whole profile put back: docs/vault-format.md, last section. */
const canBeAlike = ({ name, sides }: Kind): boolean => sides.length === 2 && !ROLLBACKS.has(name);

const MARK: Kind = { name: 'nothing but the mark', sides: [], harmless: true, edit: () => undefined };

export function cellsOf(kinds: readonly Kind[]): Cell[] {
  const cells = kinds.flatMap((kind): Cell[] => {
    const both: Cell[] = canBeBoth(kind) ? [{ kind, target: 'both apart' }] : [];
    const alike: Cell[] = canBeBoth(kind) && canBeAlike(kind) ? [{ kind, target: 'both alike' }] : [];
    return [...kind.sides.map((target): Cell => ({ kind, target })), ...alike, ...both];
  });
  return [...cells, { kind: MARK, target: 'neither' }];
}

function changeMark(disk: Disk, chance: Chance, tally: Tally): void {
  const [name, change] = chance.one(MARKS);
  change(disk, chance);
  tally.count(name, 'met');
}

async function runOne(world: World, { kind, target }: Cell, chance: Chance, tally: Tally): Promise<string> {
  const disk = sameDisk(world.now);
  if (target === 'primary' || target === 'copy') kind.edit(disk, target, chance, world);
  // With another's whole vault beside ours nothing but the mark says which is ours.
  if (target === 'neither' || (!ofAnother(kind) && chance.yes(0.15))) changeMark(disk, chance, tally);
  const desk = deskOn(disk, chance);
  if (kind.later) {
    await expectLeftAlone(disk, desk, world);
    return 'left alone';
  }
  const side = kind.harmless || target === 'neither' ? null : target === 'copy' ? 'copy' : 'primary';
  await expectMended(world, disk, desk, wayOf(chance), { side, behind: kind.behind ?? false });
  // Somebody's vault is not thrown away because it lies where ours should.
  if (isAnother(kind)) expect(asideOn(disk)).toHaveLength(1);
  return 'put right';
}

const wayOf = (chance: Chance): Way => (chance.yes(0.75) ? 'passphrase' : 'passkey');

/** The second side in another way, or at another place. */
function changeOther(world: World, disk: Disk, first: SideName, chance: Chance): Kind {
  const second = first === 'primary' ? 'copy' : 'primary';
  const other = chance.one(KINDS.filter((one) => canBeBoth(one) && one.sides.includes(second)));
  other.edit(disk, second, chance.apart('second'), world);
  return other;
}

async function runBoth(world: World, { kind, target }: Cell, chance: Chance): Promise<string> {
  const disk = sameDisk(world.now);
  const kinds = [kind];
  if (target === 'both alike') {
    // The same draw for both: their bytes are changed alike.
    for (const side of kind.sides) kind.edit(disk, side, chance.apart('alike'), world);
  } else {
    const first = chance.one(kind.sides);
    kind.edit(disk, first, chance.apart('first'), world);
    kinds.push(changeOther(world, disk, first, chance));
  }
  const desk = deskOn(disk, chance);
  if (kinds.some(({ name }) => ROLLBACKS.has(name)) && !isProven(world, disk)) return await expectNothingForeign(world, desk, wayOf(chance));
  return await expectHonest(world, disk, desk, wayOf(chance), kinds.some(({ forged }) => forged));
}

/** Enough rounds over all cells for so many runs. */
export function roundsOf(cells: readonly Cell[], count: number): Cell[][] {
  const vast = cells.filter(({ kind }) => kind.vast);
  const others = cells.filter(({ kind }) => !kind.vast);
  const rounds = Math.ceil(Math.max(1, count - VAST_ROUNDS * vast.length) / others.length);
  return Array.from({ length: rounds }, (_, round) => (round < VAST_ROUNDS ? [...others, ...vast] : others));
}

function workedFor(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

export async function runCell(world: World, cell: Cell, chance: Chance, tally: Tally): Promise<void> {
  const { kind, target } = cell;
  const began = process.cpuUsage();
  const isBoth = target === 'both alike' || target === 'both apart';
  const outcome = await (isBoth ? runBoth(world, cell, chance) : runOne(world, cell, chance, tally));
  const took = workedFor(began);
  if (took > LONGEST) throw new Error(`it took ${Math.round(took)} ms`);
  tally.count(`${kind.name} | ${target}`, 'met');
  tally.count(target, outcome);
}
