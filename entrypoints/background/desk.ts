/** What every handler of the background needs, made once at worker start. */
import type { Enrolment } from '../../lib/enrolment/enrol.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import type { PolicyKeeper } from '../managed/policy.ts';
import type { Beside } from './beside.ts';
import type { CopiedCode } from './copied-code.ts';
import type { Memory } from './memory.ts';
import type { Notes } from './notes.ts';
import type { SettingsStore } from './settings.ts';

export interface Desk {
  vault: Vault;
  enrolment: Enrolment;
  notes: Notes;
  policy: PolicyKeeper;
  settings: SettingsStore;
  copied: CopiedCode;
  /** When was last looked whether a deleted token's time is over, by `now`; null before the first time. */
  removedLookedAt: Memory<number | null>;
  random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Epoch milliseconds of this PC. */
  now: () => number;
  /** When the PC's clock was last seen to be set, by `monotonic`; null if never in this process. */
  jumpedAt: () => number | null;
  /** Milliseconds of a clock that nobody sets. */
  monotonic: () => number;
  /** When this process asked the issuer about a token and had an answer, by `monotonic`; forgotten where that is in doubt. */
  asked: Map<string, number>;
  beside: Beside;
}
