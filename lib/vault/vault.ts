/** The vault as the rest of the program knows it. Format: docs/vault-format.md. */
import type { LossEntry, WayIn } from '../messages/protocol.ts';
import type { Token } from '../token.ts';
import { findWayIn, makeVault, readLossKit, unlockVault, type VaultState, vaultState } from './door.ts';
import type { Means } from './means.ts';
import { type Pending, type PendingSummary, type Secrets, wipePending } from './pending.ts';
import { addPending, listPendings, removePending, takePending } from './pendings.ts';
import { endSession, sessionEnd, touchSession } from './session.ts';
import { changeToken, commitToken, forgetRemoved, lendToken, listRemoved, listTokens, spendStep } from './tokens.ts';
import { draftWayIn } from './way-in.ts';

/**
 * Every method may refuse with 'store-unavailable', 'store-full', 'store-blocked' or 'private-window'; every
 * method from `touch` on, `lossKit` excepted, with 'locked', 'no-vault', 'vault-missing' or 'vault-damaged'.
 * A refusal has changed nothing. `stretched`, pendings and secrets handed in are wiped by whoever made them.
 */
export interface Vault {
  /** 'damaged' also when a vault was made before and the store is empty now. */
  state(): Promise<VaultState>;
  /** Of the passphrase slot; null without a vault or when its header cannot be read. */
  wayIn(): Promise<WayIn | null>;
  /** Fresh slot id, salt and parameters; not kept anywhere. */
  draft(): WayIn;
  /** Makes the vault and opens it. Refuses 'vault-exists', 'vault-missing', 'vault-damaged': never overwrites. */
  make(wayIn: WayIn, stretched: Uint8Array): Promise<void>;
  /** Refuses 'wrong-passphrase', also for a slot that is not there any more. */
  unlock(slotId: string, stretched: Uint8Array): Promise<void>;
  lock(): Promise<void>;
  /** When it locks by itself unless it is touched, epoch milliseconds; null while locked. */
  locksAt(): Promise<number | null>;
  /** The user did something: the deadline is counted from now. */
  touch(): Promise<void>;
  /** Oldest first; without those that the customer deleted. */
  tokens(): Promise<Token[]>;
  /** Deleted by the customer (`removedAt`), and not forgotten yet. Nothing of them is lent. */
  removed(): Promise<Token[]>;
  /** Forgets for ever what was deleted at that time or before, epoch milliseconds. */
  forgetRemoved(until: number): Promise<void>;
  /** `use` is synchronous; the secrets are wiped when it returns. Refuses 'token-unknown'. */
  lend<T>(id: string, use: (secrets: Secrets, token: Token) => T): Promise<T>;
  /**
   * Atomic. `change` must be pure: it may run again on a newer token.
   * Error when it alters id, issuer or serial or takes back a spent step. Refuses 'token-unknown'.
   */
  change(id: string, change: (token: Token) => Token): Promise<Token>;
  /**
   * Takes a time step: true once per step, only past the newest spent or copied one, and on disk by then.
   * Refuses 'token-unknown'.
   */
  spend(id: string, step: number): Promise<boolean>;
  /** On disk when it resolves: send the request after that. */
  keepPending(pending: Pending): Promise<void>;
  /** Oldest first. */
  pendings(): Promise<PendingSummary[]>;
  /** The pending's secret is wiped when `use` settles. The vault may be used, and locked, meanwhile. Refuses 'pending-expired'. */
  lendPending<T>(id: string, use: (pending: Pending) => Promise<T>): Promise<T>;
  dropPending(id: string): Promise<void>;
  /** Token in, pending out, in one transaction; gives the token as kept. Refuses 'pending-expired'. */
  commit(pendingId: string, token: Token, secrets: Secrets, loss: LossEntry): Promise<Token>;
  /** Also while locked, then unverified. */
  lossKit(): Promise<LossEntry[]>;
}

const LOCK = 'kagifuda vault';

export function openVault(means: Means): Vault {
  /** One at a time over all windows, so that a session read here is not ended or renewed in between. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => means.locks.request(LOCK, work);

  return {
    state: () => alone(() => vaultState(means)),
    wayIn: () => alone(() => findWayIn(means)),
    draft: () => draftWayIn(means.random),
    make: (wayIn, stretched) => alone(() => makeVault(means, wayIn, stretched)),
    unlock: (slotId, stretched) => alone(() => unlockVault(means, slotId, stretched)),
    lock: async () => {
      // At once, whoever holds the lock; then again, in case that one was just renewing the session.
      await endSession(means);
      await alone(() => endSession(means));
    },
    locksAt: () => alone(() => sessionEnd(means)),
    touch: () => alone(() => touchSession(means)),
    tokens: () => alone(() => listTokens(means)),
    removed: () => alone(() => listRemoved(means)),
    forgetRemoved: (until) => alone(() => forgetRemoved(means, until)),
    lend: (id, use) => alone(() => lendToken(means, id, use)),
    change: (id, change) => alone(() => changeToken(means, id, change)),
    spend: (id, step) => alone(() => spendStep(means, id, step)),
    keepPending: (pending) => alone(() => addPending(means, pending)),
    pendings: () => alone(() => listPendings(means)),
    lendPending: async (id, use) => {
      // The lock is not held while the issuer is asked.
      const pending = await alone(() => takePending(means, id));
      try {
        return await use(pending);
      } finally {
        wipePending(pending);
      }
    },
    dropPending: (id) => alone(() => removePending(means, id)),
    commit: (pendingId, token, secrets, loss) => alone(() => commitToken(means, pendingId, { token, secrets }, loss)),
    lossKit: () => alone(() => readLossKit(means)),
  };
}
