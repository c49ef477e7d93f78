/** The ways to open the vault, and what our own pages ask about the lock. */
import type { Stretching } from '../stretching.ts';

type Nothing = Record<string, never>;

export type VaultFace = 'none' | 'locked' | 'open' | 'damaged';

/** How the passphrase is to be stretched for one slot. */
export interface WayIn extends Stretching {
  slotId: string;
}

/** What the passkey of one slot is asked: its PRF (WebAuthn level 3, section 10.1.4) of `salt`, 32 bytes. base64url. */
export interface PasskeyWay {
  slotId: string;
  credentialId: string;
  salt: string;
}

export type NewWay = ({ kind: 'passphrase' } & WayIn) | ({ kind: 'passkey' } & PasskeyWay);

/** What opens a slot: the stretched passphrase or the passkey's PRF output, 32 bytes in base64url. */
export interface SlotKey {
  slotId: string;
  key: string;
}

/** How the locked vault may be opened. */
export interface Ways {
  /** To be tried in this order: more than one only while the two copies of the vault differ. */
  passphrases: WayIn[];
  passkeys: PasskeyWay[];
  /** The session PIN, while there is one. */
  pin: (Stretching & { triesLeft: number }) | null;
  /** After wrong tries: no try before then, epoch milliseconds. Null: at once. */
  againAt: number | null;
}

/** One way to open the vault, as the settings list it. */
export interface WayLook {
  slotId: string;
  kind: 'passphrase' | 'passkey';
  /** Epoch milliseconds; null for one made before this was noted. */
  madeAt: number | null;
}

/** What was put right with the vault's two copies. `spent`: codes of this and the next time step count as used. */
export interface Mended {
  /** Epoch milliseconds. */
  at: number;
  what: 'primary' | 'copy';
  why: 'damaged' | 'missing' | 'older';
  spent: boolean;
}

/** Asked by our own pages. */
export interface LockRequests {
  /** Fresh ids and salts for each kind of way; kept nowhere. */
  draftWays: { ask: Nothing; answer: { passphrase: WayIn; passkey: Omit<PasskeyWay, 'credentialId'> } };
  makeVault: { ask: { way: NewWay; key: string }; answer: Nothing };
  /** `renew`: the slot's parameters are older than today's; seal it anew by this way (`replaceWay`). */
  unlock: { ask: SlotKey; answer: { renew: WayIn | null } };
  lock: { ask: Nothing; answer: Nothing };
  ways: { ask: Nothing; answer: { ways: WayLook[]; opening: Ways } };
  /** `proof`: a way that is there, so that an unattended open vault gets no new one. */
  addWay: { ask: { proof: SlotKey; way: NewWay; key: string }; answer: Nothing };
  replaceWay: { ask: { proof: SlotKey; slotId: string; way: NewWay; key: string }; answer: Nothing };
  /** Refuses 'last-way'. */
  removeWay: { ask: { proof: SlotKey; slotId: string }; answer: Nothing };
  /** The session PIN lives in memory only, until the browser ends or five tries were wrong. */
  setPin: { ask: { proof: SlotKey; stretching: Stretching; stretched: string }; answer: Nothing };
  dropPin: { ask: Nothing; answer: Nothing };
  /** Refuses 'pin-wrong', 'pin-gone'. */
  unlockPin: { ask: { stretched: string }; answer: Nothing };
}
