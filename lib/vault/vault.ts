/** The vault as the rest of the program knows it. Format: docs/vault-format.md. */
import type { Use } from '../journal.ts';
import type { Damage, LossEntry } from '../messages/health.ts';
import type { NewWay, PasskeyWay, SlotKey, VaultFace, WayIn, WayLook, Ways } from '../messages/ways.ts';
import type { Stretching } from '../stretching.ts';
import type { Token } from '../token.ts';
import { dumpVault, forgetAside } from './aside.ts';
import { findWays, makeVault, readLossKit, unlockByPin, unlockVault, vaultState } from './door.ts';
import { hideLossKit, type LineOf } from './loss-lines.ts';
import type { Means } from './means.ts';
import { seeMended } from './mended.ts';
import { moveToken } from './moving.ts';
import { type Pending, type PendingSummary, type Secrets, wipePending } from './pending.ts';
import { addPending, listPendings, removePending, takePending } from './pendings.ts';
import { dropPin } from './pin.ts';
import { readDamage, salvage, setAside } from './recovery.ts';
import { endSession, sessionEnd, touchSession } from './session.ts';
import type { TokenRecord } from './token-record.ts';
import { addLocals, changeToken, commitToken, forgetRemoved, lendToken, lendTokens, listTokens, spendStep } from './tokens.ts';
import { readHealth, type VaultHealth } from './vault-health.ts';
import { type View, viewVault } from './view.ts';
import { draftPasskey, draftWayIn } from './way-in.ts';
import { addWay, expectProof, listWays, removeWay, replaceWay, setPin } from './ways.ts';

/** Whether it is open, and how it is opened. */
interface VaultLock {
  /** 'damaged': no whole state can be read, or a vault was made before and nothing is there now. */
  state(): Promise<VaultFace>;
  /** Null without a vault or when no whole one can be read. */
  ways(): Promise<Ways | null>;
  /** Fresh ids, salts and parameters; not kept anywhere. */
  draft(): { passphrase: WayIn; passkey: Omit<PasskeyWay, 'credentialId'> };
  /** Makes the vault and opens it. `key`: 32 bytes. Refuses 'vault-exists', 'vault-missing', 'vault-damaged': never overwrites. */
  make(way: NewWay, key: Uint8Array): Promise<void>;
  /**
   * Puts both copies right and opens. A draft to seal an outdated slot anew, else null.
   * Refuses 'wrong-passphrase', also for a slot that is not there any more, and 'tries-slowed'.
   */
  unlock(slotId: string, key: Uint8Array): Promise<WayIn | null>;
  /** Refuses 'pin-wrong', 'pin-gone'. */
  unlockByPin(stretched: Uint8Array): Promise<void>;
  /** Refuses 'wrong-passphrase', 'tries-slowed', as do all that ask for a proof. */
  prove(proof: SlotKey): Promise<void>;
  listWays(): Promise<WayLook[]>;
  addWay(proof: SlotKey, way: NewWay, key: Uint8Array): Promise<void>;
  /** The old one stops working in the same write. */
  replaceWay(proof: SlotKey, slotId: string, way: NewWay, key: Uint8Array): Promise<void>;
  /** Refuses 'last-way'. */
  removeWay(proof: SlotKey, slotId: string): Promise<void>;
  /** In memory, until the browser ends or five tries were wrong. */
  setPin(proof: SlotKey, stretching: Stretching, stretched: Uint8Array): Promise<void>;
  dropPin(): Promise<void>;
  lock(): Promise<void>;
  /** When it locks by itself unless it is touched, epoch milliseconds; null while locked. */
  locksAt(): Promise<number | null>;
  /** The user did something: the deadline is counted from now. */
  touch(): Promise<void>;
}

/** The tokens and the pending enrolments in it. */
interface VaultTokens {
  /** In the customer's order, oldest first where nothing was moved; without those that the customer deleted. */
  tokens(): Promise<Token[]>;
  /** One of them; no other is opened. Refuses 'token-unknown'. */
  token(id: string): Promise<Token>;
  /** State, tokens, deleted ones, pendings and what was mended in one reading; `use` as for `lendAll`. Refuses what `state` does, and 'vault-damaged'. */
  view<T>(use: (records: readonly TokenRecord[]) => T): Promise<View<T>>;
  /** Forgets for ever what was deleted at that time or before, epoch milliseconds. */
  forgetRemoved(until: number): Promise<void>;
  /** `use` is synchronous; the secrets are wiped when it returns. Refuses 'token-unknown'. */
  lend<T>(id: string, use: (secrets: Secrets, token: Token) => T): Promise<T>;
  /**
   * Atomic. `change` must be pure: it may run again on a newer token.
   * Error when it alters id, issuer or serial or takes back a spent step. Refuses 'token-unknown'.
   */
  change(id: string, change: (token: Token) => Token): Promise<Token>;
  /** Among those of `tokens`, atomic; at either end it stays. The index that it has then. Refuses 'token-unknown'. */
  move(id: string, by: -1 | 1): Promise<number>;
  /**
   * Takes a time step: true once per step, only past the newest spent or copied one, and on disk by then, with what the
   * journal says of it. Refuses 'token-unknown'.
   */
  spend(id: string, step: number, use?: Use): Promise<boolean>;
  /** On disk when it resolves: send the request after that. */
  keepPending(pending: Pending): Promise<void>;
  /** Oldest first. */
  pendings(): Promise<PendingSummary[]>;
  /** The pending's secret is wiped when `use` settles. The vault may be used, and locked, meanwhile. Refuses 'pending-expired'. */
  lendPending<T>(id: string, use: (pending: Pending) => Promise<T>): Promise<T>;
  dropPending(id: string): Promise<void>;
  /** Token in, pending out, in one transaction; gives the token as kept. Refuses 'pending-expired'. */
  commit(pendingId: string, token: Token, secrets: Secrets, loss: LossEntry): Promise<Token>;
  /** Synchronous, as `lend`; also those that the customer deleted. */
  lendAll<T>(use: (records: readonly TokenRecord[]) => T): Promise<T>;
  /** Imported tokens: all or none. Refuses 'import-changed' when one repeats a token that is there. */
  addLocals(records: readonly TokenRecord[]): Promise<void>;
}

