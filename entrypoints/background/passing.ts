/** Refusals that pass by themselves; anything else waits for the customer. */
import type { Reason } from '../../lib/refusal.ts';

export const PASSING: ReadonlySet<Reason> = new Set(['issuer-unreachable', 'issuer-slow', 'issuer-busy']);
