/** What a run of the model has at hand. */
import type { Enrolment } from '../../../../lib/enrolment/enrol.ts';
import type { Token } from '../../../../lib/token.ts';
import type { Background } from './background.ts';
import type { Chance } from '../../chance.ts';
import type { Computer } from './computer.ts';
import type { Issuer } from './issuer.ts';
import type { Network, NetworkOptions } from './network.ts';
import type { Tally } from './tally.ts';

/** Ids of tokens: on a disk that was lost, and on the present one. */
export interface Known {
  lost: ReadonlySet<string>;
  here: ReadonlySet<string>;
}

/** A customer of one flow, new for each run. */
export interface Account {
  enrol(drive: Enrolment): Promise<Token>;
  /** The issuer's serials of this customer that are good: UNBOUND or later. */
  live(): Promise<{ serial: string; id: string }[]>;
  /** Asserts that the issuer was right to refuse the right password; then the bank issues anew, unless the token is here. */
  refused(known: Known): Promise<void>;
  /** The token of a lost disk or a dropped pending stays good at the issuer until it expires; else the next success ends it. */
  orphansStay: boolean;
}

/** What all runs of a file share. */
export interface Ground {
  issuer: Issuer;
  clock: { now: number };
  tally: Tally;
  /** A PC with an empty vault. */
  newComputer: () => Computer;
  /** Throws when a promise was broken at any commit so far, or the issuer failed in any way but by a power cut. */
  expectKept(): void;
}

export type Deed = 'go on' | 'enrol' | 'resume' | 'both at once' | 'give up' | 'wait' | 'restart' | 'lose the disk';

/** What happens in a run. */
export interface Plot {
  /** What the customer does; at random, until they have their token or lose interest, unless told. */
  deeds: Deed[] | null;
  fateOf: NetworkOptions['fateOf'];
  /** At which of its crash points a life of the browser ends, from 0; Infinity for none. */
  lifeEndsAt: (number: number, chance: Chance) => number;
  /** After how many more crash points the issuer's power is cut, asked at the start and after each cut. */
  cutAfter: (chance: Chance) => number;
}

export interface Scene extends Ground {
  plot: Plot;
  account: Account;
  chance: Chance;
  network: Network;
  computer: Computer;
  background: Background;
  lives: number;
  lostDisks: number;
  /** Ids of what the customer lost or gave up. */
  excepted: Set<string>;
  /** Ids of every token, and of every pending, that was ever on the present disk. */
  seen: Set<string>;
  waiting: Set<string>;
  /** Ids of what the issuer has said no to for ever. */
  over: Set<string>;
  calm: boolean;
}
