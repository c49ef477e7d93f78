/** Every kind of mutation, by name, and what it may be done to. */
import type { Chance } from '../chance.ts';
import { BYTE_CHANGES, type ImageChange } from './mutations-bytes.ts';
import { type Disk, imageOf, putImage, type SideName } from './mutations-disk.ts';
import { FORGERIES, LATER, onText, PARAMETER_CHANGES } from './mutations-forgeries.ts';
import { COPY_CHANGES, type DiskChange, HARMLESS, MARK_CHANGES, ROW_CHANGES, VAST_COPIES } from './mutations-rows.ts';
import type { World } from './mutations-world.ts';

export interface Kind {
  name: string;
  sides: readonly SideName[];
  edit: (disk: Disk, side: SideName, chance: Chance, world: World) => void;
  /** By somebody who made the header's sum anew: no accident does that. */
  forged?: true;
  /** By its own words a later version's: to be left alone. */
  later?: true;
  /** Nothing is wrong, so that nothing need be put right. */
  harmless?: true;
  /** The copy is merely behind: no news for the customer. */
  behind?: true;
  /** Takes long. */
  vast?: true;
}

const BOTH = ['primary', 'copy'] as const;
/** Of any copy of the vault that was there, put in the place of another: which is the newest nobody can know then. */
export const ROLLBACKS: ReadonlySet<string> = new Set(['all of an earlier moment', 'an earlier header']);

function onImage(name: string, change: ImageChange, more: Partial<Kind> = {}): Kind {
  const edit: Kind['edit'] = (disk, side, chance, world) => putImage(disk, side, change(imageOf(world.now), chance, world));
  return { name, sides: BOTH, edit, ...(name === 'all of an earlier moment' ? { behind: true } : {}), ...more };
}

const onDisk = (name: string, side: SideName, change: DiskChange, more: Partial<Kind> = {}): Kind => ({
  name,
  sides: [side],
  edit: (disk, _side, chance) => change(disk, chance),
  ...more,
});

export const KINDS: readonly Kind[] = [
  ...Object.entries(BYTE_CHANGES).map(([name, change]) => onImage(name, change)),
  ...Object.entries(PARAMETER_CHANGES).map(([name, change]) => onImage(`${name}, by accident`, onText(change, false))),
  ...Object.entries(FORGERIES).map(([name, change]) => onImage(`${name}, forged`, onText(change, true), { forged: true })),
  onImage('a later schema, by accident', onText(LATER, false)),
  onImage('a later schema, forged', onText(LATER, true), { forged: true, later: true }),
  ...Object.entries(ROW_CHANGES).map(([name, change]) => onDisk(name, 'primary', change)),
  ...Object.entries(COPY_CHANGES).map(([name, change]) => onDisk(name, 'copy', change)),
  ...Object.entries(VAST_COPIES).map(([name, change]) => onDisk(name, 'copy', change, { vast: true })),
  ...Object.entries(HARMLESS).map(([name, change]) => onDisk(name, 'copy', change, { harmless: true })),
];

export const MARKS: readonly [string, DiskChange][] = Object.entries(MARK_CHANGES);
