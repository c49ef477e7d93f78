/** The bank's steps of each errand: where each is done, and its picture. Their words stand in words-guide, words-exchange and words-union, one for each. */
import type { Place } from './guide-place.ts';
import type { PictureName } from './drawn-pages.ts';

export interface Step {
  at: Place;
  picture: PictureName | null;
  /** Kagifuda fills here: its own window is drawn, too. */
  fills?: true;
}

export type Plan = readonly Step[];

/** At a shinkin every errand begins beside the login form, before any login. */
export const START: Plan = [
  { at: 'away', picture: null },
  { at: 'inside', picture: 'chooseStart' },
  { at: 'inside', picture: 'authenticate' },
  { at: 'field', picture: 'register', fills: true },
  { at: 'filled', picture: 'loginChoice' },
  { at: 'filled', picture: 'card' },
  { at: 'after', picture: 'started' },
];

export const STOP: Plan = [
  { at: 'away', picture: null },
  { at: 'inside', picture: 'chooseStop' },
  { at: 'field', picture: 'stopLogin' },
  { at: 'field', picture: 'stopCode', fills: true },
  { at: 'filled', picture: 'stopPress' },
  { at: 'after', picture: 'stopped' },
];

export const START_UNION: Plan = [
  { at: 'away', picture: null },
  { at: 'inside', picture: 'unionChooseStart' },
  { at: 'field', picture: 'unionCode', fills: true },
  { at: 'filled', picture: 'unionStart' },
  { at: 'after', picture: 'unionStarted' },
];

/** The code is asked for at the login; 利用解除 itself asks for none. */
export const RELEASE: Plan = [
  { at: 'away', picture: null },
  { at: 'inside', picture: 'unionLogin' },
  { at: 'field', picture: 'unionLoginCode', fills: true },
  { at: 'after', picture: 'unionTop' },
  { at: 'after', picture: 'unionMenu' },
  { at: 'after', picture: 'unionChooseRelease' },
  { at: 'after', picture: 'unionRelease' },
  { at: 'after', picture: 'unionReleased' },
];

/** `old`, `fresh`: whether that token is in this Kagifuda, so that it can fill. */
export function exchangePlan({ old, fresh }: { old: boolean; fresh: boolean }): Plan {
  return [
    { at: 'away', picture: null },
    { at: 'inside', picture: 'chooseExchange' },
    { at: 'inside', picture: 'authenticate' },
    { at: 'old-field', picture: 'oldCode', ...(old ? { fills: true } : {}) },
    { at: 'field', picture: 'newToken', ...(fresh ? { fills: true } : {}) },
    { at: 'after', picture: 'exchanged' },
  ];
}
