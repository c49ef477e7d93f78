/** A vault in good health, and in less. */
import { healthAt } from '../looks.ts';
import { NOON } from './builders.tsx';

export const health = healthAt(NOON);

export const lockedHealth = health({ vault: 'locked', tokens: null, clock: null });
export const damagedHealth = health({
  vault: 'damaged',
  copy: { state: 'damaged', generation: 12 },
  tokens: null,
  clock: null,
});
