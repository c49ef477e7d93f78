/** What the organisation that manages this browser has decided, as our own pages are told of it. */

/** Minutes: what a customer may choose as the lock's delay, and an organisation as the longest. */
export const AUTO_LOCK_MINUTES: readonly number[] = [1, 5, 10, 15, 30, 60];

/** The parts of a policy, each taken or refused as a whole. `all`: it is no policy; `unknown`: a key that we don't know. */
export const POLICY_PARTS = ['institutions', 'autoLockMinutes', 'inPageOffer', 'issuer'] as const;
export type PolicyPart = (typeof POLICY_PARTS)[number];

export interface PolicyFault {
  part: PolicyPart | 'all' | 'unknown';
  /** For whoever wrote it: the place and what is expected there, never the value. */
  why: string;
}

/** What holds of it. Each part is null where nothing was decided, or where that part was refused. */
export interface PolicyLook {
  /** How many institutions a token may be had of. */
  institutions: number | null;
  /** Minutes, at the most. */
  autoLockMinutes: number | null;
  inPageOffer: boolean | null;
  issuer: {
    origin: string;
    institutions: number;
    /** The browser lets us speak to it, whatever it says of CORS. */
    granted: boolean;
  } | null;
  faults: PolicyFault[];
}

interface Asked {
  ask: Record<string, never>;
  answer: PolicyLook;
}

/** Asked by our own pages. */
export interface PolicyRequests {
  policy: Asked;
}
