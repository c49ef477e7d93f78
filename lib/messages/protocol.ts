/**
 * Every message of the extension: one map per caller. Text and digits only; a
 * secret is never in here, with these stated exceptions, each on its way in: what opens a slot (Argon2id or PRF
 * output), the 利用開始パスワード on its way to CPace, and the text of an import.
 */
import type { Errand } from '../errand.ts';
import type { Role } from '../field-role.ts';
import type { Reason } from '../refusal.ts';
import type { TokenState } from '../token.ts';
import type { Appearance } from './appearance.ts';
import type { Clearing, ClipboardRequests } from './clipboard.ts';
import type { DetailRequests } from './details.ts';
import type { HealthRequests } from './health.ts';
import type { ImportRequests } from './imports.ts';
import type { ConfirmLook, Look, PageLook } from './looks.ts';
import type { PolicyRequests } from './policy.ts';
import type { LockRequests } from './ways.ts';

export interface Settings extends Appearance {
  /** Digits are shown only after a press, for whoever works where others see the screen. */
  hidesDigits: boolean;
  /** Minutes of no use until the vault locks itself. */
  autoLock: number;
  /** Institution codes whose pages never see an offer in the page. */
  quietInstitutions: string[];
}

/** How a fill ended. `armed`: happens by itself in `seconds`, when the next code begins. */
export type FillOutcome =
  | { kind: 'filled'; roles: Role[] }
  | { kind: 'armed'; seconds: number }
  | { kind: 'unlock-first' };

type Nothing = Record<string, never>;

/** Asked by our own pages; each may ask all of it. */
export interface OwnRequests extends LockRequests, ImportRequests, HealthRequests, ClipboardRequests, DetailRequests, PolicyRequests {
  look: { ask: Nothing; answer: Look };
  enrolShinkin: {
    ask: { institutionCode: string; termsAccepted: boolean; samePcAccepted: boolean };
    answer: { tokenId: string; serial: string };
  };
  /** The typed text as it is; the 利用開始パスワード crosses the wall once and is kept nowhere. */
  enrolUnion: {
    ask: { institutionCode: string; serviceId: string; userId: string; password: string; consented: boolean };
    answer: { tokenId: string; serial: string };
  };
  resumePending: { ask: { pendingId: string }; answer: { tokenId: string; serial: string } };
  dropPending: { ask: { pendingId: string }; answer: Nothing };
  /** The digits for the clipboard; `again` when this very code was copied before. */
  copy: { ask: { tokenId: string }; answer: { digits: string; endsAt: number; again: boolean; clearing: Clearing } };
  /** Fill the active tab of the window the user last worked in. */
  fillActiveTab: { ask: { tokenId: string }; answer: FillOutcome };
  refreshStatus: { ask: { tokenId: string }; answer: { state: TokenState } };
  /** 変更後の追加文言; '' takes it away. */
  nameToken: { ask: { tokenId: string; suffix: string }; answer: Nothing };
  /** The caution was read: from here on the code is shown. */
  finishSetUp: { ask: { tokenId: string }; answer: Nothing };
  /** Refuses 'exchange-unfinished'. */
  removeToken: { ask: { tokenId: string }; answer: Nothing };
  restoreToken: { ask: { tokenId: string }; answer: Nothing };
  setExchanging: { ask: { tokenId: string; exchanging: boolean }; answer: Nothing };
  /** Codes by the issuer's clock, though this PC's is more than a day off: by `offset`, as the look said it, or about that. */
  acceptClock: { ask: { offset: number }; answer: Nothing };
  settings: { ask: Nothing; answer: Settings };
  /** What is to change, and nothing else: another page may have changed the rest. Answers all of them. */
  changeSettings: { ask: Partial<Settings>; answer: Settings };
  confirmLook: { ask: Nothing; answer: ConfirmLook };
  confirmFill: { ask: { tokenId: string }; answer: FillOutcome };
}

/** What the content script may show beside a field. */
export interface Offer {
  /** `none`: no token of this institution, institution unknown, or switched off. */
  kind: 'none' | 'in-page' | 'window';
  institution: string;
  /** What the customer chose; 'auto': as the page's browser has it. */
  language: Appearance['language'];
  theme: Appearance['theme'];
  locked: boolean;
  /** `label`: '' for one without a name. */
  tokens: { id: string; label: string; state: TokenState }[];
}

/** How many digits the fields of a code take: `boxes` in all boxes of a row, or up to `most` in a single one (then `boxes` is 1; null: no limit). */
export interface Room {
  boxes: number;
  most: number | null;
}

/** Digits for the fields asked for; whatever was not asked for is null. */
export type Taken =
  | { kind: 'given'; digits: string | null; serial: string | null; endsIn: number }
  | { kind: 'wait'; milliseconds: number };

/** The scripts that come into a page only when it has use for them. */
export const PARTS = ['reader', 'hand'] as const;
export type Part = (typeof PARTS)[number];

/** Asked by our scripts in a bank page. Tab, origin and frame come from the browser. */
export interface PageRequests {
  /** One of our scripts, into this document: what reads fields, and what offers and fills. */
  bring: { ask: { part: Part }; answer: Nothing };
  /** The fields now on the page; sets the badge. */
  arrive: { ask: { roles: Role[]; acted: boolean }; answer: Offer };
  /** Digits for these fields, after the user's own act; `field` names the element within this document. */
  take: { ask: { tokenId: string; roles: Role[]; field: string; room: Room }; answer: Taken };
  /** The offer was chosen while locked, or must be confirmed outside the page; `tokenId`: the one that was chosen. */
  askOutside: { ask: { roles: Role[]; tokenId: string | null }; answer: Nothing };
  /** The completion page was read; the issuer is asked, the page is not believed. */
  completed: { ask: { errand: Errand; number: string; time: string; serial: string }; answer: Nothing };
}

/** Asked by the background of the content script in one tab. */
export interface TabRequests {
  fillNow: { ask: { tokenId: string } & Pick<Appearance, 'language' | 'theme'>; answer: FillOutcome };
  whatFields: { ask: Nothing; answer: PageLook };
}

/** What the background calls out to its own pages, without an answer: look again, at the tokens and at what the page in front wants. */
export const TOKENS_CHANGED = 'tokens-changed';

export type Ask<M, K extends keyof M> = M[K] extends { ask: infer A } ? A : never;
export type Answer<M, K extends keyof M> = M[K] extends { answer: infer A } ? A : never;
export type Reply = { ok: true; answer: unknown } | { ok: false; reason: Reason };
