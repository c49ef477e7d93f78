/** How the vault is: the health page and the recovery page. */
import type { PolicyLook } from './policy.ts';
import type { Mended, SlotKey, VaultFace, Ways } from './ways.ts';

type Nothing = Record<string, never>;

/** A line of the loss kit. */
export interface LossEntry {
  institution: string;
  serial: string;
  telephone: string;
  hours: string;
}

/** Nothing secret: for the health page, and for a support desk. */
export interface Health {
  version: string;
  browser: string;
  /** 'unavailable': the browser opens no store now; `trouble` says why. */
  vault: VaultFace | 'unavailable';
  schema: number | null;
  databaseVersion: number | null;
  generation: number | null;
  copy: { state: 'same' | 'older' | 'newer' | 'missing' | 'damaged'; generation: number | null };
  /** Newest first. */
  mended: Mended[];
  ways: { passphrases: number; passkeys: number; pin: boolean } | null;
  /** Null while locked. */
  tokens: { issued: number; imported: number; pending: number } | null;
  /** Bytes; null where the browser does not say. */
  storage: { persisted: boolean | null; usage: number | null; quota: number | null };
  clock: { offset: number; error: number; measuredAt: number } | null;
  /** What the extension can't do without. */
  permissions: { name: string; granted: boolean }[];
  /** What the customer may give besides: basic permissions by name, and the sites of imported tokens as match patterns. */
  optional: { name: string; granted: boolean }[];
  /** What the organisation that manages this browser has decided. */
  policy: PolicyLook;
  /** When something was last kept aside before it was written over, epoch milliseconds. */
  asideAt: number | null;
  /** The last failure of the store in this process, as the browser named it. */
  trouble: string | null;
}

/** What the recovery page is told of a vault neither copy of which is whole. */
export interface Damage {
  primary: { state: 'whole' | 'damaged' | 'missing'; records: number };
  copy: { state: 'whole' | 'damaged' | 'missing'; records: number };
  ways: Ways | null;
  /** When something was last set aside here, epoch milliseconds. */
  asideAt: number | null;
}

/** Asked by our own pages. */
export interface HealthRequests {
  /** `hidden`: its lines are not in clear, so they are null unless the vault is open. */
  lossKit: { ask: Nothing; answer: { lines: LossEntry[] | null; hidden: boolean } };
  hideLossKit: { ask: { hidden: boolean }; answer: Nothing };
  health: { ask: Nothing; answer: Health };
  /** The customer has read what was put right. */
  mendedSeen: { ask: Nothing; answer: Nothing };
  damage: { ask: Nothing; answer: Damage };
  /** Everything on disk, sealed as it is, as one text to be saved. */
  dumpVault: { ask: Nothing; answer: { dump: string } };
  /** What was kept aside before something was written over it, for good. */
  forgetAside: { ask: Nothing; answer: Nothing };
  /** The tokens that can still be read become the vault again; the rest is set aside. Answers whose they were. */
  salvage: { ask: SlotKey; answer: { kept: number; lost: LossEntry[] } };
  /** The damaged vault is kept beside, and the first run begins again. Refuses while a copy of it is whole. */
  setAside: { ask: Nothing; answer: Nothing };
}
