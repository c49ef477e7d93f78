/** The table of what happened, held against what there is. */
import { FATES } from './network.ts';
import type { Tally } from './tally.ts';

/** Crash points that a process passed at least so often, and at which it never went down. */
export const uncut = (tally: Tally, passed = 1): string[] =>
  [...tally.rows('browser: '), ...tally.rows('issuer: ')].filter((point) => tally.of(point, 'passed') >= passed && tally.of(point, 'cut') === 0);

/** What never befell a message of these paths. */
export const unmet = (tally: Tally, paths: readonly string[]): string[] =>
  paths.flatMap((path) => FATES.filter((fate) => tally.of(`line: ${path}`, fate) === 0).map((fate) => `${path}: ${fate}`));
