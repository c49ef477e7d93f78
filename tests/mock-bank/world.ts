/** What every room of the bank is given: its memory, its clock, its seal, its log. */
import type { Seal } from './secrets/seal.ts';
import type { Store } from './store.ts';

/** What the bank saw; never a password, a code or a key. */
export interface BankEvent {
  at: number;
  kind:
    | 'login' | 'password-change' | 'registration' | 'exchange' | 'stop' | 'transfer' | 'limit' | 'payment'
    | 'issue' | 'attempt' | 'activate' | 'supersede' | 'start' | 'release'
    | 'provision' | 'acknowledge' | 'status' | 'desk';
  outcome: 'accepted' | 'refused';
  reason?: string;
  institution?: string;
  contract?: string;
  serial?: string;
  /** The time step of an accepted or repeated code. */
  step?: number;
}

const FAULTS = ['down', 'slow', 'garbage', 'wrong-mac', 'bad-serial', 'drop-reply'] as const;

/** How the issuer misbehaves at one path, until told otherwise. */
export interface Fault {
  path: '/v1/sk/provision' | '/v1/cu/start' | '/v1/cu/finish' | '/v1/ack' | '/v1/status';
  kind: (typeof FAULTS)[number];
  /** Of `slow`; 30 s unless told. */
  milliseconds?: number;
}

export interface World {
  store: Store;
  seal: Seal;
  /** Milliseconds since 1970, whole. */
  now: () => number;
  /** The issuer's origin as text; known once the port is. */
  issuerOrigin: () => string;
  note: (event: Omit<BankEvent, 'at'>) => void;
  /** A bug: for the terminal, never for the page. */
  alarm: (error: unknown) => void;
  fault: () => Fault | null;
  wait: (milliseconds: number) => Promise<void>;
  /** New tokens per address and hour, and as many new attempts at a credit union's. */
  provisionLimit: number;
  /** Forms sent per address and minute. */
  formLimit: number;
}
