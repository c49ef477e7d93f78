/** The registry of traps: the index page, the routes and the tests read it here. */
import { COVERS } from './covers.ts';
import { FIELDS, REAL_FIELDS } from './fields.ts';
import { BESIDE, FRAMES, INNER } from './frames.ts';
import { LOOKS } from './looks.ts';
import { MOVES } from './moves.ts';
import { SCRIPTED } from './scripted.ts';
import { TIMES } from './times.ts';
import { clickTrap, type Trap } from './trap.ts';

/** A page like the traps, whose script does nothing: here a click fills, or the tests of the others prove nothing. */
export const NO_TRAP = clickTrap('times', 'at-rest', 'わなのない画面', 'わなはありません。比べるための画面です。');

export const CLICKS: Trap[] = [...LOOKS, ...COVERS, ...MOVES, ...TIMES];

export const GROUPS: { name: string; traps: Trap[] }[] = [
  { name: 'わなのない画面', traps: [NO_TRAP, ...REAL_FIELDS, BESIDE] },
  { name: '案内の見た目を変える', traps: LOOKS },
  { name: '案内を覆う', traps: COVERS },
  { name: '案内や欄を動かす', traps: MOVES },
  { name: '見る前に押させる', traps: TIMES },
  { name: '誰も押していない', traps: SCRIPTED },
  { name: '見えない欄、意味の違う欄', traps: FIELDS },
  { name: '枠', traps: FRAMES },
];

/** With the pages that stand in frames. */
export const TRAPS: Trap[] = [...GROUPS.flatMap(({ traps }) => traps), ...INNER];