/** How it is, and what to do when it is not well. */
interface VaultCare {
  /** Also while locked, then unverified. `lines` is empty when they are hidden. */
  lossKit(): Promise<{ lines: LossEntry[]; hidden: boolean }>;
  /** `lineOf` gives what is to stand in clear; where that is null the line that stands there stays, if there is one. */
  hideLossKit(hidden: boolean, lineOf: LineOf): Promise<void>;
  mendedSeen(): Promise<void>;
  health(): Promise<VaultHealth>;
  /** The store's last failure in this process, as the browser named it; null if there was none. */
  trouble(): string | null;
  damage(): Promise<Damage>;
  /** Both copies as they lie there, sealed; JSON. */
  dump(): Promise<string>;
  /** What was kept aside before something was written over it, for good. */
  forgetAside(): Promise<void>;
  /** Refuses 'wrong-passphrase', 'tries-slowed'; 'vault-exists' while a whole state is there. */
  salvage(slotKey: SlotKey): Promise<{ kept: number; lost: LossEntry[] }>;
  /** Deletes nothing. Refuses 'vault-exists' while a whole state is there. */
  setAside(): Promise<void>;
}

/**
 * Every method may refuse with 'store-unavailable', 'store-full', 'store-blocked' or 'private-window'; what needs the key of
 * an open vault (`touch`, `listWays`, `hideLossKit`, what takes a proof, and all of `VaultTokens` but `view`) with 'locked',
 * 'vault-missing' or 'vault-damaged'.
 * A refusal has changed nothing. Keys, pendings and secrets handed in are wiped by whoever made them.
 */
export interface Vault extends VaultLock, VaultTokens, VaultCare {}

const LOCK = 'kagifuda vault';

/** One at a time over all windows, so that a session read here is not ended or renewed in between. */
type Alone = <T>(work: () => Promise<T>) => Promise<T>;

const lockPart = (means: Means, alone: Alone): VaultLock => ({
  state: () => alone(() => vaultState(means)),
  ways: () => alone(() => findWays(means)),
  draft: () => ({ passphrase: draftWayIn(means.random), passkey: draftPasskey(means.random) }),
  make: (way, key) => alone(() => makeVault(means, way, key)),
  unlock: (slotId, key) => alone(() => unlockVault(means, slotId, key)),
  unlockByPin: (stretched) => alone(() => unlockByPin(means, stretched)),
  prove: (proof) => alone(() => expectProof(means, proof)),
  listWays: () => alone(() => listWays(means)),
  addWay: (proof, way, key) => alone(() => addWay(means, proof, way, key)),
  replaceWay: (proof, slotId, way, key) => alone(() => replaceWay(means, proof, slotId, way, key)),
  removeWay: (proof, slotId) => alone(() => removeWay(means, proof, slotId)),
  setPin: (proof, stretching, stretched) => alone(() => setPin(means, proof, stretching, stretched)),
  dropPin: () => alone(() => dropPin(means)),
  lock: async () => {
    // At once, whoever holds the lock; then again, in case that one was just renewing the session.
    await endSession(means);
    await alone(() => endSession(means));
  },
  locksAt: () => alone(() => sessionEnd(means)),
  touch: () => alone(() => touchSession(means)),
});

const tokenPart = (means: Means, alone: Alone): VaultTokens => ({
  tokens: () => alone(() => listTokens(means)),
  token: (id) => alone(() => lendToken(means, id, (_, token) => token)),
  view: (use) => alone(() => viewVault(means, use)),
  forgetRemoved: (until) => alone(() => forgetRemoved(means, until)),
  lend: (id, use) => alone(() => lendToken(means, id, use)),
  change: (id, change) => alone(() => changeToken(means, id, change)),
  move: (id, by) => alone(() => moveToken(means, id, by)),
  spend: (id, step, use) => alone(() => spendStep(means, id, step, use ?? null)),
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
  lendAll: (use) => alone(() => lendTokens(means, use)),
  addLocals: (records) => alone(() => addLocals(means, records)),
});

const carePart = (means: Means, alone: Alone): VaultCare => ({
  lossKit: () => alone(() => readLossKit(means)),
  hideLossKit: (hidden, lineOf) => alone(() => hideLossKit(means, hidden, lineOf)),
  mendedSeen: () => alone(() => seeMended(means.local)),
  health: () => alone(() => readHealth(means)),
  trouble: () => means.store.trouble(),
  damage: () => alone(() => readDamage(means)),
  dump: () => alone(() => dumpVault(means)),
  forgetAside: () => alone(() => forgetAside(means)),
  salvage: (slotKey) => alone(() => salvage(means, slotKey)),
  setAside: () => alone(() => setAside(means)),
});

export function openVault(means: Means): Vault {
  const alone: Alone = (work) => means.locks.request(LOCK, work);
  return { ...lockPart(means, alone), ...tokenPart(means, alone), ...carePart(means, alone) };
}
